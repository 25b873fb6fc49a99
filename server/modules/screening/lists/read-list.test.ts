// Tests of reading lists in every format, and of files that are broken, hostile or something else.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ListFormat, ListMapping } from '../list.terms.ts'
import { euCsv, euXml, ofacCsv, ofacXml, openSanctionsCsv, ownJson, unList } from '../testing/invented-lists.ts'
import { birthDateOf, hashOfEntry, type ListEntry, ListNotReadable } from './list-entry.ts'
import { readList } from './read-list.ts'

/** Cut anywhere, as files come from the network. */
async function* inPieces(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const ownMapping: ListMapping = {
  ...{ number: 'ref', name: 'who.full', otherNames: 'who.also', birthDates: 'born', kind: 'type' },
}

async function read(format: ListFormat, text: string | Uint8Array, mapping = ownMapping, size = 7) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const [entries, problems, days]: [ListEntry[], string[], string[]] = [[], [], []]
  for await (const piece of readList(format, inPieces(bytes, size), mapping))
    if ('entry' in piece) entries.push(piece.entry)
    else if ('problem' in piece) problems.push(piece.problem)
    else days.push(piece.publishedOn.slice(0, 10))
  return { entries, problems, days }
}

const failure = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'read'
  } catch (error) {
    assert.ok(error instanceof ListNotReadable, String(error))
    return error.code
  }
}

test('the list of the United Nations', async () => {
  const { entries, problems, days } = await read('un_xml', unList)
  assert.deepEqual(days, ['2026-11-02'])
  assert.deepEqual(problems, ['no_name'])
  assert.deepEqual(entries, [
    {
      externalId: '6908001',
      kind: 'person',
      names: ['IVAN SERGEEVICH ZARYANOV', 'Зарянов Иван Сергеевич', 'Iwan Sarjanow'],
      birthDates: ['1970-05-01', '1968..1972'],
      countries: ['KZ'],
      identifiers: ['N1234567'],
      programmes: ['Testland', 'TLi.001'],
      remarks: 'Invented & for tests.',
    },
    {
      externalId: '6908002',
      kind: 'organisation',
      names: ['CORVAN TRADING COMPANY', 'Корван Трейдинг'],
      birthDates: [],
      countries: ['IR'],
      identifiers: [],
      programmes: ['TLe.001'],
      remarks: null,
    },
  ])
})

test('the list of the European Union says the same as XML and as CSV', async () => {
  const [xml, csv] = [await read('eu_xml', euXml), await read('eu_csv', euCsv)]
  assert.deepEqual(xml.days, ['2026-11-03'])
  assert.deepEqual(csv.days, ['2026-11-05'])
  const person = {
    externalId: '13',
    kind: 'person',
    names: ['Mohammadreza Sharvini', 'محمدرضا شروینی'],
    birthDates: ['1981-02-03'],
    countries: ['IR'],
    identifiers: ['A 778-899'],
    programmes: ['TST', 'EU.1.1'],
  }
  assert.deepEqual(xml.entries[0], { ...person, remarks: 'Invented.' })
  assert.deepEqual(csv.entries[0], { ...person, remarks: 'Invented; with a "quote"' })
  assert.deepEqual(
    [...xml.entries, ...csv.entries].slice(1).map(one => [one.externalId, one.kind, one.countries.length]),
    [
      ['14', 'organisation', 0],
      ['13', 'person', 1],
      ['14', 'organisation', 0],
    ],
  )
})

test('the lists of OFAC as XML and as CSV without a heading', async () => {
  const [xml, csv] = [await read('ofac_xml', ofacXml), await read('ofac_csv', ofacCsv)]
  assert.deepEqual(xml.days, ['2026-11-04'])
  assert.deepEqual(
    [xml.entries[0], csv.entries[0]].map(one => [one?.names[0], one?.birthDates, one?.countries, one?.identifiers]),
    [
      ['Ivan Sergeevich ZARYANOV', ['1970-05-01'], ['KZ'], ['N1234567']],
      ['Ivan Sergeevich ZARYANOV', ['1970-05-01'], ['KZ'], ['N1234567']],
    ],
  )
  assert.deepEqual(xml.entries[1]?.kind, 'other')
  assert.deepEqual(csv.entries[0]?.programmes, ['TST', 'TWO'])
  assert.deepEqual(csv.entries[1]?.kind, 'organisation')
})

test('the simple CSV of OpenSanctions', async () => {
  const { entries } = await read('opensanctions_csv', openSanctionsCsv)
  assert.deepEqual(entries[0]?.names, ['Ivan Zaryanov', 'Иван Зарянов', 'Iwan Sarjanow'])
  assert.deepEqual(
    entries.map(one => [one.kind, one.countries]),
    [
      ['person', ['KZ']],
      ['organisation', ['IR', 'RU']],
    ],
  )
})

