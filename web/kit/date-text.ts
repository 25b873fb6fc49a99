// Reads a whole date that was pasted or typed as text, in either calendar and any digits.
import { CalendarDate, GregorianCalendar, PersianCalendar, toCalendar } from '@internationalized/date'
import { latinDigits } from '../core/fold.ts'
import type { Calendar } from '../core/reader.ts'

const gregorian = new GregorianCalendar()
const persian = new PersianCalendar()

/** Years from 1200 to 1599 are Solar Hijri, from 1800 on Gregorian; between them the reader's calendar decides. */
function calendarOfYear(year: number, calendar: Calendar): Calendar {
  if (year >= 1200 && year < 1600) return 'solar_hijri'
  return year >= 1800 ? 'gregorian' : calendar
}

/**
 * ISO date of a text such as `2024-03-20`, `20.03.2024`, `۱۴۰۳/۱۲/۱۱`; null when it is none or no such day exists.
 * Day before month when the year stands last.
 */
export function isoFromText(text: string, calendar: Calendar): string | null {
  const numbers = latinDigits(text)
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .trim()
    .match(/^(\d{1,4})[-/.\s](\d{1,2})[-/.\s](\d{1,4})$/)
  if (!numbers) return null
  const [first, month, last] = [Number(numbers[1]), Number(numbers[2]), Number(numbers[3])]
  const isYearFirst = (numbers[1] ?? '').length > 2
  if (!isYearFirst && (numbers[3] ?? '').length !== 4) return null
  const [year, day] = isYearFirst ? [first, last] : [last, first]
  const system = calendarOfYear(year, calendar) === 'solar_hijri' ? persian : gregorian
  // The library moves impossible days to the end of the month; a date that moved was no date.
  const date = new CalendarDate(system, year, month, day)
  if (date.year !== year || date.month !== month || date.day !== day) return null
  return toCalendar(date, gregorian).toString()
}
