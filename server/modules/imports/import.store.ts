// SQL of imports: runs, their rows and partners, remembered mappings.
import { sql } from 'kysely'
import { type Db, json, type Pool } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { Totals } from './import.contract.ts'
import { visibleRuns } from './import.policy.ts'
import type { PlannedColumn, PlannedPartner, PlannedRow, RunNotice, SheetOutline } from './planning/plan.ts'

export type RunState =
  | 'reading'
  | 'mapping'
  | 'planning'
  | 'planned'
  | 'writing'
  | 'written'
  | 'undone'
  | 'failed'
  | 'cancelled'

export interface RunOptions {
  commitments: 'none' | 'chosen' | 'all'
  doubtful: 'write' | 'skip'
  defaultKind: string | null
}

export interface RunHeader {
  headerRow: number
  headerRows: number
  firstDataRow: number
  lastDataRow: number
  /** The headers in their order, folded: the same list has the same. */
  signature: string
}

export interface StoredRun {
  id: string
  homeId: string
  homeName: string
  homeNames: Record<string, string>
  listKind: 'agreements' | 'organisations'
  state: RunState
  fileId: string | null
  fileName: string
  sha256: string
  sheet: string | null
  sheets: SheetOutline[]
  header: RunHeader | null
  columns: PlannedColumn[]
  options: RunOptions
  notices: RunNotice[]
  totals: Totals | null
  progress: RunProgress | null
  failure: { code: string; values: Record<string, unknown> } | null
  previousId: string | null
  createdById: string | null
  createdBy: string | null
  createdAt: string
  writtenAt: string | null
  undoneAt: string | null
  version: number
}

export interface RunProgress {
  phase: string
  done: number
  total: number
  startedAt: string
}

const selection = (db: Db) =>
  db
    .selectFrom('import_run as r')
    .innerJoin('organisation as o', 'o.id', 'r.home_id')
    .leftJoin('auth_user as u', 'u.id', 'r.created_by')
    .selectAll('r')
    .select(['o.name as home_name', 'o.names as home_names', 'u.name as creator'])

type Row = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

const isEmpty = (value: unknown) => value === null || Object.keys(value as object).length === 0
const orNull = <T>(value: unknown): T | null => (isEmpty(value) ? null : (value as T))

const fromRow = (row: Row): StoredRun => ({
  id: row.id,
  homeId: row.home_id,
  homeName: row.home_name,
  homeNames: row.home_names as Record<string, string>,
  listKind: row.list_kind as StoredRun['listKind'],
  state: row.state as RunState,
  fileId: row.file_id,
  fileName: row.file_name,
  sha256: row.sha256,
  sheet: row.sheet,
  sheets: row.sheets as SheetOutline[],
  header: orNull<RunHeader>(row.header),
  columns: row.columns as PlannedColumn[],
  options: { commitments: 'chosen', doubtful: 'write', defaultKind: null, ...(row.options as Partial<RunOptions>) },
  notices: row.notices as RunNotice[],
  totals: orNull<Totals>(row.totals),
  progress: orNull<RunProgress>(row.progress),
  failure: row.failure as StoredRun['failure'],
  previousId: row.previous_id,
  createdById: row.created_by,
  createdBy: row.creator,
  createdAt: row.created_at,
  writtenAt: row.written_at,
  undoneAt: row.undone_at,
  version: row.version,
})

export async function listRuns(db: Db, actor: Actor, paging: { offset: number; limit: number }) {
  const rows = await selection(db)
    .where(visibleRuns(actor))
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await db
    .selectFrom('import_run as r')
    .select(sql<number>`count(*)`.as('total'))
    .where(visibleRuns(actor))
    .executeTakeFirstOrThrow()
  return { items: rows.map(fromRow), total }
}

export async function findRun(db: Db, actor: Actor, id: string): Promise<StoredRun | undefined> {
  const row = await selection(db).where('r.id', '=', id).where(visibleRuns(actor)).executeTakeFirst()
  return row && fromRow(row)
}

/** The run, locked until the commit, so that two steps at once see each other. */
export async function lockRun(db: Db, actor: Actor, id: string): Promise<StoredRun | undefined> {
  await sql`select id from import_run where id = ${id} for update`.execute(db)
  return findRun(db, actor, id)
}

