// SQL of issued documents.
import type { LocalisedText } from '#core/contract.ts'
import { type Db, json } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'

export interface SealKept {
  fingerprint: string
  name: string
  /** ISO 8601. */
  at: string
}

export interface NewIssuedDocument {
  id: string
  code: string
  homeId: string
  subject: string
  recordId: string
  number: string | null
  title: LocalisedText
  version: string | null
  textHash: string
  fileName: string
  fileHash: string
  bytes: number
  pages: number
  seals: readonly SealKept[]
  issuedBy: string | null
  issuedAt: string
}

export async function insertIssuedDocument(db: Db, one: NewIssuedDocument): Promise<void> {
  const fileId = newId()
  await db
    .insertInto('file')
    .values({
      ...{ id: fileId, sha256: one.fileHash, name: one.fileName, media_type: 'application/pdf', bytes: one.bytes },
      uploaded_by: one.issuedBy,
    })
    .execute()
  await db
    .insertInto('issued_document')
    .values({
      ...{ id: one.id, code: one.code, home_id: one.homeId, subject: one.subject, record_id: one.recordId },
      ...{ number: one.number, title: json(one.title), version: one.version, text_hash: one.textHash },
      ...{ file_id: fileId, file_hash: one.fileHash, pages: one.pages, seals: json(one.seals) },
      ...{ issued_by: one.issuedBy, issued_at: one.issuedAt },
    })
    .execute()
}

export interface IssuedDocument {
  id: string
  code: string
  homeId: string
  subject: string
  recordId: string
  number: string | null
  title: LocalisedText
  version: string | null
  fileHash: string
  seals: SealKept[]
  issuedAt: string
}

async function findBy(db: Db, column: 'code' | 'file_hash', value: string): Promise<IssuedDocument | undefined> {
  const row = await db
    .selectFrom('issued_document')
    .selectAll()
    .where(column, '=', value)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, code: row.code, homeId: row.home_id, subject: row.subject, recordId: row.record_id },
      ...{ number: row.number, version: row.version, fileHash: row.file_hash, issuedAt: row.issued_at },
      ...{ title: row.title as LocalisedText, seals: row.seals as SealKept[] },
    }
  )
}

export const findIssuedByCode = (db: Db, code: string) => findBy(db, 'code', code)
export const findIssuedByFile = (db: Db, hash: string) => findBy(db, 'file_hash', hash)
