// Reads agreements in the past; whether the reader may see them has been decided by what holds today.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { AgreementRow } from './agreement.store.ts'
import type { StoredRecord } from './agreement-record.store.ts'

/** One agreement with everything that belonged to it; undefined when it was not there. */
export async function findThen(past: Db, id: string): Promise<StoredRecord | undefined> {
  const row = await past
    .selectFrom('agreement')
    .selectAll('agreement')
    .select(sql<Omit<StoredRecord, keyof AgreementRow>>`agreement_parts(agreement)`.as('parts'))
    .where('agreement.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { parts, ...agreement } = row
  return { ...agreement, ...parts }
}

/** Agreements that were related to one, whoever may see them. */
export const listRelatedThen = (past: Db, row: AgreementRow): Promise<AgreementRow[]> => {
  const above = [row.parent_id, row.amends_id, row.supersedes_id].filter(id => id !== null)
  return past
    .selectFrom('agreement')
    .selectAll('agreement')
    .where(eb =>
      eb.or([
        ...(above.length > 0 ? [eb('agreement.id', 'in', above)] : []),
        eb('agreement.parent_id', '=', row.id),
        eb('agreement.amends_id', '=', row.id),
        eb('agreement.supersedes_id', '=', row.id),
      ]),
    )
    .where('agreement.removed_at', 'is', null)
    .orderBy('agreement.signed_on')
    .orderBy('agreement.id')
    .limit(500)
    .execute()
}
