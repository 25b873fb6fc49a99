// Opens the one PostgreSQL connection pool of a process and settles how database values look in JavaScript.
import { Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import type { Database } from './tables.generated.ts'

/** A handle for queries: the pool, or the transaction that an action runs in. */
export type Db = Kysely<Database> | Transaction<Database>
export type Pool = Kysely<Database>

const builtins = pg.types.builtins
pg.types.setTypeParser(builtins.INT8, text => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint out of range: ${text}`)
  return value
})
pg.types.setTypeParser(builtins.DATE, text => text)
pg.types.setTypeParser(builtins.NUMERIC, text => text)
pg.types.setTypeParser(builtins.TIMESTAMPTZ, text => new Date(text).toISOString())
pg.types.setTypeParser(1182 as never, text => parseDateArray(text as string))

function parseDateArray(text: string): string[] {
  return text === '{}' ? [] : text.slice(1, -1).split(',')
}

export interface Connection {
  host: string
  port?: number | undefined
  user: string
  database: string
  password?: string | undefined
}

export interface OpenOptions {
  maximum?: number
  statementTimeoutMs?: number
  onSlow?: (sqlText: string, ms: number) => void
  slowMs?: number
}

/** How pg is told where the database is: an address, or the parts of a socket connection. */
export const poolConfig = (target: string | Connection): pg.PoolConfig =>
  typeof target === 'string' ? { connectionString: target } : { ...target }

export function openPool(target: string | Connection, options: OpenOptions = {}): Pool {
  const pool = new pg.Pool({
    ...poolConfig(target),
    max: options.maximum ?? 10,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeoutMs ?? 60_000,
    application_name: 'concord',
  })
  // A connection that breaks while idle is replaced by the pool; without a listener Node would exit.
  pool.on('error', () => {})
  // One that breaks between two queries of a transaction: the next query fails with it; without a listener Node would exit.
  pool.on('connect', client => client.on('error', () => {}))
  const slowMs = options.slowMs ?? 500
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: event => {
      if (event.queryDurationMillis > slowMs) options.onSlow?.(event.query.sql, event.queryDurationMillis)
    },
  })
}

// "starting up", "shutting down", "recovering", "too many connections", and the network's ways to say "not there".
const away = new Set(['57P03', '57P01', '57P02', '53300', 'ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN'])
for (const code of ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOENT', 'EPIPE']) away.add(code)

/** Whether the database could not be reached, or went away in the middle; trying again later can help. */
export function isDatabaseAway(error: unknown): boolean {
  const { code, message = '', errors, syscall } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] }
  // Files that are not there have the same code as a socket that is not.
  if (code === 'ENOENT' && syscall !== 'connect') return false
  return (
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      message,
    ) || away.has(code ?? errors?.[0]?.code ?? '')
  )
}

/** A value bound as jsonb; arrays would otherwise be sent as PostgreSQL arrays. */
export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`

/** The PostgreSQL error code of an error, or undefined. */
export const databaseErrorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
