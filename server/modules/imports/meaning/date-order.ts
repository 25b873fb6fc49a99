// Decides for a whole column in which order and calendar its dates were written, or which question to ask about it.
import type { Cell } from '../reading/source-table.ts'
import { isoDay } from './calendar-days.ts'
import { cellText, isBlank, isDateCell } from './cell-text.ts'
import { isHijriYear } from './date-completion.ts'
import { type DateOrder, scanDates } from './date-scan.ts'
import { calendarMarks } from './date-words.ts'
import type { CalendarName } from './month-names.ts'
import { fold } from './text-folding.ts'

export interface DateOrderGuess {
  order?: DateOrder
  calendar?: CalendarName
  /** `clear`: nothing in the column can be read two ways. */
  verdict: 'decided' | 'clear' | 'ambiguous' | 'mixed' | 'no_dates'
  evidence: {
    dayFirst: number
    monthFirst: number
    yearFirst: number
    eitherWay: number
    dateCells: number
    hijriYears: number
  }
  /** Cells that read differently in the two orders; at most five, each with both readings. */
  examples: { written: string; dmy: string; mdy: string }[]
  /** A spreadsheet with another date order turned some cells into dates and may have swapped day and month in them. */
  maybeSwapped: boolean
}

/** `cells` are those of one column; order of the cells does not matter. */
export function guessColumnDateOrder(cells: readonly Cell[]): DateOrderGuess {
  const evidence = { dayFirst: 0, monthFirst: 0, yearFirst: 0, eitherWay: 0, dateCells: 0, hijriYears: 0 }
  const examples: DateOrderGuess['examples'] = []
  const calendars: Record<CalendarName, number> = { gregorian: 0, solar_hijri: 0, hijri: 0 }
  let lateDays = 0
  for (const cell of cells) {
    if (isBlank(cell)) continue
    if (isDateCell(cell)) {
      evidence.dateCells += 1
      if (Number(cell.date.slice(8, 10)) > 12) lateDays += 1
      continue
    }
    weighText(cellText(cell), evidence, examples, calendars)
  }
  evidence.hijriYears = calendars.solar_hijri + calendars.hijri
  const swapped =
    evidence.dateCells >= 3 &&
    lateDays === 0 &&
    evidence.eitherWay === 0 &&
    evidence.dayFirst + evidence.monthFirst >= 2
  const seen = evidence.dayFirst + evidence.monthFirst + evidence.yearFirst + evidence.eitherWay + evidence.dateCells
  const calendar = columnCalendar(calendars)
  return {
    ...decide(evidence, seen + evidence.hijriYears + calendars.gregorian),
    ...(calendar ? { calendar } : {}),
    evidence,
    examples: examples.slice(0, 5),
    maybeSwapped: swapped,
  }
}

function decide(evidence: DateOrderGuess['evidence'], seen: number): Pick<DateOrderGuess, 'order' | 'verdict'> {
  const { dayFirst, monthFirst, yearFirst, eitherWay } = evidence
  if (seen === 0) return { verdict: 'no_dates' }
  if (dayFirst + monthFirst === 0) {
    if (eitherWay > 0) return { verdict: 'ambiguous' }
    return yearFirst > 0 ? { order: 'ymd', verdict: 'decided' } : { verdict: 'clear' }
  }
  const order = dayFirst >= monthFirst ? 'dmy' : 'mdy'
  const most = Math.max(dayFirst, monthFirst)
  if (Math.min(dayFirst, monthFirst) === 0 || most >= 5 * Math.min(dayFirst, monthFirst))
    return { order, verdict: 'decided' }
  return eitherWay > 0 ? { verdict: 'mixed' } : { order, verdict: 'decided' }
}

function weighText(
  text: string,
  evidence: DateOrderGuess['evidence'],
  examples: DateOrderGuess['examples'],
  calendars: Record<CalendarName, number>,
): void {
  const folded = fold(text)
  for (const sighting of scanDates(folded).sightings) {
    const years = sighting.parts ?? [sighting.year ?? 0]
    const high = Math.max(...years)
    if (isHijriYear(high)) calendars[sighting.calendar ?? hijriOf(text, folded, sighting.parts !== undefined)] += 1
    else if (high >= 1600) calendars.gregorian += 1
    if (!sighting.parts) continue
    const [a, b, c] = sighting.parts
    if (!sighting.twoDigitYear && (a > 99 || c < 100)) evidence.yearFirst += 1
    else if (a > 31 && sighting.twoDigitYear) evidence.yearFirst += 1
    else if (isHijriYear(c)) continue
    else if (a > 12 && b <= 12) evidence.dayFirst += 1
    else if (b > 12 && a <= 12) evidence.monthFirst += 1
    else if (a !== b && a <= 12 && b <= 12)
      weighEitherWay(sighting.separator, [a, b, c], folded.slice(sighting.start, sighting.end), evidence, examples)
  }
}

function weighEitherWay(
  separator: string | undefined,
  [a, b, c]: [number, number, number],
  written: string,
  evidence: DateOrderGuess['evidence'],
  examples: DateOrderGuess['examples'],
): void {
  if (separator === '.') {
    evidence.dayFirst += 1
    return
  }
  evidence.eitherWay += 1
  const year = c < 100 ? 2000 + c : c
  const dmy = isoDay({ calendar: 'gregorian', year, month: b, day: a })
  const mdy = isoDay({ calendar: 'gregorian', year, month: a, day: b })
  if (dmy && mdy && examples.length < 5 && !examples.some(each => each.written === written))
    examples.push({ written, dmy, mdy })
}

/** Years of 1200 to 1599 with nothing else beside them: Solar Hijri, unless marked, in Arabic-Indic digits, or too late for it. */
function hijriOf(text: string, folded: string, isFull: boolean): CalendarName {
  if (calendarMarks.solar_hijri.test(folded)) return 'solar_hijri'
  if (calendarMarks.hijri.test(folded)) return 'hijri'
  const year = Number(/1[2-5]\d\d/.exec(folded)?.[0] ?? 0)
  const soon = Temporal.Now.plainDateISO().year - 621 + (isFull ? 20 : 10)
  return /[\u0660-\u0669]/.test(text) || year > soon ? 'hijri' : 'solar_hijri'
}

/** A calendar is the column's when two or more full years speak for it and none of the other Hijri calendar do. */
function columnCalendar(calendars: Record<CalendarName, number>): CalendarName | undefined {
  const { gregorian, solar_hijri, hijri } = calendars
  if (solar_hijri >= 2 && hijri * 10 <= solar_hijri && solar_hijri >= gregorian) return 'solar_hijri'
  if (hijri >= 2 && solar_hijri * 10 <= hijri && hijri >= gregorian) return 'hijri'
  return gregorian > 0 && solar_hijri + hijri === 0 ? 'gregorian' : undefined
}
