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
  const slowMs = options.slowMs ?? 500
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: event => {
      if (event.queryDurationMillis > slowMs) options.onSlow?.(event.query.sql, event.queryDurationMillis)
    },
  })
}

/** A value bound as jsonb; arrays would otherwise be sent as PostgreSQL arrays. */
export const json = (value: unknown): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`

/** The PostgreSQL error code of an error, or undefined. */
export const databaseErrorCode = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
