// SQL of the rows of an import: original cells, what was understood, what was decided.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { Revised } from '#modules/agreements/index.ts'
import { batch } from './import.store.ts'
import type { PlannedRow } from './planning/plan.ts'

/** Replaces the rows of a run; decisions of rows that stay are kept by the caller. */
export async function replaceRows(db: Db, runId: string, rows: readonly PlannedRow[]): Promise<void> {
  await db.deleteFrom('import_row').where('run_id', '=', runId).execute()
  for (let start = 0; start < rows.length; start += batch)
    await db
      .insertInto('import_row')
      .values(
        rows.slice(start, start + batch).map(row => ({
          run_id: runId,
          row: row.row,
          cells: json(row.cells),
          fingerprint: row.fingerprint,
          understood: json(row.understood),
          status: row.status,
          outcome: row.outcome,
          existing_id: row.existingId,
          decisions: json(row.decisions),
        })),
      )
      .execute()
}

export interface RowFilter {
  status?: readonly string[] | undefined
  outcome?: readonly string[] | undefined
  doubt?: string | undefined
  text?: string | undefined
  rows?: readonly number[] | undefined
}

export interface StoredImportRow extends PlannedRow {
  agreementId: string | null
  organisationId: string | null
}

const rowsOf = (db: Db, runId: string, filter: RowFilter) =>
  db
    .selectFrom('import_row')
    .where('run_id', '=', runId)
    .$if(filter.rows !== undefined, q => q.where('row', '=', sql<number>`any(${filter.rows!}::int[])`))
    .$if((filter.status?.length ?? 0) > 0, q => q.where('status', 'in', [...filter.status!]))
    .$if((filter.outcome?.length ?? 0) > 0, q => q.where('outcome', 'in', [...filter.outcome!]))
    .$if(filter.doubt !== undefined, q =>
      q.where(sql<boolean>`understood->'doubts' @> ${JSON.stringify([{ code: filter.doubt }])}::jsonb`),
    )
    .$if(Boolean(filter.text), q =>
      q.where(sql<boolean>`cells::text ilike ${`%${filter.text!.replace(/[\\%_]/g, '\\$&')}%`}`),
    )

const rowFrom = (row: {
  row: number
  cells: unknown
  fingerprint: string | null
  understood: unknown
  status: string
  outcome: string | null
  existing_id: string | null
  decisions: unknown
  agreement_id: string | null
  organisation_id: string | null
}): StoredImportRow => ({
  row: row.row,
  cells: row.cells as PlannedRow['cells'],
  fingerprint: row.fingerprint ?? '',
  understood: row.understood as PlannedRow['understood'],
  status: row.status as PlannedRow['status'],
  outcome: (row.outcome ?? 'skip') as PlannedRow['outcome'],
  existingId: row.existing_id,
  decisions: row.decisions as PlannedRow['decisions'],
  agreementId: row.agreement_id,
  organisationId: row.organisation_id,
})

export async function listRows(
  db: Db,
  runId: string,
  filter: RowFilter = {},
  paging?: { offset: number; limit: number },
): Promise<{ items: StoredImportRow[]; total: number }> {
  const rows = await rowsOf(db, runId, filter)
    .selectAll()
    .orderBy('row')
    .$if(paging !== undefined, q => q.offset(paging!.offset).limit(paging!.limit))
    .execute()
  if (!paging) return { items: rows.map(rowFrom), total: rows.length }
  const { total } = await rowsOf(db, runId, filter).select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  return { items: rows.map(rowFrom), total }
}

export async function findRow(db: Db, runId: string, row: number): Promise<StoredImportRow | undefined> {
  const found = await db
    .selectFrom('import_row')
    .selectAll()
    .where('run_id', '=', runId)
    .where('row', '=', row)
    .executeTakeFirst()
  return found && rowFrom(found)
}

/** Writes what people decided about rows, many at once. */
export async function updateRows(db: Db, runId: string, rows: readonly PlannedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += batch) {
    const values = rows.slice(start, start + batch).map(row => ({
      row: row.row,
      status: row.status,
      outcome: row.outcome,
      existing_id: row.existingId,
      decisions: row.decisions,
    }))
    await sql`update import_row r set status = v.status, outcome = v.outcome, existing_id = v.existing_id, decisions = v.decisions
      from jsonb_to_recordset(${JSON.stringify(values)}::jsonb)
        as v(row integer, status text, outcome text, existing_id uuid, decisions jsonb)
      where r.run_id = ${runId} and r.row = v.row`.execute(db)
  }
}

export interface RowLink {
  row: number
  agreementId?: string | undefined
  organisationId?: string | undefined
  before?: Revised | undefined
}

/** Records that the writing of a run changed, as they were before, in the order of the rows. */
export async function listChangedRecords(db: Db, runId: string): Promise<Revised[]> {
  const rows = await db
    .selectFrom('import_row')
    .select('before')
    .where('run_id', '=', runId)
    .where('before', 'is not', null)
    .orderBy('row')
    .execute()
  return rows.map(row => row.before as Revised)
}

/** Which record each row became. */
export async function linkRows(db: Db, runId: string, links: readonly RowLink[]): Promise<void> {
  if (links.length === 0) return
  await sql`update import_row r set agreement_id = l.agreement_id, organisation_id = l.organisation_id, before = l.before
    from jsonb_to_recordset(${JSON.stringify(
      links.map(link => ({
        row: link.row,
        agreement_id: link.agreementId ?? null,
        organisation_id: link.organisationId ?? null,
        before: link.before ?? null,
      })),
    )}::jsonb) as l(row integer, agreement_id uuid, organisation_id uuid, before jsonb)
    where r.run_id = ${runId} and r.row = l.row`.execute(db)
}

/** Doubts of a run by code, with the number of rows that have them. */
export async function countDoubts(
  db: Db,
  runId: string,
): Promise<{ code: string; rows: number; values: Record<string, string | number> }[]> {
  const { rows } = await sql<{ code: string; rows: number; values: Record<string, string | number> }>`
    select d->>'code' as code, (array_agg(d->'values' order by row))[1] as values, count(distinct row)::int as rows
    from import_row, jsonb_array_elements(understood->'doubts') d where run_id = ${runId} and status <> 'skipped'
    group by 1 order by 3 desc, 1`.execute(db)
  return rows
}

/** Agreements that the writing of a run recorded; those it only changed are not among them. */
export async function listImportedAgreements(db: Db, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('import_row')
    .select('agreement_id')
    .where('run_id', '=', runId)
    .where('outcome', '=', 'create')
    .where('agreement_id', 'is not', null)
    .execute()
  return rows.map(row => row.agreement_id!)
}
