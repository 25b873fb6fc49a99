// Organisations by hand: created, changed, merged, split, chosen as homes; and what is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runAction } from '#core/actions.ts'
import { Forbidden, NotFound, type Refusal, StaleVersion } from '#core/errors.ts'
import { listEvents } from '#core/events.ts'
import { systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { registryInvariants } from '../invariants.store.ts'
import {
  findOrganisations,
  listHomes,
  listOrganisations,
  listUnits,
  organisationFamily,
  searchOrganisations,
} from '../organisation.store.ts'
import { loadFacts } from '../organisation-facts.store.ts'
import {
  AlreadyMerged,
  FieldRefused,
  HomeInUse,
  IdentifierTaken,
  MergeRefused,
  SplitRefused,
  UnitCycle,
} from '../registry.errors.ts'
import { makeHome, makeOrganisation, nobodyWrites, person } from '../testing/registry-factory.ts'
import { changeOrganisation } from './change-organisation.ts'
import { createOrganisation } from './create-organisation.ts'
import { createUnverifiedOrganisations, removeUnverifiedOrganisations } from './create-unverified.ts'
import { mergeOrganisations, undoMerge } from './merge-organisations.ts'
import { removeHome, setHomes } from './set-homes.ts'
import { splitOrganisation } from './split-organisation.ts'

const { db } = await createTestDatabase()
const services = actionServices(db)
const officer = person()
const reason = 'They are one and the same'

const refused = (declaration: { code: string }) => (error: unknown) =>
  (error as Refusal).declaration?.code === declaration.code
const facts = async (id: string) => (await loadFacts(db, [id], 'for reading')).get(id)!
const found = async (q: string) => (await searchOrganisations(db, { q }, 'en')).map(option => option.id)

test('a created organisation is found by every name and identifier', async () => {
  const id = await makeOrganisation(db, {
    name: 'Institut für Weltenkunde',
    names: [
      { text: 'پژوهشگاه جهان‌شناسی', language: 'fa', kind: 'label' },
      { text: 'IWK', kind: 'acronym' },
    ],
    identifiers: [
      { scheme: 'erasmus', value: 'a  welt01' },
      { scheme: 'pic', value: '987654321' },
    ],
    links: [{ kind: 'website', url: 'www.weltenkunde.example' }],
    place: { country: 'AT', city: 'Wien', region: null, latitude: 48.2, longitude: 16.4 },
  })
  for (const text of [
    'weltenk',
    'Welten fur',
    'پژوهشگاه جهان',
    'iwk',
    'A WELT01',
    '987654',
    'weltenkunde.example',
    'https://www.weltenkunde.example/x',
    'wletenkunde',
  ])
    assert.deepEqual(await found(text), [id], text)
  const [option] = await searchOrganisations(db, { q: 'weltenkunde' }, 'fa')
  assert.equal(option?.name, 'پژوهشگاه جهان‌شناسی')
  assert.equal(option?.original, 'Institut für Weltenkunde')
  assert.deepEqual(option?.matched, {
    text: 'Institut für Weltenkunde',
    kind: 'label',
    script: 'Latn',
    language: null,
    roughly: false,
  })
})

test('bad input is refused with the field and a remedy', async () => {
  const attempt = runAction(services, officer, createOrganisation, {
    name: '…',
    identifiers: [{ scheme: 'pic', value: '12' }],
    links: [{ kind: 'website', url: 'javascript:alert(1)' }],
    place: { country: null, region: null, city: null, latitude: 1, longitude: null },
  })
  await assert.rejects(attempt, (error: Refusal) => {
    assert.equal(error.declaration, FieldRefused)
    assert.deepEqual(
      error.fields.map(field => field.path),
      ['name', 'identifiers.0.value', 'links.0.url', 'place.latitude'],
    )
    assert.equal(error.fields[1]?.message, '“12” is not an identifier of this kind; one looks like 999999999.')
    return true
  })
})

test('an identifier belongs to one organisation', async () => {
  await makeOrganisation(db, { name: 'First', identifiers: [{ scheme: 'pic', value: '111111111' }] })
  await assert.rejects(
    makeOrganisation(db, { identifiers: [{ scheme: 'pic', value: '111111111' }] }),
    refused(IdentifierTaken),
  )
})

test('who only reads does not write', async () => {
  const viewer = person({ writes: nobodyWrites, reads: 'everywhere' })
  await assert.rejects(runAction(services, viewer, createOrganisation, { name: 'X' }), refused(Forbidden))
})

test('a change is recorded field by field, a stale one refused', async () => {
  const id = await makeOrganisation(db, { name: 'Old Name' })
  await runAction(services, officer, changeOrganisation, {
    id,
    version: 1,
    established: 1901,
    name: 'New Name',
    reason,
  })
  const [event] = await listEvents(db, [{ type: 'organisation', ids: [id] }], { limit: 1 })
  assert.deepEqual(event?.changes, {
    established: { from: null, to: '1901' },
    name: { from: 'Old Name', to: 'New Name' },
    names: { from: ['Old Name'], to: ['New Name', 'Old Name'] },
  })
  await assert.rejects(
    runAction(services, officer, changeOrganisation, { id, version: 1, established: 1902 }),
    refused(StaleVersion),
  )
  await runAction(services, officer, changeOrganisation, { id, version: 2, established: 1901 })
  assert.equal((await facts(id)).version, 2)
})

test('a merged organisation counts as the other one and comes back whole', async () => {
  const [a, b, c] = [
    await makeOrganisation(db, { name: 'Gemmological College', identifiers: [{ scheme: 'pic', value: '222222222' }] }),
    await makeOrganisation(db, { name: 'Petrology Academy' }),
    await makeOrganisation(db, { name: 'Volcanology School' }),
  ]
  const unit = await makeOrganisation(db, { name: 'Department of Opals', unitOf: a })
  const before = await facts(a)
  await runAction(services, officer, mergeOrganisations, { id: a, intoId: b, reason })
  await runAction(services, officer, mergeOrganisations, { id: b, intoId: c, reason })
  assert.deepEqual(await found('gemmological'), [c])
  assert.deepEqual(await found('222222222'), [c])
  assert.deepEqual(
    (await findOrganisations(db, [a])).map(card => [card.askedId, card.id, card.name]),
    [[a, c, 'Volcanology School']],
  )
  assert.deepEqual((await organisationFamily(db, [a])).sort(), [a, b, c, unit].sort())
  assert.deepEqual(
    (await listUnits(db, [c], 'en')).map(one => one.id),
    [unit],
  )
  assert.equal((await listOrganisations(db, { text: 'petrology' }, 'en')).items[0]?.id, c)
  await assert.rejects(
    runAction(services, officer, changeOrganisation, { id: a, version: 2, established: 1 }),
    refused(AlreadyMerged),
  )
  await runAction(services, officer, undoMerge, { id: b, reason })
  assert.deepEqual(await found('gemmological'), [b])
  await runAction(services, officer, undoMerge, { id: a, reason })
  assert.deepEqual(await found('gemmological'), [a])
  const { version: _before, ...kept } = before
  const { version: _after, ...returned } = await facts(a)
  assert.deepEqual(returned, kept)
})

test('an organisation is not merged into itself, its unit, or a merged one', async () => {
  const [a, b] = [await makeOrganisation(db), await makeOrganisation(db)]
  const unit = await makeOrganisation(db, { unitOf: a })
  const merge = (id: string, intoId: string) => runAction(services, officer, mergeOrganisations, { id, intoId, reason })
  await assert.rejects(merge(a, a), refused(MergeRefused))
  await assert.rejects(merge(a, unit), refused(MergeRefused))
  await assert.rejects(merge(unit, a), refused(MergeRefused))
  await assert.rejects(merge(a, newId()), refused(NotFound))
  await merge(a, b)
  await assert.rejects(merge(b, a), refused(AlreadyMerged))
})

test('a split moves names and identifiers to a new organisation', async () => {
  const id = await makeOrganisation(db, {
    name: 'Joint Faculty',
    names: [{ text: 'Faculty of Tides', kind: 'alias' }],
    identifiers: [{ scheme: 'pic', value: '333333333' }],
  })
  const split = (more: object) =>
    runAction(services, officer, splitOrganisation, {
      id,
      version: 1,
      reason,
      name: 'Faculty of Tides',
      names: [],
      identifiers: [],
      ...more,
    })
  await assert.rejects(split({}), refused(SplitRefused))
  await assert.rejects(split({ names: [{ text: 'Joint Faculty', kind: 'label' }] }), refused(SplitRefused))
  await assert.rejects(split({ names: [{ text: 'Unknown', kind: 'alias' }] }), refused(SplitRefused))
  const fresh = await split({
    names: [{ text: 'Faculty of Tides', kind: 'alias' }],
    identifiers: [{ scheme: 'pic', value: '333333333' }],
  })
  assert.deepEqual(await found('333333333'), [fresh])
  assert.deepEqual(
    (await facts(id)).names.map(name => name.text),
    ['Joint Faculty'],
  )
  assert.equal((await facts(fresh)).name, 'Faculty of Tides')
})

test('units form a tree without circles', async () => {
  const top = await makeOrganisation(db, { name: 'Top' })
  const faculty = await makeOrganisation(db, { name: 'Faculty', unitOf: top })
  const chair = await makeOrganisation(db, { name: 'Chair', unitOf: faculty })
  assert.deepEqual(
    (await listUnits(db, [top], 'en')).map(unit => [unit.name, unit.depth]),
    [
      ['Faculty', 1],
      ['Chair', 2],
    ],
  )
  const circle = runAction(services, officer, changeOrganisation, { id: faculty, version: 1, unitOf: chair })
  await assert.rejects(circle, refused(UnitCycle))
})

test('homes are chosen, created and removed while they have no cases', async () => {
  const admin = systemActor()
  const id = await makeOrganisation(db, { name: 'Our University' })
  await runAction(services, admin, setHomes, {
    organisationIds: [id],
    create: [{ name: 'Our Academy', country: 'KZ', city: 'Almaty' }],
  })
  const homes = await listHomes(db)
  assert.deepEqual(
    homes.map(home => home.name),
    ['Our Academy', 'Our University'],
  )
  await runAction(services, admin, removeHome, { id: homes[0]!.id })
  await assert.rejects(runAction(services, admin, removeHome, { id: homes[0]!.id }), refused(NotFound))
  await assert.rejects(runAction(services, officer, setHomes, { organisationIds: [] }), refused(Forbidden))
  await assert.rejects(
    runAction(services, admin, mergeOrganisations, { id, intoId: homes[0]!.id, reason }),
    refused(Forbidden),
  )
  await db
    .insertInto('event')
    .values({
      id: newId(),
      chain: id,
      position: 1000,
      type: 'x',
      subject_type: 'agreement',
      subject_id: newId(),
      home_id: id,
      actor_name: '',
      at: new Date().toISOString(),
      request_id: '',
      data: '{}' as never,
      hash: '',
    })
    .execute()
  await assert.rejects(runAction(services, admin, setHomes, { organisationIds: [] }), refused(HomeInUse))
})

test('an officer of one home changes its units but not those of another', async () => {
  const [mine, other] = [await makeHome(db), await makeHome(db)]
  const officerOfMine = person({ writes: new Set([mine]) })
  await runAction(services, officerOfMine, createOrganisation, { name: 'My Faculty', unitOf: mine })
  await assert.rejects(
    runAction(services, officerOfMine, createOrganisation, { name: 'Theirs', unitOf: other }),
    refused(Forbidden),
  )
})

test('unverified organisations go with their import while nobody uses them', async () => {
  const create = {
    name: 'test-create',
    run: (ctx: Parameters<typeof createUnverifiedOrganisations>[0]) =>
      createUnverifiedOrganisations(ctx, [
        { name: 'Ghost College', country: 'KZ', otherNames: ['Коллегия призраков'] },
        { name: 'Real College' },
      ]),
  }
  const [ghost, real] = await runAction(services, officer, create, undefined as never)
  assert.deepEqual(await found('призраков'), [ghost])
  await makeOrganisation(db, { name: 'Unit of the real one', unitOf: real! })
  const remove = {
    name: 'test-remove',
    async run(ctx: Parameters<typeof createUnverifiedOrganisations>[0]) {
      ctx.unchanged()
      return removeUnverifiedOrganisations(ctx, [ghost!, real!])
    },
  }
  assert.deepEqual(await runAction(services, officer, remove, undefined as never), [real])
  assert.deepEqual(await findOrganisations(db, [ghost!]), [])
})

test('the truths of the registry hold after all that', async () => {
  for (const { name, check } of registryInvariants) assert.deepEqual(await check(db), [], name)
})
