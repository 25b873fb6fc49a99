// Decides what day a sighting of a date means: order of the numbers, century, calendar, and whether such a day exists.
import { type CalendarDate, dayInCalendar, isoDay, precisionOf } from './calendar-days.ts'
import type { DateSighting } from './date-scan.ts'
import { type Doubt, doubt } from './doubt.ts'
import type { CalendarName } from './month-names.ts'
import type { DateContext, ParsedDate } from './parsed-date.ts'

type Context = DateContext & { text: string }

const YEARS_BACK = 300
const YEARS_AHEAD = 150
const PERSIAN_DIGIT = /[\u06f0-\u06f9]/
const ARABIC_DIGIT = /[\u0660-\u0669]/
const ARABIC_SCRIPT = /\p{Script=Arabic}/u
const PERSIAN_LETTER = /[\u067e\u0686\u0698\u06a9\u06af\u06cc]/

/** Years of the two Hijri calendars that can stand in a document of today; no Gregorian year of an agreement is as low. */
export function isHijriYear(year: number): boolean {
  return year >= 1200 && year < 1600
}

/** Completes one sighting; `written` is its original text. `no_end` is the answer to years such as 9999. */
export function completeDate(
  sighting: DateSighting,
  written: string,
  context: Context,
  doubts: Doubt[],
): ParsedDate | 'no_end' | undefined {
  const numbers = sighting.parts ? orderParts(sighting, sighting.parts, written, context, doubts) : sighting
  if (!numbers || numbers.year === undefined) {
    doubts.push(doubt('date_impossible', { value: written }))
    return undefined
  }
  let { year } = numbers
  let calendar = sighting.calendar
  if (numbers.twoDigitYear) {
    calendar ??= impliedCalendar(context) ?? 'gregorian'
    year = fullYear(year, calendar, context)
    if (!isEvident(year, calendar, context)) doubts.push(doubt('date_two_digit_year', { value: written, year }))
  } else if (!calendar) {
    calendar = isHijriYear(year) ? hijriCalendar(year, written, context, doubts) : 'gregorian'
  }
  if (calendar === 'gregorian' && year >= 2900) {
    doubts.push(doubt('date_far_end', { value: written }))
    return 'no_end'
  }
  const last = context.role === 'expires'
  const month = last && sighting.lastMonth ? sighting.lastMonth : numbers.month
  const date: CalendarDate = {
    calendar,
    year,
    ...(month === undefined ? {} : { month }),
    ...(numbers.day === undefined ? {} : { day: numbers.day }),
  }
  return place(date, written, context, sighting, doubts)
}

function place(
  date: CalendarDate,
  written: string,
  context: Context,
  sighting: DateSighting,
  doubts: Doubt[],
): ParsedDate | undefined {
  const yearNow = dayInCalendar(context.today.toString(), date.calendar).year
  if (date.year < yearNow - YEARS_BACK || date.year > yearNow + YEARS_AHEAD) {
    doubts.push(doubt('date_out_of_range', { value: written }))
    return undefined
  }
  const on = isoDay(date, context.role === 'expires' ? 'last' : 'first')
  if (!on) {
    doubts.push(doubt('date_impossible', { value: written }))
    return undefined
  }
  if (sighting.yearOrMonth)
    doubts.push(doubt('date_year_or_month', { value: written, year: date.year, next: date.year + 1 }))
  if (sighting.misspelt)
    doubts.push(
      doubt('date_month_misspelt', { value: written, word: sighting.misspelt.word, meant: sighting.misspelt.meant }),
    )
  const parsed: ParsedDate = { on, precision: precisionOf(date), calendar: date.calendar, written }
  checkPlausible(parsed, context, doubts)
  return parsed
}

const PLACEHOLDERS = new Set([
  '1899-12-30',
  '1899-12-31',
  '1900-01-01',
  '1900-01-02',
  '1970-01-01',
  '1904-01-01',
  '1753-01-01',
])

/** Doubts about a day that exists but can hardly be meant. */
export function checkPlausible(date: ParsedDate, context: DateContext, doubts: Doubt[]): void {
  const day = Temporal.PlainDate.from(date.on)
  if (date.precision === 'day' && PLACEHOLDERS.has(date.on))
    doubts.push(doubt('date_placeholder', { value: date.written }))
  if (
    (context.role === 'signed' || context.role === 'approved') &&
    Temporal.PlainDate.compare(day, context.today) > 0
  ) {
    doubts.push(doubt('date_in_future', { value: date.written, date: date.on }))
  }
  if (context.role === 'expires' && day.year > context.today.year + 60)
    doubts.push(doubt('date_far_end', { value: date.written }))
}

