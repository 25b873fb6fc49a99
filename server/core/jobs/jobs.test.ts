// Jobs: in the transaction or not at all, tried again, parked, retried by hand, woken at once.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { openPool, type Pool } from '#core/database/connect.ts'
import { startTestServer, type TestServer } from '#core/database/test-server.ts'
import { createLog, silentLog } from '#core/log.ts'
import { createJobs, type Jobs } from './jobs.ts'

let server: TestServer
let target: TestServer['connection']
let db: Pool
let jobs: Jobs

before(async () => {
  server = await startTestServer()
  const name = `jobs_${process.pid}`
  const admin = openPool(server.connection)
  await sql`create database ${sql.id(name)}`.execute(admin)
  await admin.destroy()
  target = { ...server.connection, database: name }
  db = openPool(target)
  jobs = await createJobs({ target, log: silentLog() })
})

after(async () => {
  await jobs.stop()
  await db.destroy()
  const admin = openPool(server.connection)
  await sql`drop database if exists ${sql.id(target.database)} with (force)`.execute(admin)
  await admin.destroy()
  await server.stop()
})

test('a job lives and dies with its transaction', async () => {
  const ran: unknown[] = []
  await jobs.define('test.note', {}, async payload => {
    ran.push(payload)
  })
  await db.transaction().execute(tx => jobs.enqueue(tx, 'test.note', { word: 'kept' }))
  const cancelled = db.transaction().execute(async tx => {
    await jobs.enqueue(tx, 'test.note', { word: 'lost' })
    throw new Error('rolled back')
  })
  await assert.rejects(cancelled, /rolled back/)
  assert.equal(await jobs.drain(), 1)
  assert.deepEqual(ran, [{ word: 'kept' }])
})

test('a job before the commit is seen by nobody', async () => {
  await db.transaction().execute(async tx => {
    await jobs.enqueueAll(tx, [{ job: 'test.note', payload: { word: 'early' } }])
    assert.equal(await jobs.drain(), 0)
  })
  assert.equal(await jobs.drain(), 1)
})

test('a waiting job with the same key is not added twice, jobs without a key are', async () => {
  const twice = { job: 'test.note', payload: {}, options: { singletonKey: 'one' } }
  await jobs.enqueueAll(db, [twice, twice])
  await jobs.enqueue(db, 'test.note', {}, { singletonKey: 'one' })
  assert.equal(await jobs.drain(), 1)
  await jobs.enqueueAll(db, [
    { job: 'test.note', payload: {} },
    { job: 'test.note', payload: {} },
  ])
  assert.equal(await jobs.drain(), 2)
})

test('a job for later waits', async () => {
  await jobs.enqueue(db, 'test.note', {}, { after: '2999-01-01T00:00:00Z' })
  assert.equal(await jobs.drain(), 0)
})

test('a job that keeps failing is parked with its reason, and can be retried or discarded', async () => {
  let broken = true
  const done: unknown[] = []
  await jobs.define('test.fragile', { retries: 0 }, async payload => {
    if (broken) throw new Error('the partner does not answer')
    done.push(payload)
  })
  await jobs.enqueueAll(db, [
    { job: 'test.fragile', payload: { n: 1 } },
    { job: 'test.fragile', payload: { n: 2 } },
  ])
  await jobs.drain()
  const parked = (await jobs.listParked()).sort((a, b) => Number(a.payload.n) - Number(b.payload.n))
  assert.deepEqual(
    parked.map(({ job, payload, error, tries }) => ({ job, payload, error, tries })),
    [1, 2].map(n => ({ job: 'test.fragile', payload: { n }, error: 'the partner does not answer', tries: 1 })),
  )
  broken = false
  assert.equal(await jobs.retryParked([parked[0]?.id ?? '']), 1)
  await jobs.drain()
  assert.deepEqual(done, [{ n: 1 }])
  await jobs.discardParked([parked[1]?.id ?? ''])
  assert.deepEqual(await jobs.listParked(), [])
})

test('a worker in another process wakes up for a job, and stops after it is done', async () => {
  const worker = await createJobs({ target, log: createLog({ level: 'silent' }) })
  const { promise, resolve } = Promise.withResolvers<unknown>()
  await jobs.define('test.wake', { schedule: '0 3 * * *' }, async () => {})
  await worker.define('test.wake', { schedule: '0 3 * * *' }, async payload => resolve(payload))
  await worker.work()
  await jobs.enqueue(db, 'test.wake', { hello: 'سلام' })
  assert.deepEqual(await promise, { hello: 'سلام' })
  await worker.stop()
  const left = await sql<{ n: number }>`select count(*)::int as n from jobs.schedule`.execute(db)
  assert.deepEqual(left.rows, [{ n: 1 }])
})

test('the server of a run is shared through the environment', async () => {
  const joined = await startTestServer()
  assert.deepEqual(joined.connection, server.connection)
  assert.equal(joined.adopted, true)
})
