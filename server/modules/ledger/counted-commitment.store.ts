// SQL of commitments together with all that their fulfilment needs, for judging many at once.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { commitmentColumns, commitmentFromRow, type StoredCommitment } from './commitment.store.ts'
import type { CommitmentTotal } from './totals.ts'

/** A commitment with its running totals and waivers. */
export interface CountedCommitment {
  commitment: StoredCommitment
  totals: CommitmentTotal[]
  waivers: { periodStart: string; reason: string }[]
}

/** Commitments of agreements, whoever asks, in the order in which they were recorded; one query for everything. */
export async function listCounted(db: Db, agreementIds: readonly string[]): Promise<CountedCommitment[]> {
  if (agreementIds.length === 0) return []
  const rows = await db
    .selectFrom('commitment as c')
    .select(commitmentColumns)
    .select([
      sql<CommitmentTotal[] | null>`(select json_agg(json_build_object('commitmentId', t.commitment_id,
        'periodStart', t.period_start, 'status', t.status, 'baseQuantity', t.base_quantity::text, 'entries', t.entries)
        order by t.period_start, t.status)
        from commitment_total t where t.commitment_id = c.id and (t.base_quantity <> 0 or t.entries <> 0))`.as(
        'totals',
      ),
      sql<CountedCommitment['waivers'] | null>`(select json_agg(json_build_object('periodStart', w.period_start,
        'reason', w.reason)) from commitment_waiver w where w.commitment_id = c.id)`.as('waivers'),
    ])
    .where('c.source_id', '=', sql<string>`any(${[...agreementIds]}::uuid[])`)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .execute()
  return rows.map(row => ({ commitment: commitmentFromRow(row), totals: row.totals ?? [], waivers: row.waivers ?? [] }))
}