interface Numbers {
  year?: number
  month?: number
  day?: number
  twoDigitYear?: boolean
}

function orderParts(
  sighting: DateSighting,
  [a, b, c]: [number, number, number],
  written: string,
  context: Context,
  doubts: Doubt[],
): Numbers | undefined {
  if (!sighting.twoDigitYear && (a > 99 || c < 100)) {
    if (c > 12 || b <= 12) return { year: a, month: b, day: c }
    // Nobody writes year, day, month: more probably one of the numbers is wrong.
    doubts.push(doubt('date_other_order', { value: written, order: context.order ?? 'ymd' }))
    return { year: a, month: c, day: b }
  }
  const twoDigitYear = sighting.twoDigitYear ?? false
  const yearFirst =
    twoDigitYear &&
    (a > 31 ||
      context.order === 'ymd' ||
      (context.order === undefined && c <= 31 && impliedCalendar(context) === 'solar_hijri'))
  if (yearFirst) return { year: a, month: b, day: c, twoDigitYear }
  const dmy = { year: c, month: b, day: a, twoDigitYear }
  const mdy = { year: c, month: a, day: b, twoDigitYear }
  const mayBeDmy = b >= 1 && b <= 12 && a >= 1 && a <= 31
  const mayBeMdy = a >= 1 && a <= 12 && b >= 1 && b <= 31
  if (!mayBeDmy && !mayBeMdy) return undefined
  if (!mayBeDmy || !mayBeMdy || a === b) {
    const wrong = (context.order === 'dmy' && !mayBeDmy) || (context.order === 'mdy' && !mayBeMdy)
    if (wrong) doubts.push(doubt('date_other_order', { value: written, order: context.order! }))
    return mayBeDmy ? dmy : mdy
  }
  if (context.order === 'mdy') return mdy
  // Points and the Hijri calendars come with the day first everywhere; only slashes and dashes are read both ways.
  if (context.order === 'dmy' || sighting.separator === '.' || isHijriYear(c)) return dmy
  const read = (numbers: Numbers) =>
    isoDay({
      calendar: 'gregorian',
      year: twoDigitYear ? fullYear(c, 'gregorian', context) : c,
      month: numbers.month!,
      day: numbers.day!,
    }) ?? written
  doubts.push(doubt('date_order_ambiguous', { value: written, dmy: read(dmy), mdy: read(mdy) }))
  return dmy
}

/** The calendar that a cell without a full year is in, when the column or the Persian script says so. */
function impliedCalendar(context: Context): CalendarName | undefined {
  if (context.calendar) return context.calendar
  return PERSIAN_DIGIT.test(context.text) ? 'solar_hijri' : undefined
}

function hijriCalendar(year: number, written: string, context: Context, doubts: Doubt[]): CalendarName {
  if (context.calendar === 'solar_hijri' || context.calendar === 'hijri') return context.calendar
  const yearNow = dayInCalendar(context.today.toString(), 'solar_hijri').year
  const tooLate = year > yearNow + (context.role === 'expires' ? 40 : 2)
  const persian = PERSIAN_DIGIT.test(context.text) || PERSIAN_LETTER.test(context.text)
  if (persian && !tooLate) return 'solar_hijri'
  const arabic = ARABIC_DIGIT.test(context.text) || (!persian && ARABIC_SCRIPT.test(context.text))
  const calendar = tooLate || arabic ? 'hijri' : 'solar_hijri'
  doubts.push(doubt('date_calendar_assumed', { value: written, calendar }))
  return calendar
}

/** Nobody keeps agreements of before the war in a list, nor signs for two generations: then only one century is possible. */
function isEvident(year: number, calendar: CalendarName, context: DateContext): boolean {
  const now = dayInCalendar(context.today.toString(), calendar).year
  const past = context.role === 'signed' || context.role === 'approved'
  return year - 100 < now - YEARS_OF_LISTS && year + 100 > now + (past ? 1 : YEARS_OF_TERMS)
}

const YEARS_OF_LISTS = 75
const YEARS_OF_TERMS = 60

/** Agreements are signed in the past and end within some decades: that decides the century of a two-digit year. */
function fullYear(twoDigits: number, calendar: CalendarName, context: DateContext): number {
  const now = dayInCalendar(context.today.toString(), calendar).year
  const century = now - (now % 100)
  const ahead = context.role === 'expires' ? 40 : context.role === 'signed' || context.role === 'approved' ? 1 : 15
  const thisCentury = century + twoDigits
  if (thisCentury > now + ahead) return thisCentury - 100
  return thisCentury + 100 <= now + ahead ? thisCentury + 100 : thisCentury
}
