// SQL of the evidence of entries.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { EvidenceKind } from './ledger.terms.ts'

export interface StoredEvidence {
  id: string
  entryId: string
  kind: EvidenceKind
  fileId: string | null
  fileName: string | null
  url: string | null
  note: string | null
  addedBy: string | null
  addedAt: string
}

export async function listEvidence(db: Db, entryIds: readonly string[]): Promise<StoredEvidence[]> {
  if (entryIds.length === 0) return []
  const rows = await db
    .selectFrom('entry_evidence as v')
    .leftJoin('file as f', 'f.id', 'v.file_id')
    .leftJoin('auth_user as u', 'u.id', 'v.added_by')
    .select([
      'v.id',
      'v.entry_id',
      'v.kind',
      'v.file_id',
      'f.name as file_name',
      'v.url',
      'v.note',
      'v.added_at',
      'u.name as adder',
      'v.added_by_name',
    ])
    .where('v.entry_id', '=', sql<string>`any(${entryIds})`)
    .orderBy('v.added_at')
    .execute()
  return rows.map(row => ({
    id: row.id,
    entryId: row.entry_id,
    kind: row.kind as EvidenceKind,
    fileId: row.file_id,
    fileName: row.file_name,
    url: row.url,
    note: row.note,
    addedBy: row.adder ?? row.added_by_name,
    addedAt: row.added_at,
  }))
}

export interface NewEvidence {
  id: string
  entryId: string
  kind: string
  fileId: string | null
  url: string | null
  note: string | null
  addedBy: string | null
  /** Who has no account. */
  addedByName?: string | null
}

export async function insertEvidence(db: Db, evidence: readonly NewEvidence[]): Promise<void> {
  if (evidence.length === 0) return
  await db
    .insertInto('entry_evidence')
    .values(
      evidence.map(one => ({
        id: one.id,
        entry_id: one.entryId,
        kind: one.kind,
        file_id: one.fileId,
        url: one.url,
        note: one.note,
        added_by: one.addedBy,
        added_by_name: one.addedByName ?? null,
      })),
    )
    .execute()
}

/**
 * Evidence belongs to the deed: the entry that replaces another keeps it. What a partner confirmed in person is proof of
 * just these words, so a correction leaves it behind.
 */
export async function copyEvidence(db: Db, fromId: string, toId: string, isCorrection = false): Promise<void> {
  await sql`insert into entry_evidence (id, entry_id, kind, file_id, url, note, added_by, added_by_name, added_at)
    select gen_random_uuid(), ${toId}, kind, file_id, url, note, added_by, added_by_name, added_at from entry_evidence
    where entry_id = ${fromId} and not (${isCorrection}::boolean and kind = 'partner_confirmation' and added_by is null)`.execute(
    db,
  )
}
