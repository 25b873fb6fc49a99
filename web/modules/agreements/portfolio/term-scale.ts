// The time axis of terms: which days it covers, where a day stands on it, and its years in the reader's calendar.
import type { Calendar } from '../../../core/reader.ts'
import { partialDate, partsOf } from '../../../kit/partial-date.ts'

const day = 86_400_000
const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / day)
const isoOf = (number: number): string => new Date(number * day).toISOString().slice(0, 10)

export interface TermScale {
  first: string
  last: string
  /** Share of the axis from its start, 0 to 1; days outside are held at its ends. */
  shareOf: (iso: string) => number
  years: { label: number; share: number }[]
}

export interface Dated {
  start: string | null
  end: string | null
}

const yearsAround = 12
const yearsAtLeast = 4

/** Years between two ticks, so that at most `most` of them stand on the axis. */
export const stepFor = (years: number, most = 12): number =>
  [1, 2, 5, 10, 20, 50].find(step => years / step <= most) ?? 100

function bounds(bars: readonly Dated[], today: string): [number, number] {
  const now = dayNumber(today)
  const days = bars.flatMap(bar => [bar.start, bar.end]).filter(iso => iso !== null)
  const numbers = days.map(dayNumber)
  const first = Math.max(Math.min(now - 365, ...numbers), now - yearsAround * 365)
  const last = Math.min(Math.max(now + 365, ...numbers), now + yearsAround * 365)
  const missing = Math.max(0, yearsAtLeast * 365 - (last - first))
  return [first - missing / 2, last + missing / 2]
}

/** An axis over all bars, at most twelve years back and ahead, cut at whole years of the calendar. */
export function termScale(bars: readonly Dated[], today: string, calendar: Calendar): TermScale {
  const [from, until] = bounds(bars, today)
  const firstYear = partsOf(isoOf(Math.round(from)), calendar)?.year ?? 0
  const lastYear = (partsOf(isoOf(Math.round(until)), calendar)?.year ?? 0) + 1
  const first = partialDate(firstYear, null, calendar, 'first').on
  const last = partialDate(lastYear, null, calendar, 'first').on
  const [begin, end] = [dayNumber(first), dayNumber(last)]
  const shareOf = (iso: string) => Math.min(1, Math.max(0, (dayNumber(iso) - begin) / (end - begin)))
  const step = stepFor(lastYear - firstYear)
  const years = []
  for (let year = Math.ceil(firstYear / step) * step; year < lastYear; year += step)
    years.push({ label: year, share: shareOf(partialDate(year, null, calendar, 'first').on) })
  return { first, last, shareOf, years }
}

export interface MonthSpan {
  /** First and last day, both included. */
  from: string
  until: string
  year: number
  month: number
}

/** So many months of the reader's calendar, beginning with that of the day given. */
export function monthsFrom(iso: string, count: number, calendar: Calendar): MonthSpan[] {
  const start = partsOf(iso, calendar)
  if (!start) return []
  return Array.from({ length: count }, (_, index) => {
    const at = start.month - 1 + index
    const year = start.year + Math.floor(at / 12)
    const month = (at % 12) + 1
    return {
      year,
      month,
      from: partialDate(year, month, calendar, 'first').on,
      until: partialDate(year, month, calendar, 'last').on,
    }
  })
}
