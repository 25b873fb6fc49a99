// Faults: killed servers, a database that dies in the middle of work, a clock that jumps, two people at one record.
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { createApp } from './app.ts'
import { loadConfig } from './core/config.ts'
import { startEmbedded } from './core/database/embedded.ts'
import { checkInvariants } from './core/doctor.ts'
import { verifyChains } from './core/event-chains.ts'
import { createAccount, setGrants } from './core/identity/accounts.ts'
import { hashPassword } from './core/identity/authentication.ts'
import { silentLog } from './core/log.ts'
import { createTestDatabase } from './core/testing.ts'
import * as agreements from './modules/agreements/agreement.contract.ts'
import { agreementInput } from './modules/agreements/testing/agreement-factory.ts'
import * as registry from './modules/registry/organisation.contract.ts'
import { makeHome, makeOrganisation } from './modules/registry/testing/registry-factory.ts'
import { modules } from './modules.ts'
import { openServices } from './open-services.ts'
import { createTestApp } from './test-app.ts'

const password = 'correct horse battery'
const folder = mkdtempSync(path.join(tmpdir(), 'concord-faults-'))
const children = new Set<ChildProcess>()
after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function makeOfficer(db: Parameters<typeof createAccount>[0], home: string, name: string): Promise<string> {
  const input = { name, email: `${name}@example.org`, language: 'en', passwordHash: await hashPassword(password) }
  const id = await createAccount(db, input)
  await setGrants(db, id, [{ role: 'officer', scopeId: home }])
  return id
}

