// SQL of Word templates.
import type { Db } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'

const selection = (db: Db) =>
  db
    .selectFrom('word_template as w')
    .innerJoin('file as f', 'f.id', 'w.file_id')
    .leftJoin('auth_user as u', 'u.id', 'w.added_by')
    .select(['w.id', 'w.home_id', 'w.name', 'w.tags', 'w.added_at', 'f.bytes', 'f.sha256', 'u.name as added_by_name'])

export type WordTemplateRow = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

/** By name. */
export async function listTemplateRows(db: Db, homeIds: readonly string[]): Promise<WordTemplateRow[]> {
  if (homeIds.length === 0) return []
  return selection(db).where('w.home_id', 'in', homeIds).orderBy('w.name').orderBy('w.id').execute()
}

export const findTemplateRow = (db: Db, id: string): Promise<WordTemplateRow | undefined> =>
  selection(db).where('w.id', '=', id).executeTakeFirst()

export interface NewWordTemplate {
  id: string
  homeId: string
  name: string
  sha256: string
  bytes: number
  mediaType: string
  tags: readonly string[]
  addedBy: string | null
  addedAt: string
}

export async function insertTemplate(db: Db, one: NewWordTemplate): Promise<void> {
  const fileId = newId()
  await db
    .insertInto('file')
    .values({
      ...{ id: fileId, sha256: one.sha256, name: one.name, media_type: one.mediaType, bytes: one.bytes },
      uploaded_by: one.addedBy,
    })
    .execute()
  await db
    .insertInto('word_template')
    .values({
      ...{ id: one.id, home_id: one.homeId, name: one.name, file_id: fileId, tags: [...one.tags] },
      ...{ added_by: one.addedBy, added_at: one.addedAt },
    })
    .execute()
}

export async function deleteTemplate(db: Db, id: string): Promise<void> {
  await db.deleteFrom('word_template').where('id', '=', id).execute()
}
