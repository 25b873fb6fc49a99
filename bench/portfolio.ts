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
import { openPool } from '#core/database/connect.ts'
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
import { home, makePortfolio } from './_portfolio.ts'

const [agreements = 100_000, entries = 1_000_000, requests = 400] = process.argv.slice(2).map(Number)
const partners = 4000
const readers = 20
const today = Temporal.Now.plainDateISO('UTC')

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`
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
  const config = loadConfig({
    DATA_DIR: dataDir,
    TIME_ZONE: 'UTC',
    PUBLIC_URL: 'http://localhost:3000',
    REQUEST_LIMIT: '0',
  })
  const modules = [identityModule, ledgerModule, agreementsModule]
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection: server.connection })
  // Filling takes longer than a request may.
  const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
  let began = performance.now()
  await makePortfolio(db, { agreements, entries, partners }, today)
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
