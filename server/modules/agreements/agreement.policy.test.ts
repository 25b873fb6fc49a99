// Tests of who may see and change agreements: a table, and that lists decide as single reads do.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { json } from '#core/database/connect.ts'
import { type Actor, anonymous, type Grant, type Reach, systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { createTestDatabase } from '#core/testing.ts'
import {
  type AgreementStanding,
  canEdit,
  canNameReaders,
  canRead,
  canRecord,
  visibleAgreement,
} from './agreement.policy.ts'
import type { Item } from './portfolio/portfolio-items.ts'
import { visibility } from './portfolio/portfolio-matching.ts'
import { makeOrganisation, makePerson } from './testing/agreement-factory.ts'

const { db } = await createTestDatabase()
const [homeA, homeB] = [await makeOrganisation(db, { home: true }), await makeOrganisation(db, { home: true })]
const unit = await makeOrganisation(db, { unitOf: homeA })
const account = async () => ({ id: (await makePerson(db, new Set())).id! })
const [owner, reader] = [await account(), await account()]
const nowhere: Reach = new Set()

interface More {
  audits?: Reach
  /** Who stands in for somebody does so by their roles. */
  standsInFor?: string
  grants?: readonly Grant[]
}
const actor = (reads: Reach, writes: Reach = nowhere, id: string | null = 'someone', more: More = {}): Actor => {
  const { audits = nowhere, standsInFor, grants = [{ role: 'observer', scopeId: homeA }] } = more
  const lent: Grant[] = standsInFor
    ? [{ role: 'observer', scopeId: homeA, deputyFor: { id: standsInFor, name: 'Absent' } }]
    : []
  return {
    ...systemActor(),
    ...{ kind: 'person', id, reads, writes, administers: false },
    ...{ grants: [...grants, ...lent], powers: { read: reads, write: writes, confidential: audits } },
  }
}
const standing = (more: Partial<AgreementStanding> = {}): AgreementStanding => ({
  homeId: homeA,
  unitId: null,
  confidentiality: 'internal',
  ownerId: null,
  readerIds: [],
  removed: false,
  ...more,
})

test('who may see and who may change', () => {
  const confidential = standing({ confidentiality: 'confidential', ownerId: owner.id, readerIds: [reader.id] })
  const [here, there] = [new Set([homeA]), new Set([homeB])]
  const token = { tokenScopes: ['read'] as const }
  const table: [string, Actor, AgreementStanding, boolean, boolean][] = [
    ['the system', systemActor(), standing(), true, true],
    ['a reader of the home', actor(new Set([homeA])), standing(), true, false],
    ['a writer of the home', actor(new Set([homeA]), new Set([homeA])), standing(), true, true],
    ['a reader of another home', actor(new Set([homeB])), standing(), false, false],
    ['a writer of the unit, whole home', actor(new Set([unit]), new Set([unit])), standing(), false, false],
    ['a writer of the unit, its own', actor(new Set([unit]), new Set([unit])), standing({ unitId: unit }), true, true],
    ['a reader, confidential', actor(new Set([homeA])), confidential, false, false],
    ['a writer, confidential', actor(here, here), confidential, false, false],
    ['a writer everywhere, confidential', actor('everywhere', 'everywhere'), confidential, false, false],
    ['the owner who reads, confidential', actor(here, nowhere, owner.id), confidential, true, false],
    ['the owner whose role does not reach it', actor(there, there, owner.id), confidential, true, false],
    ['the owner without any role', actor(nowhere, nowhere, owner.id, { grants: [] }), confidential, false, false],
    ['a named reader who reads', actor(here, nowhere, reader.id), confidential, true, false],
    ['a named reader who writes', actor(here, here, reader.id), confidential, true, true],
    ['a named reader from elsewhere', actor(there, there, reader.id), confidential, true, false],
    ['a named reader without any role', actor(nowhere, nowhere, reader.id, { grants: [] }), confidential, false, false],
    ['who stands in for a reader', actor(there, there, 'b', { standsInFor: reader.id }), confidential, true, false],
    ['who stands in for the owner', actor(here, here, 'b', { standsInFor: owner.id }), confidential, true, true],
    ['who stands in for another', actor(here, here, 'b', { standsInFor: 'c' }), confidential, false, false],
    [
      'a reader’s token that was not made for it',
      { ...actor(here, here, reader.id), ...token },
      confidential,
      false,
      false,
    ],
    ['an auditor of the home', actor(here, nowhere, 'a', { audits: here }), confidential, true, false],
    ['an auditor of another home', actor(here, nowhere, 'a', { audits: there }), confidential, false, false],
    ['the system, confidential', systemActor(), confidential, true, true],
    [
      'a named reader from elsewhere, not confidential',
      actor(there, there, reader.id),
      standing({ readerIds: [reader.id] }),
      false,
      false,
    ],
    ['nobody', anonymous('en'), standing({ confidentiality: 'open' }), false, false],
    ['the system, removed', systemActor(), standing({ removed: true }), false, false],
  ]
  for (const [who, one, agreement, read, edit] of table)
    assert.deepEqual([canRead(one, agreement).allowed, canEdit(one, agreement).allowed], [read, edit], who)
  assert.equal(canRecord(actor(new Set([homeA]), new Set([unit])), homeA, null).allowed, false)
  assert.equal(canRecord(actor(new Set([homeA]), new Set([unit])), homeA, unit).allowed, true)
})

test('readers are named by those who change the agreement and by its owner, and only while they see it', () => {
  const secret = standing({ confidentiality: 'confidential', ownerId: owner.id, readerIds: [reader.id] })
  const table: [string, Actor, boolean][] = [
    ['the owner who only reads', actor(new Set([homeA]), nowhere, owner.id), true],
    ['the owner from elsewhere', actor(nowhere, nowhere, owner.id), true],
    ['a reader who only reads', actor(new Set([homeA]), nowhere, reader.id), false],
    ['a reader who writes', actor(new Set([homeA]), new Set([homeA]), reader.id), true],
    ['a writer who is not named', actor('everywhere', 'everywhere'), false],
    ['an auditor', actor('everywhere', nowhere, 'a', { audits: 'everywhere' }), false],
  ]
  for (const [who, one, may] of table) assert.equal(canNameReaders(one, secret).allowed, may, who)
})

const places = [homeA, homeB, unit]
const anyReach = fc.oneof(
  fc.constant<Reach>('everywhere'),
  fc.subarray(places).map(ids => new Set(ids) as Reach),
)
const anyActor = fc
  .tuple(
    ...([anyReach, anyReach, anyReach, fc.constantFrom(owner.id, reader.id, 'someone', null)] as const),
    fc.constantFrom(undefined, owner.id, reader.id),
    fc.boolean(),
  )
  .map(([reads, writes, audits, id, standsInFor, hasRole]) =>
    actor(reads, writes, id, { audits, ...(standsInFor && { standsInFor }), ...(!hasRole && { grants: [] }) }),
  )

test('queries, lists in memory and single decisions see the same agreements', async () => {
  const all: (AgreementStanding & { id: string })[] = []
  for (const homeId of [homeA, homeB])
    for (const unitId of homeId === homeA ? [null, unit] : [null])
      for (const confidentiality of ['open', 'internal', 'confidential'])
        for (const ownerId of [null, owner.id])
          for (const readerIds of [[], [reader.id], ['else', owner.id]])
            for (const removed of [false, true])
              all.push({ id: newId(), homeId, unitId, confidentiality, ownerId, readerIds, removed })
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
          reader_ids: [...one.readerIds],
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
      const { rows: listed } = await sql<{
        id: string
      }>`select id from agreement where ${visibleAgreement(one)}`.execute(db)
      const sees = visibility(one)
      const inMemory = all.filter(agreement => !agreement.removed && sees(agreement as unknown as Item))
      assert.deepEqual(listed.map(row => row.id).sort(), decided)
      assert.deepEqual(inMemory.map(row => row.id).sort(), decided)
    }),
    { numRuns: 120 },
  )
})
