// The big steps of an import: write it, take it back, stop it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import {
  isBuiltOn,
  organisationsInUse,
  type Revised,
  removeAgreements,
  reviseAgreements,
  versionsOf,
} from '#modules/agreements/index.ts'
import { listCommitmentsSince, removeCommitments } from '#modules/ledger/index.ts'
import { removeUnverifiedOrganisations, withdrawUnverifiedOrganisations } from '#modules/registry/index.ts'
import { BuiltOn, NothingToWrite } from '../import.errors.ts'
import { ImportCancelled, ImportDecided, ImportUndone } from '../import.events.ts'
import { updateRun } from '../import.store.ts'
import { listCreatedOrganisations } from '../import-partner.store.ts'
import { listChangedRecords, listImportedAgreements } from '../import-row.store.ts'
import { lockOwnRun } from './decide-import.ts'

export const writeJob = 'imports.write'

export interface StepInput {
  id: string
  version?: number | undefined
  reason?: string | undefined
}

/** Asks for the writing; a job does it in one transaction, so that a closed page or a crash leaves nothing half done. */
export const requestWriting = defineAction({
  name: 'request-import-writing',
  async run(ctx: ActionContext, input: StepInput): Promise<void> {
    const run = await lockOwnRun(ctx, input.id, 'planned')
    if (input.version !== undefined && run.version !== input.version) throw new Refusal(StaleVersion)
    const totals = run.totals
    if (!totals || totals.create + totals.update === 0) throw new Refusal(NothingToWrite)
    const startedAt = new Date(ctx.now.epochMilliseconds).toISOString()
    const progress = { phase: 'writing', done: 0, total: totals.create + totals.update, startedAt }
    await updateRun(ctx.db, run.id, { state: 'writing', failure: null, progress, askedBy: ctx.actor.id })
    const data = { file: run.fileName, about: run.fileName, decision: 'write' as const }
    ctx.record(ImportDecided, { subjectId: run.id, homeId: run.homeId, data })
    ctx.enqueue(writeJob, { runId: run.id, actorId: ctx.actor.id }, { singletonKey: run.id })
  },
})

/** Takes a whole import back while nobody has built on it: what it recorded goes, what it changed becomes what it was. */
export const undoImport = defineAction({
  name: 'undo-import',
  async run(ctx: ActionContext, input: StepInput): Promise<void> {
    const run = await lockOwnRun(ctx, input.id, 'written')
    const ids = await listImportedAgreements(ctx.db, run.id)
    const commitments = await listCommitmentsSince(ctx.db, ids, run.writtenAt ?? run.createdAt)
    const changed = await listChangedRecords(ctx.db, run.id)
    const since = await changedSince(ctx, changed)
    const built = (await isBuiltOn(ctx.db, ids, run.id)).length + commitments.filter(one => one.touched).length + since
    if (built > 0) throw new Refusal(BuiltOn, { count: built })
    await removeCommitments(
      ctx,
      commitments.map(one => one.id),
    )
    const reason = input.reason?.trim() || null
    await bringBack(ctx, changed, reason)
    const removed = await removeAgreements(ctx, ids, reason ?? 'import taken back')
    await removePartners(ctx, run.id)
    await updateRun(ctx.db, run.id, { state: 'undone', undoneAt: new Date(ctx.now.epochMilliseconds).toISOString() })
    ctx.record(ImportUndone, {
      subjectId: run.id,
      homeId: run.homeId,
      data: { file: run.fileName, removed, restored: changed.length },
      reason: input.reason ?? null,
    })
  },
})

/** How many records somebody changed or removed after this import had changed them. */
async function changedSince(ctx: ActionContext, changed: readonly Revised[]): Promise<number> {
  const ids = changed.map(one => one.id)
  const versions = await versionsOf(ctx.db, ids)
  return changed.filter(one => versions.get(one.id) !== one.version).length
}

const bringBack = (ctx: ActionContext, changed: readonly Revised[], reason: string | null): Promise<Revised[]> =>
  reviseAgreements(
    ctx,
    changed.map(({ id, version, before, original, state }) => ({ id, version, change: () => before, original, state })),
    reason,
  )

/** Partners that only this import knew go with it; one that another record names by now stays. */
async function removePartners(ctx: ActionContext, runId: string): Promise<void> {
  const stayed = await removeUnverifiedOrganisations(ctx, await listCreatedOrganisations(ctx.db, runId))
  const used = await organisationsInUse(ctx.db, stayed)
  await withdrawUnverifiedOrganisations(
    ctx,
    stayed.filter(id => !used.has(id)),
  )
}

export const cancelImport = defineAction({
  name: 'cancel-import',
  async run(ctx: ActionContext, input: StepInput): Promise<void> {
    const run = await lockOwnRun(ctx, input.id, 'reading', 'mapping', 'planning', 'planned', 'failed')
    await updateRun(ctx.db, run.id, { state: 'cancelled', progress: null })
    ctx.record(ImportCancelled, { subjectId: run.id, homeId: run.homeId, data: { file: run.fileName } })
  },
})
