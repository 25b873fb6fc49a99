// Measures telling people: one event to 1,000 watchers, and 10,000 events of 10,000 agreements, each beside a bare INSERT … SELECT of as many rows.
// Usage: node bench/notifications.ts [watchers] [events] [rounds]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Db, openPool, type Pool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { migrateToLatest } from '#core/database/migrate.ts'
import { appendEvents, buildEvent } from '#core/events.ts'
import { setGrants } from '#core/identity/accounts.ts'
import { findActor } from '#core/identity/session.ts'
import { systemClock } from '#core/time.ts'
import { AgreementChanged } from '#modules/agreements/index.ts'
import '#server/modules.ts'
import { tellPeople } from '#modules/notifications/tell-people.ts'
import { countUnread } from '#modules/notifications/unread.ts'
import { home, makePortfolio } from './_portfolio.ts'

const [watchers = 1000, events = 10_000, rounds = 5] = process.argv.slice(2).map(Number)
const batch = 200
const today = Temporal.Now.plainDateISO('UTC')

const personId = (nth: number) => `00000008-0000-7000-8000-${String(nth).padStart(12, '0')}`

async function makePeople(db: Db): Promise<void> {
  await sql`insert into auth_user (id, name, email)
    select '00000008-0000-7000-8000-' || lpad(n::text, 12, '0'), 'Person ' || n, 'person' || n || '@example.org' from generate_series(1, ${watchers}::int) n`.execute(
    db,
  )
  for (let nth = 1; nth <= watchers; nth += 1) await setGrants(db, personId(nth), [{ role: 'observer', scopeId: home }])
}

async function agreementIds(db: Db, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from agreement where home_id = ${home} and confidentiality <> 'confidential' order by id limit ${limit}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Changes by somebody who is not told of them. */
async function makeEvents(db: Pool, ids: readonly string[]): Promise<string[]> {
  const at = new Date().toISOString()
  const made = ids.map(subjectId =>
    buildEvent(
      AgreementChanged,
      { subjectId, homeId: home, data: { number: null, title: { en: 'Memorandum' } } },
      { actorId: null, actorName: 'Bench', onBehalfOf: null, requestId: 'bench', at },
    ),
  )
  await db.transaction().execute(tx => appendEvents(tx, made))
  return made.map(event => event.id)
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

async function timed(work: () => Promise<unknown>): Promise<number> {
  const at = performance.now()
  await work()
  return performance.now() - at
}

/** As many rows of the same shape, by one statement of the database alone. */
const bare = (db: Db, rows: number) =>
  sql`
  insert into notification (id, user_id, kind, subject, subject_id, key, home_id, at)
  select gen_random_uuid(), '00000008-0000-7000-8000-' || lpad((1 + n % ${watchers}::int)::text, 12, '0'), 'watch', 'agreement',
    gen_random_uuid(), gen_random_uuid()::text, ${home}, now() from generate_series(1, ${rows}::int) n`.execute(db)

const server = await startEmbeddedForTests()
const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-notifications-'))
const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
await migrateToLatest(db)
await makePortfolio(db, { agreements: events, entries: 1000, partners: 500 }, today)
await makePeople(db)
const ids = await agreementIds(db, events)
await sql`update agreement set owner_id = '00000008-0000-7000-8000-' || lpad((1 + abs(hashtext(id::text)) % ${watchers}::int)::text, 12, '0')`.execute(
  db,
)
await sql`insert into record_watch (subject, subject_id, user_id, state)
  select 'agreement', ${ids[0]}, id, 'watching' from auth_user where id like '00000008-%'`.execute(db)
await sql`vacuum analyze`.execute(db)

const services = {
  ...{ db, clock: systemClock, timeZone: 'UTC', enqueueAll: async () => {} },
  mail: { delivers: true },
} as unknown as Parameters<typeof tellPeople>[0]
const say = (name: string, rows: number, times: number[], bareTimes: number[]) => {
  const [own, base] = [median(times), median(bareTimes)]
  console.log(
    `${name.padEnd(44)} median ${own.toFixed(0).padStart(6)} ms  ${((rows / own) * 1000).toFixed(0).padStart(7)} rows/s  bare ${base.toFixed(0).padStart(5)} ms  x ${(own / base).toFixed(1)}`,
  )
}

const [one, oneBare]: number[][] = [[], []]
for (let round = 0; round <= rounds; round += 1) {
  const [event] = await makeEvents(db, [ids[0]!])
  const time = await timed(() => tellPeople(services, [event!]))
  const baseline = await timed(() => bare(db, watchers))
  // The first round warms up.
  if (round > 0) one!.push(time)
  if (round > 0) oneBare!.push(baseline)
}
say(`one event to ${watchers} watchers`, watchers, one!, oneBare!)

const [many, manyBare]: number[][] = [[], []]
for (let round = 0; round < Math.min(rounds, 3); round += 1) {
  const made = await makeEvents(db, ids)
  many!.push(
    await timed(async () => {
      for (let start = 0; start < made.length; start += batch)
        await tellPeople(services, made.slice(start, start + batch))
    }),
  )
  manyBare!.push(await timed(() => bare(db, ids.length)))
}
say(`${ids.length} events, ${batch} a job`, ids.length, many!, manyBare!)

const actors = (await Promise.all([1, 2, 3].map(nth => findActor(db, personId(nth), today.toString())))).filter(
  actor => actor !== undefined,
)
const counts: number[] = []
for (let round = 0; round < 20; round += 1) counts.push(await timed(() => countUnread(db, actors.slice(0, 1))))
console.log(`${'unread of one person'.padEnd(44)} median ${median(counts).toFixed(1).padStart(6)} ms`)
const { rows: told } = await sql<{ n: number }>`select count(*) as n from notification`.execute(db)
console.log(`${told[0]!.n} notifications, memory ${Math.round(process.memoryUsage().rss / 1e6)} MB`)
await db.destroy()
await server.stop()
rmSync(folder, { recursive: true, force: true })
