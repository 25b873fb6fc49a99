// The PostgreSQL that tests run on: that of the run, one named by CONCORD_TEST_DATABASE_URL, or a throw-away embedded one.
import pg from 'pg'
import { type Connection, poolConfig } from './connect.ts'
import { startEmbeddedForTests, testDatabaseVariable } from './embedded-testing.ts'

/**
 * Name of the environment variable with the address of a server for tests, postgres://user:password@host:port/postgres.
 * Its account must be allowed to create databases; each test file gets one of its own, dropped at its end.
 */
export const testUrlVariable = 'CONCORD_TEST_DATABASE_URL'

/** Names the run on a server that outlives it: its databases end with it. */
export const testRunVariable = 'CONCORD_TEST_RUN'

export interface TestServer {
  connection: Connection
  adopted: boolean
  stop(): Promise<void>
}

/** Joins the server of the test run, takes the named one, or starts one that ends with this process. */
export async function startTestServer(): Promise<TestServer> {
  const url = process.env[testUrlVariable]
  if (process.env[testDatabaseVariable] || !url) return startEmbeddedForTests()
  const connection = connectionOf(url)
  const run = `${process.pid}_${Date.now().toString(36)}`
  process.env[testDatabaseVariable] = JSON.stringify(connection)
  process.env[testRunVariable] = run
  const stop = async () => {
    delete process.env[testDatabaseVariable]
    delete process.env[testRunVariable]
    await dropLeftovers(connection, run)
  }
  return { connection, adopted: true, stop }
}

function connectionOf(url: string): Connection {
  const { hostname, port, username, password, pathname } = new URL(url)
  return {
    host: decodeURIComponent(hostname).replace(/^\[|\]$/g, ''),
    port: Number(port || 5432),
    user: decodeURIComponent(username),
    password: password === '' ? undefined : decodeURIComponent(password),
    database: pathname.slice(1) || 'postgres',
  }
}

/** The run's templates, and databases of test processes that were killed. */
async function dropLeftovers(connection: Connection, run: string): Promise<void> {
  const client = new pg.Client(poolConfig(connection))
  await client.connect()
  try {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where right(datname, length($1) + 1) = '_' || $1",
      [run],
    )
    for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  } finally {
    await client.end()
  }
}

/** The version of a server, as PostgreSQL says it: 15.18. */
export async function serverVersion(connection: Connection): Promise<string> {
  const client = new pg.Client(poolConfig(connection))
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    return rows[0]!.server_version
  } finally {
    await client.end()
  }
}
