// Settings of the installation that administrators change while it runs: one row a key.
import { sql } from 'kysely'
import { type Db, json } from './database/connect.ts'

/** The stored value of a setting, or the default. */
export async function readSetting<T>(db: Db, key: string, fallback: T): Promise<T> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row === undefined ? fallback : (row.value as T)
}

export async function writeSetting(db: Db, key: string, value: unknown): Promise<void> {
  await db
    .insertInto('setting')
    .values({ key, value: json(value) })
    .onConflict(c => c.column('key').doUpdateSet({ value: json(value), updated_at: sql`now()` }))
    .execute()
}
