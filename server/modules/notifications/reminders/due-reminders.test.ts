// Tests of the days of reminders: before the date, on a working day, each once also when nobody worked for some days.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isWorkingDay } from '#core/working-days.ts'
import { graceDays, reminderOn, remindersOf } from './due-reminders.ts'

const iran = { weekend: new Set([5]), holidays: new Set(['2027-03-21']) }
const on = (iso: string) => Temporal.PlainDate.from(iso)
const shown = (dueOn: string, days: number[]) =>
  remindersOf(dueOn, { days }, iran).map(one => [one.on.toString(), one.days])

test('so many days before, on the working day before a free one', () => {
  // The 27 November 2026 is a Friday, the 21 March 2027 a holiday on a Sunday.
  assert.deepEqual(shown('2027-03-21', [0, 114]), [
    ['2026-11-26', 114],
    ['2027-03-20', 0],
  ])
})

test('the latest that has come is told, not one of long ago', () => {
  const reminders = remindersOf('2027-06-30', { days: [90, 30, 28] }, iran)
  const toldOn = (iso: string) => reminderOn(reminders, on(iso))?.days
  assert.deepEqual(['2027-03-31', '2027-04-01', '2027-04-07', '2027-04-08', '2027-06-02'].map(toldOn), [
    undefined,
    90,
    90,
    undefined,
    28,
  ])
})

test('asked every day, each reminder of a date is told at least once, on a working day', () => {
  const rules = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 5 })
  const spread = rules.filter(days =>
    days.every(one => days.every(other => one === other || Math.abs(one - other) > 3)),
  )
  fc.assert(
    fc.property(spread, fc.integer({ min: 0, max: 365 }), (days, offset) => {
      const dueOn = on('2027-06-01').add({ days: offset })
      const reminders = remindersOf(dueOn.toString(), { days }, iran)
      const told = new Set<number>()
      for (
        let day = dueOn.subtract({ days: 320 });
        Temporal.PlainDate.compare(day, dueOn) <= 0;
        day = day.add({ days: 1 })
      ) {
        const reminder = reminderOn(reminders, day)
        if (!reminder) continue
        assert.ok(isWorkingDay(reminder.on, iran))
        assert.ok(reminder.on.until(day, { largestUnit: 'day' }).days < graceDays)
        told.add(reminder.days)
      }
      assert.deepEqual(
        [...told].sort((a, b) => a - b),
        days.toSorted((a, b) => a - b),
      )
    }),
  )
})
