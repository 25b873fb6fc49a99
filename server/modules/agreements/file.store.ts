// Files as records: uploads, their links to agreements, and whether a reader may have them.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor, Reach } from '#core/identity/actor.ts'
import { visibleAgreement } from './agreement.policy.ts'

export interface NewFile {
  id: string
  sha256: string
  name: string
  mediaType: string
  bytes: number
  uploadedBy: string | null
}

export interface DownloadableFile {
  sha256: string
  name: string
  mediaType: string
  bytes: number
}

export async function insertFile(db: Db, file: NewFile): Promise<void> {
  await db
    .insertInto('file')
    .values({
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      uploaded_by: file.uploadedBy,
    })
    .execute()
}

export interface NewFileLink {
  id: string
  fileId: string
  agreementId: string
  purpose: string
  language: string | null
  note: string | null
  /** The link whose file this one is a newer version of. */
  replacesId: string | null
  at: string
}

export async function insertLink(db: Db, link: NewFileLink): Promise<void> {
  await db
    .insertInto('file_link')
    .values({
      id: link.id,
      file_id: link.fileId,
      subject_type: 'agreement',
      subject_id: link.agreementId,
      purpose: link.purpose,
      language: link.language,
      note: link.note,
      replaces_id: link.replacesId,
      linked_at: link.at,
    })
    .execute()
}

export const findLink = (db: Db, agreementId: string, linkId: string) =>
  db
    .selectFrom('file_link')
    .innerJoin('file', 'file.id', 'file_link.file_id')
    .select(['file_link.id', 'file_link.file_id', 'file_link.purpose', 'file_link.language', 'file.name'])
    .where('file_link.id', '=', linkId)
    .where('subject_type', '=', 'agreement')
    .where('subject_id', '=', agreementId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()

/** Whether a newer version of a link's file is there. */
export async function isReplaced(db: Db, linkId: string): Promise<boolean> {
  const newer = await db
    .selectFrom('file_link')
    .select('id')
    .where('replaces_id', '=', linkId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst()
  return newer !== undefined
}

export async function unlink(db: Db, linkId: string, at: string): Promise<void> {
  await db.updateTable('file_link').set({ unlinked_at: at }).where('id', '=', linkId).execute()
}

const reached = (reach: Reach, column: string) =>
  reach === 'everywhere' ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...reach]}::uuid[])`

/** A file by its link or by itself: the reader sees a record that has it, or uploaded it. */
export async function findDownloadable(db: Db, actor: Actor, id: string): Promise<DownloadableFile | undefined> {
  const agreement = db.selectFrom('agreement').select('agreement.id').where(visibleAgreement(actor))
  const { rows } = await sql<DownloadableFile>`select f.sha256, f.name, f.media_type as "mediaType", f.bytes from file f
    where exists (select 1 from file_link k where k.file_id = f.id and (k.id = ${id} or f.id = ${id}) and k.unlinked_at is null
        and k.subject_type = 'agreement' and exists (${agreement.whereRef('agreement.id', '=', sql.ref('k.subject_id') as never)}))
      or (f.id = ${id} and f.uploaded_by = ${actor.id})
      or (f.id = ${id} and exists (select 1 from entry_evidence v join entry e on e.id = v.entry_id where v.file_id = f.id and (
        (e.agreement_id is null and ${reached(actor.reads, 'e.home_id')})
        or exists (${agreement.whereRef('agreement.id', '=', sql.ref('e.agreement_id') as never)}))))
    limit 1`.execute(db)
  return rows[0]
}
