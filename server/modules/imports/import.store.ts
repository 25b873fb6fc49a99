// SQL of imports: runs, their rows and partners, remembered mappings.
import { sql } from 'kysely'
import { type Db, json, type Pool } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import type { Totals } from './import.contract.ts'
import { visibleRuns } from './import.policy.ts'
import type { PlannedColumn, RunNotice, SheetOutline } from './planning/plan.ts'

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

export const batch = 500

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

export async function isStoredFile(db: Db, sha256: string): Promise<boolean> {
  const row = await db.selectFrom('file').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst()
  return row !== undefined
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

/** What other rooms name an import by; those of the ids that the actor may see. */
export async function listRunCards(
  db: Db,
  actor: Actor,
  ids: readonly string[],
): Promise<{ id: string; homeId: string; fileName: string; createdById: string | null }[]> {
  const rows = await db
    .selectFrom('import_run as r')
    .select(['r.id', 'r.home_id', 'r.file_name', 'r.created_by'])
    .where('r.id', 'in', ids)
    .where(visibleRuns(actor))
    .execute()
  return rows.map(row => ({ id: row.id, homeId: row.home_id, fileName: row.file_name, createdById: row.created_by }))
}
