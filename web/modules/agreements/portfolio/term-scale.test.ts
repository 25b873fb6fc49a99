// The axis of terms, in both calendars.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { monthsFrom, stepFor, termScale } from './term-scale.ts'

describe('the axis of terms', () => {
  it('begins and ends with whole years', () => {
    const scale = termScale([{ start: '2021-03-10', end: '2029-08-01' }], '2026-11-23', 'gregorian')
    assert.deepEqual([scale.first, scale.last], ['2021-01-01', '2030-01-01'])
    assert.equal(scale.shareOf('2021-01-01'), 0)
    assert.equal(scale.shareOf('2050-01-01'), 1)
    assert.deepEqual(
      scale.years.map(each => each.label),
      [2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028, 2029],
    )
  })
  it('has years of the Solar Hijri calendar', () => {
    const scale = termScale([], '2026-11-23', 'solar_hijri')
    assert.equal(scale.first, '2024-03-20')
    assert.deepEqual(
      scale.years.map(each => each.label),
      [1403, 1404, 1405, 1406, 1407],
    )
  })
  it('does not stretch to far days', () => {
    const scale = termScale([{ start: '1925-01-01', end: '2099-12-31' }], '2026-11-23', 'gregorian')
    assert.deepEqual([scale.first, scale.last], ['2014-01-01', '2039-01-01'])
    assert.equal(stepFor(25), 5)
  })
})

it('months follow each other over the end of a year', () => {
  const months = monthsFrom('2026-11-23', 3, 'gregorian')
  assert.deepEqual(
    months.map(each => [each.from, each.until]),
    [
      ['2026-11-01', '2026-11-30'],
      ['2026-12-01', '2026-12-31'],
      ['2027-01-01', '2027-01-31'],
    ],
  )
  assert.deepEqual(
    monthsFrom('2027-03-10', 2, 'solar_hijri').map(each => each.until),
    ['2027-03-20', '2027-04-20'],
  )
})
