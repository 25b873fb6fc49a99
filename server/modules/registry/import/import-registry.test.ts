// The official registry: both schemas, again, resumed after a kill, edits kept, broken files.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { runAction } from '#core/actions.ts'
import { listEvents } from '#core/events.ts'
import { systemActor } from '#core/identity/actor.ts'
import { actionServices, createTestDatabase } from '#core/testing.ts'
import { changeOrganisation } from '../actions/change-organisation.ts'
import { mergeOrganisations } from '../actions/merge-organisations.ts'
import { registryInvariants } from '../invariants.store.ts'
import { searchOrganisations } from '../organisation.store.ts'
import { loadFacts } from '../organisation-facts.store.ts'
import { differencesOf } from '../organisation-facts.ts'
import { countRegistry, findByRor, findLastRun, findUnfinishedRun } from '../registry-run.store.ts'
import { RorFileError } from '../resolution/ror-records.ts'
import { rorAddressOf, rorIdOf, rorRecord, rorRecordVersion1 } from '../testing/invented-ror.ts'
import { makeOrganisation } from '../testing/registry-factory.ts'
import { fileHash, importRegistry } from './import-registry.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'concord-registry-test-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
const lines = (records: object[]): string => records.map(record => JSON.stringify(record)).join('\n')
const empty = { added: 0, changed: 0, unchanged: 0, withdrawn: 0, keptEdits: 0, skipped: 0, skippedRecords: [] }

async function open() {
  const { db, connection } = await createTestDatabase()
  const services = actionServices(db)
  const byRor = async (number: number) => {
    const id = (await findByRor(db, [rorIdOf(number)])).get(rorIdOf(number))!.id
    return (await loadFacts(db, [id], 'for reading')).get(id)!
  }
  const holds = async () => {
    for (const { name, check } of registryInvariants) assert.deepEqual(await check(db), [], name)
  }
  return { db, connection, services, byRor, holds, read: (file: string) => importRegistry(services, file) }
}

test('a dump of schema 2 as a zip comes in whole, and again changes nothing', async () => {
  const { db, read, byRor, holds } = await open()
  const child = { type: 'Parent', id: rorAddressOf(1), label: 'University of Testland 1' }
  const records = [
    rorRecord(2, { relationships: [child] }),
    rorRecord(1, {
      relationships: [{ type: 'Successor', id: rorAddressOf(99), label: 'Unknown' }],
      external_ids: [
        { type: 'wikidata', all: ['Q1065'], preferred: 'Q1065' },
        { type: 'strange', all: ['1'] },
      ],
      domains: ['u1.example'],
    }),
  ]
  const file = write('v9-ror-data.zip', zipSync({ 'v9-ror-data.json': strToU8(JSON.stringify(records)) }))
  assert.deepEqual((await read(file)).report, { ...empty, added: 2 })
  assert.deepEqual((await read(file)).report, { ...empty, unchanged: 2 })
  const [first, second] = [await byRor(1), await byRor(2)]
  assert.deepEqual(
    second.relations.map(one => [one.kind, one.otherId]),
    [['parent', first.id]],
  )
  assert.deepEqual(
    first.identifiers.map(one => `${one.scheme} ${one.value}`),
    ['domain u1.example', `ror ${rorIdOf(1)}`, 'wikidata Q1065'],
  )
  const [event] = await listEvents(db, [{ type: 'registry_run', ids: [(await findLastRun(db))!.id] }], { limit: 5 })
  assert.deepEqual(event?.data, { fileName: 'v9-ror-data.zip', kind: 'ror', added: 0, changed: 0, withdrawn: 0 })
  assert.equal((await findLastRun(db))?.dumpVersion, '2026-01-01')
  await holds()
})

test('a dump of schema 1 as gzipped lines comes in too', async () => {
  const { db, read, byRor } = await open()
  const file = write(
    'old.jsonl.gz',
    gzipSync(lines([rorRecordVersion1(1), rorRecordVersion1(2, { status: 'inactive' })])),
  )
  assert.deepEqual((await read(file)).report, { ...empty, added: 2 })
  const facts = await byRor(1)
  assert.equal(facts.name, 'College of Testland 1')
  assert.deepEqual(facts.names.map(name => `${name.kind} ${name.language} ${name.text}`).sort(), [
    'acronym null TC',
    'alias null Testland College',
    'label null College of Testland 1',
    'label ru Колледж Тестландии',
  ])
  assert.equal((await byRor(2)).status, 'inactive')
  const [option] = await searchOrganisations(db, { q: 'колледж тест' }, 'ru')
  assert.equal(option?.name, 'Колледж Тестландии')
})

test('a newer dump changes, withdraws, keeps edits and fills relations', async () => {
  const { db, services, read, byRor, holds } = await open()
  const relation = { type: 'Related', id: rorAddressOf(4), label: 'Later one' }
  await read(write('a.jsonl', lines([rorRecord(1), rorRecord(2), rorRecord(3, { relationships: [relation] })])))
  const edited = await byRor(2)
  await runAction(services, systemActor(), changeOrganisation, { id: edited.id, version: 1, established: 1900 })
  const newer = lines([
    rorRecord(1, { status: 'withdrawn' }),
    rorRecord(2, { established: 1999, types: ['government'] }),
    rorRecord(3, { relationships: [relation] }),
    rorRecord(4),
  ])
  assert.deepEqual((await read(write('b.jsonl', newer))).report, {
    ...empty,
    added: 1,
    changed: 2,
    unchanged: 1,
    withdrawn: 1,
    keptEdits: 1,
  })
  const kept = await byRor(2)
  assert.deepEqual([kept.established, kept.types], [1900, ['government']])
  assert.deepEqual(
    differencesOf(kept).map(one => [one.field, one.value]),
    [['established', 1999]],
  )
  const [event] = await listEvents(db, [{ type: 'organisation', ids: [kept.id] }], { limit: 1 })
  assert.equal(event?.type, 'organisation.edit_kept')
  assert.equal((await byRor(3)).relations[0]?.otherId, (await byRor(4)).id)
  await holds()
})

