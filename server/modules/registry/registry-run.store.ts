// Runs of official imports: what was read, how far, with what result; and the work on the tables around a run.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import type { ImportReport, RegistryImport } from './registry.contract.ts'
import { visiblePersons } from './registry.policy.ts'
import type { DoubtReason, ImportKind, ImportState } from './registry.terms.ts'
import { romanise } from './resolution/transliteration.ts'

export interface RegistryRun {
  id: string
  kind: ImportKind
  fileName: string
  sha256: string
  storedHash: string | null
  options: RunOptions
  dumpVersion: string | null
  requestedBy: string | null
  createdAt: string
  startedAt: string | null
  progressAt: string | null
  finishedAt: string | null
  error: string | null
  recordsDone: number
  recordsTotal: number
  report: ImportReport
}

export interface RunOptions {
  create?: boolean
}

/** A row of a charter list that a person must decide. */
export interface Doubt {
  row: number
  written: string
  country: string | null
  city: string | null
  identifiers: string[]
  reason: DoubtReason
  candidates: { id: string; name: string; score: number }[]
}

export const emptyReport = (): ImportReport => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  withdrawn: 0,
  keptEdits: 0,
  skipped: 0,
  skippedRecords: [],
})

const selection = [
  'id',
  'kind',
  'file_name',
  'sha256',
  'stored_hash',
  'options',
  'dump_version',
  'requested_by',
  'created_at',
  'started_at',
  'progress_at',
  'finished_at',
  'error',
  'records_done',
  'records_total',
  'report',
] as const

const runs = (db: Db) => db.selectFrom('registry_run').select(selection)

type Row = Awaited<ReturnType<ReturnType<typeof runs>['executeTakeFirstOrThrow']>>

const fromRow = (row: Row): RegistryRun => ({
  id: row.id,
  kind: row.kind as ImportKind,
  fileName: row.file_name,
  sha256: row.sha256,
  storedHash: row.stored_hash,
  options: row.options as RunOptions,
  dumpVersion: row.dump_version,
  requestedBy: row.requested_by,
  createdAt: row.created_at,
  startedAt: row.started_at,
  progressAt: row.progress_at,
  finishedAt: row.finished_at,
  error: row.error,
  recordsDone: row.records_done,
  recordsTotal: row.records_total,
  report: { ...emptyReport(), ...(row.report as Partial<ImportReport>) },
})

export async function insertRun(
  db: Db,
  run: Pick<RegistryRun, 'id' | 'kind' | 'fileName' | 'sha256' | 'storedHash' | 'options' | 'requestedBy'>,
): Promise<void> {
  await db
    .insertInto('registry_run')
    .values({
      id: run.id,
      kind: run.kind,
      file_name: run.fileName,
      sha256: run.sha256,
      stored_hash: run.storedHash,
      options: json(run.options),
      requested_by: run.requestedBy,
      report: json(emptyReport()),
    })
    .execute()
}

