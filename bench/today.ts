// Measures Today with 100,000 open turns and 3,000 open tasks, for somebody of the office, somebody of a unit, a signatory and the whole office.
// Usage: node bench/today.ts [agreements] [requests]
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Db, openPool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { migrateToLatest } from '#core/database/migrate.ts'
import { createAccount, setGrants } from '#core/identity/accounts.ts'
import type { Actor, Role } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { listToday, todayFacts } from '#modules/work/today.store.ts'
import type { TodayQuestion } from '#modules/work/today-turns.store.ts'
import { home, makePortfolio } from './_portfolio.ts'

const [agreements = 100_000, requests = 60] = process.argv.slice(2).map(Number)
const today = Temporal.Now.plainDateISO('UTC')
const people = 30

/** Every agreement waits: a third for the office, the rest for the partner, for a review, or for a body outside. */
async function makeTurns(db: Db): Promise<void> {
  const day = today.toString()
  await sql`select setseed(0.42)`.execute(db)
  await sql`insert into organisation (id, name, names, home, unit_of)
    select ('00000009-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Faculty ' || n, '{}', false, ${home} from generate_series(1, 20) n`.execute(
    db,
  )
  await sql`update agreement a set
      state = (array['drafting', 'internal_review', 'partner_review', 'out_for_signature', 'external_clearance', 'in_force', 'in_force', 'in_force', 'in_force'])[1 + floor(random() * 9)::int],
      expires_on = case when random() < 0.9 then ${day}::date + (random() * 2500)::int + 30 end,
      owner_id = case when random() < 0.7 then (select id from auth_user where name = 'Person ' || (1 + abs(hashtext(a.id::text)) % ${people})) end,
      unit_id = case when random() < 0.5 then ('00000009-0000-7000-8000-' || lpad((1 + abs(hashtext(a.number)) % 20)::text, 12, '0'))::uuid end`.execute(
    db,
  )
  await sql`update agreement set end_kind = case when expires_on is null then 'none' else 'known' end, expires_precision = case when expires_on is null then null else 'day' end`.execute(
    db,
  )
  await sql`update ledger_source s set unit_id = a.unit_id, owner_id = a.owner_id, confidential = a.confidentiality = 'confidential' from agreement a where a.id = s.source_id`.execute(
    db,
  )
  await sql`insert into turn (id, workflow, subject_type, subject_id, home_id, unit_id, state, holder, owner_id, since, due_on)
    select gen_random_uuid(), 'agreement', 'agreement', id, home_id, unit_id, state,
      case when state in ('drafting', 'internal_review') then 'home' when state in ('partner_review', 'out_for_signature') then 'partner' else 'nobody' end,
      owner_id, now() - random() * interval '400 days', case when state = 'in_force' then (expires_on - interval '12 months')::date end
    from agreement`.execute(db)
  await sql`insert into work_delegation (subject_id, subject_type, state, to_id, by_id)
    select subject_id, 'agreement', state, (select id from auth_user where name = 'Person 1'), owner_id from turn where holder = 'home' order by id limit 200`.execute(
    db,
  )
  await sql`insert into work_snooze (user_id, subject_type, subject_id, until)
    select owner_id, 'agreement', subject_id, ${day}::date + 10 from turn where owner_id is not null order by id limit 500`.execute(
    db,
  )
}

/** Half of the tasks are done; each person has a hundred open ones, most of them about an agreement. */
async function makeTasks(db: Db): Promise<void> {
  const day = today.toString()
  await sql`insert into task (id, subject, subject_id, home_id, body, owner_id, due_on, created_by_id, created_at, done_at)
    select gen_random_uuid(), case when n % 5 > 0 then 'agreement' end, case when n % 5 > 0 then a.id end, case when n % 5 > 0 then a.home_id end,
      'Task ' || n, (select id from auth_user where name = 'Person ' || (1 + n % ${people})), case when n % 3 > 0 then ${day}::date + (n % 400) - 100 end,
      (select id from auth_user where name = 'Person ' || (1 + (n / 7) % ${people})), now(), case when n % 2 = 0 then now() end
    from (select id, home_id, row_number() over () as place from agreement limit 6000) a
      join generate_series(1, ${people * 200}::int) n on n = a.place`.execute(db)
}

async function makePeople(db: Db): Promise<void> {
  for (let n = 1; n <= people; n += 1)
    await createAccount(db, {
      ...{ name: `Person ${n}`, email: `person${n}@example.org`, language: 'en' },
      passwordHash: 'none',
    })
}

async function actorWith(db: Db, n: number, role: Role, scopeId: string | null): Promise<Actor> {
  const { rows } = await sql<{ id: string }>`select id from auth_user where name = ${`Person ${n}`}`.execute(db)
  await setGrants(db, rows[0]!.id, [{ role, scopeId }])
  return (await findActor(db, rows[0]!.id, today.toString()))!
}

async function measure(work: () => Promise<unknown>): Promise<{ median: number; p99: number }> {
  for (let n = 0; n < 10; n += 1) await work()
  const times: number[] = []
  for (let n = 0; n < requests; n += 1) {
    const at = performance.now()
    await work()
    times.push(performance.now() - at)
  }
  times.sort((a, b) => a - b)
  return { median: times[Math.floor(times.length / 2)]!, p99: times[Math.floor(times.length * 0.99)]! }
}

const server = await startEmbeddedForTests()
const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-today-'))
const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
await migrateToLatest(db)
await makePortfolio(db, { agreements, entries: agreements * 2, partners: 4000 }, today)
await makePeople(db)
await makeTurns(db)
await makeTasks(db)
await sql`vacuum analyze`.execute(db)
const { rows: counted } = await sql<{ n: number }>`select count(*) as n from turn`.execute(db)
console.log(`${counted[0]!.n} open turns, ${people} people, ${agreements * 2} entries`)

const bare = await measure(() =>
  sql`select * from turn where home_id = ${home} and due_on is not null order by due_on limit 50`.execute(db),
)
const say = (name: string, { median, p99 }: { median: number; p99: number }) =>
  console.log(
    `${name.padEnd(46)} median ${median.toFixed(1).padStart(7)} ms  p99 ${p99.toFixed(1).padStart(7)} ms  x ${(median / bare.median).toFixed(1)} of the bare query`,
  )
say('bare query: 50 turns by date', bare)
const unit = '00000009-0000-7000-8000-000000000007'
const readers: [string, Actor][] = [
  ['officer of everything', await actorWith(db, 1, 'officer', null)],
  ['officer of the home', await actorWith(db, 2, 'officer', home)],
  ['coordinator of a faculty', await actorWith(db, 3, 'coordinator', unit)],
  ['signatory', await actorWith(db, 4, 'signatory', home)],
  ['observer of a faculty', await actorWith(db, 5, 'observer', unit)],
]
for (const [name, actor] of readers)
  for (const scope of ['mine', 'office'] as const) {
    const question: TodayQuestion = { actor, today, scope, days: 90, limit: 8 }
    const found = Map.groupBy(await listToday(db, question), row => row.group)
    say(
      `${name}, ${scope}`,
      await measure(async () => {
        await listToday(db, question)
        await todayFacts(db, actor, today)
      }),
    )
    console.log(`    ${[...found].map(([group, rows]) => `${group} ${rows[0]!.total}`).join(', ')}`)
  }
await db.destroy()
await server.stop()
rmSync(folder, { recursive: true, force: true })
