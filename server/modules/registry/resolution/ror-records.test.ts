// Tests of reading registry files in every published form, and broken ones.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { newRorReadReport, organisationOfRor, type RorRecord, readRorRecords } from './ror-records.ts'

const directory = mkdtempSync(join(tmpdir(), 'ror-records-'))
after(() => rmSync(directory, { recursive: true }))

const ONE = {
  id: 'https://ror.org/0aaaaaa11',
  names: [
    { value: 'Aldora "University" {of} [Brackets]', types: ['ror_display', 'label'], lang: 'en' },
    { value: 'دانشگاه آلدورا', types: ['label'], lang: 'fa' },
    { value: 'ALDU', types: ['acronym'], lang: null },
  ],
  status: 'active',
  locations: [
    { geonames_id: 1, geonames_details: { name: 'Shahrak', country_code: 'IR', country_subdivision_name: 'Mark' } },
  ],
  links: [{ type: 'website', value: 'https://aldu.example' }],
  relationships: [{ id: 'https://ror.org/0bbbbbb22', type: 'successor', label: 'Brenn' }],
  external_ids: [{ type: 'isni', all: ['0000 0001'], preferred: null }],
}
const TWO = {
  id: 'https://ror.org/0bbbbbb22',
  names: [{ value: 'Brenn', types: ['label'], lang: null }],
  status: 'active',
}
const OLD = {
  id: 'https://ror.org/0cccccc33',
  name: 'Corvan Polytechnic',
  types: ['Education'],
  status: 'active',
  aliases: ['Corvan Poly'],
  acronyms: ['CP'],
  labels: [{ label: 'Corvan École', iso639: 'fr' }],
  links: ['https://corvan.example'],
  wikipedia_url: 'https://wiki.example/Corvan',
  country: { country_code: 'FR', country_name: 'France' },
  addresses: [
    { lat: 1, lng: 2, city: 'Corvan', geonames_city: { id: 5, city: 'Corvan', geonames_admin1: { name: 'Nord' } } },
  ],
  external_ids: { FundRef: { preferred: null, all: ['501'] }, GRID: { preferred: 'grid.1', all: 'grid.1' } },
  relationships: [{ id: ONE.id, type: 'Parent', label: 'Aldora' }],
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(directory, name)
  writeFileSync(path, content)
  return path
}

async function read(path: string, report = newRorReadReport()): Promise<RorRecord[]> {
  const records: RorRecord[] = []
  for await (const record of readRorRecords(path, report)) records.push(record)
  return records
}

const array = JSON.stringify([ONE, TWO], undefined, 2)
const lines = `${JSON.stringify(ONE)}\n\n${JSON.stringify(TWO)}`
const FORMS: [string, string | Uint8Array][] = [
  ['array.json', array],
  ['with-mark.json', `\ufeff${array}`],
  ['lines.jsonl', lines],
  ['lines.crlf.jsonl', lines.replaceAll('\n', '\r\n')],
  ['array.json.gz', gzipSync(array)],
  ['lines.jsonl.gz', gzipSync(lines)],
  ['dump.zip', zipSync({ 'v9.9-ror-data.csv': strToU8('id,name\n'), 'v9.9-ror-data.json': strToU8(array) })],
  ['stored.zip', zipSync({ 'v9.9-ror-data.json': strToU8(array) }, { level: 0 })],
  [
    'both.zip',
    zipSync({ 'v1.9-ror-data.json': strToU8(JSON.stringify([OLD])), 'v1.9-ror-data_schema_v2.json': strToU8(array) }),
  ],
]
for (const [name, content] of FORMS) {
  test(`reads ${name}`, async () => assert.deepEqual(await read(file(name, content)), [ONE, TWO]))
}

test('a record cut by every chunk border is read whole', async () => {
  const many = Array.from({ length: 4000 }, (_, i) => ({ ...ONE, established: i }))
  const records = await read(file('many.json', JSON.stringify(many)))
  assert.deepEqual(
    records.map(record => record.established),
    many.map(record => record.established),
  )
})

test('schema 1 is converted to schema 2', async () => {
  const report = newRorReadReport()
  const [record] = await read(file('old.json', JSON.stringify([OLD])), report)
  assert.equal(report.convertedFromVersion1, 1)
  assert.deepEqual(record?.types, ['education', 'funder'])
  assert.deepEqual(record?.names, [
    { value: 'Corvan Polytechnic', types: ['ror_display', 'label'], lang: null },
    { value: 'Corvan École', types: ['label'], lang: 'fr' },
    { value: 'Corvan Poly', types: ['alias'], lang: null },
    { value: 'CP', types: ['acronym'], lang: null },
  ])
  assert.deepEqual(record?.external_ids, [
    { type: 'fundref', all: ['501'], preferred: null },
    { type: 'grid', all: ['grid.1'], preferred: 'grid.1' },
  ])
  assert.deepEqual(record?.relationships, [{ id: ONE.id, type: 'parent', label: 'Aldora' }])
  assert.equal(record?.locations?.[0]?.geonames_details?.country_subdivision_name, 'Nord')
})

test('broken records are counted and left out', async () => {
  const report = newRorReadReport()
  const content = [
    JSON.stringify(ONE),
    '{"id": ',
    '{"id":"x","names":[]}',
    '{"id":"https://ror.org/0dddddd44"}',
    JSON.stringify(TWO),
  ].join('\n')
  assert.deepEqual(await read(file('broken.jsonl', content), report), [ONE, TWO])
  assert.equal(report.skipped, 3)
  assert.deepEqual(
    report.skippedExamples.map(example => [example.number, example.reason]),
    [
      [2, 'not valid JSON'],
      [3, 'no ROR id'],
      [4, 'https://ror.org/0dddddd44 has no name'],
    ],
  )
})

const BROKEN: [string, string | Uint8Array, RegExp][] = [
  ['empty.json', '', /the file is empty/],
  ['picture.json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /neither a JSON array nor JSON lines/],
  ['cut.json', array.slice(0, -20), /cut off after 1 records/],
  ['cut.json.gz', gzipSync(array).subarray(0, 150), /compressed file is cut off/],
  ['cut.zip', zipSync({ 'a.json': strToU8(array) }).subarray(0, 200), /no directory/],
  ['other.zip', zipSync({ 'a.txt': strToU8(array) }), /holds no .json file/],
  ['other.json', '[{"a": 1}]', /no ROR record/],
]
for (const [name, content, message] of BROKEN) {
  test(`refuses ${name}`, async () => {
    const path = file(name, content)
    await assert.rejects(
      read(path),
      (error: Error) => error.message.startsWith(`${path}: `) && message.test(error.message),
    )
  })
}

test('a missing file is said', async () => {
  await assert.rejects(read(join(directory, 'absent.json')), /there is no such file/)
})

test('a record becomes an organisation of the index', () => {
  const found = organisationOfRor(ONE)
  assert.deepEqual(
    found.names.map(name => name.kind),
    ['label', 'label', 'acronym'],
  )
  assert.deepEqual(
    [found.country, found.city, found.region, found.website],
    ['IR', 'Shahrak', 'Mark', 'https://aldu.example'],
  )
  assert.deepEqual(found.successors, ['https://ror.org/0bbbbbb22'])
  assert.deepEqual(found.identifiers, [{ scheme: 'isni', value: '0000 0001' }])
})