const post = (address: string, target: string, cookie: string, body: object) =>
  fetch(address + target, {
    method: 'POST',
    headers: { 'x-concord': '1', cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

/** More of them in a longer run: `FAULT_KILLS=20`; each starts a server of its own. */
const kills = Number(process.env.FAULT_KILLS ?? 8)

test('servers that are killed while they write lose nothing that they acknowledged, and do nothing twice', async t => {
  const { db, connection } = await createTestDatabase()
  const home = await makeHome(db, { name: 'Home University' })
  const partner = await makeOrganisation(db, { name: 'Partner University' })
  await makeOfficer(db, home, 'writer')
  const reader = await makeOfficer(db, home, 'reader')
  const secret = 'a secret that all these processes share'
  const begin = async (): Promise<{ child: ChildProcess; address: string }> => {
    const child = fork(path.join(import.meta.dirname, 'testing', 'serving-process.ts'), {
      env: {
        ...process.env,
        NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
        SERVING_PROCESS: JSON.stringify({ connection, dataDir: folder, secret }),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    children.add(child)
    const [address] = await once(child, 'message')
    return { child, address }
  }
  let next = begin()
  let cookie = ''
  let record = ''
  const acknowledged: string[] = []
  const comments: string[] = []
  const odd: string[] = []
  for (let round = 0; round < kills; round += 1) {
    const { child, address } = await next
    // The one after it starts while this one works.
    if (round + 1 < kills) next = begin()
    if (cookie === '') {
      const answer = await post(address, '/api/session', '', { email: 'writer@example.org', password })
      cookie = String(answer.headers.get('set-cookie')).split(';')[0]!
      const made = await post(address, '/api/agreements', cookie, agreementInput(home, partner))
      record = ((await made.json()) as { id: string }).id
    }
    let isOver = false
    const write = async (target: string, body: object, kept: string[]) => {
      while (!isOver) {
        try {
          const answer = await post(address, target, cookie, body)
          const { id } = (await answer.json()) as { id: string }
          if (answer.status === 200) kept.push(id)
          else odd.push(`${target}: ${answer.status}`)
        } catch {
          return // The process is dead; nothing was acknowledged.
        }
      }
    }
    const words = { body: `Look at this, @[${reader}]` }
    const writers = [
      write('/api/agreements', agreementInput(home, partner), acknowledged),
      write('/api/agreements', agreementInput(home, partner), acknowledged),
      write(`/api/records/agreement/${record}/comments`, words, comments),
    ]
    // In the middle of the next ones, at another moment each time.
    const enough = acknowledged.length + comments.length + 3 + (round % 4)
    while (acknowledged.length + comments.length < enough && child.exitCode === null) await delay(2)
    await delay((round * 7) % 40)
    child.kill('SIGKILL')
    isOver = true
    await Promise.all(writers)
  }
  assert.deepEqual(odd, [])
  assert.ok(acknowledged.length > kills && comments.length > 0, `${acknowledged.length} ${comments.length}`)

  const ids = async (query: ReturnType<typeof sql<{ id: string }>>) =>
    new Set((await query.execute(db)).rows.map(row => row.id))
  const kept = await ids(sql<{ id: string }>`select id from agreement`)
  const recorded = await ids(sql<{ id: string }>`select subject_id as id from event where type = 'agreement.recorded'`)
  assert.deepEqual(
    acknowledged.filter(id => !kept.has(id)),
    [],
  )
  assert.deepEqual([...kept].sort(), [...recorded].sort())
  const said = await ids(sql<{ id: string }>`select id from record_comment`)
  assert.deepEqual(
    comments.filter(id => !said.has(id)),
    [],
  )
  assert.equal(await verifyChains(db), undefined)

  // What killed processes had begun is given to others once its time is over; here that time is made to pass.
  const config = loadConfig({ DATA_DIR: folder, TIME_ZONE: 'UTC', PUBLIC_URL: 'http://127.0.0.1', SECRET: secret })
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
  t.after(close)
  await sql`update jobs.job set state = 'retry', start_after = now() where state = 'active'`.execute(db)
  await sql`update jobs.job set start_after = now() where state = 'retry'`.execute(db)
  await services.jobs.drain()
  const { rows } = await sql<{ told: number; comments: number; most: number }>`
    select count(*)::int as told, (select count(*)::int from record_comment) as comments, coalesce(max(n), 0)::int as most
    from (select event_id, count(*) as n from notification where user_id = ${reader} group by 1) t`.execute(db)
  assert.deepEqual(rows, [{ told: said.size, comments: said.size, most: 1 }])
  const broken = (await checkInvariants(db, modules)).flatMap(result => result.problems)
  assert.deepEqual(broken, [])
  t.diagnostic(`${kills} kills, ${acknowledged.length} records and ${comments.length} comments acknowledged`)
})

test('a database that dies in the middle is waited for in words, and comes back for everybody', async t => {
  const dataDir = path.join(folder, 'database')
  const server = await startEmbedded({ dataDir, durable: true })
  const config = loadConfig({
    DATA_DIR: dataDir,
    TIME_ZONE: 'UTC',
    PUBLIC_URL: 'http://localhost:3000',
    REQUEST_LIMIT: '0',
  })
  const { connection } = server
  const { services, close } = await openServices({ config, log: silentLog(), modules, connection })
  const app = await createApp(services)
  const home = await makeHome(services.db, { name: 'Home University' })
  const partner = await makeOrganisation(services.db, { name: 'Partner University' })
  await makeOfficer(services.db, home, 'writer')
  const headers = { 'x-concord': '1' }
  const payload = { email: 'writer@example.org', password }
  const signIn = await app.inject({ method: 'POST', url: '/api/session', headers, payload })
  const cookie = String(signIn.headers['set-cookie']).split(';')[0]!
  const write = () =>
    app.inject({
      ...{ method: 'POST', url: '/api/agreements', headers: { ...headers, cookie } },
      payload: agreementInput(home, partner),
    })
  const acknowledged: string[] = []
  const refused: string[] = []
  let isOver = false
  const writer = async () => {
    while (!isOver) {
      const answer = await write()
      if (answer.statusCode === 200) acknowledged.push(answer.json().id)
      else {
        refused.push(`${answer.statusCode} ${answer.json().code}`)
        await delay(20)
      }
    }
  }
  const writers = [writer(), writer(), writer()]
  while (acknowledged.length < 5) await delay(10)
  process.kill(Number.parseInt(readFileSync(path.join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10), 'SIGKILL')
  while (refused.length === 0) await delay(5)
  const before = acknowledged.length
  while (acknowledged.length < before + 5) await delay(20)
  isOver = true
  await Promise.all(writers)
  assert.deepEqual([...new Set(refused)], ['503 service.not_ready'])
  const rows = await services.db.selectFrom('agreement').select('id').execute()
  const kept = new Set(rows.map(row => row.id))
  assert.deepEqual(
    acknowledged.filter(id => !kept.has(id)),
    [],
  )
  assert.equal(await verifyChains(services.db), undefined)
  t.diagnostic(`${refused.length} requests were told to try again, ${acknowledged.length} were acknowledged`)
  await app.close()
  await close()
  await server.stop()
})

test('a clock that jumps back breaks no chain, no session and no order', async () => {
  let hours = 0
  const clock = { now: () => Temporal.Now.instant().subtract({ hours }) }
  const { services, person } = await createTestApp(clock)
  const home = await makeHome(services.db, { name: 'Home University' })
  const partner = await makeOrganisation(services.db, { name: 'Partner University' })
  const officer = await person('officer', home)
  const { id, version } = await officer.call(agreements.createAgreement, { body: agreementInput(home, partner) })
  hours = 49
  const body = { ...agreementInput(home, partner, { number: 'After the jump' }), version }
  await officer.call(agreements.updateAgreement, { params: { id }, body })
  hours = 0
  const { items } = await officer.call(agreements.getAgreementTimeline, { params: { id } })
  assert.deepEqual(
    items.map(item => item.type),
    ['agreement.changed', 'agreement.recorded'],
  )
  assert.equal(await verifyChains(services.db), undefined)
  assert.deepEqual(
    (await checkInvariants(services.db, modules)).flatMap(result => result.problems),
    [],
  )
})

test('of two people who change the same record the second is told who changed what', async () => {
  const { services, person } = await createTestApp()
  const home = await makeHome(services.db, { name: 'Home University' })
  const partner = await makeOrganisation(services.db, { name: 'Partner University' })
  const [first, second] = [await person('officer', home), await person('coordinator', home, 'ru')]
  const { id, version } = await first.call(agreements.createAgreement, { body: agreementInput(home, partner) })
  const change = (number: string) => ({ ...agreementInput(home, partner, { number }), version })
  await first.call(agreements.updateAgreement, { params: { id }, body: change('17/2026') })
  const refused = await second.refused(agreements.updateAgreement, { params: { id }, body: change('18') })
  assert.equal(refused.status, 409)
  assert.match(refused.reason!, /officer Example.*\(Номер\)/)
  assert.equal((await first.call(agreements.getAgreement, { params: { id } })).number, '17/2026')

  const organisation = await first.call(registry.createOrganisation, { body: { name: 'Institute of Faults' } })
  const params = { id: organisation.id }
  const body = { version: organisation.version }
  await first.call(registry.changeOrganisation, { params, body: { ...body, established: 1920 } })
  const late = await second.refused(registry.changeOrganisation, { params, body: { ...body, established: 1921 } })
  assert.deepEqual([late.status, late.code], [409, 'record.stale_version'])
  assert.match(late.reason!, /officer Example/)
})