export const findRun = async (db: Db, id: string): Promise<RegistryRun | undefined> => {
  const row = await runs(db).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** The newest run of the same file that did not end. */
export async function findUnfinishedRun(db: Db, kind: ImportKind, sha256: string): Promise<RegistryRun | undefined> {
  const row = await runs(db)
    .where('kind', '=', kind)
    .where('sha256', '=', sha256)
    .where('finished_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function listRuns(db: Db, limit: number): Promise<RegistryRun[]> {
  return (await runs(db).orderBy('id', 'desc').limit(limit).execute()).map(fromRow)
}

/** The newest finished run. */
export async function findLastRun(db: Db): Promise<RegistryRun | undefined> {
  const row = await runs(db)
    .where('finished_at', 'is not', null)
    .where('error', 'is', null)
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && fromRow(row)
}

export async function startRun(db: Db, id: string, recordsTotal: number): Promise<void> {
  await db
    .updateTable('registry_run')
    .set({
      started_at: sql`coalesce(started_at, clock_timestamp())`,
      progress_at: sql`clock_timestamp()`,
      error: null,
      records_total: recordsTotal,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveProgress(
  db: Db,
  id: string,
  progress: { recordsDone: number; report: ImportReport; dumpVersion?: string | null; doubts?: Doubt[] },
): Promise<void> {
  await db
    .updateTable('registry_run')
    .set({
      records_done: progress.recordsDone,
      report: json(progress.report),
      progress_at: sql`clock_timestamp()`,
      ...(progress.dumpVersion != null && { dump_version: sql`greatest(dump_version, ${progress.dumpVersion})` }),
      ...(progress.doubts && { doubts: sql`doubts || ${json(progress.doubts)}` }),
    })
    .where('id', '=', id)
    .execute()
}

export async function endRun(db: Db, id: string, error: string | null): Promise<void> {
  await db
    .updateTable('registry_run')
    .set({ finished_at: sql`clock_timestamp()`, error })
    .where('id', '=', id)
    .execute()
}

export async function listDoubts(db: Db, id: string): Promise<Doubt[]> {
  const row = await db.selectFrom('registry_run').select('doubts').where('id', '=', id).executeTakeFirst()
  return (row?.doubts ?? []) as Doubt[]
}

const silentAfterMs = 60_000

/** A run as pages and the command line show it. `now` decides whether a silent run counts as interrupted. */
export function presentRun(run: RegistryRun, now: Temporal.Instant): RegistryImport {
  const state = stateOf(run, now)
  const share =
    run.finishedAt !== null ? 1 : run.recordsTotal > 0 ? Math.min(1, run.recordsDone / run.recordsTotal) : null
  const elapsed = run.startedAt === null ? 0 : (now.epochMilliseconds - Date.parse(run.startedAt)) / 1000
  const left =
    state === 'running' && share !== null && share > 0.02 ? Math.round((elapsed / share) * (1 - share)) : null
  return {
    id: run.id,
    kind: run.kind,
    state,
    fileName: run.fileName,
    dumpVersion: run.dumpVersion,
    startedAt: run.startedAt ?? run.createdAt,
    finishedAt: run.finishedAt,
    recordsDone: run.recordsDone,
    share,
    secondsLeft: left,
    error: run.error,
    report: run.startedAt === null ? null : run.report,
  }
}

function stateOf(run: RegistryRun, now: Temporal.Instant): ImportState {
  if (run.finishedAt !== null) return run.error === null ? 'finished' : 'failed'
  if (run.startedAt === null) return 'waiting'
  const silent = now.epochMilliseconds - Date.parse(run.progressAt ?? run.startedAt)
  return silent > silentAfterMs ? 'stopped' : 'running'
}

/** One import at a time changes the registry: held to the end of the transaction. */
export async function lockRegistry(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('concord.registry.import'))`.execute(db)
}

export interface KnownOrganisation {
  id: string
  sourceHash: string | null
  status: string
  edited: boolean
}

/** Which organisations carry these ROR ids. */
export async function findByRor(db: Db, rorIds: readonly string[]): Promise<Map<string, KnownOrganisation>> {
  const rows = await db
    .selectFrom('organisation_identifier as i')
    .innerJoin('organisation as o', 'o.id', 'i.organisation_id')
    .select(['i.value', 'o.id', 'o.source_hash', 'o.status', 'o.edited_fields'])
    .where('i.scheme', '=', 'ror')
    .where('i.value', '=', sql<string>`any(${[...rorIds]}::text[])`)
    .execute()
  return new Map(
    rows.map(row => [
      row.value,
      { id: row.id, sourceHash: row.source_hash, status: row.status, edited: row.edited_fields.length > 0 },
    ]),
  )
}

/** Points relations at organisations that are here by now; how many could be. */
export async function resolveRelations(db: Db): Promise<number> {
  const result = await sql`
    update organisation_relation r set other_id = i.organisation_id
    from organisation_identifier i
    where r.other_id is null and r.other_ror is not null and i.scheme = 'ror' and i.value = r.other_ror`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}

/**
 * Lets new words wait beside their index until the end of the import, when they are sorted in at once: a third of the
 * time of a first import. A search meanwhile reads them too, only slower.
 */
export async function postponeWordIndex(db: Db): Promise<void> {
  await sql`set local gin_pending_list_limit = '512MB'`.execute(db)
}

/** Lifts the limits of one statement for the rest of the transaction: whole-table work takes its time and memory. */
export async function allowLongStatements(db: Db): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db)
  await sql`set local maintenance_work_mem = '128MB'`.execute(db)
}

/** Counts the words of all names anew and gives the planner fresh figures. */
export async function refreshWords(db: Db): Promise<void> {
  await sql`
    insert into registry_word (word, names, latin)
    select word, ndoc, case when word ~ '^[a-z0-9]*$' then word end
    from ts_stat('select array_to_tsvector(string_to_array(words, '' '')) from organisation_name')
    where word not like '@%' and length(word) <= 80
    on conflict (word) do update set names = excluded.names where registry_word.names <> excluded.names`.execute(db)
  await romaniseWords(db)
  await sql`select gin_clean_pending_list('organisation_name_words'), gin_clean_pending_list('registry_word_trigram')`.execute(
    db,
  )
  const tables = [
    'organisation',
    'organisation_name',
    'organisation_identifier',
    'organisation_relation',
    'registry_word',
  ]
  for (const table of tables) await sql`analyze ${sql.table(table)}`.execute(db)
}

async function romaniseWords(db: Db): Promise<void> {
  const rows = await db.selectFrom('registry_word').select('word').where('latin', 'is', null).execute()
  for (let start = 0; start < rows.length; start += 20_000) {
    const words = rows.slice(start, start + 20_000).map(row => row.word)
    await sql`
      update registry_word w set latin = row.latin
      from unnest(${words}::text[], ${words.map(latinOf)}::text[]) as row(word, latin) where w.word = row.word`.execute(
      db,
    )
  }
}

/** A folded word in Latin letters, as misspelt words are compared. */
export const latinOf = (word: string): string => romanise(word).replace(/[^a-z0-9]/g, '')

/** Makes words of new names known, so that search as you type completes and corrects them. */
export async function noteWords(db: Db, words: readonly string[]): Promise<void> {
  const distinct = [...new Set(words)].filter(word => word !== '' && !word.startsWith('@') && word.length <= 80)
  if (distinct.length === 0) return
  await sql`
    insert into registry_word (word, names, latin)
    select word, 1, latin from unnest(${distinct}::text[], ${distinct.map(latinOf)}::text[]) as row(word, latin)
    on conflict (word) do update set names = registry_word.names + 1`.execute(db)
}

/** Whether the same content was also uploaded as a document. */
export async function isStoredAsDocument(db: Db, sha256: string): Promise<boolean> {
  const row = await db.selectFrom('file').select('id').where('sha256', '=', sha256).limit(1).executeTakeFirst()
  return row !== undefined
}

export interface RegistryCounts {
  organisations: number
  units: number
  names: number
  identifiers: number
  persons: number
  countries: number
  unverified: number
  differences: number
}

/** Of contacts only those that the reader may see. */
export async function countRegistry(db: Db, reader: Actor = systemActor()): Promise<RegistryCounts> {
  const { rows } = await sql<RegistryCounts>`
    select count(*) filter (where unit_of is null) as organisations, count(*) filter (where unit_of is not null) as units,
      count(distinct country) as countries, count(*) filter (where status = 'unverified') as unverified,
      (select count(*) from organisation_name) as names, (select count(*) from organisation_identifier) as identifiers,
      (select count(*) from person where ${visiblePersons(reader)}) as persons, (select count(distinct organisation_id) from organisation_statement) as differences
    from organisation where canonical_id is null`.execute(db)
  return rows[0]!
}
