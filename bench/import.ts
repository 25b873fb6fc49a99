// How long 10,000 agreements of a workbook take against 60,000 organisations: plan, write, memory, ratio to bare parsing and COPY.
// Usage: node bench/import.ts [--agreements N] [--organisations N] [--runs N] [--registry FILE]
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { runAction } from '#core/actions.ts'
import { loadConfig } from '#core/config.ts'
import { type Connection, openPool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { systemActor } from '#core/identity/actor.ts'
import { silentLog } from '#core/log.ts'
import { readSourceFile } from '#modules/imports/reading/read-source-file.ts'
import type { Cell } from '#modules/imports/reading/source-table.ts'
import { writeTable } from '#modules/imports/reading/write-table.ts'
import { importRegistry } from '#modules/registry/import/import-registry.ts'
import { setHomes } from '#modules/registry/index.ts'
import { type RorRecord, readRorRecords } from '#modules/registry/resolution/ror-records.ts'
import { rorRecord } from '#modules/registry/testing/invented-ror.ts'
import { seededChance } from '#server/demo/seeded-random.ts'
import { modules } from '#server/modules.ts'
import { openServices } from '#server/open-services.ts'

const { values } = parseArgs({
  options: {
    agreements: { type: 'string', default: '10000' },
    organisations: { type: 'string', default: '60000' },
    runs: { type: 'string', default: '3' },
    registry: { type: 'string' },
  },
})
const [agreements, organisations, runs] = [values.agreements, values.organisations, values.runs].map(Number) as [
  number,
  number,
  number,
]

/** The same in every run. */
const { next: random, pick: one } = seededChance(20_261_123)

const syllables = 'ka ro mi ten sol var del na pe lu shi gor ban tu os qui'.split(' ')
const word = () => {
  const text = one(syllables) + one(syllables) + one(syllables)
  return text[0]!.toUpperCase() + text.slice(1)
}
const places = [
  ['RU', 'Russia'],
  ['IR', 'Iran'],
  ['DE', 'Germany'],
  ['BR', 'Brazil'],
  ['JP', 'Japan'],
  ['KZ', 'Kazakhstan'],
] as const

interface Known {
  name: string
  country: string
}

/** The registry: records of a file first, invented ones until there are enough. */
async function writeDump(file: string): Promise<Known[]> {
  const known: Known[] = []
  const stream = createWriteStream(file)
  const put = async (record: RorRecord | Record<string, unknown>) => {
    if (!stream.write(`${JSON.stringify(record)}\n`)) await once(stream, 'drain')
  }
  if (values.registry !== undefined)
    for await (const record of readRorRecords(values.registry)) {
      if (known.length >= organisations) break
      const name = record.names.find(each => each.types.includes('ror_display'))?.value
      known.push({
        name: name ?? record.names[0]!.value,
        country: record.locations?.[0]?.geonames_details?.country_name ?? '',
      })
      await put(record)
    }
  while (known.length < organisations) {
    const [code, country] = one(places)
    const name = one([
      `University of ${word()} ${word()}`,
      `${word()} Institute of ${word()}`,
      `${word()} ${word()} Academy`,
    ])
    const city = word()
    const locations = [
      {
        geonames_id: 1,
        geonames_details: { country_code: code, country_name: country, name: city, lat: 1.5, lng: 2.5 },
      },
    ]
    const names = [{ value: name, types: ['ror_display', 'label'], lang: 'en' }]
    await put(rorRecord(900_000 + known.length, { names, locations }))
    known.push({ name, country })
  }
  await new Promise<void>(resolve => stream.end(resolve))
  return known
}

/** A list as an office keeps it: most partners are known, some are misspelt, some nobody knows. */
function rowOf(at: number, partners: readonly Known[]): Cell[] {
  const { name, country } = one(partners)
  const kind = random()
  const written =
    kind < 0.75 ? name : kind < 0.9 ? name.replace(/([a-z])([a-z])(?=[a-z]*$)/, '$2$1') : `${word()} Unknown College`
  const year = 2005 + Math.floor(random() * 20)
  const day = `${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 12)}.${year}`
  return [
    `A-${at}`,
    written,
    country,
    one(['MoU', 'Student exchange', 'Protocol', 'MoU, Student exchange', 'Double degree']),
    day,
    one([`31.12.${year + 5}`, String(year + 5), 'no end date', '5 years']),
    one(['Active', 'Expired', 'Renewal pending', '']),
    one(['Exchange of 2 students per year; joint research', 'Joint conferences and publications', '']),
    one(['2+2', '3', '']),
    one(['paper original in the archive', '', '']),
  ]
}

async function writeList(file: string, known: readonly Known[]): Promise<void> {
  const partners = Array.from({ length: Math.ceil(agreements / 3) }, () => one(known))
  const columns = ['Ref', 'Partner', 'Country', 'Type', 'Signed', 'Valid until', 'Status', 'Scope', 'Quota', 'Remarks']
  const rows = Array.from({ length: agreements }, (_, at) => rowOf(at, partners))
  const pieces: Uint8Array[] = []
  for await (const piece of writeTable({ columns, rows, format: 'xlsx' })) pieces.push(Buffer.from(piece))
  writeFileSync(file, Buffer.concat(pieces))
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

/** Parsing the workbook and copying its cells into one table: less than that no import can do. */
async function bare(file: string, connection: Connection, folder: string): Promise<number> {
  const db = openPool(connection)
  const began = performance.now()
  const { tables } = await readSourceFile({ path: file })
  const width = 10
  const lines = tables[0]!.rows.map(row =>
    Array.from({ length: width }, (_, at) => String(row[at] ?? '').replace(/[\t\n\\]/g, ' ')).join('\t'),
  )
  const rows = path.join(folder, 'rows.tsv')
  writeFileSync(rows, `${lines.join('\n')}\n`)
  chmodSync(rows, 0o644)
  const columns = Array.from({ length: width }, (_, at) => `c${at} text`).join(', ')
  await sql.raw(`drop table if exists bench_rows; create table bench_rows (${columns})`).execute(db)
  await sql.raw(`copy bench_rows from '${rows}'`).execute(db)
  const ms = performance.now() - began
  await db.destroy()
  return ms
}

interface Figures {
  plan: { ms: number; cpu: number }
  write: { ms: number; cpu: number }
  /** Pulse, search and messages that follow from what was written. */
  follow: { ms: number; cpu: number }
  state: string
  totals: Record<string, number>
  atRest: number
  peak: number
}

async function runOnce(connection: Connection, dataDir: string, file: string): Promise<Figures> {
  const child = fork(path.join(import.meta.dirname, '_import-run.ts'), {
    env: { ...process.env, BENCH_IMPORT: JSON.stringify({ connection, dataDir, file }) },
  })
  const [figures] = (await once(child, 'message')) as [Figures]
  await once(child, 'exit')
  return figures
}

async function fillRegistry(connection: Connection, dataDir: string, dump: string): Promise<void> {
  const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000' })
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
  await importRegistry(services, dump)
  const create = [{ name: 'Home University of the Benchmark', country: 'KG' }]
  await runAction(services, systemActor(), setHomes, { organisationIds: [], create })
  await close()
}

const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-import-'))
chmodSync(folder, 0o755)
const server = await startEmbeddedForTests()
try {
  const known = await writeDump(path.join(folder, 'registry.jsonl'))
  const list = path.join(folder, 'list.xlsx')
  await writeList(list, known)
  const began = performance.now()
  await fillRegistry(server.connection, folder, path.join(folder, 'registry.jsonl'))
  console.log(
    `${organisations} organisations loaded in ${seconds(performance.now() - began)}; ${agreements} agreements, ${runs} runs`,
  )
  const admin = openPool({ ...server.connection, database: 'postgres' })
  const figures: Figures[] = []
  const bares: number[] = []
  for (let at = 0; at < runs; at += 1) {
    const database = `bench_import_${at}`
    await sql.raw(`create database ${database} template ${server.connection.database}`).execute(admin)
    const connection = { ...server.connection, database }
    bares.push(await bare(list, connection, folder))
    const figure = await runOnce(connection, folder, list)
    figures.push(figure)
    const { plan, write, follow, peak, atRest, state, totals } = figure
    console.log(
      `run ${at + 1}: plan ${seconds(plan.ms)} (${seconds(plan.cpu)} CPU of the process), write ${seconds(write.ms)} (${seconds(write.cpu)} CPU), then ${seconds(follow.ms)} (${seconds(follow.cpu)} CPU) of jobs, peak ${Math.round(peak / 1e6)} MB (at rest ${Math.round(atRest / 1e6)} MB), ${state}; ` +
        `${totals.ready} ready, ${totals.doubtful} doubtful, ${totals.error} with errors; partners ${totals.partnersMatched} known, ${totals.partnersDoubtful} doubtful, ${totals.partnersNew} new`,
    )
  }
  await admin.destroy()
  const [plan, write, least] = [figures.map(one => one.plan.ms), figures.map(one => one.write.ms), bares].map(
    median,
  ) as [number, number, number]
  const peak = Math.max(...figures.map(one => one.peak))
  console.log(
    `median: plan ${seconds(plan)} (limit 20 s), write ${seconds(write)} (limit 10 s), peak ${Math.round(peak / 1e6)} MB (limit 700 MB)`,
  )
  console.log(
    `bare parsing and COPY: ${seconds(least)}; plan and write take ${((plan + write) / least).toFixed(0)} times as long`,
  )
} finally {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
