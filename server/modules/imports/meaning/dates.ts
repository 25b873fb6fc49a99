// Reads the dates in a cell, in any order, calendar, script or language of the lists we know, and says what is not sure.
import type { Cell } from '../reading/source-table.ts'
import { dayOfSerial } from './calendar-days.ts'
import { cellError, cellText, isBlank, isDateCell } from './cell-text.ts'
import { checkPlausible, completeDate } from './date-completion.ts'
import { type DateSighting, leftWords, scanDates } from './date-scan.ts'
import {
  calendarMarks,
  type DateSpecial,
  fillerPattern,
  fromWords,
  rangeJoin,
  specialPatterns,
  untilWords,
} from './date-words.ts'
import { type Doubt, doubt } from './doubt.ts'
import { findDurations } from './durations.ts'
import type { CalendarName } from './month-names.ts'
import type { DateContext, ParsedDate } from './parsed-date.ts'
import { foldWithOffsets, phrasePattern, quote } from './text-folding.ts'

export interface RelativeTerm {
  months: number
  days: number
  from: 'signature' | 'in_force' | 'approval' | 'unstated'
  written: string
}

export interface DateReading {
  dates: ParsedDate[]
  /** `range`: the two dates are a beginning and an end; `list`: several dates side by side. */
  shape: 'none' | 'single' | 'range' | 'list'
  special?: DateSpecial
  relative?: RelativeTerm
  doubts: Doubt[]
}

/** Reads one cell. Never throws: what cannot be a date comes back as a doubt. */
export function parseDateCell(cell: Cell, context: DateContext): DateReading {
  const error = cellError(cell)
  if (error !== undefined) return only(doubt('cell_error', { value: error }))
  if (isBlank(cell)) return { dates: [], shape: 'none', doubts: [] }
  if (isDateCell(cell)) return readDateCell(cell, context)
  if (typeof cell === 'number') return readNumber(cell, context)
  if (typeof cell === 'boolean') return only(doubt('date_not_understood', { value: String(cell) }))
  return readText(cellText(cell), context)
}

const LONGEST = 400

function only(...doubts: Doubt[]): DateReading {
  return { dates: [], shape: 'none', doubts }
}

function readDateCell(cell: { date: string; serial: number }, context: DateContext): DateReading {
  const day = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell.date)
  if (!day) return readText(cell.date, context)
  const year = Math.floor(cell.serial)
  if (year >= 1900 && year <= 2150) {
    // A bare year in a cell formatted as a date shows as a day of 1905: the number is what the person typed.
    const reading = readText(String(year), context)
    return {
      ...reading,
      doubts: [doubt('date_serial_is_year', { value: cell.date.slice(0, 10), year }), ...reading.doubts],
    }
  }
  const sighting = { start: 0, end: 10, year: Number(day[1]), month: Number(day[2]), day: Number(day[3]) }
  const doubts: Doubt[] = []
  const date = completeDate(
    { ...sighting, calendar: sighting.year >= 1600 ? 'gregorian' : undefined },
    cell.date.slice(0, 10),
    { ...context, text: '' },
    doubts,
  )
  if (date === 'no_end') return { dates: [], shape: 'none', special: 'no_end', doubts }
  return date ? { dates: [date], shape: 'single', doubts } : only(...doubts)
}

function readNumber(value: number, context: DateContext): DateReading {
  if (Number.isInteger(value) && value >= 1200 && value <= 2200) return readText(String(value), context)
  if (Number.isInteger(value) && value >= 12_000_101 && value <= 99_999_999)
    return readText(String(value).padStart(8, '0'), context)
  if (value >= 20_000 && value <= 73_050) return readSerial(value, String(value), context)
  return only(doubt('date_out_of_range', { value: String(value) }))
}

function readSerial(serial: number, written: string, context: DateContext): DateReading {
  const on = dayOfSerial(serial)
  if (!on) return only(doubt('date_out_of_range', { value: written }))
  const doubts = [doubt('date_serial_assumed', { value: written, date: on })]
  const date: ParsedDate = { on, precision: 'day', calendar: 'gregorian', written }
  checkPlausible(date, context, doubts)
  return { dates: [date], shape: 'single', doubts }
}

