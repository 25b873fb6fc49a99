// Tests of working days: over weekends of different countries and holidays; there and back again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  usualWeekend,
  type WorkCalendar,
} from './working-days.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const iran: WorkCalendar = {
  weekend: new Set([5]),
  holidays: new Set(['2027-03-21', '2027-03-22', '2027-03-23', '2027-03-24']),
}
const russia: WorkCalendar = { weekend: new Set([6, 7]), holidays: new Set(['2027-01-01']) }

test('weekends differ by country', () => {
  assert.deepEqual([usualWeekend('IR'), usualWeekend('RU')], [[5], [6, 7]])
  // A Friday and the Sunday after it.
  assert.deepEqual(
    [iran, russia].map(calendar => ['2026-11-27', '2026-11-29'].map(iso => isWorkingDay(day(iso), calendar))),
    [
      [false, true],
      [true, false],
    ],
  )
})

test('the days around a rest', () => {
  assert.equal(nextWorkingDay(day('2027-03-21'), iran).toString(), '2027-03-25')
  assert.equal(previousWorkingDay(day('2027-03-24'), iran).toString(), '2027-03-20')
  assert.equal(previousWorkingDay(day('2027-01-03'), russia).toString(), '2026-12-31')
  assert.equal(addWorkingDays(day('2026-12-31'), 1, russia).toString(), '2027-01-04')
  assert.equal(addWorkingDays(day('2027-01-04'), -1, russia).toString(), '2026-12-31')
})

test('a calendar without a working day is refused', () => {
  const never: WorkCalendar = { weekend: new Set([1, 2, 3, 4, 5, 6, 7]), holidays: new Set() }
  assert.throws(() => nextWorkingDay(day('2026-11-23'), never), RangeError)
})

const calendars = fc
  .record({
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
    holidays: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
  })
  .map(({ weekend, holidays }) => ({
    weekend: new Set(weekend),
    holidays: new Set(holidays.map(days => day('2026-11-01').add({ days }).toString())),
  }))
const days = fc.integer({ min: 0, max: 60 }).map(count => day('2026-11-01').add({ days: count }))

test('the next and the previous working day are the nearest ones', () => {
  fc.assert(
    fc.property(calendars, days, (calendar, from) => {
      const [next, previous] = [nextWorkingDay(from, calendar), previousWorkingDay(from, calendar)]
      assert.ok(isWorkingDay(next, calendar) && isWorkingDay(previous, calendar))
      for (let at = previous.add({ days: 1 }); Temporal.PlainDate.compare(at, next) < 0; at = at.add({ days: 1 }))
        assert.ok(!isWorkingDay(at, calendar) || at.equals(from))
    }),
  )
})

test('so many working days there and back is where one began', () => {
  fc.assert(
    fc.property(calendars, days, fc.integer({ min: 0, max: 40 }), (calendar, from, count) => {
      const start = nextWorkingDay(from, calendar)
      const end = addWorkingDays(start, count, calendar)
      assert.ok(isWorkingDay(end, calendar))
      assert.equal(addWorkingDays(end, -count, calendar).toString(), start.toString())
      assert.equal(
        addWorkingDays(addWorkingDays(start, count, calendar), 1, calendar).toString(),
        addWorkingDays(start, count + 1, calendar).toString(),
      )
    }),
  )
})
