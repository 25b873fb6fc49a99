// SQL of waived periods.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface Waiver {
  commitmentId: string
  periodStart: string
  reason: string
}

export async function listWaivers(db: Db, commitmentIds: readonly string[]): Promise<Waiver[]> {
  if (commitmentIds.length === 0) return []
  const rows = await db
    .selectFrom('commitment_waiver')
    .select(['commitment_id', 'period_start', 'reason'])
    .where('commitment_id', '=', sql<string>`any(${commitmentIds})`)
    .execute()
  return rows.map(row => ({ commitmentId: row.commitment_id, periodStart: row.period_start, reason: row.reason }))
}

export async function insertWaiver(db: Db, waiver: Waiver & { id: string; by: string | null }): Promise<void> {
  await db
    .insertInto('commitment_waiver')
    .values({
      id: waiver.id,
      commitment_id: waiver.commitmentId,
      period_start: waiver.periodStart,
      reason: waiver.reason,
      waived_by: waiver.by,
    })
    .onConflict(c => c.columns(['commitment_id', 'period_start']).doUpdateSet({ reason: waiver.reason }))
    .execute()
}
