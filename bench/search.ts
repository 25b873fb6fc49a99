// Measures the search over a million documents in three scripts, for twenty readers and ten ways to ask.
// Usage: node bench/search.ts [documents] [questions of each way]
import { readFileSync } from 'node:fs'
import { platform } from 'node:process'
import { sql } from 'kysely'
import { type Db, openPool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { migrateToLatest } from '#core/database/migrate.ts'
import { translator } from '#core/i18n.ts'
import { type Actor, personWith, type Role } from '#core/identity/actor.ts'
import { countWords, noteWords } from '#modules/search/dictionary.store.ts'
import { documentKinds } from '#modules/search/search.terms.ts'
import { searchAll } from '#modules/search/search.ts'
import { seededChance } from '#server/demo/seeded-random.ts'
import { modules } from '#server/modules.ts'
import { home, makePortfolio } from './_portfolio.ts'

const [documents = 1_000_000, questions = 40] = process.argv.slice(2).map(Number)
const [agreements, homes] = [50_000, 40]

/** The same in every run. */
const { next: random, pick: one } = seededChance(20_261_123)

const syllables = [
  ...[
    ['ka', 'ка', 'کا'],
    ['ro', 'ро', 'رو'],
    ['mi', 'ми', 'می'],
    ['ten', 'тен', 'تن'],
    ['sol', 'сол', 'سول'],
    ['var', 'вар', 'وار'],
  ],
  ...[
    ['del', 'дел', 'دل'],
    ['na', 'на', 'نا'],
    ['pe', 'пе', 'په'],
    ['lu', 'лу', 'لو'],
    ['shi', 'ши', 'شی'],
    ['gor', 'гор', 'گر'],
  ],
  ...[
    ['ban', 'бан', 'بان'],
    ['tu', 'ту', 'تو'],
    ['os', 'ос', 'اس'],
    ['bek', 'бек', 'بک'],
  ],
] as const

/** 60,000 words, a third in each script; the first ones stand in most documents, the last ones in a few. */
function makeVocabulary(): string[] {
  const words = new Set<string>()
  while (words.size < 60_000) {
    const script = words.size % 3
    const length = words.size < 300 ? 2 : words.size < 6000 ? 3 : 4
    words.add(Array.from({ length }, () => one(syllables)[script]!).join(''))
  }
  return [...words]
}
const vocabulary = makeVocabulary()
const word = () =>
  vocabulary[Math.min(vocabulary.length - 1, Math.floor(vocabulary.length ** (random() * 0.93 + 0.07)) - 1)]!
const words = (count: number) => Array.from({ length: count }, word).join(' ')

const idOf = (kind: number, n: number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const homeIds = [home, ...Array.from({ length: homes - 1 }, (_, n) => idOf(2, n + 1))]
/** Some homes have very many cases, most have few. */
const homeOf = (agreement: number) => homeIds[Math.floor(homes ** ((agreement * 0.618_033_988_75) % 1)) - 1] ?? home

async function makePlaces(db: Db): Promise<void> {
  const ids = Array.from({ length: agreements }, (_, n) => idOf(3, n + 1))
  await sql`update organisation set home = true where id = any(${homeIds}::uuid[])`.execute(db)
  await sql`update agreement a set home_id = r.home_id from unnest(${ids}::uuid[], ${ids.map((_, n) => homeOf(n + 1))}::uuid[]) as r(id, home_id)
    where a.id = r.id`.execute(db)
}

/** The same as the module writes, without folding words that are folded already. */
function vectorOf(title: string, number: string, body: string, homeId: string): string {
  const places = new Map<string, string[]>()
  let place = 0
  const add = (text: string, weight: string) => {
    for (const one of text.split(' ')) {
      place += 1
      places.set(one, [...(places.get(one) ?? []), `${place}${weight}`])
    }
    place += 10
  }
  add(title, 'A')
  add(`d ${number}`, 'A')
  const heads = [...places.keys()].map(one => `^${one}`)
  add(body, '')
  return [...[...places].map(([one, at]) => `${one}:${at.join(',')}`), ...heads, `@${homeId}`].join(' ')
}

async function makeDocuments(db: Db): Promise<void> {
  await sql`drop index search_document_words`.execute(db)
  const kinds = documentKinds.filter(kind => kind !== 'account' && kind !== 'person')
  for (let done = 0; done < documents; done += 5000) {
    const rows = Array.from({ length: Math.min(5000, documents - done) }, (_, n) => {
      const kind = one(kinds)
      const agreement = 1 + Math.floor(random() * agreements)
      const [title, body] = [
        words(3 + Math.floor(random() * 5)),
        words(kind === 'file' ? 40 + Math.floor(random() * 160) : 4 + Math.floor(random() * 14)),
      ]
      const vector = vectorOf(title, String(done + n), body, homeOf(agreement))
      return [kind, idOf(3, agreement), homeOf(agreement), title, body, vector] as const
    })
    const column = (at: 0 | 1 | 2 | 3 | 4 | 5) => rows.map(row => row[at])
    await sql`
      insert into search_document (kind, subject_id, record_type, record_id, home_id, confidential, title, body, words, said_at)
      select kind, gen_random_uuid(), 'agreement', record_id, home_id, record_id::text ~ '(00|32|64|96|c8)$' , jsonb_build_object('und', title), body,
        words::tsvector, now() - random() * interval '3000 days'
      from unnest(${column(0)}::text[], ${column(1)}::uuid[], ${column(2)}::uuid[], ${column(3)}::text[], ${column(4)}::text[], ${column(5)}::text[])
        as r(kind, record_id, home_id, title, body, words)`.execute(db)
  }
  await sql`update search_document d set confidential = true from agreement a where a.id = d.record_id and a.confidentiality = 'confidential' and not d.confidential`.execute(
    db,
  )
  await sql`update search_document d set confidential = false from agreement a where a.id = d.record_id and a.confidentiality <> 'confidential' and d.confidential`.execute(
    db,
  )
  await sql`set maintenance_work_mem = '512MB'`.execute(db)
  await sql`create index search_document_words on search_document using gin (words) with (fastupdate = off)`.execute(db)
  await noteWords(
    db,
    new Set([...vocabulary, ...homeIds.map(id => `@${id}`), ...Array.from({ length: documents }, (_, n) => String(n))]),
  )
  await countWords(db)
  await sql`truncate search_pending`.execute(db)
}

const reader = (n: number, role: Role, scopes: readonly (string | null)[]): Actor =>
  personWith(
    { id: idOf(7, n), name: `Reader ${n}`, email: null, language: 'en' },
    scopes.map(scopeId => ({ role, scopeId, reach: scopeId === null ? 'everywhere' : new Set([scopeId]) })),
  )

const readers: readonly [string, Actor][] = [
  ['everywhere', reader(1, 'administrator', [null])],
  ['everywhere, nothing confidential', reader(2, 'observer', [null])],
  ...homeIds
    .slice(0, 16)
    .map((id, n): [string, Actor] => [`one home, the ${n + 1}. by size`, reader(3 + n, 'officer', [id])]),
  ['ten homes', reader(30, 'analyst', homeIds.slice(5, 15))],
  ['all homes one by one', reader(31, 'analyst', homeIds)],
]

const changed = (text: string): string => {
  const letters = Array.from(text)
  const at = 1 + Math.floor(random() * (letters.length - 2))
  return [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join('')
}
const rare = () => vocabulary[20_000 + Math.floor(random() * 40_000)]!
const frequent = () => vocabulary[Math.floor(random() * 30)]!
const inLatin = () => {
  const parts = Array.from({ length: 4 }, () => one(syllables)[0]).join('')
  return parts
}

const ways: readonly [string, () => string][] = [
  ['two words, the last cut off', () => `${word()} ${rare().slice(0, 5)}`],
  ['a rare word', rare],
  ['a frequent word', frequent],
  ['two frequent words', () => `${frequent()} ${frequent()} `],
  ['a frequent and a rare word', () => `${frequent()} ${rare()}`],
  ['the first three letters', () => rare().slice(0, 3)],
  ['a slip of the pen', () => changed(rare())],
  ['a word of other letters', inLatin],
  ['a phrase', () => `"${word()} ${word()}"`],
  ['a number', () => `D-${Math.floor(random() * documents)}`],
]

/** Processor time of this process and of its connections to the database, in ms; a machine under load shows it as it is. */
async function workingPids(): Promise<number[]> {
  const { rows } = await sql<{ pid: number }>`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'concord'`.execute(db)
  return rows.map(row => row.pid)
}
function processorTime(pids: readonly number[]): number {
  const own = process.cpuUsage()
  const theirs =
    platform === 'linux'
      ? pids.map(pid => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6)
      : []
  return theirs.reduce((sum, ms) => sum + ms, (own.user + own.system) / 1000)
}

interface Measured {
  times: number[]
  work: number[]
}

async function measure(works: readonly (() => Promise<unknown>)[]): Promise<Measured> {
  const measured: Measured = { times: [], work: [] }
  const pids = await workingPids()
  for (const work of works) {
    const [at, used] = [performance.now(), processorTime(pids)]
    await work()
    measured.times.push(performance.now() - at)
    measured.work.push(processorTime(pids) - used)
  }
  return measured
}

const quantile = (numbers: readonly number[], part: number) =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))]!

