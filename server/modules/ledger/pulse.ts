// The pulse of an agreement, a partnership or a country: the first rule that holds, why, and the cheapest next step.

import type { PulseNextStepCode, PulseReasonCode } from '#modules/ledger/ledger.sentences.ts'
import type { DayText } from '#modules/ledger/ledger.shapes.ts'
import type { PulseStatus } from '#modules/ledger/ledger.terms.ts'
import type { PulseAgreement, PulseBalance, PulseFacts } from '#modules/ledger/pulse.facts.ts'
import type { PulseSettings } from '#modules/ledger/pulse.settings.ts'
import { displayQuantity, judged, ONE, parseQuantity, quantityText } from '#modules/ledger/quantity.ts'

type Day = Temporal.PlainDate
/** Numbers are counts; text is a day (ISO), a unit, a currency or a displayed quantity. */
export type SentenceValues = Record<string, string | number>
/** A record that the reason rests on, for a link. */
export type Subject = { type: 'agreement' | 'commitment'; id: string }
export type PulseReason = { code: PulseReasonCode; values: SentenceValues; about: Subject[] }
export type PulseNextStep = { code: PulseNextStepCode; values: SentenceValues; about: Subject[] }

export type Pulse = {
  status: PulseStatus
  reasons: PulseReason[]
  nextStep: PulseNextStep
  /** The settings that the rules looked at up to the one that held. */
  numbersUsed: Partial<PulseSettings>
}

type Judged = {
  facts: PulseFacts
  today: Day
  day: DayText
  use: <K extends keyof PulseSettings>(key: K) => PulseSettings[K]
}
type Verdict = Omit<Pulse, 'numbersUsed'> | null

function isInForce({ inForceFrom, inForceUntil }: PulseAgreement, day: DayText): boolean {
  return inForceFrom !== null && inForceFrom <= day && (inForceUntil === null || inForceUntil >= day)
}

/** First day of the unbroken run of agreements that reaches today; null when none is in force. */
export function inForceSince(agreements: readonly PulseAgreement[], today: Day): DayText | null {
  let since: DayText | null = null
  let reach = today.toString()
  // From the newest start to the oldest: each that lasts to the day before the run began makes the run longer.
  const started = agreements.filter(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= reach)
  for (let isLonger = true; isLonger; ) {
    const found = started.find(
      ({ inForceFrom, inForceUntil }) =>
        (inForceUntil === null || inForceUntil >= reach) && (since === null || (inForceFrom ?? '') < since),
    )
    isLonger = found !== undefined
    if (!found?.inForceFrom) continue
    since = found.inForceFrom
    reach = Temporal.PlainDate.from(since).subtract({ days: 1 }).toString()
  }
  return since
}

const reason = (code: PulseReasonCode, values: SentenceValues = {}, about: Subject[] = []): PulseReason => ({
  code,
  values,
  about,
})
const step = (code: PulseNextStepCode, values: SentenceValues = {}, about: Subject[] = []): PulseNextStep => ({
  code,
  values,
  about,
})
const agreementSubject = ({ id }: PulseAgreement): Subject => ({ type: 'agreement', id })

function ago({ today }: Judged, months: number): DayText {
  return today.subtract({ months }).toString()
}

function ahead({ today }: Judged, months: number): DayText {
  return today.add({ months }).toString()
}

/** Confirmed entries in the whole months that reach into the last `recent` months, and in the `base` months before. */
function countsOf({ facts, today }: Judged, recent: number, base: number): { recent: number; base: number } {
  const recentFrom = today.subtract({ months: recent }).with({ day: 1 })
  const baseFrom = recentFrom.subtract({ months: base }).toString()
  const counts = { recent: 0, base: 0 }
  for (const [month, entries] of Object.entries(facts.confirmedByMonth)) {
    if (month >= recentFrom.toString() && month <= today.toString()) counts.recent += entries
    else if (month >= baseFrom && month < recentFrom.toString()) counts.base += entries
  }
  return counts
}

