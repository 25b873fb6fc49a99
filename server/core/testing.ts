// Databases for tests: one throw-away server, one migrated template, one clone per test file.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { after } from 'node:test'
import pg from 'pg'
import type { ActionServices, QueuedJob } from './actions.ts'
import { type Connection, openPool, type Pool, poolConfig } from './database/connect.ts'
import { migrateToLatest, migrationNames } from './database/migrate.ts'
import { startTestServer, testRunVariable } from './database/test-server.ts'
import { newId } from './ids.ts'
import { type Clock, systemClock } from './time.ts'

let running: Promise<Connection> | undefined
const closers: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closers.reverse()) await close()
})

/** The server of the test run or of CONCORD_TEST_DATABASE_URL; else a file run by hand starts its own, which ends with it. */
function sharedServer(): Promise<Connection> {
  running ??= startTestServer().then(server => {
    closers.push(() => server.stop())
    return server.connection
  })
  return running
}

/** On a server that outlives the run, names end with the run's, so that it can drop what a killed process left. */
function ofRun(name: string): string {
  const run = process.env[testRunVariable]
  return run ? `${name}_${run}` : name
}

async function templateName(): Promise<string> {
  const hash = createHash('sha256')
  for (const name of await migrationNames())
    hash.update(name).update(await readFile(path.join(import.meta.dirname, '..', 'migrations', name)))
  return ofRun(`concord_template_${hash.digest('hex').slice(0, 12)}`)
}

async function withAdmin<T>(server: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(poolConfig({ ...server, database: 'postgres' }))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the migrated template once per server, even when many test processes ask at the same time. */
async function ensureTemplate(server: Connection): Promise<string> {
  const name = await templateName()
  await withAdmin(server, async client => {
    await client.query('select pg_advisory_lock(20261123)')
    const known = await client.query('select 1 from pg_database where datname = $1', [name])
    if (known.rowCount) return
    const draft = `${name}_draft`
    await client.query(`drop database if exists ${draft}`)
    await client.query(`create database ${draft}`)
    const db = openPool({ ...server, database: draft })
    await migrateToLatest(db)
    await db.destroy()
    await client.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

export interface TestDatabase {
  db: Pool
  connection: Connection
}

/** A migrated, empty database of its own, dropped after the tests of the file. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await sharedServer()
  const template = await ensureTemplate(server)
  const database = ofRun(`test_${newId().replaceAll('-', '')}`)
  await withAdmin(server, client => client.query(`create database ${database} template ${template}`))
  const connection = { ...server, database }
  const db = openPool(connection, { maximum: 4 })
  closers.push(async () => {
    await db.destroy()
    await withAdmin(server, client => client.query(`drop database ${database} with (force)`))
  })
  return { db, connection }
}

/** What actions need, over a test database; jobs are collected instead of queued. */
export function actionServices(db: Pool, clock: Clock = systemClock): ActionServices & { queued: QueuedJob[] } {
  const queued: QueuedJob[] = []
  return {
    db,
    clock,
    timeZone: 'UTC',
    queued,
    async enqueueAll(_tx, jobs) {
      queued.push(...jobs)
    },
    subscribersOf: () => [],
  }
}
