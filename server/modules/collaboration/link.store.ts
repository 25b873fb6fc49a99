// Keeps links between records.
import type { Db } from '#core/database/connect.ts'
import type { RecordRef } from '#core/records.ts'
import type { LinkWord } from './link.terms.ts'

export interface StoredLink {
  id: string
  word: LinkWord
  from_subject: string
  from_id: string
  to_subject: string
  to_id: string
}

const columns = ['id', 'word', 'from_subject', 'from_id', 'to_subject', 'to_id'] as const

export async function listLinksOf(db: Db, ids: readonly string[]): Promise<StoredLink[]> {
  const rows = await db
    .selectFrom('record_link')
    .select(columns)
    .where(eb => eb.or([eb('from_id', 'in', ids), eb('to_id', 'in', ids)]))
    .orderBy('id')
    .execute()
  return rows as StoredLink[]
}

export async function findLink(db: Db, id: string): Promise<StoredLink | undefined> {
  const row = await db.selectFrom('record_link').select(columns).where('id', '=', id).executeTakeFirst()
  return row as StoredLink | undefined
}

export interface NewLink {
  id: string
  word: LinkWord
  from: RecordRef
  to: RecordRef
  byId: string | null
  at: string
}

/** False when these two are linked by this word. */
export async function insertLink(db: Db, { id, word, from, to, byId, at }: NewLink): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('record_link')
    .values({
      ...{ id, word, from_subject: from.subject, from_id: from.id, to_subject: to.subject, to_id: to.id },
      ...{ made_by_id: byId, made_at: at },
    })
    .onConflict(conflict => conflict.columns(['from_id', 'to_id', 'word']).doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

export async function deleteLink(db: Db, id: string): Promise<void> {
  await db.deleteFrom('record_link').where('id', '=', id).execute()
}
