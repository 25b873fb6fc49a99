// The periods of a commitment, which one a day falls in, how much of it has elapsed, and lines split over periods by days.

import type { DateText, DayText, PeriodRule, Validity } from '#modules/ledger/ledger.shapes.ts'
import { LedgerInputError } from '#modules/ledger/ledger-input-error.ts'
import type { Quantity } from '#modules/ledger/quantity.ts'
import { partByDays } from '#modules/ledger/quantity.ts'

/** `start` is the key of the period; `UNKNOWN_START` when the commitment has no known start. `end` is inclusive; null = open. */
export type Period = { start: DayText; end: DayText | null; label: PeriodLabel }
/** `code` is a key of `periodLabelTerms`; years are text ("2026", "27"), days are ISO text for the reader's calendar. */
export type PeriodLabel = { code: PeriodLabelCode; values: Record<string, string> }
export type PeriodLabelCode = 'year' | 'academic_year' | 'semester' | 'range' | 'until' | 'since' | 'open'

/** Start of a period without a known start, and key of what lies before the validity. */
export const UNKNOWN_START: DayText = '0001-01-01'
/** Key of what lies after the validity. */
export const AFTER_VALIDITY: DayText = '9999-12-31'

type Day = Temporal.PlainDate
type Bounds = { from: Day | null; until: Day | null }

const DATE_TEXT = /^(?!0000)\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** The first day of a date with precision: "2026" -> 2026-01-01. Throws LedgerInputError for no date. */
export function firstDay(text: DateText): Day {
  if (DATE_TEXT.test(text)) {
    try {
      return Temporal.PlainDate.from(`${text}-01-01`.slice(0, 10), { overflow: 'reject' })
    } catch {
      // falls through to the sentence below
    }
  }
  throw new LedgerInputError('date.malformed', 'date', { text: text.slice(0, 40) })
}

/** The last day of a date with precision: "2024-02" -> 2024-02-29. */
export function lastDay(text: DateText): Day {
  const first = firstDay(text)
  if (text.length === 4) return first.with({ month: 12, day: 31 })
  return text.length === 7 ? first.with({ day: first.daysInMonth }) : first
}

export function isBefore(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) < 0
}

function earlier(a: Day, b: Day): Day {
  return isBefore(a, b) ? a : b
}

/** Days from a to b: 0 on the same day. */
export function daysBetween(a: Day, b: Day): number {
  return a.until(b, { largestUnit: 'days' }).days
}

/** Number of days from start to end, both included; precision counts (a month alone is all its days). */
export function daysIncluded(startOn: DateText, endOn: DateText | null): number {
  return daysBetween(firstDay(startOn), lastDay(endOn ?? startOn)) + 1
}

function boundsOf(validity: Validity): Bounds {
  const { period, validFrom, validUntil } = validity
  const lastText = period.kind === 'once' ? (period.dueOn ?? validUntil) : validUntil
  return { from: validFrom ? firstDay(validFrom) : null, until: lastText ? lastDay(lastText) : null }
}

function startMonthOf(rule: { startMonth: number }): number {
  if (Number.isInteger(rule.startMonth) && rule.startMonth >= 1 && rule.startMonth <= 12) return rule.startMonth
  throw new LedgerInputError('period.start_month', 'startMonth')
}

/** First day, and the first day of the next one, of the n-year period around `day`, counted from `anchor`. */
function yearsAround(years: number, anchor: Day | null, day: Day): { start: Day; next: Day } {
  if (!Number.isInteger(years) || years < 1 || years > 100) {
    throw new LedgerInputError('period.years', 'years')
  }
  // Without a known start the years are counted from year 1, so that the cut never moves.
  const from = anchor ?? Temporal.PlainDate.from(UNKNOWN_START)
  const startOf = (index: number) => from.add({ years: index * years })
  let index = Math.floor((day.year - from.year) / years)
  if (isBefore(day, startOf(index))) index -= 1
  return { start: startOf(index), next: startOf(index + 1) }
}

/** The uncut period of the grid around a day; null for rules with a single period. */
function gridAround(rule: PeriodRule, anchor: Day | null, day: Day): { start: Day; next: Day } | null {
  const months = (start: Day, count: number) => ({ start, next: start.add({ months: count }) })
  const monthsSince = (month: number) => (day.month - month + 12) % 12
  const monthsBack = (count: number) => day.with({ day: 1 }).subtract({ months: count })
  switch (rule.kind) {
    case 'per_calendar_year':
      return months(day.with({ month: 1, day: 1 }), 12)
    case 'per_academic_year':
      return months(monthsBack(monthsSince(startMonthOf(rule))), 12)
    case 'per_semester':
      return months(monthsBack(monthsSince(startMonthOf(rule)) % 6), 6)
    case 'every_n_years':
      return yearsAround(rule.years, anchor, day)
    default:
      return null
  }
}

