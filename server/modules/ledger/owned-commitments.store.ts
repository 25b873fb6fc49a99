// Commitments that a person looks after, in the database.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { listByIds, type StoredCommitment } from './commitment.store.ts'

/** In the order in which they were recorded. */
export async function listOwned(db: Db, ownerId: string): Promise<StoredCommitment[]> {
  const rows = await db
    .selectFrom('commitment')
    .select('id')
    .where('owner_id', '=', ownerId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return listByIds(
    db,
    rows.map(row => row.id),
  )
}

/** Those of them that stand in a confidential source. */
export async function confidentialOf(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('commitment as c')
    .innerJoin('ledger_source as s', 's.source_id', 'c.source_id')
    .select('c.id')
    .where('c.id', 'in', ids)
    .where('s.confidential', '=', true)
    .execute()
  return new Set(rows.map(row => row.id))
}

/** Makes another person look after these. */
export async function giveCommitments(db: Db, ids: readonly string[], ownerId: string): Promise<void> {
  await db
    .updateTable('commitment')
    .set({ owner_id: ownerId, version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute()
}
