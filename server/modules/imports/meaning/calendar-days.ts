// Turns day, month and year of three calendars into ISO days, and tells impossible days apart from possible ones.
import type { CalendarName } from './month-names.ts'

export type DatePrecision = 'day' | 'month' | 'year'

/** Identifiers that Temporal knows; Umm al-Qura is the civil Hijri calendar that documents of the region are dated by. */
const temporalCalendar: Record<CalendarName, string> = {
  gregorian: 'iso8601',
  solar_hijri: 'persian',
  hijri: 'islamic-umalqura',
}

export interface CalendarDate {
  calendar: CalendarName
  year: number
  month?: number
  day?: number
}

export function precisionOf(date: CalendarDate): DatePrecision {
  if (date.month === undefined) return 'year'
  return date.day === undefined ? 'month' : 'day'
}

/** The ISO day (yyyy-mm-dd) of a calendar date: of a month or year its first or its last day. Undefined when there is no such day. */
export function isoDay(date: CalendarDate, edge: 'first' | 'last' = 'first'): string | undefined {
  const calendar = temporalCalendar[date.calendar]
  const { year, month, day } = date
  if (!Number.isInteger(year) || year < 1 || year > 9998) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  try {
    if (month !== undefined && day !== undefined)
      return iso(Temporal.PlainDate.from({ calendar, year, month, day }, { overflow: 'reject' }))
    const wanted = month ?? (edge === 'first' ? 1 : 12)
    const first = Temporal.PlainDate.from({ calendar, year, month: wanted, day: 1 }, { overflow: 'reject' })
    return iso(edge === 'first' ? first : first.with({ day: first.daysInMonth }))
  } catch {
    return undefined
  }
}

/** Year, month and day of an ISO day in a calendar. */
export function dayInCalendar(isoDate: string, calendar: CalendarName): { year: number; month: number; day: number } {
  const { year, month, day } = Temporal.PlainDate.from(isoDate).withCalendar(temporalCalendar[calendar])
  return { year, month, day }
}

function iso(date: Temporal.PlainDate): string {
  return date.withCalendar('iso8601').toString({ calendarName: 'never' })
}

/** Day 60 of a workbook is the 29 February 1900 that never was, so serials count from 30 December 1899. */
export function dayOfSerial(serial: number): string | undefined {
  if (!(serial >= 1) || serial > 2_958_465) return undefined
  return iso(Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(serial) }))
}

export function addMonths(isoDate: string, months: number, days = 0): string {
  return iso(Temporal.PlainDate.from(isoDate).add({ months, days }))
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days
}
