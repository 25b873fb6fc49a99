// Tests of changing agreements, alone and in sets.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ActionContext } from '#core/actions.ts'
import { listEvents } from '#core/events.ts'
import { createTestDatabase } from '#core/testing.ts'
import type { AgreementChange } from '../agreement.contract.ts'
import { findRecord } from '../agreement-record.store.ts'
import { agreementInput, makeOrganisation, makePerson, makeWorld } from '../testing/agreement-factory.ts'
import { recordAgreement } from './record-agreements.ts'
import { type ReviseInput, reviseAgreements } from './revise-agreements.ts'
import { updateAgreement } from './update-agreement.ts'

const { db } = await createTestDatabase()
const { home, partner, officer, record, run } = await makeWorld(db)
const revise = { name: 'test.revise', run: (ctx: ActionContext, list: ReviseInput[]) => reviseAgreements(ctx, list) }

const change = (version: number, more: Partial<AgreementChange> = {}): AgreementChange => ({
  ...agreementInput(home, partner),
  version,
  ...more,
})
const codeOf = (id: string, input: AgreementChange, actor = officer) =>
  run(updateAgreement, { id, change: input }, actor).then(
    () => 'accepted',
    error => error.declaration?.code ?? String(error),
  )

test('each changed field goes to the trail, the rest does not', async () => {
  const second = await makeOrganisation(db, { name: 'Second Institute' })
  const id = await record()
  const parties = [partner, second].map(organisationId => ({ organisationId, side: 'partner' as const }))
  await run(updateAgreement, { id, change: change(1, { number: '7', parties, reason: 'the annex names both' }) })
  const kept = (await findRecord(db, officer, id))!
  assert.deepEqual([kept.version, kept.number, kept.parties.length], [2, '7', 3])
  const [event] = await listEvents(db, [{ type: 'agreement', ids: [id] }], { limit: 1 })
  assert.deepEqual(
    [event?.type, event?.reason, Object.keys(event?.changes ?? {})],
    ['agreement.changed', 'the annex names both', ['number', 'parties']],
  )
})

test('saving without a change changes nothing', async () => {
  const id = await record()
  await run(updateAgreement, { id, change: change(1) })
  assert.equal((await findRecord(db, officer, id))!.version, 1)
})

test('stale, forbidden and circular changes are refused', async () => {
  const parent = await record()
  const child = await record({ parentId: parent })
  const reader = await makePerson(db, new Set(), new Set([home]))
  assert.equal(await codeOf(parent, change(9)), 'record.stale_version')
  assert.equal(await codeOf(parent, change(1), reader), 'record.forbidden')
  assert.equal(await codeOf(parent, change(1, { parentId: child })), 'agreement.relation_circular')
  assert.equal(await codeOf(parent, change(1, { amendsId: parent })), 'agreement.relation_circular')
})

test('an agreement cannot be moved to a home where the actor may not record', async () => {
  const other = await makeOrganisation(db, { home: true })
  const id = await record()
  assert.equal(await codeOf(id, change(1, { homeId: other })), 'record.forbidden')
})

test('a relation that the reader cannot see survives a change', async () => {
  const otherHome = await makeOrganisation(db, { home: true })
  const both = await makePerson(db, new Set([home, otherHome]))
  const hidden = await run(recordAgreement, agreementInput(otherHome, partner), both)
  const id = await run(recordAgreement, agreementInput(home, partner, { parentId: hidden }), both)
  await run(updateAgreement, { id, change: change(1, { number: 'seen' }) })
  const kept = (await findRecord(db, officer, id))!
  assert.deepEqual([kept.parent_id, kept.number], [hidden, 'seen'])
})

test('families follow relations that are made and unmade', async () => {
  const parent = await record()
  const child = await record()
  const family = async () =>
    (await db.selectFrom('ledger_source').select('family_id').where('source_id', 'in', [parent, child]).execute()).map(
      row => row.family_id,
    )
  assert.equal(new Set(await family()).size, 2)
  await run(updateAgreement, { id: child, change: change(1, { supersedesId: parent }) })
  assert.equal(new Set(await family()).size, 1)
  await run(updateAgreement, { id: child, change: change(2) })
  assert.equal(new Set(await family()).size, 2)
})

test('a set is revised in one go; what stays the same is left alone', async () => {
  const ids = [await record({ number: 'a' }), await record({ number: 'b' })]
  const revised = await run(revise, [
    { id: ids[0]!, change: before => ({ ...before, number: 'a2' }) },
    { id: ids[1]!, change: before => before },
  ])
  assert.deepEqual(
    revised.map(one => [one.id, one.changed, one.before.number, one.version]),
    [
      [ids[0], true, 'a', 2],
      [ids[1], false, 'b', 1],
    ],
  )
  const rows = await Promise.all(ids.map(id => findRecord(db, officer, id)))
  assert.deepEqual(
    rows.map(row => [row!.number, row!.version]),
    [
      ['a2', 2],
      ['b', 1],
    ],
  )
})

test('a revision also moves the state, and what it answers brings everything back', async () => {
  const id = await record({ number: 'r', state: 'out_for_signature' })
  const original = { fileName: 'later.xlsx', sheet: null, row: 3, cells: [{ header: 'Partner', value: 'Second' }] }
  const state = { state: 'terminated' as const, reason: 'the list says so', endedOn: '2026-01-31' }
  const [revised] = await run(revise, [{ id, change: before => ({ ...before, number: 'r2' }), original, state }])
  const now = (await findRecord(db, officer, id))!
  assert.deepEqual([now.state, now.number, now.ended_on], ['terminated', 'r2', '2026-01-31'])
  await run(revise, [
    {
      id,
      version: revised!.version,
      change: () => revised!.before,
      original: revised!.original,
      state: revised!.state,
    },
  ])
  const back = (await findRecord(db, officer, id))!
  assert.deepEqual(
    [back.state, back.state_reason, back.number, back.ended_on, back.original],
    ['out_for_signature', null, 'r', null, null],
  )
})
