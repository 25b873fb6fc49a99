// Two processes on one database, as behind a load balancer: nothing is done twice, nothing is lost, everything is seen at once.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Connection } from './core/database/connect.ts'
import { checkInvariants } from './core/doctor.ts'
import { verifyChains } from './core/event-chains.ts'
import { createAccount, setGrants } from './core/identity/accounts.ts'
import { hashPassword } from './core/identity/authentication.ts'
import { createJobs } from './core/jobs/jobs.ts'
import { silentLog } from './core/log.ts'
import { createTestDatabase } from './core/testing.ts'
import { commitmentInput, entryInput, makeSource } from './modules/ledger/testing/ledger-factory.ts'
import { makeHome, makeOrganisation } from './modules/registry/testing/registry-factory.ts'
import { modules } from './modules.ts'

const { db, connection } = await createTestDatabase()
const folder = mkdtempSync(path.join(tmpdir(), 'concord-two-'))
const started: ChildProcess[] = []
const password = 'correct horse battery'
/** Answers of both processes are the same whoever is asked: [0] and [1]. */
const addresses: string[] = []
let cookie = ''
let home = ''

/** The host may be the folder of a socket. */
const urlOf = ({ host, port, user, password: secret, database }: Connection): string =>
  `postgres://${encodeURIComponent(user)}${secret ? `:${encodeURIComponent(secret)}` : ''}` +
  `@${encodeURIComponent(host)}${port ? `:${port}` : ''}/${database}`

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

async function startServer(name: string): Promise<string> {
  const port = await freePort()
  const env = {
    ...process.env,
    ...{ PORT: String(port), HOST: '127.0.0.1', DATA_DIR: path.join(folder, name), DATABASE_URL: urlOf(connection) },
    ...{
      SECRET: 'a secret that both processes share, of course',
      LOG_LEVEL: 'error',
      PUBLIC_URL: '',
      DATABASE_WAIT_SECONDS: '10',
    },
    DATABASE_CONNECTIONS: '5',
  }
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'cli.ts'), 'start'], { env, stdio: 'ignore' })
  started.push(child)
  const address = `http://127.0.0.1:${port}`
  while ((await fetch(`${address}/readyz`).catch(() => undefined))?.status !== 200) {
    assert.equal(child.exitCode, null, 'the process ended before it served')
    await delay(50)
  }
  return address
}

interface Answer {
  status: number
  body: { id?: string; code?: string; quantity?: string; items?: unknown; periods?: unknown }
}