export interface NewRun {
  id: string
  homeId: string
  fileId: string | null
  fileName: string
  sha256: string
  createdBy: string | null
  options: RunOptions
  previousId: string | null
}

export async function insertRun(db: Db, run: NewRun): Promise<void> {
  await db
    .insertInto('import_run')
    .values({
      id: run.id,
      home_id: run.homeId,
      state: 'reading',
      file_id: run.fileId,
      file_name: run.fileName,
      sha256: run.sha256,
      created_by: run.createdBy,
      options: json(run.options),
      previous_id: run.previousId,
    })
    .execute()
}

export interface RunChange {
  listKind?: StoredRun['listKind']
  state?: RunState
  sheet?: string | null
  sheets?: SheetOutline[]
  header?: RunHeader | null
  columns?: PlannedColumn[]
  options?: RunOptions
  notices?: RunNotice[]
  totals?: Totals
  progress?: RunProgress | null
  failure?: StoredRun['failure']
  previousId?: string | null
  writtenAt?: string
  undoneAt?: string
  /** Who asked for the writing. */
  askedBy?: string | null
}

/** Changes a run and counts its version up. */
export async function updateRun(db: Db, id: string, change: RunChange): Promise<void> {
  await db
    .updateTable('import_run')
    .set({
      version: sql`version + 1`,
      ...(change.listKind && { list_kind: change.listKind }),
      ...(change.state && { state: change.state }),
      ...(change.sheet !== undefined && { sheet: change.sheet }),
      ...(change.sheets && { sheets: json(change.sheets) }),
      ...(change.header !== undefined && { header: json(change.header ?? {}) }),
      ...(change.columns && { columns: json(change.columns) }),
      ...(change.options && { options: json(change.options) }),
      ...(change.notices && { notices: json(change.notices) }),
      ...(change.totals && { totals: json(change.totals) }),
      ...(change.progress !== undefined && { progress: json(change.progress ?? {}) }),
      ...(change.failure !== undefined && { failure: change.failure === null ? null : json(change.failure) }),
      ...(change.previousId !== undefined && { previous_id: change.previousId }),
      ...(change.writtenAt && { written_at: change.writtenAt }),
      ...(change.undoneAt && { undone_at: change.undoneAt }),
      ...(change.askedBy !== undefined && { asked_by: change.askedBy }),
    })
    .where('id', '=', id)
    .execute()
}

/** Progress is written outside the transaction of the work, so that others can watch. */
export async function reportProgress(db: Db, id: string, progress: RunProgress): Promise<{ state: RunState }> {
  const row = await db
    .updateTable('import_run')
    .set({ progress: json(progress) })
    .where('id', '=', id)
    .returning('state')
    .executeTakeFirstOrThrow()
  return { state: row.state as RunState }
}

