// What official lists and people say: edits are kept, differences shown, statements taken over.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { officialFacts, organisationFrom } from './import/ror-facts.ts'
import {
  acceptStatement,
  applyEdit,
  applyOfficial,
  differencesOf,
  type OrganisationFacts,
} from './organisation-facts.ts'
import type { RorRecord } from './resolution/ror-records.ts'
import { rorRecord } from './testing/invented-ror.ts'

const official = (more: Record<string, unknown> = {}) => officialFacts(rorRecord(1, more) as unknown as RorRecord)
const today = '2026-11-23'
const texts = (facts: OrganisationFacts) => facts.names.map(name => `${name.text}|${name.source}`)
const names = (...values: string[]) => ({
  names: values.map((value, i) => ({ value, types: i === 0 ? ['ror_display', 'label'] : ['alias'], lang: 'en' })),
})

test('a record becomes facts with their source and the day it was said', () => {
  const facts = organisationFrom(official())
  assert.equal(facts.name, 'University of Testland 1')
  assert.deepEqual(facts.place, { country: 'TT', region: null, city: 'Port', latitude: 10.5, longitude: -61.5 })
  assert.deepEqual(
    facts.identifiers.map(({ scheme, source, saidOn }) => ({ scheme, source, saidOn })),
    [{ scheme: 'ror', source: 'ror', saidOn: '2026-01-01' }],
  )
})

test('adding a name leaves the official names in the care of their source', () => {
  const ours = organisationFrom(official(names('A', 'B')))
  const edited = applyEdit(
    ours,
    { names: [...ours.names, { text: 'Ours', language: 'fa', script: null, kind: 'label' }] },
    today,
  )
  assert.deepEqual(edited.editedFields, [])
  const { facts, keptEdits } = applyOfficial(edited, official(names('A', 'C')))
  assert.deepEqual(keptEdits, [])
  assert.deepEqual(texts(facts), ['A|ror', 'C|ror', 'Ours|manual'])
})

test('a removed official name stays removed, and the difference is shown', () => {
  const ours = organisationFrom(official(names('A', 'B')))
  const edited = applyEdit(ours, { names: ours.names.filter(name => name.text !== 'B') }, today)
  assert.deepEqual(edited.editedFields, ['names'])
  const { facts, keptEdits } = applyOfficial(edited, official(names('A', 'B', 'C')))
  assert.deepEqual(keptEdits, ['names'])
  assert.deepEqual(texts(facts), ['A|ror'])
  assert.deepEqual(
    differencesOf(facts).map(one => [one.field, (one.value as unknown[]).length]),
    [['names', 3]],
  )
})

test('a changed single value wins until the statement of the source is taken over', () => {
  const edited = applyEdit(organisationFrom(official()), { established: 1934 }, today)
  const { facts } = applyOfficial(edited, official({ established: 1955 }))
  assert.equal(facts.established, 1934)
  assert.deepEqual(
    differencesOf(facts).map(({ field, value }) => ({ field, value })),
    [{ field: 'established', value: 1955 }],
  )
  const taken = acceptStatement(facts, differencesOf(facts)[0]!, today)
  assert.equal(taken.established, 1955)
  assert.deepEqual(taken.editedFields, [])
  assert.equal(applyOfficial(taken, official({ established: 1960 })).facts.established, 1960)
})

test('writing the official value back ends the edit', () => {
  const edited = applyEdit(organisationFrom(official()), { established: 1934 }, today)
  const back = applyEdit(edited, { established: 1950 }, today)
  assert.deepEqual(back.editedFields, [])
  assert.deepEqual(back.statements, [])
})

test('the shown name is always among the names', () => {
  const edited = applyEdit(organisationFrom(official()), { name: 'Shown otherwise' }, today)
  assert.deepEqual(texts(edited), ['Shown otherwise|manual', 'University of Testland 1|ror'])
  const { facts } = applyOfficial(edited, official(names('New official name')))
  assert.equal(facts.name, 'Shown otherwise')
  assert.deepEqual(texts(facts), ['New official name|ror', 'Shown otherwise|manual'])
})

test('taking over the official names keeps what was added here', () => {
  const ours = organisationFrom(official(names('A', 'B')))
  const edited = applyEdit(
    ours,
    { names: [ours.names[0]!, { text: 'Ours', language: null, script: null, kind: 'alias' }] },
    today,
  )
  const taken = acceptStatement(edited, edited.statements[0]!, today)
  assert.deepEqual(texts(taken), ['A|ror', 'B|ror', 'Ours|manual'])
})

test('the hash changes with what is kept and not with what is not', () => {
  assert.equal(official().hash, official({ ip_addresses: ['x'] }).hash)
  assert.notEqual(official().hash, official({ established: 1951 }).hash)
})

test('odd records do not break the reading', () => {
  const facts = official({
    names: [{ value: ' \u202eevil\u0000 name ', types: [], lang: 'english' }],
    established: 'long ago',
    links: [{ type: 'website', value: 'javascript:alert(1)' }],
    locations: [{ geonames_details: { country_code: 'Testland', lat: 1000, lng: null } }],
    external_ids: [{ type: 'isni', all: ['not one'], preferred: null }],
    relationships: [
      { type: 'Child', id: 'https://ror.org/05dxps055', label: 'X' },
      { type: 'enemy', id: 'x' },
    ],
    admin: null,
  })
  assert.equal(facts.name, 'evil name')
  assert.deepEqual([facts.established, facts.links, facts.version], [null, [], null])
  assert.deepEqual(facts.place, { country: null, region: null, city: null, latitude: null, longitude: null })
  assert.deepEqual(
    facts.relations.map(one => `${one.kind} ${one.otherRor}`),
    ['child 05dxps055'],
  )
})
