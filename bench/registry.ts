// How fast the registry is imported and searched at 120,000 organisations, some of them or all invented:
// node bench/registry.ts [--registry FILE] [--count N] [--slow]
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { type ActionServices, runAction } from '../server/core/actions.ts'
import { openPool, type Pool } from '../server/core/database/connect.ts'
import { startEmbedded } from '../server/core/database/embedded.ts'
import { migrateToLatest } from '../server/core/database/migrate.ts'
import { systemActor } from '../server/core/identity/actor.ts'
import { systemClock } from '../server/core/time.ts'
import { seededChance } from '../server/demo/seeded-random.ts'
import { changeOrganisation } from '../server/modules/registry/actions/change-organisation.ts'
import { importRegistry } from '../server/modules/registry/import/import-registry.ts'
import { findOrganisations, searchOrganisations } from '../server/modules/registry/organisation.store.ts'
import { countRegistry } from '../server/modules/registry/registry-run.store.ts'
import { type RorRecord, readRorRecords } from '../server/modules/registry/resolution/ror-records.ts'
import { loadIndex } from '../server/modules/registry/resolver.ts'
import { rorAddressOf, rorRecord } from '../server/modules/registry/testing/invented-ror.ts'

const { values } = parseArgs({
  options: { registry: { type: 'string' }, count: { type: 'string' }, slow: { type: 'boolean' } },
})
const count = Number(values.count ?? 120_000)

/** The same in every run. */
const { next: random, pick: one } = seededChance(20_261_123)

/** The same syllables in five scripts, so that invented places have names in all of them. */
const syllables = [
  ['ka', 'ка', 'کا', '卡'],
  ['ro', 'ро', 'رو', '罗'],
  ['mi', 'ми', 'می', '米'],
  ['ten', 'тен', 'تن', '滕'],
  ['sol', 'сол', 'سول', '索'],
  ['var', 'вар', 'وار', '瓦'],
  ['del', 'дел', 'دل', '德'],
  ['na', 'на', 'نا', '纳'],
  ['pe', 'пе', 'په', '佩'],
  ['lu', 'лу', 'لو', '卢'],
  ['shi', 'ши', 'شی', '希'],
  ['gor', 'гор', 'گر', '戈'],
  ['ban', 'бан', 'بان', '班'],
  ['tu', 'ту', 'تو', '图'],
  ['os', 'ос', 'اس', '奥'],
  ['qui', 'кви', 'کوی', '奎'],
] as const

interface Word {
  latin: string
  cyrillic: string
  arabic: string
  han: string
}

function wordOf(): Word {
  const parts = [one(syllables), one(syllables), one(syllables)]
  const [latin, cyrillic, arabic, han] = [0, 1, 2, 3].map(script => parts.map(part => part[script]!).join(''))
  const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)
  return { latin: capital(latin!), cyrillic: capital(cyrillic!), arabic: arabic!, han: han! }
}

/** A copy of a record under another id, its names and addresses with a word of their own. */
function copyOf(record: RorRecord, number: number): RorRecord {
  const tag = wordOf().latin
  return {
    ...record,
    id: rorAddressOf(500_000_000 + number),
    external_ids: [],
    names: record.names.map(name => ({
      ...name,
      value: name.types.includes('acronym') ? name.value : `${name.value} ${tag}`,
    })),
    links: (record.links ?? []).map(link => ({
      ...link,
      value: link.value.replace('://', `://${tag.toLowerCase()}.`),
    })),
    relationships: (record.relationships ?? []).slice(0, 2),
  }
}

const countries = ['RU', 'IR', 'CN', 'IN', 'BR', 'DE', 'FR', 'TR', 'UZ', 'KZ', 'EG', 'US', 'GB', 'JP']

/** An invented university with names in Latin, Cyrillic, Arabic and Chinese letters. */
function inventedRecord(number: number): RorRecord {
  const [place, field] = [wordOf(), wordOf()]
  return rorRecord(number, {
    names: [
      { value: `University of ${place.latin} and ${field.latin}`, types: ['ror_display', 'label'], lang: 'en' },
      { value: `Institute of ${field.latin} Studies, ${place.latin}`, types: ['alias'], lang: 'en' },
      { value: `Университет ${place.cyrillic} и ${field.cyrillic}`, types: ['label'], lang: 'ru' },
      ...(number % 2 === 0
        ? [{ value: `دانشگاه ${place.arabic} و ${field.arabic}`, types: ['label'], lang: 'fa' }]
        : []),
      ...(number % 3 === 0 ? [{ value: `${place.han}${field.han}大学`, types: ['label'], lang: 'zh' }] : []),
      { value: `${place.latin[0]}${field.latin[0]}S`, types: ['acronym'], lang: null },
    ],
    links: [{ type: 'website', value: `https://www.${place.latin.toLowerCase()}.example/` }],
    locations: [
      {
        geonames_id: number,
        geonames_details: { country_code: one(countries), country_name: '', name: place.latin, lat: 1.5, lng: 2.5 },
      },
    ],
  }) as unknown as RorRecord
}

