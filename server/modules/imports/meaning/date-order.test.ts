// A column of dates is read in one order, or asked about once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { guessColumnDateOrder } from './date-order.ts'

test('one date that can only be read one way decides the column', () => {
  assert.equal(guessColumnDateOrder(['1/2/2020', '13/4/2021']).order, 'dmy')
  assert.equal(guessColumnDateOrder(['1/2/2020', '4/13/2021']).order, 'mdy')
  assert.equal(guessColumnDateOrder(['1/2/2020', '3.4.2021']).order, 'dmy')
  assert.equal(guessColumnDateOrder(['2020-02-01', '2021-04-03']).order, 'ymd')
})

test('a column without such a date is ambiguous and shows both readings', () => {
  const guess = guessColumnDateOrder(['1/2/2020', '3/4/2021', '5/5/2021'])
  assert.equal(guess.verdict, 'ambiguous')
  assert.equal(guess.order, undefined)
  assert.deepEqual(guess.examples[0], { written: '1/2/2020', dmy: '2020-02-01', mdy: '2020-01-02' })
})

test('years, months in words and workbook dates leave nothing to ask', () => {
  assert.equal(guessColumnDateOrder(['2016', 'Nov. 2018', { date: '2019-01-02', serial: 43467 }]).verdict, 'clear')
  assert.equal(guessColumnDateOrder(['', null, 'see file']).verdict, 'no_dates')
})

test('both orders side by side are mixed', () => {
  assert.equal(guessColumnDateOrder(['13/4/2020', '4/13/2020', '1/2/2020']).verdict, 'mixed')
})

test('Solar Hijri columns are known by their years, Hijri ones by marks', () => {
  assert.equal(guessColumnDateOrder(['1395/01/02', '1396/12/03', '1398']).calendar, 'solar_hijri')
  assert.equal(guessColumnDateOrder(['1437/01/02 هـ', '1438/02/03 هـ']).calendar, 'hijri')
  assert.equal(guessColumnDateOrder(['2016', '2017']).calendar, 'gregorian')
})

test('a column that a spreadsheet converted by halves is noticed', () => {
  const cells = [
    '13/4/2020',
    '25/12/2021',
    { date: '2020-03-04', serial: 43894 },
    { date: '2021-05-06', serial: 44322 },
    { date: '2021-01-02', serial: 44198 },
  ]
  assert.equal(guessColumnDateOrder(cells).maybeSwapped, true)
  assert.equal(guessColumnDateOrder([...cells, { date: '2021-01-22', serial: 44218 }]).maybeSwapped, false)
})
