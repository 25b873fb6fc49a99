// Fulfilment: what was promised, delivered and is expected in each period of a commitment, and what that means today.

import type { Commitment, DayText, Entry } from '#modules/ledger/ledger.shapes.ts'
import type { FulfilmentStatus } from '#modules/ledger/ledger.terms.ts'
import type { Period } from '#modules/ledger/periods.ts'
import {
  AFTER_VALIDITY,
  elapsedOf,
  isBefore,
  lastDay,
  periodOn,
  periodsOf,
  UNKNOWN_START,
} from '#modules/ledger/periods.ts'
import type { Quantity } from '#modules/ledger/quantity.ts'
import { baseUnits, judged, ONE, parseQuantity, quantityText } from '#modules/ledger/quantity.ts'
import type { CommitmentTotal } from '#modules/ledger/totals.ts'
import { commitmentTotalKey, commitmentTotalsOf, sumTotals } from '#modules/ledger/totals.ts'

/** What serves the commitment or one that refines it: its entries, or its rows of the totals. Both give the same. */
export type Deliveries = { entries: readonly Entry[] } | { totals: readonly CommitmentTotal[] }

export type FulfilmentOptions = {
  /** Single periods waived by a person; `periodStart` is the start of the period. */
  waivers?: readonly { periodStart: DayText; reason: string }[]
  /** When the commitment was suspended; until null = still is. Both days included. */
  suspensions?: readonly { from: DayText; until: DayText | null }[]
  /** Lists periods up to this day too; today by default. */
  through?: DayText
}

/** One period. Quantities are base quantities as decimal text, in the commitment's unit. */
export type PeriodResult = {
  period: Period
  status: FulfilmentStatus
  promised: string
  /** Part of promised that comes from earlier periods; negative = less is due because more was done before. */
  carriedIn: string
  /** What goes to the next period; null while this one is not over. */
  carriedOut: string | null
  delivered: string
  planned: string
  /** delivered + planned */
  expected: string
  elapsed: { days: number; total: number } | null
  entries: number
  waiver: string | null
}

export type Fulfilment = {
  commitmentId: string
  periods: PeriodResult[]
  /** No period ever had an entry, planned or confirmed. */
  isNeverStarted: boolean
  /** There is a condition; the status is judged as if it were met. */
  isConditional: boolean
  /** What serves the commitment but lies outside its validity, and so counts in no period. */
  outside: { delivered: string; planned: string; entries: number }
}

type Day = Temporal.PlainDate
type Sum = { delivered: Quantity; planned: Quantity; entries: number }
type Standing = { promised: Quantity; delivered: Quantity; expected: Quantity }

function sumsByPeriod(commitment: Commitment, deliveries: Deliveries): Map<DayText, Sum> {
  const rows =
    'totals' in deliveries
      ? deliveries.totals.filter(total => total.commitmentId === commitment.id)
      : deliveries.entries.flatMap(entry => commitmentTotalsOf(entry, [commitment]))
  // What was posted and wholly taken back leaves no trace in the totals, and must leave none here.
  const totals = sumTotals(rows, commitmentTotalKey)
  const sums = new Map<DayText, Sum>()
  for (const total of totals) {
    const sum = sums.get(total.periodStart) ?? { delivered: 0n, planned: 0n, entries: 0 }
    sum[total.status === 'confirmed' ? 'delivered' : 'planned'] += parseQuantity(total.baseQuantity)
    sum.entries += total.entries
    sums.set(total.periodStart, sum)
  }
  return sums
}

/** An ended commitment has no periods after its end, whatever its validity says. */
function cutAtEnd(commitment: Commitment): Commitment {
  const { state, endedOn, validUntil } = commitment
  if (state !== 'ended' || endedOn === null) return commitment
  const { period } = commitment
  const lastText = period.kind === 'once' ? (period.dueOn ?? validUntil) : validUntil
  if (lastText !== null && !isBefore(Temporal.PlainDate.from(endedOn), lastDay(lastText))) return commitment
  return { ...commitment, period: period.kind === 'once' ? { ...period, dueOn: endedOn } : period, validUntil: endedOn }
}

function listPeriods(commitment: Commitment, sums: Map<DayText, Sum>, today: Day, options: FulfilmentOptions) {
  const inGrid = [...sums.keys()].filter(key => key !== UNKNOWN_START && key !== AFTER_VALIDITY).sort()
  const days = [today.toString(), ...inGrid, ...(options.through ? [options.through] : [])].sort()
  const [first = today.toString()] = [...inGrid, today.toString()].sort()
  const last = days.at(-1) ?? first
  return periodsOf(commitment, Temporal.PlainDate.from(first), Temporal.PlainDate.from(last))
}

/** The table of ledger.md: what delivered and expected mean against promised, when the period is over or running. */
export function judge(
  comparator: Commitment['comparator'],
  { promised, delivered, expected }: Standing,
  isOver: boolean,
  elapsed: { days: number; total: number } | null,
): FulfilmentStatus {
  if (comparator === 'at_most') return (isOver ? delivered : expected) <= promised ? 'within' : 'exceeded'
  if (isOver) {
    if (delivered > promised && comparator === 'exactly') return 'exceeded'
    if (delivered >= promised) return 'kept'
    return delivered > 0n ? 'partly_kept' : 'broken'
  }
  if (delivered >= promised) return 'kept'
  if (expected >= promised || elapsed === null || 4 * elapsed.days <= elapsed.total) return 'on_track'
  return expected * BigInt(elapsed.total) >= promised * BigInt(elapsed.days) ? 'on_track' : 'at_risk'
}

