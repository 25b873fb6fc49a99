// Finds everything that looks like a date in a folded text, without deciding yet what day it is.
import { type CalendarName, guessMonth, monthOf, monthSource } from './month-names.ts'

export type DateOrder = 'dmy' | 'mdy' | 'ymd'

/** Numbers of one date as they were written; `parts` are three numbers whose order is still open. `start` and `end` are folded offsets. */
export interface DateSighting {
  start: number
  end: number
  year?: number
  month?: number
  day?: number
  parts?: [number, number, number]
  separator?: string
  twoDigitYear?: boolean
  calendar?: CalendarName
  /** Last month of a quarter that `month` begins. */
  lastMonth?: number
  /** Written as "2011-12": a month, or the school year 2011/12. */
  yearOrMonth?: boolean
  misspelt?: { word: string; meant: string }
}

const BETWEEN = `(?:[\\s.,/"'()_-]|(?:de|del|d|of|the|ماه|سال|года|г|month|year)(?![\\p{L}\\p{N}]))*`
const ORDINAL = `(?:st|nd|rd|th|er|ste?|°|-?(?:ого|го|ое|е|й)|ام|م)?(?![\\p{L}\\p{N}])`
const YEAR = `(?:\\d{4}|'?\\d{2})(?!\\d)`
const MONTH = `(?<![\\p{L}])(?:${monthSource})(?:ماه)?(?![\\p{L}])`
const ROMAN = '(?:xii|xi|x|ix|viii|vii|vi|v|iv|iii|ii|i)'
const romanMonths = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
const ROMAN_QUARTER = /(?<!\p{L})(iv|iii|ii|i)(?= ?кв)/gu
const romanQuarters = ['i', 'ii', 'iii', 'iv']
const quarterWord = `(?:q|quarter|кв(?:артал\\p{L}*)?\\.?|trimestre|trim\\.?|سه ?ماهه)`

type Reader = (
  match: RegExpMatchArray,
) => Omit<DateSighting, 'start' | 'end'> | Omit<DateSighting, 'start' | 'end'>[] | undefined

function yearPart(written: string): { year: number; twoDigitYear?: boolean } {
  const digits = written.replace(/\D/g, '')
  return digits.length === 4 ? { year: Number(digits) } : { year: Number(digits), twoDigitYear: true }
}

function named(year: string, name: string, day?: string): Omit<DateSighting, 'start' | 'end'> | undefined {
  const month = monthOf(name.replace(/ماه$/, ''))
  if (!month) return undefined
  const base = { ...yearPart(year), month: month.month, calendar: month.calendar }
  return day === undefined ? base : { ...base, day: Number(day) }
}

function compact(digits: string): Omit<DateSighting, 'start' | 'end'> | undefined {
  const head = Number(digits.slice(0, 4))
  const tail = Number(digits.slice(4))
  if (head >= 1200 && head <= 2150)
    return { year: head, month: Number(digits.slice(4, 6)), day: Number(digits.slice(6)) }
  if (tail % 10_000 >= 1200 && tail % 10_000 <= 2150) {
    return { parts: [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), tail % 10_000], separator: '' }
  }
  return undefined
}

function yearAndMore(match: RegExpMatchArray): ReturnType<Reader> {
  const year = Number(match[1])
  const more = Number(match[3])
  const next = (year + 1) % 100
  if (more === next && (match[2] === '/' || more > 12)) {
    if (more > 12) return [{ year }, { year: year + 1 }]
    return { year, month: more, yearOrMonth: true }
  }
  if (more >= 1 && more <= 12) return more === next ? { year, month: more, yearOrMonth: true } : { year, month: more }
  return more > year % 100 ? [{ year }, { year: year - (year % 100) + more }] : undefined
}

function quarter(year: string, number: string): Omit<DateSighting, 'start' | 'end'> {
  return { year: Number(year), month: Number(number) * 3 - 2, lastMonth: Number(number) * 3 }
}

