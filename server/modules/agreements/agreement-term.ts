// What the dates of an agreement mean on a day: its end after automatic renewals, its state, its review and notice days.
import type { AgreementState } from './agreement.states.ts'
import type { NoticeUnit, Renewal } from './agreement.terms.ts'

/** The stored facts that the term follows from. Dates are ISO days; an end is its last day. */
export interface TermFacts {
  state: AgreementState
  expiresOn: string | null
  renewal: Renewal
  renewalMonths: number | null
  reviewDueOn: string | null
  endedOn: string | null
  notice: { amount: number; unit: NoticeUnit } | null
}

export interface Term {
  state: AgreementState
  /** The last day: of the running term, or on which a terminated agreement ends; null when unknown or none. */
  effectiveEnd: string | null
  renewalsPassed: number
  reviewOn: string | null
  reviewDue: boolean
  noticeDeadline: string | null
  noticeRunningUntil: string | null
  daysToEnd: number | null
}

const reviewMonthsBeforeEnd = 12

/** Months from one date to another by the calendar, days left aside. */
const monthsBetween = (from: Temporal.PlainDate, until: Temporal.PlainDate) =>
  (until.year - from.year) * 12 + until.month - from.month

/** The first end, moved on by whole terms from the recorded one, that is not before today; and how many terms that took. */
export function effectiveEnd(
  facts: Pick<TermFacts, 'expiresOn' | 'renewal' | 'renewalMonths'>,
  today: Temporal.PlainDate,
): { on: string | null; renewals: number } {
  const { expiresOn, renewal, renewalMonths } = facts
  if (expiresOn === null || renewal !== 'automatic' || renewalMonths === null || renewalMonths < 1)
    return { on: expiresOn, renewals: 0 }
  if (expiresOn >= today.toString()) return { on: expiresOn, renewals: 0 }
  const end = Temporal.PlainDate.from(expiresOn)
  const whole = Math.trunc(monthsBetween(end, today) / renewalMonths)
  for (const renewals of [whole, whole + 1]) {
    const on = end.add({ months: renewals * renewalMonths })
    if (Temporal.PlainDate.compare(on, today) >= 0) return { on: on.toString(), renewals }
  }
  throw new RangeError(`no end after ${expiresOn}`)
}

const isLive = (state: AgreementState) => state === 'in_force' || state === 'renewal_in_progress'

/** Only an agreement that renews itself while it is in force goes on; a terminated or suspended one does not. */
const renewsItself = (state: AgreementState): boolean => state === 'in_force'

/** The state on a day: an agreement recorded in force whose end has passed has expired. */
export function effectiveState(facts: TermFacts, today: Temporal.PlainDate): AgreementState {
  if (facts.state !== 'in_force') return facts.state
  const { on } = effectiveEnd(facts, today)
  return on !== null && on < today.toString() ? 'expired' : 'in_force'
}

/** Everything that follows from the dates on a day. */
export function termOf(facts: TermFacts, today: Temporal.PlainDate): Term {
  const day = today.toString()
  const state = effectiveState(facts, today)
  const end = renewsItself(facts.state) ? effectiveEnd(facts, today) : { on: facts.expiresOn, renewals: 0 }
  const last = facts.state === 'terminated' ? (facts.endedOn ?? end.on) : end.on
  const lastDay = last === null ? null : Temporal.PlainDate.from(last)
  const live = isLive(state)
  const reviewOn =
    facts.reviewDueOn ?? (live && lastDay ? lastDay.subtract({ months: reviewMonthsBeforeEnd }).toString() : null)
  return {
    state,
    effectiveEnd: last,
    renewalsPassed: end.renewals,
    reviewOn,
    reviewDue: state === 'in_force' && reviewOn !== null && reviewOn <= day,
    noticeDeadline: live && lastDay && facts.notice ? beforeEnd(lastDay, facts.notice).toString() : null,
    noticeRunningUntil:
      facts.state === 'terminated' && facts.endedOn !== null && facts.endedOn >= day ? facts.endedOn : null,
    daysToEnd: lastDay === null ? null : today.until(lastDay, { largestUnit: 'day' }).days,
  }
}

const beforeEnd = (end: Temporal.PlainDate, notice: { amount: number; unit: NoticeUnit }) =>
  end.subtract(notice.unit === 'day' ? { days: notice.amount } : { months: notice.amount })
