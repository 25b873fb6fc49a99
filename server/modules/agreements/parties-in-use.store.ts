// Which organisations stand in agreements that are still there.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export async function organisationsInUse(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('agreement_party as p')
    .innerJoin('agreement as a', 'a.id', 'p.agreement_id')
    .select('p.organisation_id')
    .distinct()
    .where('p.organisation_id', '=', sql<string>`any(${ids})`)
    .where('a.removed_at', 'is', null)
    .execute()
  return new Set(rows.map(row => row.organisation_id))
}
