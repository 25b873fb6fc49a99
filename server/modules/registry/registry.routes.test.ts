// The registry through the app: records, persons, imports in the background, decisions as files.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTestApp, type TestPerson } from '#server/test-app.ts'
import * as organisations from './organisation.contract.ts'
import * as persons from './person.contract.ts'
import * as registry from './registry.contract.ts'
import { rorIdOf, rorRecord } from './testing/invented-ror.ts'

const { services, person, anybody } = await createTestApp()
const admin = await person('administrator')
const officer = await person('officer', null, 'fa')

async function upload(who: TestPerson, url: string, name: string, content: string) {
  const boundary = 'x'.repeat(20)
  const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--${boundary}--\r\n`
  return who.inject({
    method: 'POST',
    url,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
}

test('strangers are asked to sign in', async () => {
  assert.equal((await anybody.refused(organisations.listOrganisations)).code, 'identity.sign_in_needed')
  assert.equal(
    (await officer.refused(organisations.setHomes, { body: { organisationIds: [] } })).code,
    'record.forbidden',
  )
})

test('an organisation goes from creation to merger and its history tells', async () => {
  const made = await officer.call(organisations.createOrganisation, {
    body: {
      name: 'University of Tall Grass',
      names: [{ text: 'دانشگاه علف بلند', language: 'fa', kind: 'label' }],
      identifiers: [{ scheme: 'schac', value: 'tallgrass.example' }],
      place: { country: 'IR', region: null, city: 'Tabas', latitude: null, longitude: null },
    },
  })
  assert.equal(made.name, 'دانشگاه علف بلند')
  assert.equal(made.original, 'University of Tall Grass')
  assert.deepEqual(made.abilities.change, true)
  const changed = await officer.call(organisations.changeOrganisation, {
    params: { id: made.id },
    body: { version: made.version, established: 1999, reason: 'Letterhead' },
  })
  assert.equal(changed.established, 1999)
  const stale = await officer.refused(organisations.changeOrganisation, {
    params: { id: made.id },
    body: { version: 1, established: 1 },
  })
  assert.equal(stale.status, 400)
  const late = await officer.refused(organisations.changeOrganisation, {
    params: { id: made.id },
    body: { version: 1, established: 1998 },
  })
  assert.equal(late.code, 'record.stale_version')
  const other = await officer.call(organisations.createOrganisation, { body: { name: 'Tall Grass Academy' } })
  const kept = await officer.call(organisations.mergeOrganisation, {
    params: { id: other.id },
    body: { intoId: made.id, reason: 'Same house' },
  })
  assert.deepEqual(
    kept.mergedFrom.map(one => one.id),
    [other.id],
  )
  const merged = await officer.call(organisations.getOrganisation, { params: { id: other.id } })
  assert.deepEqual([merged.status, merged.mergedInto?.id], ['merged', made.id])
  const { items } = await admin.call(organisations.getTimeline, { params: { id: made.id } })
  assert.deepEqual(
    items.map(item => item.type),
    ['organisation.merged', 'organisation.added', 'organisation.changed', 'organisation.added'],
  )
  assert.equal(items[2]?.changes[0]?.to, '1999')
})

test('units and contacts that come and go stand in the history of their organisation, contacts without their names', async () => {
  const add = (body: { name: string; unitOf?: string }) => admin.call(organisations.createOrganisation, { body })
  const [first, second] = [await add({ name: 'College of Reeds' }), await add({ name: 'College of Rushes' })]
  const unit = await add({ name: 'Department of Ponds', unitOf: first.id })
  await admin.call(organisations.changeOrganisation, {
    params: { id: unit.id },
    body: { version: unit.version, unitOf: second.id },
  })
  const { items: homes } = await admin.call(organisations.setHomes, { body: { organisationIds: [first.id] } })
  const contact = await admin.call(persons.createPerson, {
    params: { id: second.id },
    body: { name: 'Example Contact', homeId: homes[0]!.id },
  })
  await admin.call(persons.deletePerson, { params: { id: contact.id } })
  const historyOf = async (id: string) => {
    const { items } = await admin.call(organisations.getTimeline, { params: { id } })
    return items.map(item => item.sentence.replace(/^.* Example /, '')).reverse()
  }
  assert.deepEqual(await historyOf(first.id), [
    'added College of Reeds',
    'added the unit Department of Ponds to College of Reeds',
    'took the unit Department of Ponds out of College of Reeds',
    'made College of Reeds a home organisation',
  ])
  assert.deepEqual(await historyOf(second.id), [
    'added College of Rushes',
    'added the unit Department of Ponds to College of Rushes',
    'added a contact person of College of Rushes',
    'removed a contact person of College of Rushes',
  ])
  await admin.call(organisations.setHomes, { body: { organisationIds: [] } })
})

test('lists page, filter and stay at a fixed number of queries', async () => {
  for (const name of ['Page One College', 'Page Two College', 'Page Three College'])
    await admin.call(organisations.createOrganisation, {
      body: { name, place: { country: 'UZ', region: null, city: null, latitude: null, longitude: null } },
    })
  const page = await admin.call(organisations.listOrganisations, { query: { country: ['UZ'], limit: 2 } })
  assert.deepEqual([page.total, page.items.map(item => item.name)], [3, ['Page One College', 'Page Three College']])
  const rest = await admin.call(organisations.listOrganisations, { query: { country: ['UZ'], limit: 2, offset: 2 } })
  assert.deepEqual(
    rest.items.map(item => item.name),
    ['Page Two College'],
  )
  const text = await admin.call(organisations.listOrganisations, { query: { text: 'page college two' } })
  assert.deepEqual(
    text.items.map(item => item.name),
    ['Page Two College'],
  )
  const none = await admin.call(organisations.listOrganisations, { query: { offset: 1000 } })
  assert.deepEqual([none.items, none.total > 3], [[], true])
})

test('homes with their units are listed as far as a person reads', async () => {
  const { items } = await admin.call(organisations.setHomes, {
    body: {
      organisationIds: [],
      create: [
        { name: 'Home A', country: 'KZ' },
        { name: 'Home B', country: 'KZ' },
      ],
    },
  })
  const [a, b] = items
  const unit = await admin.call(organisations.createOrganisation, { body: { name: 'Faculty', unitOf: a!.id } })
  const ofUnit = await person('officer', unit.id)
  const seen = await ofUnit.call(organisations.listHomes)
  assert.deepEqual(
    seen.items.map(home => [home.name, home.mayWrite, home.units.map(one => one.name)]),
    [['Home A', false, ['Faculty']]],
  )
  assert.deepEqual(
    seen.items.map(home => home.writableUnits),
    [[unit.id]],
  )
  const observes = await person('observer', unit.id)
  assert.deepEqual(
    (await observes.call(organisations.listHomes)).items.map(home => home.writableUnits),
    [[]],
  )
  assert.equal((await admin.call(organisations.listHomes)).items.length, 2)
  const left = await admin.call(organisations.removeHome, { params: { id: b!.id } })
  assert.deepEqual(
    left.items.map(home => home.name),
    ['Home A'],
  )
})

test('persons are kept by a home, found in any script, and deleted', async () => {
  const [home] = (await admin.call(organisations.listHomes)).items
  const partner = await admin.call(organisations.createOrganisation, { body: { name: 'Partner of Persons' } })
  const made = await admin.call(persons.createPerson, {
    params: { id: partner.id },
    body: {
      name: 'Zahra Example',
      names: { fa: 'زهرا نمونه' },
      email: 'zahra@example.org',
      orcid: 'https://orcid.org/0000-0002-1825-0097',
    },
  })
  assert.deepEqual([made.orcid, made.home?.id, made.organisation?.id], ['0000-0002-1825-0097', home!.id, partner.id])
  const found = await admin.call(persons.listOrganisationPersons, {
    params: { id: partner.id },
    query: { text: 'زهرا' },
  })
  assert.deepEqual(
    found.items.map(one => one.id),
    [made.id],
  )
  assert.equal((await admin.call(organisations.getOrganisation, { params: { id: partner.id } })).personCount, 1)
  const stranger = await person('viewer', partner.id)
  assert.equal((await stranger.refused(persons.getPerson, { params: { id: made.id } })).status, 404)
  assert.deepEqual((await stranger.call(persons.listPersons)).total, 0)
  const wrong = await admin.refused(persons.changePerson, {
    params: { id: made.id },
    body: { version: 1, orcid: '1234' },
  })
  assert.deepEqual([wrong.status, wrong.fields?.[0]?.path], [422, 'orcid'])
  const changed = await admin.call(persons.changePerson, {
    params: { id: made.id },
    body: { version: 1, position: 'Rector' },
  })
  assert.deepEqual([changed.position, changed.email], ['Rector', 'zahra@example.org'])
  await admin.call(persons.deletePerson, { params: { id: made.id } })
  assert.equal((await admin.refused(persons.getPerson, { params: { id: made.id } })).status, 404)
})

test('an administrator uploads an official list and sees it arrive', async () => {
  const content = [rorRecord(70), rorRecord(71)].map(record => JSON.stringify(record)).join('\n')
  assert.equal((await upload(officer, '/api/registry/imports', 'ror.jsonl', content)).statusCode, 403)
  const response = await upload(admin, '/api/registry/imports', '../ror.jsonl', content)
  assert.equal(response.statusCode, 200, response.body)
  const waiting = response.json() as registry.RegistryImport
  assert.deepEqual([waiting.state, waiting.kind, waiting.fileName], ['waiting', 'ror', 'ror.jsonl'])
  await services.jobs.drain()
  const done = await admin.call(registry.getImport, { params: { id: waiting.id } })
  assert.deepEqual([done.state, done.share, done.report?.added], ['finished', 1, 2])
  const state = await officer.call(registry.getRegistryState)
  assert.equal(state.lastImport?.id, waiting.id)
  const bad = (await upload(admin, '/api/registry/imports', 'ror.zip', 'no zip')).json() as registry.RegistryImport
  await services.jobs.drain()
  const failed = await admin.call(registry.getImport, { params: { id: bad.id } })
  assert.equal(failed.state, 'failed')
  assert.ok(failed.error !== null && failed.error.length > 10)
  assert.equal((await admin.call(registry.listImports)).items.length, 2)
})

test('decisions about names travel as a file', async () => {
  const [home] = (await admin.call(organisations.listHomes)).items
  const [option] = (await admin.call(organisations.searchOrganisations, { query: { q: rorIdOf(70) } })).items
  const written = '=Uni Testland'
  const made = await admin.call(registry.decideName, {
    body: { homeId: home!.id, written, organisationId: option!.id },
  })
  assert.deepEqual([made.written, made.organisation?.id], [written, option!.id])
  await admin.call(registry.decideName, {
    body: { homeId: home!.id, written: 'Nobody', country: 'FR', organisationId: null },
  })
  const file = await admin.inject({ method: 'GET', url: `/api/registry/decisions.csv?homeId=${home!.id}` })
  assert.match(file.body, /'=Uni Testland/)
  for (const one of (await admin.call(registry.listDecisions)).items)
    await admin.call(registry.withdrawDecision, { params: { id: one.id } })
  const url = `/api/registry/decisions/import?homeId=${home!.id}`
  const more = `${file.body}Strange,,0zzzzzz99,,\r\n,FR,,,-\r\nX,France,,,-\r\n`
  const taken = (await upload(admin, url, 'decisions.csv', more)).json() as {
    decided: number
    unchanged: number
    skipped: { row: number }[]
  }
  assert.deepEqual([taken.decided, taken.unchanged, taken.skipped.map(one => one.row)], [2, 0, [4, 5, 6]])
  const again = (await upload(admin, url, 'decisions.csv', file.body)).json() as { decided: number; unchanged: number }
  assert.deepEqual([again.decided, again.unchanged], [0, 2])
  assert.equal((await upload(admin, url, 'x.csv', 'a,b\n1,2')).statusCode, 422)
  const { items } = await admin.call(registry.listDecisions, { query: { text: 'testland' } })
  assert.deepEqual(
    items.map(one => one.written),
    [written],
  )
})
