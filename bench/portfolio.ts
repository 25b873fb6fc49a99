// Measures the portfolio at 100,000 agreements and 1,000,000 entries under 20 readers; data come from a seed.
// Usage: node bench/portfolio.ts [agreements] [entries] [requests]
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, get as httpGet } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { sql } from 'kysely'
import { loadConfig } from '#core/config.ts'
import { openPool, type Pool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { createHttp } from '#core/http/server.ts'
import { createAccount, setGrants } from '#core/identity/accounts.ts'
import { hashPassword } from '#core/identity/authentication.ts'
import { identityModule } from '#core/identity/identity.module.ts'
import { silentLog } from '#core/log.ts'
import { agreementsModule } from '#modules/agreements/agreements.module.ts'
import { refreshAllStandings } from '#modules/agreements/standing.ts'
import { ledgerModule } from '#modules/ledger/ledger.module.ts'
import { openServices } from '#server/open-services.ts'

const [agreements = 100_000, entries = 1_000_000, requests = 400] = process.argv.slice(2).map(Number)
const partners = 4000
const readers = 20
const seed = 0.20261123
const today = Temporal.Now.plainDateISO('UTC')

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
const idOf = (kind: number, n: string) =>
  sql.raw(`(lpad(to_hex(${kind}), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`)
const pick = (...values: string[]) =>
  sql.raw(`(array[${values.map(value => `'${value}'`).join(',')}])[1 + floor(random() * ${values.length})::int]`)
const home = '00000001-0000-7000-8000-000000000001'

async function makeOrganisations(db: Pool): Promise<void> {
  await sql`select setseed(${seed})`.execute(db)
  await sql`insert into organisation (id, name, names, home, country, city, latitude, longitude)
    values (${home}, 'Home University', '{"en": "Home University"}', true, 'KG', 'Bishkek', 42.9, 74.6)`.execute(db)
  await sql`insert into organisation (id, name, names, country, city, latitude, longitude)
    select ${idOf(2, 'n')}, 'University of Place ' || n, jsonb_build_object('en', 'University of Place ' || n, 'ru', 'Университет ' || n, 'fa', 'دانشگاه ' || n),
      ${pick('RU', 'IR', 'CN', 'IN', 'BR', 'ZA', 'DE', 'FR', 'TR', 'AZ', 'UZ', 'KZ', 'MY', 'ID', 'EG', 'IT')}, 'City ' || (n % 700), random() * 120 - 50, random() * 300 - 150
    from generate_series(1, ${partners}) n`.execute(db)
  await sql`insert into organisation_name (organisation_id, text, folded, words, language, kind, source)
    select o.id, v.value, lower(v.value), lower(v.value), v.key, 'label', 'bench' from organisation o cross join lateral jsonb_each_text(o.names) v`.execute(
    db,
  )
}

async function makeAgreements(db: Pool): Promise<void> {
  await sql`insert into agreement (id, home_id, number, kind, kinds, title, search, state, signed_on, signed_precision, in_force_on, in_force_precision,
      expires_on, expires_precision, end_kind, renewal, renewal_months, fields, languages, confidentiality, updated_at)
    select ${idOf(3, 'n')}, ${home}, 'N-' || n, k.kind, array[k.kind], jsonb_build_object('en', initcap(k.kind) || ' of cooperation ' || n, 'ru', 'Соглашение ' || n),
      'n ' || n || ' ' || k.kind || ' of cooperation ' || n || ' соглашение ' || n, k.state, k.signed, 'day', k.signed, 'day',
      case when k.ends then k.signed + 365 * (1 + n % 10) end, case when k.ends then 'day' end, case when k.ends then 'known' else 'none' end,
      k.renewal, case when k.renewal = 'automatic' then 12 end, array[k.field], array['en'],
      case when n % 50 = 0 then 'confidential' else 'internal' end, now() - random() * interval '3000 days'
    from (select n, ${pick('memorandum', 'protocol', 'exchange_agreement', 'project_agreement', 'joint_degree', 'annex')} as kind,
      ${pick('in_force', 'in_force', 'in_force', 'in_force', 'in_force', 'drafting', 'partner_review', 'terminated', 'suspended')} as state,
      (${today.toString()}::date - (random() * 5000)::int) as signed, random() < 0.8 as ends,
      ${pick('none', 'by_consent', 'automatic', 'unknown')} as renewal, ${pick('053', '061', '071', '022', '091', '031', '042')} as field
      from generate_series(1, ${agreements}) n) k`.execute(db)
  await sql`insert into agreement_party (id, agreement_id, organisation_id, side, position)
    select gen_random_uuid(), ${idOf(3, 'n')}, ${sql.raw(`'${home}'::uuid`)}, 'home', 0 from generate_series(1, ${agreements}) n`.execute(
    db,
  )
  await sql`insert into agreement_party (id, agreement_id, organisation_id, side, position)
    select gen_random_uuid(), ${idOf(3, 'n')}, ${idOf(2, `1 + ((n::bigint * 7919 + p * 104729) % ${partners})`)}, 'partner', p
    from generate_series(1, ${agreements}) n cross join generate_series(0, 1) p where p = 0 or n % 10 = 0`.execute(db)
  await sql`insert into ledger_source (source_id, family_id, home_id) select id, id, home_id from agreement`.execute(db)
}

async function makeLedger(db: Pool): Promise<void> {
  await sql`insert into commitment (id, home_id, source_type, source_id, kind, promisor_id, beneficiary_id, unit, base_quantity, period, start_month, valid_from, valid_from_precision)
    select ${idOf(4, 'n')}, ${home}, 'agreement', ${idOf(3, 'n * 3')}, 'student_mobility', ${home}, ${idOf(2, `1 + ((n::bigint * 3 * 7919) % ${partners})`)},
      'person', 1 + n % 5, 'per_academic_year', 9, a.signed_on, 'day'
    from generate_series(1, ${Math.floor(agreements / 3)}) n join agreement a on a.id = ${idOf(3, 'n * 3')}`.execute(db)
  await sql`insert into activity (id, module, home_id, kind, title) values (${'00000005-0000-7000-8000-000000000001'}, 'ledger', ${home}, 'student_mobility', 'All')`.execute(
    db,
  )
  await sql`insert into entry (id, home_id, kind, unit, base_quantity, from_id, to_id, starts_on, status, module, activity_id, line_key, agreement_id, commitment_id, served_by, event_id)
    select ${idOf(6, 'n')}, ${home}, 'student_mobility', 'person', 1,
      case when n % 2 = 0 then ${sql.raw(`'${home}'::uuid`)} else partner end, case when n % 2 = 0 then partner else ${sql.raw(`'${home}'::uuid`)} end,
      ${today.toString()}::date - (random() * 3000)::int, case when n % 20 = 0 then 'planned' else 'confirmed' end, 'ledger',
      ${'00000005-0000-7000-8000-000000000001'}, n::text, ${idOf(3, 'a')}, case when a % 3 = 0 and n % 2 = 0 then ${idOf(4, 'a / 3')} end,
      case when a % 3 = 0 and n % 2 = 0 then 'activity' else 'none' end, gen_random_uuid()
    from (select n, a, ${idOf(2, `1 + ((a::bigint * 7919) % ${partners})`)} as partner
      from (select n, 1 + (n::bigint * 31 % ${agreements})::int as a from generate_series(1, ${entries}) n) x where a % 4 <> 1 or n % 9 = 0) y`.execute(
    db,
  )
  await sql`insert into ledger_total (home_id, from_id, to_id, kind, unit, agreement_id, status, month, base_quantity, entries)
    select home_id, from_id, to_id, kind, unit, agreement_id, status, date_trunc('month', starts_on)::date, sum(base_quantity), count(*)
    from entry group by 1, 2, 3, 4, 5, 6, 7, 8`.execute(db)
  await sql`insert into commitment_total (commitment_id, period_start, status, base_quantity, entries)
    select commitment_id, (date_trunc('year', starts_on - interval '8 months') + interval '8 months')::date, status, sum(base_quantity), count(*)
    from entry where commitment_id is not null group by 1, 2, 3`.execute(db)
}

interface Figures {
  median: number
  p99: number
  perSecond: number
}

/** Keeps `readers` requests in flight until `total` are answered. */
async function measure(total: number, work: (n: number) => Promise<unknown>): Promise<Figures> {
  const times: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: readers }, async () => {
      while (next < total) {
        const n = next++
        const at = performance.now()
        await work(n)
        times.push(performance.now() - at)
      }
    }),
  )
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!
  return { median: at(0.5), p99: at(0.99), perSecond: (total / (performance.now() - began)) * 1000 }
}