const server = await startEmbeddedForTests()
const db = openPool(server.connection, { statementTimeoutMs: 1_800_000, maximum: 2 })
const { rows: made } = await sql<{ exists: boolean }>`select to_regclass('search_word') is not null as exists`.execute(
  db,
)
if (!made[0]!.exists) {
  await migrateToLatest(db)
  await makePortfolio(db, { agreements, entries: 0, partners: 4000 }, Temporal.Now.plainDateISO('UTC'))
  await makePlaces(db)
  await makeDocuments(db)
  await sql`vacuum analyze`.execute(db)
}
const size = await sql<{
  table: string
  index: string
  words: number
}>`select pg_size_pretty(pg_table_size('search_document')) as "table",
  pg_size_pretty(pg_relation_size('search_document_words')) as index, (select count(*) from search_word) as words`.execute(
  db,
)
console.log(
  `${documents} documents (${size.rows[0]!.table}, index ${size.rows[0]!.index}), ${size.rows[0]!.words} words, ${modules.length} modules`,
)

const { rows: ids } = await sql<{ id: number }>`select id from search_document order by random() limit 400`.execute(db)
const bare = await measure(
  ids.map(
    ({ id }) =>
      () =>
        sql`select * from search_document where id = ${id}`.execute(db),
  ),
)
const t = translator('en')
const all: Measured = { times: [], work: [] }
const ms = (number: number) => number.toFixed(1).padStart(6)
const say = (name: string, { times, work }: Measured) =>
  console.log(
    `${name.padEnd(32)} median ${ms(quantile(times, 0.5))} ms  p99 ${ms(quantile(times, 0.99))} ms  processor ${ms(quantile(work, 0.5))} / ${ms(quantile(work, 0.99))} ms  x ${(quantile(work, 0.5) / quantile(bare.work, 0.5)).toFixed(0).padStart(4)} of a bare select`,
  )
say('bare select by id', bare)
for (const [name, ask] of ways) {
  const asked = Array.from({ length: questions }, (_, n) => ({ text: ask(), actor: readers[n % readers.length]![1] }))
  for (const { text, actor } of asked.slice(0, 3)) await searchAll(db, actor, t, { text, limit: 5 })
  const found = new Map<boolean, number>()
  const result = await measure(
    asked.map(({ text, actor }) => async () => {
      const { groups } = await searchAll(db, actor, t, { text, limit: 5 })
      found.set(groups.length > 0, (found.get(groups.length > 0) ?? 0) + 1)
    }),
  )
  say(name, result)
  all.times.push(...result.times)
  all.work.push(...result.work)
  const slowest = asked[result.work.indexOf(Math.max(...result.work))]!
  console.log(
    `    found ${found.get(true) ?? 0} of ${questions}; slowest “${slowest.text}” for ${readers.find(([, actor]) => actor === slowest.actor)![0]}`,
  )
}
say('all questions', all)
console.log(`memory ${(process.memoryUsage().rss / 1_048_576).toFixed(0)} MB`)
await db.destroy()
await server.stop()
