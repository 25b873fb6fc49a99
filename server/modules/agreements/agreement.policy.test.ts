// Tests of who may see and change agreements: a table, and that lists decide as single reads do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { json } from '#core/database/connect.ts'
import { type Actor, anonymous, type Reach, systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { createTestDatabase } from '#core/testing.ts'
import { type AgreementStanding, canEdit, canRead, canRecord, visibleTo } from './agreement.policy.ts'
import type { Item } from './portfolio/portfolio-items.ts'
import { visibility } from './portfolio/portfolio-matching.ts'
import { makeOrganisation, makePerson } from './testing/agreement-factory.ts'
import { visibleAgreement } from './visible.store.ts'

const { db } = await createTestDatabase()
const [homeA, homeB] = [await makeOrganisation(db, { home: true }), await makeOrganisation(db, { home: true })]
const unit = await makeOrganisation(db, { unitOf: homeA })
const owner = await makePerson(db, new Set())
const nowhere: Reach = new Set()

const actor = (reads: Reach, writes: Reach = nowhere, id: string | null = 'someone'): Actor => ({
  ...systemActor(),
  kind: 'person',
  id,
  reads,
  writes,
  administers: false,
})
const standing = (more: Partial<AgreementStanding> = {}): AgreementStanding => ({
  homeId: homeA,
  unitId: null,
  confidentiality: 'internal',
  ownerId: null,
  removed: false,
  ...more,
})

test('who may see and who may change', () => {
  const confidential = standing({ confidentiality: 'confidential', ownerId: owner.id })
  const table: [string, Actor, AgreementStanding, boolean, boolean][] = [
    ['the system', systemActor(), standing(), true, true],
    ['a reader of the home', actor(new Set([homeA])), standing(), true, false],
    ['a writer of the home', actor(new Set([homeA]), new Set([homeA])), standing(), true, true],
    ['a reader of another home', actor(new Set([homeB])), standing(), false, false],
    ['a writer of the unit, whole home', actor(new Set([unit]), new Set([unit])), standing(), false, false],
    ['a writer of the unit, its own', actor(new Set([unit]), new Set([unit])), standing({ unitId: unit }), true, true],
    ['a reader, confidential', actor(new Set([homeA])), confidential, false, false],
    ['a writer, confidential', actor(new Set([homeA]), new Set([homeA])), confidential, true, true],
    ['the owner who reads, confidential', actor(new Set([homeA]), nowhere, owner.id), confidential, true, false],
    ['the owner without any reach', actor(nowhere, nowhere, owner.id), confidential, false, false],
    ['nobody', anonymous('en'), standing({ confidentiality: 'open' }), false, false],
    ['the system, removed', systemActor(), standing({ removed: true }), false, false],
  ]
  for (const [who, one, agreement, read, edit] of table)
    assert.deepEqual([canRead(one, agreement).allowed, canEdit(one, agreement).allowed], [read, edit], who)
  assert.equal(canRecord(actor(new Set([homeA]), new Set([unit])), homeA, null).allowed, false)
  assert.equal(canRecord(actor(new Set([homeA]), new Set([unit])), homeA, unit).allowed, true)
})

const places = [homeA, homeB, unit]
const anyReach = fc.oneof(
  fc.constant<Reach>('everywhere'),
  fc.subarray(places).map(ids => new Set(ids) as Reach),
)
const anyActor = fc
  .tuple(anyReach, anyReach, fc.constantFrom(owner.id, 'someone', null))
  .map(([reads, writes, id]) => actor(reads, writes, id))

test('queries, lists in memory and single decisions see the same agreements', async () => {
  const all: (AgreementStanding & { id: string })[] = []
  for (const homeId of [homeA, homeB])
    for (const unitId of homeId === homeA ? [null, unit] : [null])
      for (const confidentiality of ['open', 'internal', 'confidential'])
        for (const ownerId of [null, owner.id])
          for (const removed of [false, true])
            all.push({ id: newId(), homeId, unitId, confidentiality, ownerId, removed })
  await db
    .insertInto('agreement')
    .values(
      all.map(one => ({
        ...{
          id: one.id,
          home_id: one.homeId,
          unit_id: one.unitId,
          kind: 'other',
          kinds: ['other'],
          title: json({}),
          state: 'in_force',
        },
        ...{
          confidentiality: one.confidentiality,
          owner_id: one.ownerId,
          removed_at: one.removed ? new Date().toISOString() : null,
        },
      })),
    )
    .execute()
  await fc.assert(
    fc.asyncProperty(anyActor, async one => {
      const decided = all
        .filter(agreement => canRead(one, agreement).allowed)
        .map(agreement => agreement.id)
        .sort()
      const built = await db
        .selectFrom('agreement')
        .select('agreement.id')
        .where(eb => visibleTo(one)(eb))
        .execute()
      const { rows: written } = await sql<{
        id: string
      }>`select id from agreement where ${visibleAgreement(one)}`.execute(db)
      const sees = visibility(one)
      const inMemory = all.filter(agreement => !agreement.removed && sees(agreement as unknown as Item))
      assert.deepEqual(built.map(row => row.id).sort(), decided)
      assert.deepEqual(written.map(row => row.id).sort(), decided)
      assert.deepEqual(inMemory.map(row => row.id).sort(), decided)
    }),
    { numRuns: 60 },
  )
})
