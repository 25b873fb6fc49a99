// The server in operation: limits, numbers for Prometheus, ids of requests in every log line, and an end that loses nothing.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { loadConfig } from '#core/config.ts'
import { route } from '#core/contract.ts'
import { createLog } from '#core/log.ts'
import { defineModule, handle } from '#core/module.ts'
import { createTestDatabase } from '#core/testing.ts'
import { finishRequests } from '../../main.ts'
import { openServices } from '../../open-services.ts'
import { addressOf } from './limits.ts'
import { metricText } from './metrics.ts'
import { createHttp } from './server.ts'

const folder = mkdtempSync(join(tmpdir(), 'concord-http-'))
const { connection } = await createTestDatabase()
const done: string[] = []
const probe = defineModule({
  name: 'probe',
  routes: [
    handle(
      route({ method: 'GET', path: '/api/probe', summary: 'Probe', tag: 'probe', access: 'public' }),
      async () => ({}),
    ),
    handle(
      route({ method: 'GET', path: '/api/slow', summary: 'Slow', tag: 'probe', access: 'public' }),
      async ({ db }) => {
        await sql`select pg_sleep(0.7)`.execute(db)
        done.push('request')
        return {}
      },
    ),
  ],
  jobs: [
    {
      name: 'probe.slow',
      run: async () => {
        await delay(1200)
        done.push('job')
      },
    },
  ],
})

const closers: (() => Promise<void>)[] = []
after(async () => {
  for (const close of closers) await close()
  rmSync(folder, { recursive: true, force: true })
})

async function open(settings: Record<string, string>) {
  const lines: Record<string, unknown>[] = []
  const log = createLog({ destination: { write: line => lines.push(JSON.parse(line)) } })
  const config = loadConfig({ DATA_DIR: folder, TIME_ZONE: 'UTC', ...settings })
  const { services, close } = await openServices({ config, log, modules: [probe], connection })
  const app = await createHttp({ services, modules: [probe] })
  let closed = false
  const end = async () => {
    if (closed) return
    closed = true
    await finishRequests(app, log)
    await close()
  }
  closers.push(end)
  return { app, services, lines, log, end }
}

test('who asks too often is told to wait; others and the health of the server are not', async () => {
  const { app } = await open({ REQUEST_LIMIT: '30', TRUST_PROXY: 'true' })
  const ask = (url: string, address: string) => app.inject({ url, headers: { 'x-forwarded-for': address } })
  const answers = []
  for (let n = 0; n < 5; n += 1) answers.push((await ask('/api/probe', '192.0.2.1')).statusCode)
  assert.deepEqual(answers, [200, 200, 200, 429, 429])
  const refused = await ask('/api/probe', '192.0.2.1')
  assert.equal(refused.json().code, 'request.too_many')
  assert.ok(Number(refused.headers['retry-after']) > 0)
  assert.equal((await ask('/api/probe', '192.0.2.2')).statusCode, 200)
  assert.equal((await ask('/healthz', '192.0.2.1')).statusCode, 200)
  assert.equal((await ask('/readyz', '192.0.2.1')).statusCode, 200)
})

test('a network of IPv6 addresses counts as one', () => {
  assert.equal(addressOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2')
  assert.equal(addressOf('2001:db8::1'), '2001:db8:0:0')
  assert.equal(addressOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(addressOf('192.0.2.1'), '192.0.2.1')
})

test('numbers are for this machine only, or for who has the token', async () => {
  const { app } = await open({})
  await app.inject('/api/probe')
  await app.inject('/nowhere/1')
  const text = (await app.inject('/metrics')).body
  assert.match(text, /concord_http_request_seconds_count\{method="GET",route="\/api\/probe",status="2xx"\} 1\n/)
  assert.match(text, /concord_http_request_seconds_count\{method="GET",route="unknown",status="4xx"\} 1\n/)
  assert.match(text, /\nconcord_jobs\{state="parked"\} 0\n/)
  for (const line of text.trim().split('\n')) assert.match(line, /^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]+\})? [\d.e+-]+)$/)
  for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { via: '1.1 proxy' }])
    assert.equal((await app.inject({ url: '/metrics', headers })).statusCode, 404)
  assert.equal((await app.inject({ url: '/metrics', remoteAddress: '192.0.2.1' })).statusCode, 404)
  const closed = await open({ METRICS_TOKEN: 'a long token' })
  const ask = (authorization?: string) =>
    closed.app.inject({ url: '/metrics', remoteAddress: '192.0.2.1', headers: authorization ? { authorization } : {} })
  assert.equal((await ask()).statusCode, 404)
  assert.equal((await ask('Bearer a long tokem')).statusCode, 404)
  assert.equal((await ask('Bearer a long token')).statusCode, 200)
})

test('labels cannot break out of their line', () => {
  const text = metricText('x', 'gauge', 'X.', [{ labels: { a: 'q"\\\n' }, value: 1 }])
  assert.equal(text.split('\n').at(-1), 'x{a="q\\"\\\\\\n"} 1')
})

test('the answer, the problem and every line of the log carry the same id', async () => {
  const { app, lines } = await open({ SLOW_QUERY_MS: '300', TRUST_PROXY: '1' })
  const own = await app.inject({ url: '/api/slow', headers: { 'x-request-id': 'proxy-7.abc' } })
  assert.equal(own.headers['x-request-id'], 'proxy-7.abc')
  const said = lines.filter(line => line.reqId === 'proxy-7.abc').map(line => line.msg)
  assert.deepEqual(said, ['slow query', 'request'])
  const forged = await app.inject({ url: '/api/nowhere', headers: { 'x-request-id': 'a b\n' } })
  assert.match(String(forged.headers['x-request-id']), /^[\da-f-]{36}$/)
  assert.equal(forged.json().requestId, forged.headers['x-request-id'])
  const untrusting = await open({})
  const refused = await untrusting.app.inject({ url: '/api/probe', headers: { 'x-request-id': 'proxy-7.abc' } })
  assert.notEqual(refused.headers['x-request-id'], 'proxy-7.abc')
})

test('the end waits for what runs: the request is answered, the job is done', async () => {
  const { app, services, end } = await open({})
  await services.jobs.work()
  await services.db.transaction().execute(db => services.jobs.enqueue(db, 'probe.slow', {}))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const running = fetch(`http://127.0.0.1:${port}/api/slow`)
  // The job must be running when the end comes.
  for (let tries = 0; tries < 200; tries += 1) {
    const { rows } = await sql<{
      n: number
    }>`select count(*)::int as n from jobs.job where name = 'probe.slow' and state = 'active'`.execute(services.db)
    if (rows[0]!.n > 0) break
    await delay(20)
  }
  done.length = 0
  const late = fetch(`http://127.0.0.1:${port}/api/slow`)
  await delay(100)
  await Promise.all([end(), running, late])
  assert.equal((await running).status, 200)
  assert.equal((await late).status, 200)
  assert.ok(done.includes('request') && done.includes('job'))
  await assert.rejects(fetch(`http://127.0.0.1:${port}/api/probe`))
})

test('a request that never ends does not hold the end', async () => {
  const { app, log, end } = await open({})
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const hanging = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/probe',
    headers: { 'content-length': 10 },
  })
  const cut = new Promise(resolve => hanging.on('error', resolve).on('close', resolve))
  hanging.write('half')
  await delay(100)
  await finishRequests(app, log, 200)
  await cut
  await end()
})
