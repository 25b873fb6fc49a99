// A person rates, clears, refuses, gives on or takes up a check.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { ensure } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { takeStep } from '#core/workflow.ts'
import { lastAnswers } from '../answer.store.ts'
import type { CheckChange } from '../check.store.ts'
import { listMatches, listParties } from '../match.store.ts'
import { instantOf, moveCheck } from '../move-check.ts'
import { type OpenCheck, openCheck } from '../open-check.ts'
import { isLower, questionsDue, unanswered } from '../questions/questionnaire.ts'
import { readQuestionnaire } from '../questions/read-questionnaire.ts'
import { isLongStageDue, proposeRating, type RatingFacts } from '../rating.ts'
import { AnswersMissing, ConditionsNeeded, MitigationsNeeded, RatingReasonNeeded } from '../screening.errors.ts'
import { RiskRated } from '../screening.events.ts'
import { canCheck, canConclude } from '../screening.policy.ts'
import { type ManualStep, screeningWorkflow } from '../screening.states.ts'
import type { Level } from '../screening.terms.ts'
import { readScreeningSettings } from '../screening-settings.ts'
import { lastDay } from './decide-match.ts'

export interface StepInput {
  id: string
  step: ManualStep
  version: number
  reason?: string | null | undefined
  rating?: Level | undefined
  conditions?: string | null | undefined
  validTo?: string | null | undefined
}

/** Everything that the rules look at. */
export async function ratingFacts(ctx: Pick<ActionContext, 'db'>, { check }: OpenCheck): Promise<RatingFacts> {
  const { content: questionnaire } = await readQuestionnaire(ctx.db)
  const answers = (await lastAnswers(ctx.db, check.id))?.answers ?? {}
  const parties = (await listParties(ctx.db, check.id)).filter(party => party.left_at === null)
  const matches = (await listMatches(ctx.db, check.id)).filter(match => match.gone_at === null)
  return {
    ...{ questionnaire, answers: answers as Record<string, string>, settings: await readScreeningSettings(ctx.db) },
    countries: [...new Set(parties.flatMap(party => party.facts.countries))],
    trueMatches: matches
      .filter(match => match.verdict === 'true_match')
      .map(match => ({ name: match.party, list: match.list })),
  }
}

async function rate(ctx: ActionContext, open: OpenCheck, input: StepInput): Promise<CheckChange> {
  const facts = await ratingFacts(ctx, open)
  const missing = unanswered(questionsDue(facts.questionnaire, facts.answers, isLongStageDue(facts)), facts.answers)
  if (missing.length > 0) throw new Refusal(AnswersMissing)
  const { level, reasons } = proposeRating(facts)
  const rating = input.rating ?? level
  if (isLower(rating, level) && !input.reason?.trim())
    throw new Refusal(RatingReasonNeeded, {}, { fields: [{ path: 'reason', message: RatingReasonNeeded.text }] })
  const { id: subjectId, home_id: homeId } = open.check
  ctx.record(RiskRated, { subjectId, homeId, data: { rating, proposed: level }, reason: input.reason?.trim() || null })
  return { rating, rating_reasons: reasons, rating_note: input.reason?.trim() || null }
}

async function conclude(ctx: ActionContext, open: OpenCheck, input: StepInput): Promise<CheckChange> {
  const concluded = { concluded_by: ctx.actor.id, concluded_at: instantOf(ctx), escalated_by: null, news: [] }
  if (input.step === 'refuse') return { ...concluded, valid_to: null, conditions: null }
  const { trueMatches } = await ratingFacts(ctx, open)
  if (input.step === 'clear' && (trueMatches.length > 0 || open.check.rating === 'high'))
    throw new Refusal(MitigationsNeeded)
  const conditions = input.step === 'clear' ? null : (input.conditions?.trim() ?? '')
  if (conditions === '')
    throw new Refusal(ConditionsNeeded, {}, { fields: [{ path: 'conditions', message: ConditionsNeeded.text }] })
  const { validMonths } = await readScreeningSettings(ctx.db)
  return { ...concluded, conditions, valid_to: lastDay(ctx, input.validTo, validMonths, 'validTo') }
}

async function changeBy(ctx: ActionContext, open: OpenCheck, input: StepInput): Promise<CheckChange> {
  switch (input.step) {
    case 'rate':
      return rate(ctx, open, input)
    case 'escalate':
      return { escalated_by: ctx.actor.id }
    case 'give_back':
      return { escalated_by: null }
    case 'check_again':
      return { news: [] }
    default:
      return conclude(ctx, open, input)
  }
}

const byChecking: ReadonlySet<ManualStep> = new Set(['rate', 'escalate', 'check_again'])

export const takeCheckStep = defineAction({
  name: 'screening.step',
  async run(ctx, input: StepInput): Promise<void> {
    const open = await openCheck(ctx.db, ctx.actor, input.id, true)
    const { check, standing } = open
    const isConcluding = !byChecking.has(input.step)
    ensure(isConcluding ? canConclude(ctx.actor, standing, check.escalated_by) : canCheck(ctx.actor, standing))
    if (check.version !== input.version) await refuseStale(ctx, { type: 'screening_check', id: check.id })
    const next = takeStep(screeningWorkflow, check.state, input.step, input.reason)
    // Given back: to where its matches say.
    const to = input.step === 'give_back' && check.open_matches === 0 ? 'reviewed' : next
    await moveCheck(ctx, check, to, await changeBy(ctx, open, input), input.reason?.trim() || null)
    if (to === check.state && input.step !== 'rate') ctx.unchanged()
  },
})