test('other lists by a mapping: JSON, JSON lines, XML, CSV', async () => {
  const json = await read('json', ownJson)
  assert.deepEqual(json.problems, ['no_name'])
  assert.deepEqual(json.entries[0]?.names, ['Ivan Zaryanov', 'Иван Зарянов'])
  assert.deepEqual(json.entries[0]?.birthDates, ['1970'])
  assert.equal(
    (await read('json', '{"ref":"a","who":{"full":"A B"}}\n{"ref":"b","who":{"full":"C D"}}')).entries.length,
    2,
  )
  const xml = '<all><one no="7"><n>Ana Brenn</n><alias>A. Brenn</alias></one></all>'
  const mapping = { record: 'one', number: '@no', name: 'n', otherNames: 'alias', usually: 'person' } as const
  assert.deepEqual((await read('xml', xml, mapping)).entries[0]?.names, ['Ana Brenn', 'A. Brenn'])
  const csv = await read('csv', 'No|Name|Other\r\n1|Ana Brenn|A;B\r\n\r\n2||\r\n', {
    ...{ number: 'No', name: 'Name', otherNames: 'Other', separator: ';' },
  })
  assert.deepEqual(csv.entries[0]?.names, ['Ana Brenn', 'A', 'B'])
  assert.deepEqual(csv.problems, ['no_name'])
})

const bad: [string, ListFormat, string | Uint8Array, string][] = [
  ['an empty file', 'un_xml', '', 'empty'],
  ['an empty table', 'eu_csv', '', 'empty'],
  ['another format', 'un_xml', euXml, 'other_format'],
  ['another format of OFAC', 'ofac_xml', unList, 'other_format'],
  ['a table of something else', 'eu_csv', openSanctionsCsv, 'columns_missing'],
  ['a table with a heading where there is none', 'ofac_csv', openSanctionsCsv, 'columns_missing'],
  ['half a file', 'un_xml', unList.slice(0, 900), 'xml_broken'],
  ['a quotation mark that is not closed', 'opensanctions_csv', 'id,name\n1,"Ana', 'csv_broken'],
  ['something else than JSON', 'json', 'hello', 'json_broken'],
  ['letters that are not UTF-8', 'opensanctions_csv', Uint8Array.from([0x69, 0x64, 0xe9, 0x2c, 0x0a]), 'encoding'],
  ['no element of the name', 'xml', '<all/>', 'no_records'],
  [
    'an entity bomb',
    'un_xml',
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>',
    'xml_doctype',
  ],
  [
    'an entity of a file',
    'un_xml',
    '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><CONSOLIDATED_LIST>&a;</CONSOLIDATED_LIST>',
    'xml_doctype',
  ],
  ['too deep', 'un_xml', `<CONSOLIDATED_LIST>${'<a>'.repeat(200)}`, 'xml_broken'],
]
for (const [what, format, text, code] of bad)
  test(`refused with its reason: ${what}`, async () => assert.equal(await failure(read(format, text)), code))

test('a record without an end is refused before it fills the memory', async () => {
  const endless = `<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><COMMENTS1>${'x'.repeat(5_000_000)}`
  assert.equal(await failure(read('un_xml', endless, ownMapping, 65_536)), 'xml_broken')
})

test('it does not matter where the file is cut', async () => {
  const whole = await read('eu_csv', euCsv, ownMapping, 1_000_000)
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 64 }), async size => {
      assert.deepEqual(await read('eu_csv', euCsv, ownMapping, size), whole)
    }),
    { numRuns: 30 },
  )
})

test('any bytes are read or refused, in every format', async () => {
  const formats: ListFormat[] = [
    'un_xml',
    'eu_xml',
    'eu_csv',
    'ofac_xml',
    'ofac_csv',
    'opensanctions_csv',
    'csv',
    'json',
    'xml',
  ]
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...formats), fc.uint8Array({ maxLength: 300 }), async (format, bytes) => {
      await failure(read(format, bytes))
    }),
    { numRuns: 300 },
  )
})

test('dates of birth as far as they are said', () => {
  const written = [
    '1970',
    'circa 1970',
    '12 Jan 1970',
    'Jan 1970',
    '1965 to 1970',
    '1970-00-00',
    '03/02/1981',
    'unknown',
    '1981-02-03T00:00:00',
  ]
  assert.deepEqual(written.map(birthDateOf), [
    ...['1970', '1970', '1970-01-12', '1970-01', '1965..1970', '1970', '1981', undefined, '1981-02-03'],
  ])
})

test('the same content has the same hash in any order; another main name is another content', () => {
  const entry: ListEntry = {
    ...{ externalId: '1', kind: 'person', names: ['A', 'B', 'C'], birthDates: ['1970', '1971'], countries: [] },
    ...{ identifiers: [], programmes: [], remarks: null },
  }
  const hash = hashOfEntry(entry)
  assert.equal(hashOfEntry({ ...entry, names: ['A', 'C', 'B'], birthDates: ['1971', '1970'] }), hash)
  assert.notEqual(hashOfEntry({ ...entry, names: ['B', 'A', 'C'] }), hash)
  assert.notEqual(hashOfEntry({ ...entry, remarks: 'x' }), hash)
})
