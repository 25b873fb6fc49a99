// Writes a planned run in one transaction: partners, agreements, commitments, links from rows to records.
import { type ActionContext, defineAction, runAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { newId } from '#core/ids.ts'
import type { Services } from '#core/services.ts'
import {
  type AgreementInput,
  listVisibleAgreements,
  type ReviseInput,
  recordAgreements,
  reviseAgreements,
} from '#modules/agreements/index.ts'
import { type NewCommitment, writeCommitments } from '#modules/ledger/index.ts'
import { planJob } from '../actions/start-import.ts'
import { NotYourHome } from '../import.errors.ts'
import { ImportFailed, ImportWritten } from '../import.events.ts'
import { findPreviousRun, findRun, lockRun, type StoredRun, updateRun } from '../import.store.ts'
import { listPartners } from '../import-partner.store.ts'
import { linkRows, listRows, type RowLink, type StoredImportRow } from '../import-row.store.ts'
import { cellText } from '../meaning/cell-text.ts'
import { agreementOf, type RowContext } from './agreement-of-row.ts'
import { commitmentsOf } from './commitments-of-row.ts'
import { organisationsFor } from './organisations-of-partners.ts'

/**
 * Writes a run as a job, on behalf of the person who asked for it; undefined when the account was closed meanwhile.
 * A crash leaves nothing; the job then starts again.
 */
export async function writeRun(services: Services, runId: string, actor: Actor | undefined): Promise<void> {
  const run = await findRun(services.db, systemActor(), runId)
  if (run?.state !== 'writing') return
  try {
    if (!actor) throw new Refusal(NotYourHome)
    await runAction(services, actor, writePlan, { runId })
  } catch (error) {
    if (!(error instanceof Refusal)) services.log.error({ err: error, runId }, 'writing an import failed')
    await runAction(services, systemActor(), failWriting, { runId, error })
  }
}

const writePlan = defineAction({
  name: 'write-import',
  async run(ctx: ActionContext, { runId }: { runId: string }): Promise<void> {
    const run = await lockRun(ctx.db, systemActor(), runId)
    if (run?.state !== 'writing') return ctx.unchanged()
    if (await changedMeanwhile(ctx, run)) return
    const rows = (await listRows(ctx.db, runId)).items.filter(row => isWritten(row, run))
    const partners = new Map((await listPartners(ctx.db, runId)).items.map(partner => [partner.key, partner]))
    const used = new Set(rows.flatMap(row => row.understood.partnerKeys))
    const { organisationsOf, created } = await organisationsFor(
      ctx,
      run,
      [...partners.values()].filter(partner => used.has(partner.key)),
    )
    const context: RowContext = {
      homeId: run.homeId,
      homeUnitId: null,
      defaultKind: run.options.defaultKind,
      organisationsOf,
    }
    const written =
      run.listKind === 'agreements' ? await writeAgreements(ctx, run, rows, context) : linksOnly(rows, context)
    await linkRows(ctx.db, runId, written.links)
    await updateRun(ctx.db, runId, {
      state: 'written',
      progress: null,
      writtenAt: new Date(ctx.now.epochMilliseconds).toISOString(),
    })
    ctx.record(ImportWritten, {
      subjectId: runId,
      homeId: run.homeId,
      data: { file: run.fileName, created: written.created, updated: written.updated, organisations: created },
    })
  },
})

/** Someone wrote the same list since this plan was made: plan again, so that nothing is written twice. */
async function changedMeanwhile(ctx: ActionContext, run: StoredRun): Promise<boolean> {
  const same = await findPreviousRun(ctx.db, run.homeId, { sha256: run.sha256, exceptId: run.id })
  const alike =
    run.header && (await findPreviousRun(ctx.db, run.homeId, { signature: run.header.signature, exceptId: run.id }))
  const newest = same?.id ?? alike?.id ?? null
  if (newest === run.previousId) return false
  await updateRun(ctx.db, run.id, { state: 'planning', previousId: newest })
  ctx.enqueue(planJob, { runId: run.id }, { singletonKey: run.id })
  ctx.unchanged()
  return true
}

const isWritten = (row: StoredImportRow, run: StoredRun): boolean =>
  row.outcome !== 'skip' && (row.status === 'ready' || run.options.doubtful === 'write')

interface Written {
  created: number
  updated: number
  links: RowLink[]
}

async function writeAgreements(
  ctx: ActionContext,
  run: StoredRun,
  rows: readonly StoredImportRow[],
  context: RowContext,
): Promise<Written> {
  const fresh = rows.filter(row => row.outcome === 'create').map(row => ({ row, id: newId() }))
  await recordAgreements(
    ctx,
    fresh.map(({ row, id }) => ({
      id,
      input: agreementOf(row, context),
      original: originalOf(run, row),
      importId: run.id,
    })),
  )
  // What became confidential since the last list is no more theirs to change, and nothing tells them of it.
  const known = rows.filter(row => row.outcome === 'update')
  const visible = new Set((await listVisibleAgreements(ctx.db, ctx.actor, known.map(recordOf))).map(row => row.id))
  const changed = known.filter(row => visible.has(recordOf(row)))
  const revised = await reviseAgreements(
    ctx,
    changed.map(row => ({
      id: recordOf(row),
      change: before => revisedBy(row, before, agreementOf(row, context)),
      original: originalOf(run, row),
      state: stateOf(row, agreementOf(row, context)),
    })),
  )
  const same = rows.filter(row => row.outcome === 'same')
  await writeCommitments(
    ctx,
    fresh.flatMap(({ row, id }) => acceptedCommitments(run, row, id, context)),
  )
  return {
    created: fresh.length,
    updated: changed.length,
    links: [
      ...fresh.map(({ row, id }) => ({ row: row.row, agreementId: id })),
      ...changed.map((row, at) => ({ row: row.row, agreementId: recordOf(row), before: revised[at] })),
      ...same.map(row => ({ row: row.row, agreementId: recordOf(row) })),
    ],
  }
}

const recordOf = (row: StoredImportRow): string => row.decisions.agreementId ?? row.existingId!

/** Another state is taken over only where the list says another one than its earlier version did. */
const stateOf = (row: StoredImportRow, said: AgreementInput): ReviseInput['state'] =>
  said.state && row.existingId !== null && row.understood.changed.includes('state')
    ? { state: said.state, reason: said.stateReason ?? null }
    : undefined

/** Only what the list now says differently is taken over; what people changed here since stays. */
function revisedBy(
  row: StoredImportRow,
  before: Parameters<ReviseInput['change']>[0],
  said: AgreementInput,
): AgreementInput {
  const { endKind, ...facts } = before
  const current: AgreementInput = { ...facts, end: endKind }
  // A row that a person joined with a record by hand fills what the record does not say yet.
  if (row.existingId === null) return filledFrom(current, said)
  const changed = Object.fromEntries(row.understood.changed.map(field => [field, said[field as keyof AgreementInput]]))
  return { ...current, ...changed }
}

function filledFrom(current: AgreementInput, said: AgreementInput): AgreementInput {
  const isMissing = (value: unknown) =>
    value === null ||
    value === undefined ||
    value === 'unknown' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  const missing = Object.entries(said).filter(
    ([field, value]) => isMissing(current[field as keyof AgreementInput]) && !isMissing(value),
  )
  const filled = { ...current, ...Object.fromEntries(missing) }
  return { ...filled, end: filled.expiresOn ? 'known' : filled.end }
}

/** A list of organisations makes organisations; its rows only say which. */
function linksOnly(rows: readonly StoredImportRow[], context: RowContext): Written {
  const links = rows.flatMap(row => {
    const [first] = row.understood.partnerKeys.flatMap(key => context.organisationsOf(key))
    return first ? [{ row: row.row, organisationId: first.organisationId }] : []
  })
  return { created: links.length, updated: 0, links }
}

function acceptedCommitments(
  run: StoredRun,
  row: StoredImportRow,
  agreementId: string,
  context: RowContext,
): NewCommitment[] {
  if (run.options.commitments === 'none') return []
  const accepted = (key: string) => run.options.commitments === 'all' || row.decisions.commitments?.[key] === true
  return commitmentsOf(row, agreementId, context)
    .filter(({ key }) => accepted(key))
    .map(({ commitment }) => commitment)
}

/** Every original cell, under its header, in the order of the file. */
function originalOf(run: StoredRun, row: StoredImportRow) {
  return {
    fileName: run.fileName,
    sheet: run.sheet,
    row: row.row,
    cells: run.columns.map(column => ({ header: column.source, value: cellText(row.cells[column.index] ?? null) })),
  }
}

const failWriting = defineAction({
  name: 'fail-import-writing',
  async run(ctx: ActionContext, { runId, error }: { runId: string; error: unknown }) {
    const run = await lockRun(ctx.db, systemActor(), runId)
    if (run?.state !== 'writing') return ctx.unchanged()
    const failure =
      error instanceof Refusal
        ? { code: error.declaration.code, values: error.values }
        : { code: 'unexpected', values: {} }
    await updateRun(ctx.db, runId, { state: 'planned', failure, progress: null })
    ctx.record(ImportFailed, { subjectId: runId, homeId: run.homeId, data: { file: run.fileName, why: failure.code } })
  },
})
