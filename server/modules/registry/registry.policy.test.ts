// Who may do what in the registry: one table, and the list condition agrees with the single check.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import type { Decision } from '#core/policy.ts'
import { createTestDatabase } from '#core/testing.ts'
import { insertPerson, listPersons } from './person.store.ts'
import * as policy from './registry.policy.ts'
import { makeHome, nobodyWrites, person } from './testing/registry-factory.ts'

const [home, otherHome, unit, partner] = [newId(), newId(), newId(), newId()]
const actors = {
  administrator: person({ administers: true }),
  officer: person(),
  homeOfficer: person({ writes: new Set([home, unit]) }),
  unitOfficer: person({ writes: new Set([unit]) }),
  viewer: person({ writes: nobodyWrites, reads: 'everywhere' }),
  anybody: anonymous('en'),
}
const place = (id: string, homeId: string | null, mergedInto: string | null = null) => ({ id, homeId, mergedInto })
const homes = [home, otherHome]

const table: [string, (actor: (typeof actors)['officer']) => Decision, (keyof typeof actors)[]][] = [
  ['add', actor => policy.canAddOrganisation(actor), ['administrator', 'officer', 'homeOfficer', 'unitOfficer']],
  [
    'change a partner',
    actor => policy.canChangeOrganisation(actor, place(partner, null)),
    ['administrator', 'officer', 'homeOfficer', 'unitOfficer'],
  ],
  ['change a merged one', actor => policy.canChangeOrganisation(actor, place(partner, null, newId())), []],
  [
    'change a home',
    actor => policy.canChangeOrganisation(actor, place(home, home)),
    ['administrator', 'officer', 'homeOfficer'],
  ],
  [
    'change a unit',
    actor => policy.canChangeOrganisation(actor, place(unit, home)),
    ['administrator', 'officer', 'homeOfficer', 'unitOfficer'],
  ],
  [
    'merge partners',
    actor => policy.canMergeOrganisation(actor, place(partner, null), homes),
    ['administrator', 'officer'],
  ],
  [
    'merge partners where there is one home',
    actor => policy.canMergeOrganisation(actor, place(partner, null), [home]),
    ['administrator', 'officer', 'homeOfficer'],
  ],
  ['merge a home away', actor => policy.canMergeOrganisation(actor, place(home, home), homes), []],
  [
    'undo a merge',
    actor => policy.canUndoMerge(actor, place(partner, null, newId()), homes),
    ['administrator', 'officer'],
  ],
  ['undo no merge', actor => policy.canUndoMerge(actor, place(partner, null), homes), []],
  [
    'take over a statement',
    actor => policy.canAcceptStatement(actor, place(partner, null), 1),
    ['administrator', 'officer', 'homeOfficer', 'unitOfficer'],
  ],
  ['take over nothing', actor => policy.canAcceptStatement(actor, place(partner, null), 0), []],
  ['choose homes', actor => policy.canAdminister(actor), ['administrator']],
  [
    'change a contact of the home',
    actor => policy.canChangePerson(actor, { homeId: home }),
    ['administrator', 'officer', 'homeOfficer'],
  ],
  [
    'change a contact of nobody',
    actor => policy.canChangePerson(actor, { homeId: null }),
    ['administrator', 'officer', 'homeOfficer', 'unitOfficer'],
  ],
  ['decide names', actor => policy.canDecideNames(actor, home), ['administrator', 'officer', 'homeOfficer']],
]

for (const [name, decide, allowed] of table)
  test(`policy: ${name}`, () => {
    const may = Object.entries(actors).filter(([, actor]) => decide(actor).allowed)
    assert.deepEqual(
      may.map(([who]) => who),
      allowed,
    )
  })

test('a list of persons holds exactly those that each actor may read', async () => {
  const { db } = await createTestDatabase()
  const [mine, theirs] = [await makeHome(db), await makeHome(db)]
  const persons = [mine, theirs, null].map(homeId => ({ id: newId(), homeId }))
  const rest = {
    organisationId: null,
    unitId: null,
    name: 'Someone',
    names: {},
    position: null,
    email: null,
    phone: null,
    orcid: null,
  }
  for (const one of persons) await insertPerson(db, { ...rest, ...one })
  const readers = [
    person(),
    person({ writes: nobodyWrites, reads: new Set([mine]) }),
    person({ writes: nobodyWrites }),
    anonymous('en'),
  ]
  for (const reader of readers) {
    const { items } = await listPersons(db, {}, reader)
    const expected = persons.filter(one => policy.canReadPerson(reader, one)).map(one => one.id)
    assert.deepEqual(items.map(one => one.id).sort(), expected.sort())
  }
})