function labelOf(rule: PeriodRule, grid: { start: Day; next: Day } | null, start: Day | null, end: Day | null) {
  const label = (code: PeriodLabelCode, values: Record<string, string>): PeriodLabel => ({ code, values })
  const short = (year: number) => String(year % 100).padStart(2, '0')
  if (grid && rule.kind === 'per_calendar_year') return label('year', { year: String(grid.start.year) })
  if (grid && (rule.kind === 'per_academic_year' || rule.kind === 'per_semester')) {
    const half = rule.kind === 'per_semester' && (grid.start.month - rule.startMonth + 12) % 12 === 6
    const first = half ? grid.start.subtract({ months: 6 }).year : grid.start.year
    const isCalendarYear = rule.startMonth === 1
    const values: Record<string, string> = { year: isCalendarYear ? `${first}` : `${first}/${short(first + 1)}` }
    if (rule.kind === 'per_semester') return label('semester', { ...values, number: half ? '2' : '1' })
    return label('academic_year', values)
  }
  if (start && end) return label('range', { from: start.toString(), until: end.toString() })
  if (end) return label('until', { until: end.toString() })
  return start ? label('since', { from: start.toString() }) : label('open', {})
}

/** The period a day falls in, cut to the validity; or on which side of the validity the day lies. */
export function periodOn(validity: Validity, day: Day): Period | 'before' | 'after' {
  const { from, until } = boundsOf(validity)
  if (from && isBefore(day, from)) return 'before'
  if (until && isBefore(until, day)) return 'after'
  const grid = gridAround(validity.period, from, day)
  const start = grid && !(from && isBefore(grid.start, from)) ? grid.start : from
  const gridEnd = grid ? grid.next.subtract({ days: 1 }) : null
  const end = gridEnd && until ? earlier(gridEnd, until) : (gridEnd ?? until)
  return {
    start: start?.toString() ?? UNKNOWN_START,
    end: end?.toString() ?? null,
    label: labelOf(validity.period, grid, start, end),
  }
}

/**
 * All periods from the start of the validity to the one `through` falls in, at least the first one.
 * Where the start is unknown, the list begins with the period `since` falls in. Empty when it ends before it starts.
 */
export function periodsOf(validity: Validity, since: Day, through: Day): Period[] {
  const { from, until } = boundsOf(validity)
  if (from && until && isBefore(until, from)) return []
  const latestFirst = until ? earlier(since, until) : since
  const periods: Period[] = []
  let day: Day | null = from ?? latestFirst
  while (day) {
    const period = periodOn(validity, day)
    if (typeof period === 'string') break
    periods.push(period)
    const next: Day | null = period.end ? Temporal.PlainDate.from(period.end).add({ days: 1 }) : null
    day = next && !isBefore(through, next) ? next : null
  }
  return periods
}

/** Days gone (today not among them) and all days of a period; null where an end is open or the start unknown. */
export function elapsedOf(period: Period, today: Day): { days: number; total: number } | null {
  if (period.end === null || period.start === UNKNOWN_START) return null
  const start = Temporal.PlainDate.from(period.start)
  const total = daysBetween(start, Temporal.PlainDate.from(period.end)) + 1
  return { days: Math.min(Math.max(daysBetween(start, today), 0), total), total }
}

export type Part = { key: DayText; quantity: Quantity }

/** Splits a quantity over a span of days; `pieceAt` tells the key and the last day (null = no border) around a day. */
function splitSpan(
  span: { startOn: DateText; endOn: DateText | null },
  total: Quantity,
  pieceAt: (day: Day) => { key: DayText; last: Day | null },
): Part[] {
  const first = firstDay(span.startOn)
  const end = lastDay(span.endOn ?? span.startOn)
  const days = daysBetween(first, end) + 1
  if (days < 1) throw new LedgerInputError('entry.ends_before_start', 'endOn')
  const parts: Part[] = []
  for (let from = 0; from < days; ) {
    const day = first.add({ days: from })
    const { key, last } = pieceAt(day)
    const to = last && isBefore(last, end) ? daysBetween(first, last) + 1 : days
    parts.push({ key, quantity: partByDays(total, days, from, to) })
    from = to
  }
  return parts
}

/** Splits a quantity by days over the periods of a commitment; days outside the validity have the two outer keys. */
export function splitOverPeriods(
  validity: Validity,
  span: { startOn: DateText; endOn: DateText | null },
  total: Quantity,
): Part[] {
  const { from } = boundsOf(validity)
  return splitSpan(span, total, day => {
    const period = periodOn(validity, day)
    if (period === 'before') return { key: UNKNOWN_START, last: from ? from.subtract({ days: 1 }) : null }
    if (period === 'after') return { key: AFTER_VALIDITY, last: null }
    return { key: period.start, last: period.end ? Temporal.PlainDate.from(period.end) : null }
  })
}

/** Splits a quantity by days over calendar months; keys are first days of months. */
export function splitOverMonths(span: { startOn: DateText; endOn: DateText | null }, total: Quantity): Part[] {
  return splitSpan(span, total, day => ({
    key: day.with({ day: 1 }).toString(),
    last: day.with({ day: day.daysInMonth }),
  }))
}

/** The key of the period in which a line counts as a whole: that of its first day. */
export function keyOfStart(validity: Validity, startOn: DateText): DayText {
  const period = periodOn(validity, firstDay(startOn))
  if (typeof period !== 'string') return period.start
  return period === 'before' ? UNKNOWN_START : AFTER_VALIDITY
}

/** First day of the month of a date. */
export function monthOf(startOn: DateText): DayText {
  return firstDay(startOn).with({ day: 1 }).toString()
}
