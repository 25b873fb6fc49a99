// Finds under which ids a record is talked about: an organisation keeps what was said of those that were merged into it.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { RecordRef } from '#core/records.ts'

/** The id under which new things are kept comes first. */
export async function idsOfRecord(db: Db, { subject, id }: RecordRef): Promise<[string, ...string[]]> {
  if (subject !== 'organisation') return [id]
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation known join organisation o on coalesce(o.canonical_id, o.id) = coalesce(known.canonical_id, known.id)
    where known.id = ${id} order by o.canonical_id is not null, o.id`.execute(db)
  const [first = id, ...others] = rows.map(row => row.id)
  return [first, ...others]
}
