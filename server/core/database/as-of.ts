// Reads the database as it stood at a moment: the same queries over views of what the rows said then (ADR 0018).
import { sql, type Transaction } from 'kysely'
import type { Db, Pool } from './connect.ts'
import type { Database } from './tables.generated.ts'

/**
 * Runs `read` over everything that was written before the moment. Tables whose past is not kept (accounts, files'
 * contents, who may see what) answer as they are today. Read only. `read` must ask nothing but `past`: readers that wait for
 * a second connection while they hold one stop each other when many come at once.
 */
export async function readAsOf<T>(
  pool: Pool,
  before: Temporal.Instant,
  read: (past: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return pool
    .transaction()
    .setAccessMode('read only')
    .execute(async past => {
      await sql`select set_config('concord.as_of', ${before.toString()}, true),
        set_config('search_path', 'as_of, ' || current_setting('search_path'), true)`.execute(past)
      return read(past)
    })
}

/** What is written in the transaction from here on is written at this moment. */
export async function writeAt(db: Db, at: string): Promise<void> {
  await sql`select set_config('concord.now', ${at}, true)`.execute(db)
}

/** From here to the commit, what rows said before a change is not kept: for taking a person out of the past too. */
export async function forgetPast(db: Db): Promise<void> {
  await sql`select set_config('concord.forgets', 'on', true)`.execute(db)
}

/** Those of the tables whose past is kept, with the name of the table that keeps it. */
export async function pastOf(db: Db, tables: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relnamespace = 'past'::regnamespace and relkind = 'r' and relname = any(${[...tables]})`.execute(db)
  return rows.map(row => `past.${row.name}`)
}
