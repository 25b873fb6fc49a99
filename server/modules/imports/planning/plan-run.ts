// Reads and plans a run as a job: shows progress, keeps decisions, stops when cancelled, goes on after a crash.
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { defineAction, runAction } from '#core/actions.ts'
import { type Actor, anonymous, systemActor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import { openResolver } from '#modules/registry/index.ts'
import { ImportFailed, ImportPlanned } from '../import.events.ts'
import {
  findFileHash,
  findMapping,
  findPreviousRun,
  findRun,
  lockRun,
  type RunChange,
  reportProgress,
  type StoredRun,
  updateRun,
} from '../import.store.ts'
import { listPartners, replacePartners } from '../import-partner.store.ts'
import { listRows, replaceRows } from '../import-row.store.ts'
import { readSourceFile } from '../reading/read-source-file.ts'
import { ReadingError, type SourceFile } from '../reading/source-table.ts'
import { makePlan, type Phase, type PlanInput, totalsOf } from './make-plan.ts'
import type { WrittenRow } from './match-previous.ts'
import { openTable, outlineOf } from './open-table.ts'
import type { RunNotice, TablePlan } from './plan.ts'
import { signatureOf } from './plan-table.ts'

class Cancelled extends Error {}

const system = systemActor()
const secondsBetweenReports = 0.4

/** Plans a run from its file. Whatever goes wrong is told in the run; nothing of it is half planned. */
export async function planRun(services: Services, runId: string, signal: AbortSignal): Promise<void> {
  const run = await findRun(services.db, system, runId)
  if (!run || (run.state !== 'reading' && run.state !== 'planning')) return
  const pause = reporter(services, runId, signal)
  try {
    await pause('reading', 0, 1)
    const file = await readFileOf(services, run, signal)
    const plan = await planOf(services, run, file, pause)
    await pause('saving', 0, plan.rows.length)
    await runAction(services, system, savePlan, { runId, version: run.version, plan, file })
  } catch (error) {
    if (error instanceof Cancelled || signal.aborted) return
    if (!(error instanceof ReadingError)) services.log.error({ err: error, runId }, 'planning an import failed')
    await runAction(services, system, failRun, { runId, error })
  }
}

function reporter(services: Services, runId: string, signal: AbortSignal) {
  const startedAt = new Date(services.clock.now().epochMilliseconds).toISOString()
  let last = 0
  let lastPhase: Phase | null = null
  return async (phase: Phase, done: number, total: number) => {
    await setImmediate()
    if (signal.aborted) throw new Cancelled()
    const now = performance.now() / 1000
    if (phase === lastPhase && now - last < secondsBetweenReports) return
    last = now
    lastPhase = phase
    const { state } = await reportProgress(services.db, runId, { phase, done, total, startedAt })
    if (state !== 'reading' && state !== 'planning') throw new Cancelled()
  }
}

async function readFileOf(services: Services, run: StoredRun, signal: AbortSignal): Promise<SourceFile> {
  const known = run.fileId ? await findFileHash(services.db, run.fileId) : undefined
  if (!known) throw new ReadingError('file_missing')
  const bytes = await buffer(await services.files.read(known.sha256))
  const megabyte = 1024 * 1024
  return readSourceFile(
    { bytes },
    { fileName: run.fileName, signal, limits: { fileBytes: services.config.uploadLimitMb * megabyte } },
  )
}

async function planOf(
  services: Services,
  run: StoredRun,
  file: SourceFile,
  pause: NonNullable<PlanInput['pause']>,
): Promise<TablePlan> {
  const { db } = services
  const chosen = run.columns.length > 0 ? run.columns : await rememberedColumns(services, run, file)
  const decided = await listRows(db, run.id)
  const partners = await listPartners(db, run.id)
  return makePlan({
    file,
    choice: { sheet: run.sheet, headerRow: run.header?.headerRow ?? null },
    table: {
      today: dayIn(services.clock.now(), services.timeZone),
      ...(chosen.length > 0 && { columns: chosen }),
      ...(run.columns.length > 0 && { listKind: run.listKind }),
    },
    decidedRows: new Map(decided.items.map(row => [row.row, row])),
    decidedPartners: new Map(partners.items.map(partner => [partner.key, partner])),
    records: {
      ...{ db, homeId: run.homeId, written: await writtenRows(services, run, file) },
      reader: await readerOf(services, run),
    },
    resolver: await openResolver(services, run.homeId),
    defaultKind: run.options.defaultKind,
    pause,
  })
}

/** Who brought the list: it is compared with what they may see, and with nothing else. */
async function readerOf({ db, clock, timeZone }: Services, { createdById }: StoredRun): Promise<Actor> {
  if (createdById === null) return system
  const today = dayIn(clock.now(), timeZone).toString()
  return (await findActor(db, createdById, today)) ?? anonymous('en')
}

async function rememberedColumns(services: Services, run: StoredRun, file: SourceFile) {
  const { header } = openTable(file, { sheet: run.sheet })
  const signature = signatureOf(header.columns.map(column => ({ source: column.original || column.header })))
  return (await findMapping(services.db, run.homeId, signature))?.columns ?? []
}

/** The rows of the newest written version of the list with the records they became. */
async function writtenRows(services: Services, run: StoredRun, file: SourceFile): Promise<WrittenRow[]> {
  const { db } = services
  const same = await findPreviousRun(db, run.homeId, { sha256: file.sha256, exceptId: run.id })
  const { header } = openTable(file, { sheet: run.sheet })
  const signature = signatureOf(header.columns.map(column => ({ source: column.original || column.header })))
  const previous = same ?? (await findPreviousRun(db, run.homeId, { signature, exceptId: run.id }))
  if (!previous) return []
  const { items } = await listRows(db, previous.id)
  return items.flatMap(row => (row.agreementId === null ? [] : [{ row, recordId: row.agreementId }]))
}

const savePlan = defineAction({
  name: 'save-import-plan',
  async run(ctx, input: { runId: string; version: number; plan: TablePlan; file: SourceFile }) {
    const run = await lockRun(ctx.db, system, input.runId)
    if (!run || (run.state !== 'reading' && run.state !== 'planning') || run.version !== input.version)
      return ctx.unchanged()
    const { plan, file } = input
    const previous =
      (await findPreviousRun(ctx.db, run.homeId, { sha256: file.sha256, exceptId: run.id })) ??
      (await findPreviousRun(ctx.db, run.homeId, { signature: plan.header.signature, exceptId: run.id }))
    const totals = totalsOf(plan.rows, plan.partners)
    await replaceRows(ctx.db, run.id, plan.rows)
    await replacePartners(ctx.db, run.id, plan.partners)
    const change: RunChange = {
      state: 'planned',
      listKind: plan.listKind,
      sheet: plan.sheet,
      sheets: outlineOf(file),
      header: plan.header,
      columns: plan.columns,
      notices: [...(plan.exported ? [ownColumnsLeft] : []), ...noticesOf(file, plan.sheet)],
      totals,
      progress: null,
      failure: null,
      previousId: previous?.id ?? null,
    }
    await updateRun(ctx.db, run.id, change)
    ctx.record(ImportPlanned, {
      subjectId: run.id,
      homeId: run.homeId,
      data: { file: run.fileName, rows: totals.rows, doubtful: totals.doubtful + totals.error },
    })
  },
})

const mostNotices = 200

const ownColumnsLeft: RunNotice = { code: 'own_columns_left', values: {}, severity: 'info', row: null, column: null }

const noticesOf = (file: SourceFile, sheet: string): RunNotice[] =>
  file.notices
    .filter(notice => notice.table === undefined || notice.table === sheet)
    .slice(0, mostNotices)
    .map(({ code, values, severity, row, column }) => ({
      code,
      values,
      severity,
      row: row ?? null,
      column: column ?? null,
    }))

const failRun = defineAction({
  name: 'fail-import',
  async run(ctx, { runId, error }: { runId: string; error: unknown }) {
    const run = await lockRun(ctx.db, system, runId)
    if (!run || run.state === 'cancelled') return ctx.unchanged()
    const known = error instanceof ReadingError
    const failure = known ? { code: error.code, values: error.values } : { code: 'unexpected', values: {} }
    await updateRun(ctx.db, runId, { state: 'failed', failure, progress: null })
    ctx.record(ImportFailed, { subjectId: runId, homeId: run.homeId, data: { file: run.fileName, why: failure.code } })
  },
})
