// The versions of agreements, so that another module can tell whether one was changed since it looked.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

/** Version of each agreement that is still there. */
export async function versionsOf(db: Db, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'version'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.id, row.version]))
}
