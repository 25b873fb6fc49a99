// Moves an agreement by hand from one state to another; steps back and out carry their reason.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { type Changes, changesBetween } from '#core/events.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { setTurns } from '#core/turns.ts'
import { takeStep as nextState } from '#core/workflow.ts'
import { RenewalEndMissing } from '../agreement.errors.ts'
import { AgreementMoved } from '../agreement.events.ts'
import { canStep } from '../agreement.policy.ts'
import { type AgreementState, type AgreementStep, agreementWorkflow } from '../agreement.states.ts'
import { type AgreementRow, moveState, type StateMove } from '../agreement.store.ts'
import { agreementFieldTerms } from '../agreement-changes.ts'
import { loadFacts, lockAgreement, standingOf, termFactsOf } from '../agreement-record.store.ts'
import { effectiveState, termOf } from '../agreement-term.ts'
import { turnOf } from '../agreement-turns.ts'
import { textOrNull } from '../plain-text.ts'
import { refreshStandings } from '../standing.ts'

export interface StepInput {
  id: string
  step: AgreementStep
  reason?: string | null | undefined
  on?: string | null | undefined
  version: number
}

/** What a step changes besides the state: the dates that make the fact. */
function datesOfStep(ctx: ActionContext, row: AgreementRow, input: StepInput): StateMove['set'] {
  const today = ctx.today.toString()
  const on = input.on ?? today
  switch (input.step) {
    case 'enter_into_force':
      return row.in_force_on === null || input.on ? { in_force_on: on, in_force_precision: 'day' } : {}
    case 'begin_renewal':
      return { renewal_begun_on: on }
    case 'renew':
      return { ...newEnd(ctx, row, input), renewal_begun_on: null }
    case 'terminate':
    case 'supersede':
      return { ended_on: on }
    case 'let_expire':
      return row.end_kind === 'known' && row.expires_on! <= today
        ? {}
        : { expires_on: on, expires_precision: 'day', end_kind: 'known' }
    case 'reinstate':
    case 'resume':
      return { ended_on: null, ...newEnd(ctx, row, input) }
    default:
      return {}
  }
}

/** A renewed agreement needs an end that lies ahead, unless it has none. */
function newEnd(ctx: ActionContext, row: AgreementRow, { on, step }: StepInput): StateMove['set'] {
  const today = ctx.today.toString()
  if (on && on >= today) return { expires_on: on, expires_precision: 'day', end_kind: 'known' }
  const { effectiveEnd } = termOf({ ...termFactsOf(row), state: 'in_force' }, ctx.today)
  const open = row.end_kind !== 'known' || (effectiveEnd !== null && effectiveEnd >= today)
  if (on || !open || (step === 'renew' && row.end_kind === 'known'))
    throw new Refusal(RenewalEndMissing, {}, { fields: [{ path: 'on', message: RenewalEndMissing.text }] })
  return {}
}

const changesOf = (row: AgreementRow, set: StateMove['set']): Changes => {
  const view = (from: Partial<AgreementRow>) => ({
    ...('in_force_on' in from && { inForceOn: from.in_force_on }),
    ...('expires_on' in from && { expiresOn: from.expires_on }),
    ...('ended_on' in from && { endedOn: from.ended_on }),
    ...('renewal_begun_on' in from && { renewalBegunOn: from.renewal_begun_on }),
  })
  return changesBetween(view(row), view(set))
}

export const takeStep = defineAction({
  name: 'agreement.step',
  async run(ctx, input: StepInput): Promise<void> {
    const row = found(await lockAgreement(ctx.db, ctx.actor, input.id))
    ensure(canStep(ctx.actor, standingOf(row), input.step))
    if (row.version !== input.version) await refuseStale(ctx, { type: 'agreement', id: input.id }, agreementFieldTerms)
    const from = effectiveState(termFactsOf(row), ctx.today)
    const reason = textOrNull(input.reason)
    const to = nextState(agreementWorkflow, from, input.step, reason) as AgreementState
    const set = datesOfStep(ctx, row, input)
    await moveState(ctx.db, {
      id: row.id,
      state: to,
      at: new Date(ctx.now.epochMilliseconds).toISOString(),
      reason,
      set,
    })
    const moved = { ...row, ...set, state: to } as AgreementRow
    const facts = (await loadFacts(ctx.db, [moved])).get(row.id)!
    await setTurns(ctx, agreementWorkflow, [turnOf(ctx, row.id, facts, to, moved.ended_on)])
    ctx.record(AgreementMoved, {
      subjectId: row.id,
      homeId: row.home_id,
      data: {
        number: row.number,
        title: row.title as Record<string, string>,
        step: input.step,
        from,
        to,
        on: input.on ?? null,
      },
      changes: changesOf(row, set),
      reason,
    })
    await refreshStandings(ctx.db, [row.id], ctx.today)
  },
})