function ended(judged: Judged): Verdict {
  const { facts, day } = judged
  const months = judged.use('endedAfterMonths')
  const isOpen = ({ inForceUntil }: PulseAgreement) => inForceUntil === null || inForceUntil >= day
  const isRecent = facts.lastEntryOn !== null && facts.lastEntryOn >= ago(judged, months)
  const isComing = facts.nextEntryOn !== null && facts.nextEntryOn <= ahead(judged, months)
  if (facts.agreements.some(isOpen) || isRecent || isComing) return null
  const last = [...facts.agreements].sort((a, b) => ((a.inForceUntil ?? '') < (b.inForceUntil ?? '') ? 1 : -1))[0]
  const first = last
    ? reason('agreement_ended', { until: last.inForceUntil ?? '' }, [agreementSubject(last)])
    : reason('no_agreement')
  const next = last ? step('ask_whether_to_renew', {}, [agreementSubject(last)]) : step('propose_agreement')
  return { status: 'ended', reasons: [first, lastEntryReason(facts.lastEntryOn, months)], nextStep: next }
}

function lastEntryReason(lastOn: DayText | null, months: number): PulseReason {
  return lastOn === null ? reason('no_entry_ever') : reason('no_entry_lately', { months, last: lastOn })
}

function expiring(judged: Judged): PulseReason[] {
  const [recent, within] = [judged.use('recentEntriesMonths'), judged.use('endsWithinMonths')]
  return judged.facts.agreements
    .filter(agreement => isInForce(agreement, judged.day) && agreement.renewal === 'none')
    .filter(({ inForceUntil }) => inForceUntil !== null && inForceUntil <= ahead(judged, within))
    .filter(({ lastEntryOn }) => lastEntryOn !== null && lastEntryOn >= ago(judged, recent))
    .map(agreement => reason('agreement_ends', { until: agreement.inForceUntil ?? '' }, [agreementSubject(agreement)]))
}

function unbalanced(judgedFacts: Judged): { reasons: PulseReason[]; worst: PulseBalance | null } {
  const standard = judgedFacts.use('balanceTolerance')
  judgedFacts.use('balanceMonths')
  const size = ({ balance }: PulseBalance) => {
    const quantity = judged(parseQuantity(balance))
    return quantity < 0n ? -quantity : quantity
  }
  const beyond = judgedFacts.facts.balances.filter(line => {
    const tolerance = line.tolerance ?? standard
    return tolerance !== null && size(line) > parseQuantity(tolerance)
  })
  const reasons = beyond.map(line => {
    const code = parseQuantity(line.balance) > 0n ? 'balance_partner_owes' : 'balance_home_owes'
    const quantity = displayQuantity(quantityText(size(line)), line.unit)
    const tolerance = displayQuantity(line.tolerance ?? standard ?? '0', line.unit)
    const values = { quantity, tolerance, unit: line.unit, currency: line.currency ?? '' }
    return reason(code, values, line.agreementId === null ? [] : [{ type: 'agreement', id: line.agreementId }])
  })
  return { reasons, worst: beyond[0] ?? null }
}

function atRisk(judged: Judged): Verdict {
  const periods = judged.use('brokenPeriods')
  const subjects = judged.facts.brokenCommitments.map(({ id }): Subject => ({ type: 'commitment', id }))
  const broken =
    subjects.length > 0 ? [reason('commitments_broken', { count: subjects.length, periods }, subjects)] : []
  const ending = expiring(judged)
  const { reasons: balances, worst } = unbalanced(judged)
  const reasons = [...broken, ...ending, ...balances]
  if (reasons.length === 0) return null
  const firstEnding = [...ending].sort((a, b) => (String(a.values.until) < String(b.values.until) ? -1 : 1))[0]
  // A letter that begins a renewal is cheaper than a new plan, and that is cheaper than balancing exchanges.
  if (firstEnding) {
    const nextStep = step('begin_renewal', firstEnding.values, firstEnding.about)
    return { status: 'at_risk', reasons, nextStep }
  }
  const nextStep =
    worst && broken.length === 0 ? balancing(worst) : step('plan_broken', { count: subjects.length }, subjects)
  return { status: 'at_risk', reasons, nextStep }
}

function balancing({ balance, agreementId }: PulseBalance): PulseNextStep {
  const about: Subject[] = agreementId === null ? [] : [{ type: 'agreement', id: agreementId }]
  return step(parseQuantity(balance) > 0n ? 'invite_more' : 'send_more', {}, about)
}

/** What costs least when little happens: say what took place, confirm what is planned, start what was promised, or write. */
function reviving({ facts }: Judged): PulseNextStep {
  if (facts.unconfirmed > 0) return step('confirm_past', { count: facts.unconfirmed })
  if (facts.nextEntryOn !== null) return step('carry_out_planned', { next: facts.nextEntryOn })
  if (facts.neverStarted > 0) return step('start_promised', { count: facts.neverStarted })
  return step('write_to_partner')
}