const readers: [RegExp, Reader][] = [
  [
    /(\d{4}) ?年 ?(?:(\d{1,2}) ?月)? ?(?:(\d{1,2}) ?日)?/gu,
    m => ({
      year: Number(m[1]),
      ...(m[2] ? { month: Number(m[2]) } : {}),
      ...(m[2] && m[3] ? { day: Number(m[3]) } : {}),
    }),
  ],
  [
    /(?<!\d|\d[./])(\d{4})\s*([./\\-])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)/gu,
    m => ({ parts: [Number(m[1]), Number(m[3]), Number(m[4])], separator: m[2]! }),
  ],
  [
    /(?<!\d|\d[./])(\d{1,2})\s*([./\\-])\s*(\d{1,2})\s*\2\s*(\d{4}|'?\d{2})(?!\d|[./]\d)/gu,
    m => ({
      parts: [Number(m[1]), Number(m[3]), yearPart(m[4]!).year],
      separator: m[2]!,
      twoDigitYear: m[4]!.length < 4,
    }),
  ],
  [
    // "98/3/5": a day of one digit says nothing of a year, so only a first number that is no day is one.
    /(?<!\d|\d[./])(\d{2})\s*([./\\-])\s*(\d{1,2})\s*\2\s*(\d)(?!\d|[./]\d)/gu,
    m =>
      Number(m[1]) > 31
        ? { parts: [Number(m[1]), Number(m[3]), Number(m[4])], separator: m[2]!, twoDigitYear: true }
        : undefined,
  ],
  [
    new RegExp(`(?<![\\d.])(\\d{1,2})[\\s./-]+(${ROMAN})[\\s./-]+(\\d{4})(?!\\d)`, 'gu'),
    m => ({ day: Number(m[1]), month: romanMonths.indexOf(m[2]!) + 1, year: Number(m[3]) }),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})${ORDINAL}${BETWEEN}(${MONTH})${BETWEEN}(${YEAR})`, 'gu'),
    m => named(m[3]!, m[2]!, m[1]),
  ],
  [
    new RegExp(`(${MONTH})[\\s.]*(\\d{1,2})${ORDINAL}[\\s,./-]+(?:of |de |سال )?(${YEAR})`, 'gu'),
    m => named(m[3]!, m[1]!, m[2]),
  ],
  [
    new RegExp(`(?<!\\d)(\\d{4})[\\s./-]*(${MONTH})[\\s./-]*(\\d{1,2})${ORDINAL}(?!\\d)`, 'gu'),
    m => named(m[1]!, m[2]!, m[3]),
  ],
  [new RegExp(`(?<!\\d)(\\d{1,2})(${MONTH})(${YEAR})`, 'gu'), m => named(m[3]!, m[2]!, m[1])],
  [new RegExp(`^(\\D*)(?<!\\d)(\\d{4})[\\s./-]*(${MONTH})(?!${BETWEEN}\\d)`, 'gu'), m => named(m[2]!, m[3]!)],
  [new RegExp(`(${MONTH})${BETWEEN}(${YEAR})`, 'gu'), m => named(m[2]!, m[1]!)],
  [new RegExp(`(?<!\\d)(\\d{4})[\\s./-]*(${MONTH})`, 'gu'), m => named(m[1]!, m[2]!)],
  [
    new RegExp(
      `(?<![\\p{L}\\d])(?:${quarterWord} ?([1-4])|([1-4])(?:st|nd|rd|th|-?(?:й|ый|ий)|er|e|°)? ?${quarterWord})[\\s,./-]*(?:of |de |سال )?(\\d{4})(?!\\d)`,
      'gu',
    ),
    m => quarter(m[3]!, m[1] ?? m[2]!),
  ],
  [/(?<!\d)(\d{4})[\s./-]*q([1-4])(?!\d)/gu, m => quarter(m[1]!, m[2]!)],
  [/(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{4})(?![\d]|[./-]\d)/gu, m => ({ month: Number(m[1]), year: Number(m[3]) })],
  [/(?<![\d.,/-])(\d{4})\s?([./-])\s?(\d{2}|\d)(?![\d]|[./-]\d)/gu, yearAndMore],
  [
    /(?<!\d)(\d{2}) (\d{2}) (\d{4})(?!\d)/gu,
    m => ({ parts: [Number(m[1]), Number(m[2]), Number(m[3])], separator: ' ' }),
  ],
  [
    /(?<!\d)(\d{4}) (\d{2}) (\d{2})(?!\d)/gu,
    m => ({ parts: [Number(m[1]), Number(m[2]), Number(m[3])], separator: ' ' }),
  ],
  [
    /(?<!\d)(\d{4})\/\d{2,4}\s?[-–—]\s?\d{4}\/(\d{4}|\d{2})(?!\d)/gu,
    m => [{ year: Number(m[1]) }, { year: m[2]!.length === 4 ? Number(m[2]) : Number(m[1]!.slice(0, 2) + m[2]!) }],
  ],
  [/(?<!\d)(\d{8})(?!\d)/gu, m => compact(m[1]!)],
  [/(?<!\d)(\d{4})(?!\d)/gu, m => ({ year: Number(m[1]) })],
  [/(?<![\d\p{L}])'(\d{2})(?!\d)/gu, m => ({ year: Number(m[1]), twoDigitYear: true })],
]

const TIME =
  /(?<=\d)(?:t|,? +)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt))?(?: ?[+-]\d{2}:?\d{2})?(?!\d)/gu
const WORD = /(?<![\p{L}\d])\p{L}{5,}(?![\p{L}])/gu

/** Marks the places that were read, so that what is left can be shown. */
const READ = '\u0001'

/** All dates in a folded text in their order, and the text with each of them blotted out. */
export function scanDates(folded: string): { sightings: DateSighting[]; rest: string } {
  let rest = folded
    .replace(TIME, time => READ.repeat(time.length))
    .replace(ROMAN_QUARTER, roman => String(romanQuarters.indexOf(roman) + 1).padStart(roman.length))
  const sightings: DateSighting[] = []
  let readable = rest
  for (const word of rest.matchAll(WORD)) {
    const meant = monthOf(word[0]) ? undefined : guessMonth(word[0])
    if (meant && /\d/.test(rest)) {
      // The stand-in keeps the length, so that offsets stay true.
      const standIn = meant.name.slice(0, word[0].length).padEnd(word[0].length, '.')
      if (monthOf(standIn.replace(/\.+$/, ''))) {
        readable = readable.slice(0, word.index) + standIn + readable.slice(word.index + word[0].length)
        sightings.push({
          start: word.index,
          end: word.index + word[0].length,
          misspelt: { word: word[0], meant: meant.name },
        })
      }
    }
  }
  const misspelt = sightings.splice(0)
  rest = readable
  for (const [pattern, read] of readers) {
    if (!/\d/.test(rest)) break
    for (const match of [...rest.matchAll(pattern)]) {
      const found = read(match)
      if (!found) continue
      const lead = match[0].search(/[\d\p{L}']/u)
      const start = match.index + Math.max(0, lead)
      const end = match.index + match[0].length
      const slip = misspelt.find(each => each.start >= start && each.end <= end)
      for (const each of Array.isArray(found) ? found : [found])
        sightings.push({ ...each, start, end, ...(slip ? { misspelt: slip.misspelt! } : {}) })
      rest = rest.slice(0, start) + READ.repeat(end - start) + rest.slice(end)
    }
  }
  sightings.sort((a, b) => a.start - b.start || (a.year ?? 0) - (b.year ?? 0))
  return { sightings, rest }
}

/** True when the text holds anything that is neither read nor blank nor punctuation. */
export function leftWords(rest: string): string {
  return rest
    .replaceAll(READ, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