function carriedFrom(carry: Commitment['carry'], promised: Quantity, delivered: Quantity): Quantity {
  const missing = judged(promised - delivered)
  if (missing > 0n) return carry === 'deficit' || carry === 'both' ? missing : 0n
  return carry === 'surplus' || carry === 'both' ? missing : 0n
}

type Exemption = { status: 'waived' | 'suspended'; reason: string | null }

/** Waived or superseded in the middle of a period: that period was never given its chance. */
function isStoppedIn(commitment: Commitment, period: Period): boolean {
  const { state, ending, endedOn } = commitment
  if (state !== 'ended' || endedOn === null || period.end !== endedOn) return false
  if (ending !== 'waived' && ending !== 'superseded') return false
  const uncut = periodOn(commitment, Temporal.PlainDate.from(endedOn))
  return typeof uncut !== 'string' && uncut.end !== endedOn
}

/** The reason why a period counts neither way, if it does. */
function exemptionOf(
  commitment: Commitment,
  period: Period,
  today: DayText,
  options: FulfilmentOptions,
): Exemption | null {
  const waiver = options.waivers?.find(({ periodStart }) => periodStart === period.start)
  if (waiver) return { status: 'waived', reason: waiver.reason }
  if (isStoppedIn(commitment, period)) return { status: 'waived', reason: null }
  if (period.start > today) return null
  // A period is suspended when the suspension covers the day on which it is judged.
  const day = period.end !== null && period.end < today ? period.end : today
  const isSuspended = options.suspensions?.some(({ from, until }) => from <= day && (until === null || day <= until))
  const isSuspendedNow = commitment.state === 'suspended' && day === today
  return isSuspended || isSuspendedNow ? { status: 'suspended', reason: null } : null
}

type Judging = { commitment: Commitment; today: Day; options: FulfilmentOptions; due: Quantity }

function resultOf(judging: Judging, period: Period, sum: Sum, carriedIn: Quantity): PeriodResult {
  const { commitment, today, options, due } = judging
  const isAhead = period.start > today.toString()
  const isOver = period.end !== null && period.end < today.toString()
  const isDue = !isAhead && commitment.state !== 'proposed'
  const exemption = exemptionOf(commitment, period, today.toString(), options)
  const promised = due + carriedIn > 0n ? due + carriedIn : 0n
  const expected = sum.delivered + sum.planned
  const elapsed = elapsedOf(period, today)
  const standing = { promised: judged(promised), delivered: judged(sum.delivered), expected: judged(expected) }
  const status = isDue ? judge(commitment.comparator, standing, isOver, elapsed) : 'not_due'
  // A period that counts neither way hands on what it was handed.
  const isCounted = isDue && exemption === null
  const carriedOut = isCounted ? carriedFrom(commitment.carry, due + carriedIn, sum.delivered) : carriedIn
  return {
    period,
    status: exemption?.status ?? status,
    promised: quantityText(promised),
    carriedIn: quantityText(carriedIn),
    carriedOut: isOver ? quantityText(carriedOut) : null,
    delivered: quantityText(sum.delivered),
    planned: quantityText(sum.planned),
    expected: quantityText(expected),
    elapsed,
    entries: sum.entries,
    waiver: exemption?.reason ?? null,
  }
}

function outsideOf(sums: Iterable<Sum>): Fulfilment['outside'] {
  const outside = { delivered: 0n, planned: 0n, entries: 0 }
  for (const { delivered, planned, entries } of sums) {
    outside.delivered += delivered
    outside.planned += planned
    outside.entries += entries
  }
  return { ...outside, delivered: quantityText(outside.delivered), planned: quantityText(outside.planned) }
}

/**
 * The fulfilment of a commitment, period by period, up to today (and further while there are entries).
 * `deliveries` must hold what serves the commitment or one that refines it (`idsServing`).
 */
export function fulfil(
  commitment: Commitment,
  deliveries: Deliveries,
  today: Day,
  options: FulfilmentOptions = {},
): Fulfilment {
  const { baseQuantity, unit } = commitment
  const due = baseQuantity === null ? ONE * baseUnits(unit) : parseQuantity(baseQuantity)
  const sums = sumsByPeriod(commitment, deliveries)
  const judging = { commitment, today, options, due }
  let carried = 0n
  const periods = listPeriods(cutAtEnd(commitment), sums, today, options).map(period => {
    const sum = sums.get(period.start) ?? { delivered: 0n, planned: 0n, entries: 0 }
    sums.delete(period.start)
    const result = resultOf(judging, period, sum, carried)
    // What a running period will leave is not known, so nothing is carried into those ahead.
    carried = result.carriedOut === null ? 0n : parseQuantity(result.carriedOut)
    return result
  })
  return {
    commitmentId: commitment.id,
    periods,
    isNeverStarted: periods.every(({ entries }) => entries === 0),
    isConditional: commitment.condition !== 'none',
    outside: outsideOf(sums.values()),
  }
}
