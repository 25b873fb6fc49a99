// Years and months as days: the first or last day of a year or month in the calendar it was written in.
import { CalendarDate, GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date'
import type { KnownDate } from '../core/format.ts'
import type { Calendar } from '../core/reader.ts'

const gregorian = new GregorianCalendar()
const systems = { gregorian, solar_hijri: new PersianCalendar() } as const

export type DateEdge = 'first' | 'last'
export interface DateParts {
  year: number
  /** 1 to 12. */
  month: number
  day: number
}

/** The parts of an ISO date in a calendar; null when it is no date. */
export function partsOf(iso: string, calendar: Calendar): DateParts | null {
  try {
    const { year, month, day } = toCalendar(parseDate(iso), systems[calendar])
    return { year, month, day }
  } catch {
    return null
  }
}

/** The day that stands for a year or month: its first for a beginning, its last for an end. */
export function partialDate(year: number, month: number | null, calendar: Calendar, edge: DateEdge): KnownDate {
  const system = systems[calendar]
  const first = new CalendarDate(system, year, month ?? 1, 1)
  const next = month === null ? first.add({ years: 1 }) : first.add({ months: 1 })
  const day = edge === 'first' ? first : next.subtract({ days: 1 })
  return { on: toCalendar(day, gregorian).toString(), precision: month === null ? 'year' : 'month', calendar }
}