test('an organisation made by hand is found by its ROR id, completed, and stays as it was written', async () => {
  const { db, read, byRor } = await open()
  const id = await makeOrganisation(db, {
    name: 'Our Own Name',
    identifiers: [{ scheme: 'ror', value: rorIdOf(1) }],
    established: 1800,
  })
  await read(write('c.jsonl', lines([rorRecord(1)])))
  const facts = await byRor(1)
  assert.deepEqual([facts.id, facts.name, facts.established, facts.place.city], [id, 'Our Own Name', 1800, 'Port'])
  assert.deepEqual(
    facts.names.map(name => name.text),
    ['University of Testland 1', 'Our Own Name'],
  )
})

test('a merged organisation stays merged when its record changes', async () => {
  const { db, services, read, byRor, holds } = await open()
  await read(write('d.jsonl', lines([rorRecord(1), rorRecord(2)])))
  const [a, b] = [await byRor(1), await byRor(2)]
  await runAction(services, systemActor(), mergeOrganisations, { id: a.id, intoId: b.id, reason: 'Twins' })
  await read(write('e.jsonl', lines([rorRecord(1, { established: 1 }), rorRecord(2)])))
  assert.equal((await byRor(1)).mergedInto, b.id)
  assert.deepEqual(
    (await searchOrganisations(db, { q: rorIdOf(1) }, 'en')).map(one => one.id),
    [b.id],
  )
  await holds()
})

test('broken records are skipped with their reason, duplicates come in once', async () => {
  const { read } = await open()
  const file = write('f.jsonl', `${lines([rorRecord(1), { id: 'x' }, rorRecord(2, { names: [] }), rorRecord(1)])}`)
  const { report } = await read(file)
  assert.deepEqual([report.added, report.skipped], [1, 2])
  assert.deepEqual(report.skippedRecords.map(one => one.place).length, 2)
})

test('a file that is none, cut off or missing changes nothing', async () => {
  const { db, read } = await open()
  const zip = zipSync({ 'ror-data.json': strToU8(JSON.stringify(Array.from({ length: 50 }, (_, i) => rorRecord(i)))) })
  const bad = [
    write('picture.zip', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
    write('cut.zip', zip.subarray(0, zip.length / 2)),
    write('cut.jsonl.gz', gzipSync(lines([rorRecord(1), rorRecord(2)])).subarray(0, 60)),
    write('empty.json', ''),
    path.join(folder, 'missing.zip'),
  ]
  for (const file of bad) await assert.rejects(read(file), RorFileError, file)
  assert.equal((await countRegistry(db)).organisations, 0)
  assert.equal(await db.selectFrom('registry_run').select('id').executeTakeFirst(), undefined)
})

test('an import that was killed goes on where it stopped', async () => {
  const { db, connection, services, holds } = await open()
  const records = Array.from({ length: 200 }, (_, i) =>
    rorRecord(i, { relationships: i === 0 ? [] : [{ type: 'Parent', id: rorAddressOf(0), label: 'Zero' }] }),
  )
  const file = write('g.jsonl', lines(records))
  const script = path.join(import.meta.dirname, '../testing/import-and-wait.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(connection), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
    if (said.includes('writing 50')) child.kill('SIGKILL')
  })
  await once(child, 'exit')
  const unfinished = await findUnfinishedRun(db, 'ror', await fileHash(file))
  assert.ok(unfinished !== undefined && unfinished.recordsDone >= 50 && unfinished.recordsDone < 200)
  assert.equal((await countRegistry(db)).organisations, unfinished.recordsDone)
  const result = await importRegistry(services, file, { batchSize: 10 })
  assert.deepEqual([result.runId, result.resumedFrom], [unfinished.id, unfinished.recordsDone])
  assert.deepEqual(result.report, { ...empty, added: 200 })
  const dangling = await db
    .selectFrom('organisation_relation')
    .select('other_ror')
    .where('other_id', 'is', null)
    .execute()
  assert.deepEqual(dangling, [])
  await holds()
})

test('two imports of the same file at once add everything once', async () => {
  const { db, services } = await open()
  const file = write('h.jsonl', lines(Array.from({ length: 60 }, (_, i) => rorRecord(i))))
  await Promise.all([
    importRegistry(services, file, { batchSize: 7 }),
    importRegistry(services, file, { batchSize: 7 }),
  ])
  assert.equal((await countRegistry(db)).organisations, 60)
})

const shared = process.env.CONCORD_ROR_SAMPLE ?? '/nowhere'
test('a real dump comes in', { skip: existsSync(shared) ? false : 'no real registry file here' }, async () => {
  const { read, holds } = await open()
  const { report } = await read(shared)
  assert.equal(report.skipped, 0)
  assert.ok(report.added > 1000)
  await holds()
})
