// Tests of when digests are due: the last hour that has passed, in every zone, over changes of the clocks.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lastDigestMoment } from './digest-moment.ts'

const at = (iso: string) => Temporal.Instant.from(iso)
const momentOf = (now: string, choice: Parameters<typeof lastDigestMoment>[1]) =>
  lastDigestMoment(at(now), choice).toString({ timeZoneName: 'never' })

test('today after the hour, yesterday before it', () => {
  const choice = { timeZone: 'Asia/Tehran', hour: 7 }
  assert.equal(momentOf('2026-11-23T03:29:00Z', choice), '2026-11-22T07:00:00+03:30')
  assert.equal(momentOf('2026-11-23T03:30:00Z', choice), '2026-11-23T07:00:00+03:30')
})

test('of a week its day', () => {
  const choice = { timeZone: 'Europe/Moscow', hour: 9, weekday: 1 }
  assert.equal(momentOf('2026-11-23T05:59:00Z', choice), '2026-11-16T09:00:00+03:00')
  assert.equal(momentOf('2026-11-25T12:00:00Z', choice), '2026-11-23T09:00:00+03:00')
})

test('it has passed, and the next one has not', () => {
  const zones = fc.constantFrom('UTC', 'Asia/Tehran', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia')
  const instants = fc.integer({ min: 1_600_000_000, max: 1_900_000_000 })
  const days = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined })
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 0, max: 23 }), days, (timeZone, seconds, hour, weekday) => {
      const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
      const moment = lastDigestMoment(now, { timeZone, hour, ...(weekday !== undefined && { weekday }) })
      const next = moment.add({ days: weekday === undefined ? 1 : 7 })
      assert.ok(Temporal.Instant.compare(moment.toInstant(), now) <= 0)
      assert.ok(Temporal.Instant.compare(next.add({ hours: 2 }).toInstant(), now) > 0)
      if (weekday !== undefined) assert.equal(moment.dayOfWeek, weekday)
    }),
  )
})
