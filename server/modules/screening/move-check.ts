// Moves a check to a state, with whose turn it is and when the next date comes.
import type { ActionContext } from '#core/actions.ts'
import { setTurns } from '#core/turns.ts'
import { type CheckChange, type CheckRow, updateCheck } from './check.store.ts'
import { CheckConcluded, CheckMoved } from './screening.events.ts'
import { isDecided, type ScreeningState, screeningWorkflow } from './screening.states.ts'
import { dueTerms } from './screening.terms.ts'

export const instantOf = (ctx: Pick<ActionContext, 'now'>): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** Writes the change and, where the state is another one, the turn and the events. */
export async function moveCheck(
  ctx: ActionContext,
  check: CheckRow,
  to: ScreeningState,
  change: CheckChange = {},
  reason: string | null = null,
): Promise<void> {
  const hasMoved = check.state !== to
  const since = hasMoved ? { state: to, state_since: instantOf(ctx) } : {}
  await updateCheck(ctx.db, check.id, { ...change, ...since })
  const validTo = change.valid_to === undefined ? check.valid_to : change.valid_to
  const dueOn = to === 'recheck_due' ? validTo : null
  await setTurns(ctx, screeningWorkflow, [
    {
      ...{ subjectId: check.id, homeId: check.home_id, unitId: check.unit_id, state: to },
      // Given on: whoever else concludes there takes it.
      ownerId: to === 'escalated' ? null : change.owner_id === undefined ? check.owner_id : change.owner_id,
      power: to === 'escalated' ? 'conclude' : 'write',
      about: { subject: check.subject, id: check.subject_id },
      dueOn,
      dueSource: dueOn === null ? null : { code: dueTerms.recheck.id, values: {} },
    },
  ])
  if (!hasMoved) return
  const { id: subjectId, home_id: homeId } = check
  ctx.record(CheckMoved, { subjectId, homeId, data: { from: check.state, to }, reason })
  if (isDecided(to))
    ctx.record(CheckConcluded, {
      ...{ subjectId: check.subject_id, subjectType: check.subject, homeId },
      data: { checkId: subjectId, state: to, until: validTo },
    })
}
