// Dates, numbers and names for readers of three languages, two calendars and two kinds of digits.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatsFor } from './format.ts'
import { choicesFrom, type ReaderChoices, resolveReader } from './reader.ts'

const choices = (change: Partial<ReaderChoices>): ReaderChoices => ({
  language: 'en',
  calendar: null,
  digits: null,
  timeZone: 'UTC',
  theme: 'auto',
  ...change,
})
const formats = (change: Partial<ReaderChoices>) => formatsFor(resolveReader(choices(change)))

const day = '2026-11-23'

test('a day is written in the reader’s calendar and digits', () => {
  assert.equal(formats({ language: 'en' }).date(day), '23 Nov 2026')
  assert.equal(formats({ language: 'fa' }).date(day), '۲ آذر ۱۴۰۵')
  assert.equal(formats({ language: 'ru' }).date(day, 'long'), '23 ноября 2026 г.')
})

test('calendar and digits are chosen apart from the language, and no era disturbs', () => {
  assert.equal(formats({ language: 'en', calendar: 'solar_hijri' }).date(day), '2 Azar 1405')
  assert.equal(formats({ language: 'fa', digits: 'latn' }).date(day), '2 آذر 1405')
  assert.equal(formats({ language: 'fa', calendar: 'gregorian' }).date(day), '۲۳ نوامبر ۲۰۲۶')
  assert.equal(formats({ language: 'ru', calendar: 'solar_hijri' }).date(day), '2 азер 1405 г.')
})

test('a month or year keeps the calendar it was written in and says which', () => {
  const fa = formats({ language: 'fa' })
  assert.equal(fa.date({ on: '2026-11-22', precision: 'month', calendar: 'solar_hijri' }, 'long'), 'آذر ۱۴۰۵')
  assert.equal(fa.date({ on: '2026-01-01', precision: 'year', calendar: 'gregorian' }), '۲۰۲۶ م.')
  assert.equal(formats({ language: 'en' }).date({ on: '2026-01-01', precision: 'year', calendar: 'gregorian' }), '2026')
  assert.equal(
    formats({ language: 'en' }).date({ on: '2026-03-21', precision: 'year', calendar: 'solar_hijri' }),
    '1405 SH',
  )
})

test('an instant falls on the day of the reader’s time zone', () => {
  assert.equal(formats({ timeZone: 'Asia/Tehran' }).dayOfInstant('2026-11-23T21:00:00Z'), '2026-11-24')
  assert.equal(formats({ timeZone: 'UTC' }).dayOfInstant('2026-11-23T21:00:00Z'), '2026-11-23')
})

test('money keeps every digit of a decimal text', () => {
  assert.equal(
    formats({ language: 'en' }).money('9007199254740993.25', 'EUR').replace(/\s/g, ' '),
    'EUR 9,007,199,254,740,993.25',
  )
  assert.equal(formats({ language: 'en' }).money('5', 'nothing'), '5 nothing')
})

test('numbers and lists', () => {
  assert.equal(formats({ language: 'fa' }).number(1234.5), '۱٬۲۳۴٫۵')
  assert.equal(formats({ language: 'ru' }).list(['а', 'б', 'в']), 'а, б и в')
  assert.equal(formats({ language: 'fa' }).country('AM'), 'ارمنستان')
  assert.equal(formats({ language: 'en' }).country('nowhere'), 'nowhere')
})

test('what cannot be formatted comes back as it was, and nothing throws', () => {
  const all = (['en', 'fa', 'ru'] as const).map(language => formats({ language }))
  fc.assert(
    fc.property(fc.string(), text => {
      for (const format of all) {
        format.date(text)
        format.instant(text)
        format.relativeDay(text)
        format.country(text)
        format.languageName(text)
        format.money(text, text)
      }
    }),
  )
  assert.equal(all[0]?.date('renewal pending'), 'renewal pending')
})

test('kept choices of any shape give a reader', () => {
  fc.assert(fc.property(fc.anything(), kept => resolveReader(choicesFrom(kept, 'en')).locale.length > 0))
  assert.deepEqual(choicesFrom({ language: 'fa', digits: 'roman', timeZone: 'Mars/Base', theme: 'dark' }, 'en'), {
    language: 'fa',
    calendar: null,
    digits: null,
    timeZone: null,
    theme: 'dark',
  })
})
