// Versions and original rows of agreements, so that another module can tell whether one was changed since it looked.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { OriginalRow } from './agreement.contract.ts'

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

/** The row of a list that each agreement of a home was read from; null for one that was typed in. */
export async function originalsOf(
  db: Db,
  homeId: string,
  ids: readonly string[],
): Promise<Map<string, OriginalRow | null>> {
  const rows = await db
    .selectFrom('agreement')
    .select(['id', 'original'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('home_id', '=', homeId)
    .where('removed_at', 'is', null)
    .execute()
  return new Map(rows.map(row => [row.id, row.original as OriginalRow | null]))
}