function readText(original: string, context: DateContext): DateReading {
  const folded = foldWithOffsets(original)
  const trimmed = folded.text.trim()
  // Prose is no date cell, and searching it for dates would cost more than it could bring.
  if (trimmed.length > LONGEST) return only(doubt('date_not_understood', { value: original.trim().slice(0, LONGEST) }))
  if (/^\d{5}(?:[.,]\d+)?$/.test(trimmed)) {
    const serial = Number(trimmed.replace(',', '.'))
    if (serial >= 20_000 && serial <= 73_050) return readSerial(serial, original.trim(), context)
  }
  const { special, text: withoutSpecial } = takeSpecial(folded.text.replaceAll('\n', ' '))
  const { relative, text } = takeRelative(original, withoutSpecial)
  const { sightings, rest } = scanDates(text)
  const order = context.order ?? orderWithin(sightings)
  const doubts: Doubt[] = []
  const shape =
    sightings.length === 0 ? 'none' : sightings.length === 1 ? 'single' : isRange(rest, sightings) ? 'range' : 'list'
  let found = special
  const dates: ParsedDate[] = []
  for (const [index, sighting] of sightings.entries()) {
    const edge =
      shape === 'range' ? (index === 0 ? 'start' : 'end') : shape === 'single' ? edgeWords(rest, sighting) : undefined
    const marked = { ...sighting, calendar: sighting.calendar ?? calendarMark(rest, sighting, sightings) }
    const written = quote(original, folded, sighting.start, sighting.end).text
    const date = completeDate(
      marked,
      written,
      withEdge(order ? { ...context, order } : context, original, edge),
      doubts,
    )
    if (date === 'no_end') found ??= 'no_end'
    else if (date) dates.push(edge ? { ...date, edge } : date)
  }
  const left = leftWords(
    rest
      .replace(fillerPattern, ' ')
      .replace(calendarMarks.solar_hijri, ' ')
      .replace(calendarMarks.hijri, ' ')
      .replace(calendarMarks.gregorian, ' '),
  )
  if (sightings.length === 0 && !found && !relative) doubts.push(nothingFound(trimmed, original))
  else if (left !== '') doubts.push(doubt('date_words_left', { value: original.trim(), words: left }))
  const distinct = withoutTwins(dates)
  return {
    dates: distinct,
    shape: distinct.length === 0 ? 'none' : distinct.length === 1 ? 'single' : shape,
    ...(found ? { special: found } : {}),
    ...(relative ? { relative } : {}),
    doubts: withoutRepeats(doubts),
  }
}

/** In "01/09/2019 - 31/08/2024" the second date settles how the first is read. */
function orderWithin(sightings: DateSighting[]): 'dmy' | 'mdy' | undefined {
  const full = sightings.flatMap(each => (each.parts && each.parts[2] > 99 ? [each.parts] : []))
  const dayFirst = full.some(([a, b]) => a > 12 && b <= 12)
  const monthFirst = full.some(([a, b]) => b > 12 && a <= 12)
  return dayFirst === monthFirst ? undefined : dayFirst ? 'dmy' : 'mdy'
}

function nothingFound(trimmed: string, original: string): Doubt {
  const value = original.trim()
  return /^\d{1,7}$/.test(trimmed) ? doubt('date_out_of_range', { value }) : doubt('date_not_understood', { value })
}

function withEdge(
  context: DateContext,
  text: string,
  edge: 'start' | 'end' | undefined,
): DateContext & { text: string } {
  if (!edge) return { ...context, text }
  return { ...context, text, role: edge === 'end' ? 'expires' : context.role === 'expires' ? 'in_force' : context.role }
}

function takeSpecial(folded: string): { special?: DateSpecial; text: string } {
  let special: DateSpecial | undefined
  let text = folded
  for (const [name, pattern] of specialPatterns) {
    text = text.replace(pattern, words => {
      special ??= name
      return ' '.repeat(words.length)
    })
  }
  return special ? { special, text } : { text }
}

