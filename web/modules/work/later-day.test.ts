// Tests of days after a day: over the ends of months and years.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laterDay } from './later-day.ts'

test('days and months later', () => {
  assert.equal(laterDay('2026-11-23', { days: 1 }), '2026-11-24')
  assert.equal(laterDay('2026-12-31', { days: 1 }), '2027-01-01')
  assert.equal(laterDay('2026-11-23', { days: 7 }), '2026-11-30')
  assert.equal(laterDay('2027-01-31', { months: 1 }), '2027-02-28')
  assert.equal(laterDay('2026-12-31', { months: 24 }), '2028-12-31')
})
