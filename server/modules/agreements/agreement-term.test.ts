// Tests of what dates mean on a day; the same in JavaScript and in SQL.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { json } from '#core/database/connect.ts'
import { createTestDatabase } from '#core/testing.ts'
import { agreementStates } from './agreement.states.ts'
import { renewals } from './agreement.terms.ts'
import { effectiveEndSql, effectiveStateSql } from './agreement-term.store.ts'
import { effectiveEnd, effectiveState, type TermFacts, termOf } from './agreement-term.ts'

const day = Temporal.PlainDate.from
const facts = (more: Partial<TermFacts> = {}): TermFacts => ({
  state: 'in_force',
  expiresOn: '2026-10-31',
  renewal: 'none',
  renewalMonths: null,
  reviewDueOn: null,
  endedOn: null,
  notice: null,
  ...more,
})

test('an agreement in force expires the day after its last day', () => {
  assert.equal(effectiveState(facts(), day('2026-10-31')), 'in_force')
  assert.equal(effectiveState(facts(), day('2026-11-01')), 'expired')
  assert.equal(effectiveState(facts({ state: 'suspended' }), day('2026-11-01')), 'suspended')
  assert.equal(effectiveState(facts({ expiresOn: null }), day('2026-11-01')), 'in_force')
})

test('automatic renewal moves the end on by whole terms, each counted from the first end', () => {
  const renewed = facts({ renewal: 'automatic', renewalMonths: 12, expiresOn: '2020-02-29' })
  assert.deepEqual(effectiveEnd(renewed, day('2020-02-29')), { on: '2020-02-29', renewals: 0 })
  assert.deepEqual(effectiveEnd(renewed, day('2020-03-01')), { on: '2021-02-28', renewals: 1 })
  assert.deepEqual(effectiveEnd(renewed, day('2023-12-24')), { on: '2024-02-29', renewals: 4 })
  assert.equal(effectiveState(renewed, day('2099-01-01')), 'in_force')
})

test('review and notice follow from the end', () => {
  const term = termOf(facts({ notice: { amount: 6, unit: 'month' } }), day('2026-01-15'))
  assert.deepEqual(
    [term.reviewOn, term.reviewDue, term.noticeDeadline, term.daysToEnd],
    ['2025-10-31', true, '2026-04-30', 289],
  )
  assert.equal(termOf(facts({ reviewDueOn: '2026-05-01' }), day('2026-01-15')).reviewDue, false)
})

test('a terminated agreement runs until the day its notice ends', () => {
  const term = termOf(facts({ state: 'terminated', endedOn: '2026-06-30' }), day('2026-01-15'))
  assert.deepEqual([term.state, term.effectiveEnd, term.noticeRunningUntil], ['terminated', '2026-06-30', '2026-06-30'])
  assert.equal(
    termOf(facts({ state: 'terminated', endedOn: '2026-06-30' }), day('2026-07-01')).noticeRunningUntil,
    null,
  )
})

const { db } = await createTestDatabase()
const isoDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const anyFacts = fc.record({
  state: fc.constantFrom(...agreementStates),
  expiresOn: fc.option(isoDay),
  renewal: fc.constantFrom(...renewals),
  renewalMonths: fc.option(fc.integer({ min: 1, max: 130 })),
  reviewDueOn: fc.constant(null),
  endedOn: fc.option(isoDay),
  notice: fc.constant(null),
})

test('state and end are the same in JavaScript and in SQL, for any facts on any day', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyFacts, { minLength: 50, maxLength: 200 }), isoDay, async (list, on) => {
      const today = day(on)
      const { rows } = await sql<{ state: string; end: string | null }>`
        select ${effectiveStateSql(today)} as state, ${effectiveEndSql(today)} as "end"
        from jsonb_to_recordset(${json(list.map((one, position) => ({ position, ...one })))}) as given(position int, state text,
          "expiresOn" date, renewal text, "renewalMonths" int, "endedOn" date)
        cross join lateral (select given.state, given."expiresOn" as expires_on, given.renewal, given."renewalMonths" as renewal_months,
          given."endedOn" as ended_on) agreement order by position`.execute(db)
      const computed = list.map(one => {
        const term = termOf(one, today)
        return { state: term.state, end: term.effectiveEnd }
      })
      assert.deepEqual(rows, computed)
    }),
    { numRuns: 30 },
  )
})