function dormant(judged: Judged): Verdict {
  const { facts } = judged
  const after = judged.use('dormantAfterMonths')
  const plannedAhead = judged.use('plannedAheadMonths')
  const settled = judged.use('settledAfterMonths')
  const since = inForceSince(facts.agreements, judged.today)
  const isSettled = since !== null && since < ago(judged, settled)
  if (!isSettled || (facts.lastConfirmedOn !== null && facts.lastConfirmedOn >= ago(judged, after))) return null
  if (facts.nextEntryOn !== null && facts.nextEntryOn <= ahead(judged, plannedAhead)) return null
  const reasons = [
    facts.lastConfirmedOn === null
      ? reason('nothing_since_in_force', { since })
      : reason('no_confirmed_lately', { months: after, last: facts.lastConfirmedOn }),
    reason('nothing_planned', { months: plannedAhead }),
  ]
  return { status: 'dormant', reasons, nextStep: reviving(judged) }
}

function fading(judgedFacts: Judged): Verdict {
  const { facts } = judgedFacts
  const after = judgedFacts.use('fadingAfterMonths')
  const last = facts.lastConfirmedOn
  if (last === null || last < ago(judgedFacts, after)) {
    if (isStillNew(judgedFacts)) return null
    const why = last === null ? reason('no_confirmed_ever') : reason('no_confirmed_lately', { months: after, last })
    return { status: 'fading', reasons: [why], nextStep: reviving(judgedFacts) }
  }
  const baseline = judgedFacts.use('fadingBaselineMonths')
  const share = parseQuantity(judgedFacts.use('fadingShare'))
  const counts = countsOf(judgedFacts, after, baseline)
  // recent < share x base x (after / baseline), without a division
  const usual = share * BigInt(counts.base) * BigInt(after)
  if (parseQuantity(String(counts.recent)) * BigInt(baseline) >= usual) return null
  const mean = displayQuantity(quantityText((ONE * BigInt(counts.base * 12)) / BigInt(baseline)), 'person', 1)
  const values = { recent: counts.recent, months: after, before: counts.base, baseline, mean }
  return { status: 'fading', reasons: [reason('fewer_than_usual', values)], nextStep: reviving(judgedFacts) }
}

/** Young or yet to come into force, and nothing confirmed that the other rules could speak of: "fading" would be untrue. */
function isStillNew(judged: Judged): boolean {
  const { facts } = judged
  const within = judged.use('newWithinMonths')
  const last = facts.lastConfirmedOn
  if (last !== null && last >= ago(judged, judged.use('dormantAfterMonths'))) return false
  const since = inForceSince(facts.agreements, judged.today)
  if (since !== null) return since > ago(judged, within)
  return facts.agreements.some(({ inForceFrom }) => inForceFrom === null || inForceFrom > judged.day)
}

function fresh(judged: Judged): Verdict {
  const since = inForceSince(judged.facts.agreements, judged.today)
  if (!isStillNew(judged)) return null
  const why = since === null ? reason('not_in_force_yet') : reason('in_force_lately', { since })
  const next = judged.facts.nextEntryOn
  const nextStep = next === null ? step('plan_first') : step('carry_out_planned', { next })
  return { status: 'new', reasons: [why], nextStep: since === null ? step('bring_into_force') : nextStep }
}

function alive(judged: Judged): Omit<Pulse, 'numbersUsed'> {
  const months = judged.use('fadingAfterMonths')
  const { recent } = countsOf(judged, months, 0)
  const last = judged.facts.lastConfirmedOn ?? ''
  const { unconfirmed, neverStarted } = judged.facts
  let nextStep = step('go_on')
  if (neverStarted > 0) nextStep = step('start_promised', { count: neverStarted })
  if (unconfirmed > 0) nextStep = step('confirm_past', { count: unconfirmed })
  return { status: 'alive', reasons: [reason('entries_lately', { count: recent, months, last })], nextStep }
}

/** Judges the pulse: rules in the order ended, at risk, dormant, fading, new, alive; the first that holds. */
export function pulse(facts: PulseFacts, settings: PulseSettings, today: Day): Pulse {
  const numbersUsed: Partial<PulseSettings> = {}
  const use: Judged['use'] = key => {
    numbersUsed[key] = settings[key]
    return settings[key]
  }
  const judged: Judged = { facts, today, day: today.toString(), use }
  for (const rule of [ended, atRisk, dormant, fading, fresh]) {
    const verdict = rule(judged)
    if (verdict) return { ...verdict, numbersUsed }
  }
  return { ...alive(judged), numbersUsed }
}
