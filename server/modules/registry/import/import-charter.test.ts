// The list of charter holders: codes are added to known organisations, nothing is overwritten, doubts wait for a person.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { searchOrganisations } from '../organisation.store.ts'
import { loadFacts } from '../organisation-facts.store.ts'
import { countRegistry, listDoubts } from '../registry-run.store.ts'
import { makeOrganisation } from '../testing/registry-factory.ts'
import { CharterFileError, readCharterList } from './charter-rows.ts'
import { importCharterList } from './import-charter.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-charter-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}

const header = 'Proposal number;Erasmus Code;Pic;OID;Legal Name;Street;Post Cd;City;Country Cd;Website Url;Start;End'
const place = (country: string, city: string) => ({ country, city, region: null, latitude: null, longitude: null })

test('the list is read in a single-byte encoding, with rubbish before the header and in cells', async () => {
  const text = [
    ';;;;;;;;;;;',
    header,
    '1;G  ATHENS99;111111118;E10000001;PANEPISTIMIO TIS OMICHLIS;x;1;Athens;EL;www.omichli.example;1/1/2021;12/31/2027',
    '2;A  TULLN01;#N/A;;HOCHSCHULE FÜR NEBEL;x;1;Tulln;AT;#N/A;1/1/2021;12/31/2027',
    '3;#N/A;#N/A;#N/A;No Codes Academy;x;1;Tulln;AT;;;',
    '4;A  TULLN02;;;   ;x;1;Tulln;AT;;;',
    ';;;;;;;;;;;',
  ].join('\r\n')
  const list = await readCharterList(write('list.csv', Buffer.from(text, 'latin1')))
  assert.deepEqual(list.rows, [
    {
      row: 3,
      name: 'PANEPISTIMIO TIS OMICHLIS',
      country: 'GR',
      city: 'Athens',
      website: 'www.omichli.example',
      identifiers: [
        { scheme: 'erasmus', value: 'G  ATHENS99' },
        { scheme: 'pic', value: '111111118' },
        { scheme: 'oid', value: 'E10000001' },
      ],
    },
    {
      row: 4,
      name: 'HOCHSCHULE FÜR NEBEL',
      country: 'AT',
      city: 'Tulln',
      website: null,
      identifiers: [{ scheme: 'erasmus', value: 'A  TULLN01' }],
    },
  ])
  assert.deepEqual(
    list.skipped.map(one => one.place),
    ['5', '6'],
  )
})

test('files that are no list are refused with a sentence', async () => {
  await assert.rejects(readCharterList(write('x.csv', 'a;b\n1;2')), CharterFileError)
  await assert.rejects(readCharterList(write('y.csv', new Uint8Array([0, 1, 2]))), CharterFileError)
  await assert.rejects(readCharterList(path.join(folder, 'missing.csv')), /no such file/)
})

test('codes come to known organisations; the second time nothing changes', async () => {
  const { db } = await createTestDatabase()
  const services = actionServices(db)
  const byName = await makeOrganisation(db, {
    name: 'Hochschule für Nebelkunde',
    place: place('AT', 'Tulln'),
    links: [{ kind: 'website', url: 'https://www.nebelkunde.example' }],
  })
  const byCode = await makeOrganisation(db, {
    name: 'Entirely Different Name',
    identifiers: [{ scheme: 'pic', value: '222222228' }],
  })
  const coded = await makeOrganisation(db, {
    name: 'Akademie der Gezeiten',
    place: place('DE', 'Kiel'),
    identifiers: [{ scheme: 'erasmus', value: 'D  KIEL07' }],
  })
  const text = [
    header,
    '1;A  TULLN01;333333338;E10000002;HOCHSCHULE FÜR NEBELKUNDE;x;1;Tulln;AT;www.nebelkunde.example;;',
    '2;E  MADRID99;222222228;;UNIVERSIDAD DE LA NIEBLA;x;1;Madrid;ES;;;',
    '3;D  KIEL99;;;AKADEMIE DER GEZEITEN;x;1;Kiel;DE;;;',
    '4;F  PARIS999;444444448;;INSTITUT DES BROUILLARDS INCONNUS;x;1;Paris;FR;;;',
  ].join('\n')
  const file = write('codes.csv', text)
  const { report, runId } = await importCharterList(services, file)
  assert.deepEqual(
    [report.matched, report.identifiersAdded, report.changed, report.added, report.doubtful, report.unknown],
    [2, 4, 2, 0, 1, 1],
  )
  const facts = await loadFacts(db, [byName, byCode, coded], 'for reading')
  const codes = (id: string) => facts.get(id)!.identifiers.map(one => `${one.scheme} ${one.value} ${one.source}`)
  assert.deepEqual(codes(byName), ['erasmus A  TULLN01 charter', 'oid E10000002 charter', 'pic 333333338 charter'])
  assert.deepEqual(codes(byCode), ['erasmus E  MADRID99 charter', 'pic 222222228 manual'])
  assert.deepEqual(codes(coded), ['erasmus D  KIEL07 manual'])
  assert.deepEqual(
    (await listDoubts(db, runId)).map(one => [one.row, one.reason, one.candidates[0]?.name]),
    [[4, 'other_code', 'Akademie der Gezeiten']],
  )
  const again = (await importCharterList(services, file)).report
  assert.deepEqual([again.matched, again.identifiersAdded, again.changed], [2, 0, 0])
  const created = (await importCharterList(services, file, { create: true })).report
  assert.deepEqual([created.added, (await countRegistry(db)).unverified], [1, 1])
  assert.equal(
    (await searchOrganisations(db, { q: 'F PARIS999' }, 'en'))[0]?.original,
    'INSTITUT DES BROUILLARDS INCONNUS',
  )
  assert.equal((await importCharterList(services, file, { create: true })).report.added, 0)
})
