// Corrects what a commitment says, moves it between its states, waives a period; its sums follow in the same transaction.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { changesBetween } from '#core/events.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { ReasonNeeded, StepNotAllowed } from '#core/workflow.ts'
import { allocateAnew } from '../allocation.ts'
import {
  findCommitment,
  listByIds,
  listWithNarrower,
  lockCommitment,
  type StoredCommitment,
  updateCommitment,
} from '../commitment.store.ts'
import { columnsOf } from '../commitment-columns.ts'
import { insertWaiver } from '../commitment-waiver.store.ts'
import { lockPostingsOf } from '../entry-service.store.ts'
import type { CommitmentChange } from '../ledger.contract.ts'
import { NotThisPeriod, RefinesItself } from '../ledger.errors.ts'
import { CommitmentChanged, CommitmentMoved, PeriodWaived } from '../ledger.events.ts'
import { ledgerFieldTerms } from '../ledger.fields.ts'
import { canWriteHome } from '../ledger.policy.ts'
import type { Ending } from '../ledger.terms.ts'
import { partyNames } from '../ledger-party.store.ts'
import { findSource } from '../ledger-source.store.ts'
import { periodOn } from '../periods.ts'
import { recountCommitments } from '../recount.ts'
import { wouldCircle } from '../refinement.ts'
import { checkParties } from './record-commitments.ts'

async function lockOwn(ctx: ActionContext, id: string): Promise<StoredCommitment> {
  const { homeId } = found(await findCommitment(ctx.db, ctx.actor, id))
  await lockPostingsOf(ctx.db, homeId, 'alone')
  const commitment = found(await lockCommitment(ctx.db, ctx.actor, id))
  const source = await findSource(ctx.db, ctx.actor, commitment.sourceId)
  ensure(canWriteHome(ctx.actor, commitment.homeId, source?.unitId ?? null))
  return commitment
}

export const changeCommitment = defineAction({
  name: 'change-commitment',
  async run(ctx: ActionContext, { id, ...input }: CommitmentChange & { id: string }) {
    const before = await lockOwn(ctx, id)
    await checkParties(ctx, input, before.homeId)
    if (input.refinesId) {
      const family = await listWithNarrower(ctx.db, [id])
      if (input.refinesId === id || wouldCircle(id, input.refinesId, family)) throw new Refusal(RefinesItself)
    }
    const columns = columnsOf(input)
    if (!(await updateCommitment(ctx.db, id, input.version, columns)))
      await refuseStale(ctx, { type: 'commitment', id }, ledgerFieldTerms)
    const [after] = await listByIds(ctx.db, [id])
    // What was wider before must lose what it counted through this one, so both chains are recounted.
    await recountCommitments(ctx.db, [id, ...(before.refinesId ? [before.refinesId] : [])])
    const { version: _, ...said } = after!
    const changes = changesBetween(before, said)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    const names = await partyNames(ctx.db, [after!.promisor.organisationId, after!.beneficiary.organisationId])
    ctx.record(CommitmentChanged, {
      subjectId: id,
      homeId: before.homeId,
      changes,
      data: {
        kind: after!.kind,
        promisor: names.get(after!.promisor.organisationId)?.name ?? '',
        beneficiary: names.get(after!.beneficiary.organisationId)?.name ?? '',
        agreementId: after!.agreementId,
      },
    })
    await allocateAnew(ctx, before.homeId, { ids: [id], before: [before] })
  },
})

export type CommitmentStep = 'accept' | 'decline' | 'suspend' | 'resume' | 'end'

const stepsFrom: Record<CommitmentStep, readonly string[]> = {
  accept: ['proposed'],
  decline: ['proposed'],
  suspend: ['active'],
  resume: ['suspended', 'ended'],
  end: ['active', 'suspended'],
}

export const stepCommitment = defineAction({
  name: 'step-commitment',
  async run(
    ctx: ActionContext,
    input: {
      id: string
      step: CommitmentStep
      endedAs?: Ending | undefined
      reason?: string | undefined
      version: number
    },
  ) {
    const before = await lockOwn(ctx, input.id)
    if (!stepsFrom[input.step].includes(before.state)) throw new Refusal(StepNotAllowed)
    if (input.step !== 'accept' && !input.reason?.trim()) throw new Refusal(ReasonNeeded)
    const today = ctx.today.toString()
    const change = {
      accept: { state: 'active' },
      decline: { state: 'ended', ended_as: 'lapsed', ended_on: today },
      suspend: { state: 'suspended', suspended_from: today },
      resume: { state: 'active', suspended_from: null, ended_as: null, ended_on: null },
      end: { state: 'ended', ended_as: input.endedAs ?? 'lapsed', ended_on: today },
    }[input.step]
    if (!(await updateCommitment(ctx.db, input.id, input.version, change)))
      await refuseStale(ctx, { type: 'commitment', id: input.id }, ledgerFieldTerms)
    await recountCommitments(ctx.db, [input.id])
    ctx.record(CommitmentMoved, {
      subjectId: input.id,
      homeId: before.homeId,
      reason: input.reason ?? null,
      data: { kind: before.kind, state: change.state, agreementId: before.agreementId },
    })
    if (change.state === 'active') await allocateAnew(ctx, before.homeId, { ids: [input.id] })
  },
})

export const waivePeriod = defineAction({
  name: 'waive-period',
  async run(ctx: ActionContext, input: { id: string; periodStart: string; reason: string }) {
    const commitment = await lockOwn(ctx, input.id)
    const period = periodOn(commitment, Temporal.PlainDate.from(input.periodStart))
    if (typeof period === 'string' || period.start !== input.periodStart) throw new Refusal(NotThisPeriod)
    await insertWaiver(ctx.db, { ...input, id: newId(), commitmentId: input.id, by: ctx.actor.id })
    ctx.record(PeriodWaived, {
      subjectId: input.id,
      homeId: commitment.homeId,
      reason: input.reason,
      data: { kind: commitment.kind, period: input.periodStart },
    })
  },
})