/** The newest written run of the same home with this file, else with this shape of columns. */
export async function findPreviousRun(
  db: Db,
  homeId: string,
  wanted: { sha256?: string; signature?: string; exceptId?: string },
): Promise<{ id: string; fileName: string; sha256: string; writtenAt: string | null } | undefined> {
  const row = await db
    .selectFrom('import_run')
    .select(['id', 'file_name', 'sha256', 'written_at'])
    .where('home_id', '=', homeId)
    .where('state', '=', 'written')
    .$if(wanted.sha256 !== undefined, q => q.where('sha256', '=', wanted.sha256!))
    .$if(wanted.signature !== undefined, q => q.where(sql<boolean>`header->>'signature' = ${wanted.signature}`))
    .$if(wanted.exceptId !== undefined, q => q.where('id', '<>', wanted.exceptId!))
    .orderBy('written_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, fileName: row.file_name, sha256: row.sha256, writtenAt: row.written_at }
}

const batch = 500

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

/** Rows by status and outcome, partners by outcome. */
export async function countOutcomes(db: Db, runId: string): Promise<Omit<Totals, 'rows' | 'commitments'>> {
  const { rows } = await sql<{ status: string; outcome: string; count: number }>`
    select status, outcome, count(*)::int as count from import_row where run_id = ${runId} group by 1, 2`.execute(db)
  const partners = await countPartners(db, runId)
  const by = (field: 'status' | 'outcome', word: string) =>
    rows.filter(row => row[field] === word).reduce((sum, row) => sum + row.count, 0)
  const partnersBy = (word: string) => partners[word] ?? 0
  return {
    ready: by('status', 'ready'),
    doubtful: by('status', 'doubtful'),
    error: by('status', 'error'),
    skipped: by('status', 'skipped'),
    create: by('outcome', 'create'),
    update: by('outcome', 'update'),
    same: by('outcome', 'same'),
    partners: Object.values(partners).reduce((sum, count) => sum + count, 0),
    partnersMatched: partnersBy('matched'),
    partnersDoubtful: partnersBy('doubtful') + partnersBy('several'),
    partnersNew: partnersBy('new'),
  }
}

/** Which record each row became. */
export async function linkRows(
  db: Db,
  runId: string,
  links: readonly { row: number; agreementId?: string | undefined; organisationId?: string | undefined }[],
): Promise<void> {
  if (links.length === 0) return
  await sql`update import_row r set agreement_id = l.agreement_id, organisation_id = l.organisation_id
    from jsonb_to_recordset(${JSON.stringify(
      links.map(link => ({
        row: link.row,
        agreement_id: link.agreementId ?? null,
        organisation_id: link.organisationId ?? null,
      })),
    )}::jsonb) as l(row integer, agreement_id uuid, organisation_id uuid)
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

export async function replacePartners(db: Db, runId: string, partners: readonly PlannedPartner[]): Promise<void> {
  await db.deleteFrom('import_partner').where('run_id', '=', runId).execute()
  for (let start = 0; start < partners.length; start += batch)
    await db
      .insertInto('import_partner')
      .values(
        partners.slice(start, start + batch).map(partner => ({
          run_id: runId,
          key: partner.key,
          written: partner.written,
          country: partner.country,
          city: partner.city,
          hints: json(partner.hints),
          rows: partner.rows,
          outcome: partner.outcome,
          organisation_id: partner.organisationId,
          candidates: json(partner.candidates),
          evidence: json(partner.evidence),
          decision: partner.decision,
        })),
      )
      .execute()
}

export interface PartnerFilter {
  outcome?: readonly string[] | undefined
  text?: string | undefined
  keys?: readonly string[] | undefined
}

const partnersOf = (db: Db, runId: string, filter: PartnerFilter) =>
  db
    .selectFrom('import_partner')
    .where('run_id', '=', runId)
    .$if((filter.outcome?.length ?? 0) > 0, q => q.where('outcome', 'in', [...filter.outcome!]))
    .$if(filter.keys !== undefined, q => q.where('key', '=', sql<string>`any(${filter.keys!})`))
    .$if(Boolean(filter.text), q => q.where('written', 'ilike', `%${filter.text!.replace(/[\\%_]/g, '\\$&')}%`))

/** Partners of a run: the doubtful first, then by how many rows they stand in. */
export async function listPartners(
  db: Db,
  runId: string,
  filter: PartnerFilter = {},
  paging?: { offset: number; limit: number },
): Promise<{ items: PlannedPartner[]; total: number }> {
  const rows = await partnersOf(db, runId, filter)
    .selectAll()
    .orderBy(sql`array_position(array['several', 'doubtful', 'new', 'matched', 'ignored'], outcome)`)
    .orderBy(sql`cardinality(rows)`, 'desc')
    .orderBy('written')
    .$if(paging !== undefined, q => q.offset(paging!.offset).limit(paging!.limit))
    .execute()
  const items = rows.map(row => ({
    key: row.key,
    written: row.written,
    country: row.country,
    city: row.city,
    hints: row.hints as PlannedPartner['hints'],
    rows: row.rows,
    outcome: row.outcome as PlannedPartner['outcome'],
    organisationId: row.organisation_id,
    candidates: row.candidates as PlannedPartner['candidates'],
    evidence: row.evidence as PlannedPartner['evidence'],
    decision: row.decision as PlannedPartner['decision'],
  }))
  if (!paging) return { items, total: items.length }
  const { total } = await partnersOf(db, runId, filter)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { items, total }
}

export async function updatePartner(db: Db, runId: string, partner: PlannedPartner, by: string | null): Promise<void> {
  await db
    .updateTable('import_partner')
    .set({
      outcome: partner.outcome,
      organisation_id: partner.organisationId,
      decision: partner.decision,
      hints: json(partner.hints),
      decided_by: by,
    })
    .where('run_id', '=', runId)
    .where('key', '=', partner.key)
    .execute()
}

export async function countPartners(db: Db, runId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('import_partner')
    .select(['outcome', sql<number>`count(*)`.as('count')])
    .where('run_id', '=', runId)
    .groupBy('outcome')
    .execute()
  return Object.fromEntries(rows.map(row => [row.outcome, row.count]))
}

/** Organisations that the writing of a run created, for taking them back. */
export async function linkCreatedOrganisations(
  db: Db,
  runId: string,
  created: readonly { key: string; organisationId: string }[],
): Promise<void> {
  if (created.length === 0) return
  await sql`update import_partner p set created_organisation_id = c.organisation_id
    from jsonb_to_recordset(${JSON.stringify(created.map(one => ({ key: one.key, organisation_id: one.organisationId })))}::jsonb)
      as c(key text, organisation_id uuid)
    where p.run_id = ${runId} and p.key = c.key`.execute(db)
}

export async function listCreatedOrganisations(db: Db, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('import_partner')
    .select('created_organisation_id')
    .where('run_id', '=', runId)
    .where('created_organisation_id', 'is not', null)
    .execute()
  return rows.map(row => row.created_organisation_id!)
}

export interface RememberedMapping {
  listKind: StoredRun['listKind']
  columns: PlannedColumn[]
}

export async function findMapping(db: Db, homeId: string, signature: string): Promise<RememberedMapping | undefined> {
  const row = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('home_id', '=', homeId)
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row && { listKind: row.list_kind as StoredRun['listKind'], columns: row.columns as PlannedColumn[] }
}

export async function rememberMapping(
  db: Db,
  input: { id: string; homeId: string; signature: string } & RememberedMapping,
): Promise<void> {
  const said = { list_kind: input.listKind, columns: json(input.columns), used_at: sql<string>`now()` }
  await db
    .insertInto('import_mapping')
    .values({ id: input.id, home_id: input.homeId, signature: input.signature, ...said })
    .onConflict(c => c.columns(['home_id', 'signature']).doUpdateSet(said))
    .execute()
}

export async function insertFile(
  db: Db,
  file: { id: string; sha256: string; name: string; mediaType: string; bytes: number; uploadedBy: string | null },
): Promise<void> {
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

export async function findFileHash(db: Db, fileId: string): Promise<{ sha256: string; name: string } | undefined> {
  return db.selectFrom('file').select(['sha256', 'name']).where('id', '=', fileId).executeTakeFirst()
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

/** Runs whose work should be going on; a job that died with its process is started again. */
export async function listRunsAtWork(
  db: Db,
  notTouchedSince: string,
): Promise<{ id: string; state: RunState; askedBy: string | null }[]> {
  const rows = await db
    .selectFrom('import_run')
    .select(['id', 'state', 'asked_by'])
    .where('state', 'in', ['reading', 'planning', 'writing'])
    .where(sql<boolean>`coalesce((progress->>'startedAt')::timestamptz, created_at) < ${notTouchedSince}`)
    .execute()
  return rows.map(row => ({ id: row.id, state: row.state as RunState, askedBy: row.asked_by }))
}

/** Runs the work while nobody else does; answers false when another process is at it. The lock goes with its connection. */
export async function whileAlone(db: Pool, runId: string, work: () => Promise<void>): Promise<boolean> {
  return db.connection().execute(async connection => {
    const key = sql`hashtextextended(${`import ${runId}`}, 0)`
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${key}) as got`.execute(connection)
    if (!rows[0]!.got) return false
    try {
      await work()
      return true
    } finally {
      await sql`select pg_advisory_unlock(${key})`.execute(connection)
    }
  })
}

export async function findRunBrief(
  db: Db,
  id: string,
): Promise<{ id: string; fileName: string; sha256: string; writtenAt: string | null } | undefined> {
  const row = await db
    .selectFrom('import_run')
    .select(['id', 'file_name', 'sha256', 'written_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, fileName: row.file_name, sha256: row.sha256, writtenAt: row.written_at }
}
