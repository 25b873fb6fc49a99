// Whose turn an agreement is, and the date that comes up next with the place it comes from.
import type { ActionContext } from '#core/actions.ts'
import type { TurnInput } from '#core/turns.ts'
import type { AgreementState } from './agreement.states.ts'
import type { AgreementFacts } from './agreement-facts.ts'
import { termOf } from './agreement-term.ts'

type TurnFacts = Pick<
  AgreementFacts,
  | 'homeId'
  | 'unitId'
  | 'ownerId'
  | 'confidentiality'
  | 'expiresOn'
  | 'renewal'
  | 'renewalMonths'
  | 'reviewDueOn'
  | 'notice'
>

/** While in force the next date is that of the review, during a renewal that of the end. */
export function turnOf(
  ctx: Pick<ActionContext, 'today'>,
  id: string,
  facts: TurnFacts,
  state: AgreementState,
  endedOn: string | null,
): TurnInput<AgreementState> {
  const term = termOf(
    {
      state,
      endedOn,
      expiresOn: facts.expiresOn?.on ?? null,
      renewal: facts.renewal,
      renewalMonths: facts.renewalMonths,
      reviewDueOn: facts.reviewDueOn?.on ?? null,
      notice: facts.notice,
    },
    ctx.today,
  )
  const due =
    term.state === 'in_force'
      ? { on: term.reviewOn, code: 'agreements.due.review' }
      : { on: state === 'renewal_in_progress' ? term.effectiveEnd : null, code: 'agreements.due.end' }
  return {
    subjectId: id,
    homeId: facts.homeId,
    unitId: facts.unitId,
    // A computed end is final too: nobody waits for an agreement that has run out.
    state: term.state,
    ownerId: facts.ownerId,
    confidential: facts.confidentiality === 'confidential',
    dueOn: due.on,
    dueSource: due.on === null ? null : { code: due.code, values: { end: term.effectiveEnd } },
  }
}
