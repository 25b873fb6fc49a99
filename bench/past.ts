// What keeping the past costs a writer, and how fast a record is read as it stood: 5,000 agreements (or as many as said) written, changed
// once, and some ten times, with the past kept and without, on the same database in the same run.
import { sql } from 'kysely'
import { readAsOf } from '#core/database/as-of.ts'
import { json, openPool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { migrateToLatest } from '#core/database/migrate.ts'
import { systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import { insertAgreements, replaceFacts } from '#modules/agreements/agreement.store.ts'
import { settleFacts } from '#modules/agreements/agreement-facts.ts'
import { findRecord } from '#modules/agreements/agreement-record.store.ts'
import { findThen } from '#modules/agreements/as-of.store.ts'

const count = Number(process.argv[2] ?? 5000)
const batch = 2000
const tables = ['agreement', 'agreement_party', 'agreement_contact', 'agreement_link']

const server = await startEmbeddedForTests()
const db = openPool(server.connection)
await migrateToLatest(db)
const [home, partner] = [newId(), newId()]
for (const [id, name] of [
  [home, 'Home'],
  [partner, 'Partner'],
] as const)
  await db
    .insertInto('organisation')
    .values({ id, name, names: json({}), home: id === home })
    .execute()

const facts = (remarks: string) =>
  settleFacts({
    homeId: home,
    kinds: ['memorandum'],
    title: { en: 'Memorandum of understanding' },
    parties: [{ organisationId: partner, side: 'partner' }],
    contacts: [{ side: 'partner', name: 'A contact', email: 'contact@example.org' }],
    expiresOn: { on: '2030-12-31', precision: 'day' },
    remarks,
  })

const seconds = async (work: () => Promise<void>) => {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}

async function write(ids: readonly string[]): Promise<void> {
  const at = new Date().toISOString()
  for (let start = 0; start < ids.length; start += batch)
    await db.transaction().execute(tx =>
      insertAgreements(
        tx,
        ids.slice(start, start + batch).map(id => ({
          ...{ id, facts: facts('First'), state: 'in_force' as const, stateReason: null, endedOn: null, at },
          ...{ original: null, importId: null, createdBy: null },
        })),
      ),
    )
}

async function change(ids: readonly string[], remarks: string): Promise<void> {
  for (let start = 0; start < ids.length; start += batch)
    await db.transaction().execute(tx =>
      replaceFacts(
        tx,
        ids.slice(start, start + batch).map(id => ({ id, facts: facts(remarks) })),
        new Date().toISOString(),
      ),
    )
}

const triggers = async (what: 'enable' | 'disable') => {
  for (const table of tables)
    for (const name of ['keep_changed', 'keep_deleted'])
      await sql`alter table ${sql.table(table)} ${sql.raw(what)} trigger ${sql.raw(name)}`.execute(db)
}
const idsOf = () => Array.from({ length: count }, () => newId())
const per = (s: number) => `${Math.round(count / s).toLocaleString('en')} agreements/s`

await write(idsOf().slice(0, batch))
const results: Record<string, number[]> = {}
let kept: string[] = []
for (let run = 0; run < 3; run += 1)
  for (const what of ['disable', 'enable'] as const) {
    await triggers(what)
    const ids = idsOf()
    const named = what === 'enable' ? 'past kept' : 'without'
    results[`written, ${named}`] = [...(results[`written, ${named}`] ?? []), await seconds(() => write(ids))]
    results[`changed, ${named}`] = [...(results[`changed, ${named}`] ?? []), await seconds(() => change(ids, `${run}`))]
    if (what === 'enable') kept = ids
  }
const median = (list: number[]) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!
for (const [name, list] of Object.entries(results)) console.log(`${name.padEnd(22)} ${per(median(list))}`)

for (let version = 0; version < 9; version += 1) await change(kept.slice(0, count / 10), `version ${version}`)
await sql`analyze`.execute(db)
const { rows } = await sql<{ live: string; past: string; versions: number }>`
  select pg_size_pretty(sum(pg_total_relation_size(('public.' || t)::regclass))) as live,
    pg_size_pretty(sum(pg_total_relation_size(('past.' || t)::regclass))) as past,
    (select count(*) from past.agreement) as versions from unnest(${tables}::text[]) t`.execute(db)
console.log(`live ${rows[0]!.live}, past ${rows[0]!.past} (${rows[0]!.versions} earlier versions of agreements)`)

const times = async (work: (id: string) => Promise<unknown>) => {
  const list: number[] = []
  for (let at = 0; at < 300; at += 1) {
    const start = performance.now()
    await work(kept[(at * 37) % (count / 10)]!)
    list.push(performance.now() - start)
  }
  const sorted = list.slice(50).toSorted((a, b) => a - b)
  return { median: sorted[Math.floor(sorted.length / 2)]!, p99: sorted[Math.floor(sorted.length * 0.99)]! }
}
const long = Temporal.Now.instant().subtract({ milliseconds: 1 })
const shown = ({ median, p99 }: { median: number; p99: number }) =>
  `median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
const today = await times(id => findRecord(db, systemActor(), id))
const then = await times(id => readAsOf(db, long, past => findThen(past, id)))
console.log(`read today  ${shown(today)}\nread as of  ${shown(then)}, ${(then.median / today.median).toFixed(1)} times`)
await db.destroy()
await server.stop()
