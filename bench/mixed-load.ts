// What 200 people at work at once get from one server: pages, searches and deeds with pauses as people make them; errors
// are counted. Also what it costs to know who asks. Usage: node bench/mixed-load.ts [people] [seconds] [agreements]
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { sql } from 'kysely'
import { loadConfig } from '#core/config.ts'
import { openPool } from '#core/database/connect.ts'
import { startEmbeddedForTests } from '#core/database/embedded-testing.ts'
import { createHttp } from '#core/http/server.ts'
import { createAccount, setGrants } from '#core/identity/accounts.ts'
import { hashPassword } from '#core/identity/authentication.ts'
import { findSession } from '#core/identity/session.ts'
import { silentLog } from '#core/log.ts'
import { refreshAllStandings } from '#modules/agreements/standing.ts'
import { modules } from '#server/modules.ts'
import { openServices } from '#server/open-services.ts'
import { home, makePortfolio } from './_portfolio.ts'

const [people = 200, seconds = 30, agreements = 20_000] = process.argv.slice(2).map(Number)
const partners = 2000
const entries = agreements * 10
/** Milliseconds that somebody looks at a page before the next step, on average. */
const pause = 2000
const today = Temporal.Now.plainDateISO('UTC')

interface Work {
  port: number
  cookies: string[]
}
type Answers = { kind: string; ms: number; status: number }[]

const agreementId = (n: number) =>
  `00000003-0000-7000-8000-${(1 + ((n * 7907) % agreements)).toString(16).padStart(12, '0')}`
const partnerId = (n: number) => `00000002-0000-7000-8000-${(1 + ((n * 37) % partners)).toString(16).padStart(12, '0')}`

/** The first partner of the nth agreement asked for. */
const partnerOf = (n: number) => {
  const place = 1 + ((n * 7907) % agreements)
  return `00000002-0000-7000-8000-${(1 + ((place * 7919) % partners)).toString(16).padStart(12, '0')}`
}

/** What people do, how often of twenty steps, and how it is asked. */
const steps: { kind: string; often: number; ask: (n: number) => { path: string; body?: object } }[] = [
  { kind: 'Today', often: 3, ask: () => ({ path: '/api/today' }) },
  { kind: 'portfolio list', often: 4, ask: n => ({ path: `/api/portfolio/list?offset=${(n % 20) * 50}` }) },
  {
    kind: 'portfolio counts',
    often: 2,
    ask: n => ({ path: `/api/portfolio/counts?${n % 2 ? 'state=in_force' : ''}` }),
  },
  { kind: 'agreement', often: 5, ask: n => ({ path: `/api/agreements/${agreementId(n)}` }) },
  { kind: 'partner', often: 1, ask: n => ({ path: `/api/partners/${partnerId(n)}` }) },
  { kind: 'organisation search', often: 3, ask: n => ({ path: `/api/organisations/search?q=place+${n % 700}` }) },
  {
    kind: 'recording a deed',
    often: 2,
    ask: n => ({
      path: '/api/entries',
      body: {
        ...{
          agreementId: agreementId(n),
          kind: 'student_mobility',
          status: 'confirmed',
          quantity: '1',
          unit: 'person',
        },
        ...{ from: { organisationId: home }, to: { organisationId: partnerOf(n) } },
        startsOn: { on: today.toString(), precision: 'day' },
      },
    }),
  },
]
const dice = steps.flatMap(step => Array.from({ length: step.often }, () => step))