/** Writes the dump: the records of the given file first, then copies, or invented ones without a file. */
async function writeDump(file: string): Promise<void> {
  const originals: RorRecord[] = []
  if (values.registry !== undefined) for await (const record of readRorRecords(values.registry)) originals.push(record)
  const stream = createWriteStream(file)
  for (let i = 0; i < count; i += 1) {
    const record =
      originals[i] ?? (originals.length > 0 ? copyOf(originals[i % originals.length]!, i) : inventedRecord(i))
    if (!stream.write(`${JSON.stringify(record)}\n`)) await new Promise(resolve => stream.once('drain', resolve))
  }
  await new Promise<void>(resolve => stream.end(resolve))
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number; cpu: number }> {
  const [start, used] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const { user, system } = process.cpuUsage(used)
  return { result, ms: performance.now() - start, cpu: (user + system) / 1000 }
}

/** What people type: names letter by letter, words inside, slips, identifiers, with and without a country. */
async function typedTexts(db: Pool): Promise<Record<string, { q: string; country?: string }[]>> {
  const rows = await db.selectFrom('organisation_name').select(['text', 'organisation_id']).orderBy('id').execute()
  const codes = await db.selectFrom('organisation_identifier').select('value').limit(20_000).execute()
  const chosen = Array.from({ length: 200 }, () => one(rows))
  const cards = new Map(
    (
      await findOrganisations(
        db,
        chosen.map(row => row.organisation_id),
      )
    ).map(card => [card.askedId, card]),
  )
  const typed = chosen.flatMap(({ text }) => [1, 2, 3, 5, 8, 12, 20].map(length => ({ q: text.slice(0, length) })))
  const inner = chosen.map(({ text }) => ({ q: text.split(' ').slice(-2).join(' ').slice(0, 12) }))
  const slips = chosen.map(({ text }) => ({
    q: text.replace(/(\p{L})(\p{L})(\p{L})(?=[^\p{L}]*$)/u, '$2$1$3').slice(0, 40),
  }))
  const near = chosen.flatMap(({ text, organisation_id }) => {
    const country = cards.get(organisation_id)?.country
    return country ? [3, 6, 11].map(length => ({ q: text.slice(0, length), country })) : []
  })
  const common = [
    'university',
    'university of',
    'institute',
    'of the',
    'national',
    'center for research',
    'univ tech',
    'دانشگاه',
    'université',
    '大学',
  ]
  return {
    'letter by letter': typed,
    'last words': inner,
    'slips of the pen': slips,
    'within a country': near,
    'common words': Array.from({ length: 20 }, () => common.map(q => ({ q }))).flat(),
    identifiers: Array.from({ length: 200 }, () => ({ q: one(codes).value.slice(0, 4 + Math.floor(random() * 8)) })),
  }
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Edits organisations one after another, as fast as it can, until told to stop; answers how many. */
function startWriter(services: ActionServices & { db: Pool }, ids: readonly string[]): () => Promise<number> {
  let stopped = false
  let done = 0
  const working = (async () => {
    while (!stopped) {
      const id = ids[done % ids.length]!
      const { version } = await services.db
        .selectFrom('organisation')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      const change = { id, version, website: `https://www.edit${done}.example/`, name: `Edited Institute ${done}` }
      await runAction(services, systemActor(), changeOrganisation, change)
      done += 1
      // A person reads before writing again.
      await new Promise(resolve => setTimeout(resolve, 20))
    }
    return done
  })()
  return () => {
    stopped = true
    return working
  }
}

const tablesOfTheRegistry = [
  'organisation',
  'organisation_name',
  'organisation_identifier',
  'organisation_link',
  'organisation_relation',
  'registry_word',
]

/** The least that the same rows can cost: COPY of each table into an empty one with the same indexes. */
async function bareCopy(db: Pool, folder: string): Promise<number> {
  let ms = 0
  for (const table of tablesOfTheRegistry) {
    const file = join(folder, `${table}.copy`)
    await sql.raw(`copy ${table} to '${file}' (format binary)`).execute(db)
    await sql.raw(`create table bare_${table} (like ${table} including all)`).execute(db)
    ms += (await timed(() => sql.raw(`copy bare_${table} from '${file}' (format binary)`).execute(db))).ms
    await sql.raw(`drop table bare_${table}`).execute(db)
  }
  return ms
}

async function measureSearch(db: Pool): Promise<number> {
  const sets = await typedTexts(db)
  for (const list of Object.values(sets))
    for (const query of list.slice(0, 30)) await searchOrganisations(db, query, 'en')
  const all: number[] = []
  const line = (name: string, times: number[]) => {
    const sorted = times.toSorted((a, b) => a - b)
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map(share => quantile(sorted, share).toFixed(1))
    console.log(
      `  ${name.padEnd(18)} p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  max ${sorted.at(-1)!.toFixed(1)} ms  (${times.length})`,
    )
  }
  for (const [name, list] of Object.entries(sets)) {
    const asked: { ms: number; query: { q: string; country?: string } }[] = []
    for (const query of list) asked.push({ ms: (await timed(() => searchOrganisations(db, query, 'en'))).ms, query })
    const times = asked.map(one => one.ms)
    line(name, times)
    all.push(...times)
    if (values.slow)
      for (const { ms, query } of asked.sort((a, b) => b.ms - a.ms).slice(0, 5))
        console.log(`    ${ms.toFixed(1)} ms ${JSON.stringify(query)}`)
  }
  line('all', all)
  const bare: number[] = []
  for (let i = 0; i < 500; i += 1)
    bare.push((await timed(() => db.selectFrom('organisation').select('name').limit(1).execute())).ms)
  line('one bare query', bare)
  return quantile(
    all.toSorted((a, b) => a - b),
    0.99,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'concord-bench-'))
// The database may run as a user of its own, and writes what COPY reads here.
chmodSync(folder, 0o777)
const server = await startEmbedded({ dataDir: join(folder, 'database') })
const db = openPool(server.connection)
const openLong = openPool(server.connection, { maximum: 1, statementTimeoutMs: 600_000 })
try {
  await migrateToLatest(db)
  const file = join(folder, 'dump.jsonl')
  await writeDump(file)
  const services = { db, clock: systemClock, timeZone: 'UTC', enqueueAll: async () => {}, subscribersOf: () => [] }
  const parse = await timed(async () => {
    let read = 0
    for await (const _record of readRorRecords(file)) read += 1
    return read
  })
  console.log(`bare parse of ${parse.result} records: ${seconds(parse.ms)}`)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100)
  const first = await timed(() => importRegistry(services, file))
  clearInterval(watch)
  console.log(
    `import: ${seconds(first.ms)} (${(first.ms / parse.ms).toFixed(0)} times the bare parse), of it ${seconds(first.cpu)} CPU of this process; ` +
      `peak ${Math.round(peak / 1e6)} MB; added ${first.result.report.added}`,
  )
  const copied = await bareCopy(openLong, folder)
  console.log(
    `COPY of the same rows with the same indexes: ${seconds(copied)}; the import takes ${(first.ms / copied).toFixed(1)} times as long`,
  )
  const again = await timed(() => importRegistry(services, file))
  console.log(`the same file again: ${seconds(again.ms)}; unchanged ${again.result.report.unchanged}`)
  const counts = await countRegistry(db)
  console.log(
    `search as you type over ${counts.organisations} organisations, ${counts.names} names, ${counts.identifiers} identifiers:`,
  )
  const quiet = await measureSearch(db)
  const ids = (await db.selectFrom('organisation').select('id').orderBy('id').limit(2000).execute()).map(row => row.id)
  const began = performance.now()
  const stopWriter = startWriter(services, ids)
  console.log('the same while one writer edits organisations:')
  const busy = await measureSearch(db)
  const edits = await stopWriter()
  console.log(
    `${edits} edits, ${((edits / (performance.now() - began)) * 1000).toFixed(0)} a second; ` +
      `import ${seconds(first.ms)} (limit 60 s); p99 of the search ${quiet.toFixed(1)} ms, while writing ${busy.toFixed(1)} ms (limit 30 ms)`,
  )
  const before = process.memoryUsage.rss()
  const loaded = await timed(() => loadIndex(db))
  const refreshed = await timed(() => loadIndex(db))
  console.log(
    `name index from the database: ${seconds(loaded.ms)}, ${Math.round((process.memoryUsage.rss() - before) / 1e6)} MB more; ` +
      `asked again: ${refreshed.ms.toFixed(0)} ms`,
  )
} finally {
  await openLong.destroy()
  await db.destroy()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
}