async function ask(at: number, method: string, target: string, body?: object): Promise<Answer> {
  const headers = { 'x-concord': '1', cookie, ...(body && { 'content-type': 'application/json' }) }
  const response = await fetch(addresses[at % 2] + target, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

before(async () => {
  home = await makeHome(db, { name: 'Home University' })
  const email = 'officer@example.org'
  const account = { name: 'Officer Example', email, language: 'en', passwordHash: await hashPassword(password) }
  const id = await createAccount(db, account)
  await setGrants(db, id, [{ role: 'officer', scopeId: home }])
  addresses.push(...(await Promise.all([startServer('one'), startServer('two')])))
  const signedIn = await fetch(`${addresses[0]}/api/session`, {
    method: 'POST',
    headers: { 'x-concord': '1', 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  assert.equal(signedIn.status, 200)
  cookie = signedIn.headers
    .getSetCookie()
    .map(one => one.split(';')[0])
    .join('; ')
})

after(async () => {
  const ended = started.map(child => new Promise(resolve => child.once('exit', resolve)))
  for (const child of started) child.kill('SIGTERM')
  await Promise.all(ended)
  rmSync(folder, { recursive: true, force: true })
})

async function office() {
  const partner = await makeOrganisation(db, { name: 'Partner University' })
  const agreementId = await makeSource(db, home)
  const promise = commitmentInput(agreementId, home, partner, { carry: 'none' })
  const created = await ask(0, 'POST', '/api/commitments', promise)
  assert.equal(created.status, 200)
  const commitment = (created.body.items as { id: string; version: number }[])[0]!
  return { partner, agreementId, promise, commitment }
}

async function balanceAt(at: number, agreementId: string): Promise<string[]> {
  const { body } = await ask(at, 'GET', `/api/balance?agreementId=${agreementId}`)
  return (body.items as { given: string }[]).map(line => line.given)
}

async function everythingHolds() {
  const broken = (await checkInvariants(db, modules)).filter(result => result.problems.length > 0)
  assert.deepEqual(broken, [])
  assert.equal(await verifyChains(db), undefined)
}

test('the same submit to both processes, many times, is one deed', async () => {
  const { partner, agreementId } = await office()
  const body = entryInput(home, partner, { agreementId, requestKey: 'the same page' })
  const answers = await Promise.all(Array.from({ length: 12 }, (_, at) => ask(at, 'POST', '/api/entries', body)))
  assert.deepEqual(new Set(answers.map(answer => answer.status)), new Set([200]))
  assert.equal(new Set(answers.map(answer => answer.body.id)).size, 1)
  assert.deepEqual(await balanceAt(0, agreementId), ['1'])
  await everythingHolds()
})

test('deeds posted to both at once are all counted, and seen at once by the other', async () => {
  const { partner, agreementId, commitment } = await office()
  const post = (at: number) => ask(at, 'POST', '/api/entries', entryInput(home, partner, { agreementId }))
  for (let count = 1; count <= 6; count += 1) {
    assert.equal((await post(count)).status, 200)
    assert.deepEqual(await balanceAt(count + 1, agreementId), [String(count)])
  }
  await Promise.all(Array.from({ length: 24 }, (_, at) => post(at)))
  for (const at of [0, 1]) {
    assert.deepEqual(await balanceAt(at, agreementId), ['30'])
    const { body } = await ask(at, 'GET', `/api/commitments/${commitment.id}`)
    const period = (body.periods as { start: string; delivered: string }[]).find(one => one.start === '2023-09-01')
    assert.equal(period?.delivered, '30')
  }
  await everythingHolds()
})

test('of changes to the same record that do not know of each other, one wins and the others are told', async () => {
  const { promise, commitment } = await office()
  const { agreementId: _, ...said } = promise
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      ask(at, 'PUT', `/api/commitments/${commitment.id}`, {
        ...said,
        quantity: String(10 + at),
        version: commitment.version,
      }),
    ),
  )
  const won = answers.filter(answer => answer.status === 200)
  assert.equal(won.length, 1)
  assert.deepEqual(
    new Set(answers.filter(answer => answer.status !== 200).map(answer => [answer.status, answer.body.code].join(' '))),
    new Set(['409 record.stale_version']),
  )
  const kept = await ask(1, 'GET', `/api/commitments/${commitment.id}`)
  assert.equal(kept.body.quantity, won[0]!.body.quantity)
  await everythingHolds()
})

test('promises and deeds recorded at both in the same moment find each other', async () => {
  const partner = await makeOrganisation(db, { name: 'Partner University' })
  const agreementId = await makeSource(db, home)
  const deed = entryInput(home, partner, { agreementId })
  const asked = [
    ask(0, 'POST', '/api/commitments', commitmentInput(agreementId, home, partner)),
    ...Array.from({ length: 10 }, (_, at) => ask(at, 'POST', '/api/entries', deed)),
  ]
  const [promised] = await Promise.all(asked)
  const { id } = (promised!.body.items as { id: string }[])[0]!
  const { body } = await ask(1, 'GET', `/api/entries?agreementId=${agreementId}`)
  const served = (body.items as { commitmentId: string | null }[]).map(entry => entry.commitmentId)
  assert.deepEqual(served, Array(10).fill(id))
  await everythingHolds()
})

/** Many at once: a worker that waited after each of them would take minutes. */
test('two workers share the jobs, and each is done once', async () => {
  await sql`create table counted (number integer, pid integer)`.execute(db)
  const jobs = await createJobs({ target: connection, log: silentLog() })
  await jobs.define('test.counted', {}, async () => {})
  const program = path.join(import.meta.dirname, 'core', 'jobs', 'testing', 'count-jobs.ts')
  const workers = [1, 2].map(() =>
    spawn(process.execPath, [program, JSON.stringify(connection)], { stdio: ['ignore', 'pipe', 'inherit'] }),
  )
  started.push(...workers)
  await Promise.all(workers.map(worker => new Promise(resolve => worker.stdout!.once('data', resolve))))
  const numbers = Array.from({ length: 60 }, (_, number) => number)
  await jobs.enqueueAll(
    db,
    numbers.map(number => ({ job: 'test.counted', payload: { number } })),
  )
  const rows = async () => (await sql<{ number: number }>`select number from counted order by number`.execute(db)).rows
  while ((await rows()).length < numbers.length) await delay(50)
  await jobs.stop()
  assert.deepEqual(
    (await rows()).map(row => row.number),
    numbers,
  )
})