type Run = (total: number) => Promise<Figures>

/** Several runs; the run with the median p99 counts. */
async function report(name: string, baseline: Figures | null, run: Run): Promise<Figures> {
  await run(Math.ceil(requests / 4))
  const runs: Figures[] = []
  for (let nth = 0; nth < 3; nth += 1) runs.push(await run(requests))
  const figures = runs.sort((a, b) => a.p99 - b.p99)[1]!
  const ratio = baseline ? `  x ${(figures.median / baseline.median).toFixed(1)} of the bare query` : ''
  const cells = [figures.median, figures.p99].map(ms => `${ms.toFixed(1)} ms`.padStart(10))
  console.log(`${name.padEnd(44)} median ${cells[0]}  p99 ${cells[1]}  ${Math.round(figures.perSecond)}/s${ratio}`)
  return figures
}

const filters = [
  '',
  'state=in_force',
  'country=RU',
  'country=IR&country=CN',
  'kind=memorandum',
  'pulse=dormant',
  'pulse=at_risk',
  'text=place+17',
  'text=Университет',
  'expiringWithinDays=365',
  'field=05',
  'state=in_force&kind=protocol&country=BR',
  'hasCommitments=true',
  'text=دانشگاه+12',
  'renewal=automatic&pulse=alive',
  'owner=none',
]
const sorts = ['updated', 'signed', 'ends', 'number', 'partner', 'title']