const relativeFrom: [RelativeTerm['from'], RegExp][] = [
  [
    'signature',
    phrasePattern(
      'signature signing signed подписан* امضا امضای firma suscripcion signature unterzeichnung assinatura توقيع التوقيع'.split(
        ' ',
      ),
      'u',
    ),
  ],
  [
    'in_force',
    phrasePattern(
      [
        'entry into force',
        'in force',
        'effective',
        'вступлени*',
        'اجرا',
        'اجرای',
        'لازم‌الاجرا*',
        'entrada en vigor',
        'vigor',
        'entree en vigueur',
        'vigueur',
      ],
      'u',
    ),
  ],
  ['approval', phrasePattern('approval approved утвержден* одобрен* تصویب aprobacion approbation'.split(' '), 'u')],
]
const relativeFiller = phrasePattern([
  ...'after for following counted from the of date since its once period term initial'.split(' '),
  ...'с со от даты дату дня момента на срок сроком после в силу в течение'.split(' '),
  ...'از تاریخ پس بعد به مدت برای شدن'.split(' '),
  ...'desde la el de a partir por un periodo durante contados fecha'.split(' '),
  ...'a compter apres des pour une duree depuis la date'.split(' '),
])

/** "5 years from signature": a length of time in a date cell, and what it counts from. */
function takeRelative(original: string, text: string): { relative?: RelativeTerm; text: string } {
  // A number before a year word may be the year itself ("2019 г."); lengths have at most three digits, so only two-digit years are at risk.
  const [duration, ...others] = findDurations(text)
  if (
    !duration ||
    others.length > 1 ||
    scanDates(text).sightings.some(each => each.start < duration.end && each.end > duration.start)
  )
    return { text }
  const from = relativeFrom.find(([, pattern]) => pattern.test(text))?.[0] ?? 'unstated'
  let left = text.slice(0, duration.start) + ' '.repeat(duration.end - duration.start) + text.slice(duration.end)
  for (const [, pattern] of relativeFrom)
    left = left.replace(new RegExp(pattern.source, 'gu'), words => ' '.repeat(words.length))
  left = left.replace(relativeFiller, words => ' '.repeat(words.length))
  return { relative: { months: duration.months, days: duration.days, from, written: original.trim() }, text: left }
}

function isRange(rest: string, sightings: DateSighting[]): boolean {
  const [first, second] = sightings
  if (sightings.length !== 2 || !first || !second) return false
  if (first.start === second.start) return true
  return rangeJoin.test(
    rest
      .slice(first.end, second.start)
      .replace(calendarMarks.gregorian, ' ')
      .replace(/(?<!\p{L})(?:гг?|года?|سال)(?!\p{L})\.?/gu, ' '),
  )
}

function edgeWords(rest: string, sighting: DateSighting): 'start' | 'end' | undefined {
  const before = rest.slice(0, sighting.start)
  if (untilWords.test(before)) return 'end'
  return fromWords.test(before) ? 'start' : undefined
}

function calendarMark(rest: string, sighting: DateSighting, all: DateSighting[]): CalendarName | undefined {
  const near = all.length === 1 ? rest : rest.slice(sighting.end, all.find(each => each.start >= sighting.end)?.start)
  const high = Math.max(...(sighting.parts ?? [sighting.year ?? 0]))
  if (high >= 1200 && high < 1600) {
    if (calendarMarks.solar_hijri.test(near)) return 'solar_hijri'
    if (calendarMarks.hijri.test(near)) return 'hijri'
  }
  return high >= 1600 && calendarMarks.gregorian.test(near) ? 'gregorian' : undefined
}

/** One day written in two calendars is one date. */
function withoutTwins(dates: ParsedDate[]): ParsedDate[] {
  const [first, second] = dates
  if (dates.length !== 2 || !first || !second || first.calendar === second.calendar) return dates
  const apart = Math.abs(Temporal.PlainDate.from(first.on).until(second.on, { largestUnit: 'day' }).days)
  const slack =
    first.precision === 'day' && second.precision === 'day'
      ? 1
      : first.precision === 'year' || second.precision === 'year'
        ? 300
        : 31
  if (apart > slack) return dates
  const rank = { day: 0, month: 1, year: 2 }
  return [rank[second.precision] < rank[first.precision] ? second : first].map(({ edge: _, ...date }) => date)
}

function withoutRepeats(doubts: Doubt[]): Doubt[] {
  const seen = new Set<string>()
  return doubts.filter(each => {
    const key = JSON.stringify(each)
    return seen.has(key) ? false : seen.add(key)
  })
}
