// Finds which records an event is about and whose it is, where the event itself does not say.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface CommitmentCircle {
  agreementId: string
  ownerId: string | null
}

/** The agreement and the owner of each commitment. */
export async function circlesOfCommitments(db: Db, ids: readonly string[]): Promise<Map<string, CommitmentCircle>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('commitment')
    .select(['id', 'source_id', 'owner_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(row => [row.id, { agreementId: row.source_id, ownerId: row.owner_id }]))
}

/** Agreements that the deeds of each activity stand under. */
export async function agreementsOfActivities(db: Db, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ activity_id: string; agreements: string[] }>`
    select activity_id, array_agg(distinct agreement_id)::text[] as agreements from entry
    where activity_id = any(${[...ids]}::uuid[]) and agreement_id is not null group by activity_id`.execute(db)
  return new Map(rows.map(row => [row.activity_id, row.agreements]))
}

export interface ImportCircle {
  people: string[]
  startedAt: string
}

/** Who brought and who asked for each import. */
export async function circlesOfImports(db: Db, ids: readonly string[]): Promise<Map<string, ImportCircle>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('import_run')
    .select(['id', 'created_by', 'asked_by', 'created_at'])
    .where('id', 'in', ids)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { people: [row.created_by, row.asked_by].filter(one => one !== null), startedAt: row.created_at },
    ]),
  )
}

/** Those of the comments that were removed. */
export async function removedComments(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('record_comment')
    .select('id')
    .where('id', 'in', ids)
    .where('removed_at', 'is not', null)
    .execute()
  return new Set(rows.map(row => row.id))
}

/** Tasks that belong to no record. */
export async function listTaskCards(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; text: string; ownerId: string; createdById: string | null }[]> {
  const rows = await db
    .selectFrom('task')
    .select(['id', 'body', 'owner_id', 'created_by_id'])
    .where('id', 'in', ids)
    .where('subject', 'is', null)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map(row => ({ id: row.id, text: row.body, ownerId: row.owner_id, createdById: row.created_by_id }))
}
