// Tests of moving agreements by hand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEvents } from '#core/events.ts'
import { createTestDatabase } from '#core/testing.ts'
import { findRecord, termFactsOf } from '../agreement-record.store.ts'
import { termOf } from '../agreement-term.ts'
import { makePerson, makeWorld, testDay } from '../testing/agreement-factory.ts'
import { type StepInput, takeStep } from './take-step.ts'

const { db } = await createTestDatabase()
const { home, officer, record, run } = await makeWorld(db)

const stateOf = async (id: string) => {
  const row = (await findRecord(db, officer, id))!
  return { stored: row.state, today: termOf(termFactsOf(row), testDay).state, version: row.version, row }
}
const codeOf = (input: StepInput, actor = officer) =>
  run(takeStep, input, actor).then(
    () => 'accepted',
    error => error.declaration?.code ?? String(error),
  )

test('an agreement goes from inquiry to force, with its day and whose turn it is', async () => {
  const id = await record({ state: 'inquiry', signedOn: null, expiresOn: null })
  const turn = () => db.selectFrom('turn').select(['state', 'holder']).where('subject_id', '=', id).executeTakeFirst()
  assert.deepEqual(await turn(), { state: 'inquiry', holder: 'home' })
  await run(takeStep, { id, step: 'begin_drafting', version: 1 })
  await run(takeStep, { id, step: 'send_to_partner', version: 2 })
  assert.deepEqual(await turn(), { state: 'partner_review', holder: 'partner' })
  await run(takeStep, { id, step: 'approve_to_sign', version: 3 })
  await run(takeStep, { id, step: 'enter_into_force', on: '2026-11-20', version: 4 })
  const { stored, row } = await stateOf(id)
  assert.deepEqual([stored, row.in_force_on, row.version], ['in_force', '2026-11-20', 5])
  const events = await listEvents(db, [{ type: 'agreement', ids: [id] }], { limit: 10 })
  assert.equal(events.length, 5)
})

test('steps that are not possible, without reason, stale or by strangers are refused', async () => {
  const id = await record()
  const reader = await makePerson(db, new Set(), new Set([home]))
  const stranger = await makePerson(db, new Set(['0198f000-0000-7000-8000-000000000000']))
  assert.equal(await codeOf({ id, step: 'begin_drafting', version: 1 }), 'case.step_not_allowed')
  assert.equal(await codeOf({ id, step: 'terminate', version: 1 }), 'case.reason_needed')
  assert.equal(await codeOf({ id, step: 'terminate', reason: ' \u0000 ', version: 1 }), 'case.reason_needed')
  assert.equal(await codeOf({ id, step: 'begin_renewal', version: 7 }), 'record.stale_version')
  assert.equal(await codeOf({ id, step: 'begin_renewal', version: 1 }, reader), 'record.forbidden')
  assert.equal(await codeOf({ id, step: 'begin_renewal', version: 1 }, stranger), 'record.not_found')
  assert.equal((await stateOf(id)).version, 1)
})

test('what has run out is expired and can be renewed with a new end only', async () => {
  const id = await record({ expiresOn: { on: '2026-06-30', precision: 'day' } })
  assert.deepEqual([(await stateOf(id)).stored, (await stateOf(id)).today], ['in_force', 'expired'])
  assert.equal(await codeOf({ id, step: 'renew', version: 1 }), 'agreement.renewal_end_missing')
  assert.equal(await codeOf({ id, step: 'renew', on: '2026-11-22', version: 1 }), 'agreement.renewal_end_missing')
  await run(takeStep, { id, step: 'begin_renewal', version: 1 })
  assert.equal((await stateOf(id)).row.renewal_begun_on, '2026-11-23')
  await run(takeStep, { id, step: 'renew', on: '2031-06-30', version: 2 })
  const { today, row } = await stateOf(id)
  assert.deepEqual([today, row.expires_on, row.renewal_begun_on], ['in_force', '2031-06-30', null])
})

test('termination keeps its reason and runs until its day', async () => {
  const id = await record()
  await run(takeStep, { id, step: 'terminate', reason: 'the partner closed', on: '2027-03-31', version: 1 })
  const { row } = await stateOf(id)
  assert.deepEqual([row.state, row.state_reason, row.ended_on], ['terminated', 'the partner closed', '2027-03-31'])
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [id] }], { limit: 1 })
  assert.deepEqual(
    [event?.reason, event?.changes],
    ['the partner closed', { endedOn: { from: null, to: '2027-03-31' } }],
  )
  assert.equal(await db.selectFrom('turn').select('id').where('subject_id', '=', id).executeTakeFirst(), undefined)
})

test('of two who move at once, one is told to reload', async () => {
  const id = await record()
  const codes = await Promise.all([
    codeOf({ id, step: 'begin_renewal', version: 1 }),
    codeOf({ id, step: 'suspend', reason: 'budget', version: 1 }),
  ])
  assert.deepEqual(codes.sort(), ['accepted', 'record.stale_version'])
})