async function main(): Promise<void> {
  const server = await startEmbeddedForTests()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-bench-'))
  const config = loadConfig({ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000' })
  const modules = [identityModule, ledgerModule, agreementsModule]
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection: server.connection })
  // Filling takes longer than a request may.
  const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
  let began = performance.now()
  await makeOrganisations(db)
  await makeAgreements(db)
  await makeLedger(db)
  await sql`analyze`.execute(db)
  console.log(`${agreements} agreements, ${partners} partners, ${entries} entries made in ${seconds(began)}`)
  began = performance.now()
  await refreshAllStandings(db, today)
  console.log(`every pulse judged in ${seconds(began)}`)
  await sql`vacuum analyze`.execute(db)
  const app = await createHttp({ services, modules })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const password = 'correct horse battery'
  const person = await createAccount(db, {
    name: 'Reader',
    email: 'reader@example.org',
    language: 'en',
    passwordHash: await hashPassword(password),
  })
  await setGrants(db, person, [{ role: 'officer', scopeId: null }])
  const headers: Record<string, string> = { 'x-concord': '1' }
  const signedIn = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers,
    payload: { email: 'reader@example.org', password },
  })
  headers.cookie = String(signedIn.headers['set-cookie']).split(';')[0]!
  const get = async (url: string) => {
    const response = await app.inject({ url, headers })
    if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`)
    return response
  }
  const memoryBefore = process.memoryUsage().rss
  began = performance.now()
  await get('/api/portfolio/list')
  console.log(
    `first list after the start, with the portfolio loaded: ${seconds(began)}, ${Math.round((process.memoryUsage().rss - memoryBefore) / 2 ** 20)} MB`,
  )
  for (const sort of sorts) await get(`/api/portfolio/list?sort=${sort}`)

  const agreementId = (n: number) =>
    `00000003-0000-7000-8000-${(1 + ((n * 7907) % agreements)).toString(16).padStart(12, '0')}`
  const partnerId = (n: number) =>
    `00000002-0000-7000-8000-${(1 + ((n * 37) % partners)).toString(16).padStart(12, '0')}`
  const filterOf = (n: number) => filters[n % filters.length]!
  const worker = new Worker(import.meta.filename, { argv: process.argv.slice(2) })
  const reading =
    (url: (n: number) => string): Run =>
    total =>
      new Promise((resolve, reject) => {
        worker.removeAllListeners().once('message', resolve).once('error', reject)
        worker.postMessage({ port, headers, urls: Array.from({ length: total }, (_, n) => url(n)) } satisfies Reading)
      })
  const asking =
    (work: (n: number) => Promise<unknown>): Run =>
    total =>
      measure(total, work)
  const fifty = sql`select * from agreement where home_id = ${home} and removed_at is null order by expires_on limit 50`
  const bareList = await report(
    'bare query: 50 rows by date',
    null,
    asking(() => fifty.execute(services.db)),
  )
  const one = (n: number) => sql`select * from agreement where id = ${agreementId(n)}`
  const bareOne = await report(
    'bare query: one row by id',
    null,
    asking(n => one(n).execute(services.db)),
  )
  const listPage = (n: number) =>
    `/api/portfolio/list?sort=${sorts[n % sorts.length]}&offset=${(n % 40) * 50}&${filterOf(n)}`
  await report('list page', bareList, reading(listPage))
  for (const view of ['counts', 'map', 'timeline', 'partners'])
    await report(
      view,
      bareList,
      reading(n => `/api/portfolio/${view}?${filterOf(n)}`),
    )
  await report(
    'agreement page',
    bareOne,
    reading(n => `/api/agreements/${agreementId(n)}`),
  )
  await report(
    'partner page',
    bareOne,
    reading(n => `/api/partners/${partnerId(n)}`),
  )
  const pages = ['list', 'counts', 'map']
  let changes = 0
  const changing = setInterval(() => {
    changes += 1
    sql`update agreement set updated_at = now() where id = ${agreementId(changes)}`.execute(db).catch(console.error)
  }, 500)
  const page = (n: number) =>
    pages[n % 4] ? `/api/portfolio/${pages[n % 4]}?${filterOf(n)}` : `/api/agreements/${agreementId(n)}`
  await report('mixed, while two agreements a second change', bareList, reading(page))
  clearInterval(changing)
  await worker.terminate()
  console.log(`memory of the server: ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`)
  await app.close()
  await db.destroy()
  await close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

/** What the reading thread is asked: requests to one server, `readers` at a time. */
interface Reading {
  port: number
  headers: Record<string, string>
  urls: string[]
}

/** The readers live in a thread of their own, so that their work is not counted as the server's. */
function serveReadings(): void {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const read = ({ port, headers }: Reading, url: string) =>
    new Promise<void>((resolve, reject) => {
      const request = httpGet({ host: '127.0.0.1', port, path: encodeURI(url), headers, agent }, response => {
        response.on('data', () => {})
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${url}: ${response.statusCode}`)),
        )
      })
      request.on('error', reject)
    })
  parentPort!.on('message', async (reading: Reading) => {
    const figures = await measure(reading.urls.length, n => read(reading, reading.urls[n]!))
    parentPort!.postMessage(figures)
  })
}

if (isMainThread) await main()
else serveReadings()