async function main(): Promise<void> {
  const server = await startEmbeddedForTests()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-bench-'))
  const config = loadConfig({
    ...{ DATA_DIR: dataDir, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://localhost:3000', REQUEST_LIMIT: '0' },
  })
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection: server.connection })
  const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
  await makePortfolio(db, { agreements, entries, partners }, today)
  await refreshAllStandings(db, today)
  await sql`vacuum analyze`.execute(db)
  const app = await createHttp({ services, modules })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const cookies = await signIn()
  console.log(
    `${agreements} agreements, ${entries} entries; ${people} people for ${seconds} s, a step each ${pause} ms`,
  )
  await costOfIdentity()
  const worker = new Worker(import.meta.filename, {
    argv: process.argv.slice(2),
    workerData: { port, cookies } satisfies Work,
  })
  const cpu = process.cpuUsage()
  const answers = await new Promise<Answers>((resolve, reject) => worker.once('message', resolve).once('error', reject))
  const used = process.cpuUsage(cpu)
  print(answers)
  console.log(
    `server: ${((used.user + used.system) / 1e6 / seconds).toFixed(2)} cores, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MB`,
  )
  await worker.terminate()
  await app.close()
  await db.destroy()
  await close()
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })

  async function signIn(): Promise<string[]> {
    const passwordHash = await hashPassword('correct horse battery')
    const found: string[] = []
    for (let n = 0; n < people; n += 1) {
      const email = `person${n}@example.org`
      const id = await createAccount(db, { name: `Person ${n}`, email, language: 'en', passwordHash })
      await setGrants(db, id, [{ role: 'officer', scopeId: n % 2 === 0 ? null : home }])
      const answer = await app.inject({
        ...{ method: 'POST', url: '/api/session', headers: { 'x-concord': '1' } },
        ...{ payload: { email, password: 'correct horse battery' }, remoteAddress: `10.0.${n >> 8}.${n & 255}` },
      })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      found.push(String(answer.headers['set-cookie']).split(';')[0]!)
    }
    return found
  }

  /** One after another: who asks, a request that nobody needs to be known for, and the bare query of one row. */
  async function costOfIdentity(): Promise<void> {
    const times = async (work: () => Promise<unknown>) => {
      for (let n = 0; n < 200; n += 1) await work()
      const all: number[] = []
      for (let n = 0; n < 1000; n += 1) {
        const at = performance.now()
        await work()
        all.push(performance.now() - at)
      }
      return all.sort((a, b) => a - b)
    }
    const bare = await times(() => sql`select id from agreement where id = ${agreementId(1)}`.execute(services.db))
    const open = await times(() => app.inject({ url: '/healthz' }))
    const token = decodeURIComponent(cookies[0]!.slice(cookies[0]!.indexOf('=') + 1))
    const known = await times(() => findSession(services.db, token, today.toString()))
    const line = (name: string, all: number[]) =>
      console.log(
        `${name.padEnd(40)} median ${all[500]!.toFixed(2)} ms  p99 ${all[990]!.toFixed(2)} ms  x ${(all[500]! / bare[500]!).toFixed(1)} of the bare query`,
      )
    line('bare query: one row by id', bare)
    line('request without a session', open)
    line('finding session, person and roles', known)
  }
}

function print(answers: Answers): void {
  const line = (kind: string, of: Answers) => {
    const ms = of.map(each => each.ms).sort((a, b) => a - b)
    const at = (share: number) => ms[Math.min(ms.length - 1, Math.floor(ms.length * share))]?.toFixed(0) ?? '–'
    const wrong = of.filter(each => each.status !== 200).length
    console.log(
      `${kind.padEnd(22)} ${String(of.length).padStart(6)}  p50 ${at(0.5).padStart(5)} ms  p99 ${at(0.99).padStart(5)} ms  errors ${wrong}`,
    )
  }
  for (const { kind } of steps)
    line(
      kind,
      answers.filter(each => each.kind === kind),
    )
  line('all', answers)
  console.log(`${(answers.length / seconds).toFixed(0)} requests a second`)
}

/** The people, in a thread of their own so that their work is not counted as the server's. */
async function beThePeople({ port, cookies }: Work): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: people })
  const ask = (cookie: string, to: { path: string; body?: object }) =>
    new Promise<number>((resolve, reject) => {
      const body = to.body && JSON.stringify(to.body)
      const sent = httpRequest(
        {
          ...{ host: '127.0.0.1', port, path: encodeURI(to.path), agent, method: body ? 'POST' : 'GET' },
          headers: { cookie, 'x-concord': '1', ...(body && { 'content-type': 'application/json' }) },
        },
        answer => {
          answer.resume()
          answer.on('end', () => resolve(answer.statusCode ?? 0))
        },
      )
      sent.on('error', reject)
      sent.end(body)
    })
  const answers: Answers = []
  const until = performance.now() + seconds * 1000
  const live = async (cookie: string, who: number) => {
    await new Promise(resolve => setTimeout(resolve, (pause * who) / people))
    for (let n = who * 31; performance.now() < until; n += 1) {
      const step = dice[(n * 7 + who) % dice.length]!
      const at = performance.now()
      const status = await ask(cookie, step.ask(n))
      answers.push({ kind: step.kind, ms: performance.now() - at, status })
      await new Promise(resolve => setTimeout(resolve, pause * (0.5 + ((n * 13) % 100) / 100)))
    }
  }
  await Promise.all(cookies.map(live))
  parentPort!.postMessage(answers)
}

if (isMainThread) await main()
else await beThePeople(workerData as Work)
