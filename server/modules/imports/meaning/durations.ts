// Lengths of time in words and digits: "5 years", "پنج سال", "3 года", "24 meses", "five (5) years".
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import { type Doubt, doubt } from './doubt.ts'
import { numberOf, numberSource, numberWordSource } from './number-words.ts'
import { foldWithOffsets, phrasePattern, phraseSource, quote } from './text-folding.ts'

export type DurationUnit = 'day' | 'week' | 'month' | 'semester' | 'year'

/** Whole `months`, or `days` for lengths counted in days or weeks; `start` and `end` are offsets in the original text. */
export interface Duration {
  months: number
  days: number
  unit: DurationUnit
  written: string
  start: number
  end: number
}

const units: [DurationUnit, string[]][] = [
  [
    'year',
    'year years yr yrs y ano anos año años an ans annee annees anno anni jahr jahre jahren any anys ano anos عام أعوام год года лет годов летний летняя летнее летнего летн* г سال سال‌ه ساله سنوات سنة'.split(
      ' ',
    ),
  ],
  [
    'month',
    'month months mo mth mths mes meses mois monat monate monaten mesi mesos месяц* мес м ماه ماهه أشهر شهر شهرا'.split(
      ' ',
    ),
  ],
  ['semester', 'semester semesters semestre semestres семестр* نیمسال ترم'.split(' ')],
  ['week', 'week weeks semana semanas semaine semaines woche wochen недел* هفته أسبوع'.split(' ')],
  ['day', 'day days dia dias día días jour jours tag tage день дня дней روز روزه يوم'.split(' ')],
]

const unitSource = units.map(([, names]) => phraseSource(names)).join('|')
const DURATION = new RegExp(
  `(?<![\\p{L}\\p{N}.,/])(${numberSource})(?:\\s*\\(\\s*(${numberSource})\\s*\\))?[\\s-]*(?:(?:academic|calendar|full|consecutive|календарн\\p{L}*|полн\\p{L}*|учебн\\p{L}*)[\\s-]+)?(?<unit>${unitSource})(?![\\p{L}\\p{N}])`,
  'gu',
)
const RUSSIAN_JOINED = /(?<![\p{L}\p{N}])(одно|двух|трех|четырех|пяти|шести|семи|восьми|девяти|десяти)летн\p{L}*/gu
const joinedValues: Record<string, number> = {
  одно: 1,
  двух: 2,
  трех: 3,
  четырех: 4,
  пяти: 5,
  шести: 6,
  семи: 7,
  восьми: 8,
  девяти: 9,
  десяти: 10,
}
const ARABIC_TWO = phrasePattern(['سنتان', 'سنتين', 'عامان', 'عامين'])
const HALF = phrasePattern(['half a year', 'half year', 'полгода', 'نیم سال', 'شش‌ماه'])

const unitPatterns = units.map(([unit, names]) => ({ unit, pattern: phrasePattern(names, 'u') }))

/** The unit that a folded word or header ("Duration (years)", "срок, мес.") names. */
export function durationUnitIn(folded: string): DurationUnit | undefined {
  return unitPatterns.find(each => each.pattern.test(folded))?.unit
}

function lengthOf(count: number, unit: DurationUnit): { months: number; days: number } {
  if (unit === 'day') return { months: 0, days: Math.round(count) }
  if (unit === 'week') return { months: 0, days: Math.round(count * 7) }
  const months = unit === 'year' ? count * 12 : unit === 'semester' ? count * 6 : count
  return { months: Math.round(months), days: 0 }
}

/** Every length of time in a text, in the order in which they stand. */
export function findDurations(text: string): Duration[] {
  const folded = foldWithOffsets(text)
  const found: Duration[] = []
  const add = (count: number, unit: DurationUnit, from: number, length: number) => {
    if (!(count > 0)) return
    const words = quote(text, folded, from, from + length)
    found.push({ ...lengthOf(count, unit), unit, written: words.text, start: words.start, end: words.end })
  }
  for (const match of folded.text.matchAll(DURATION)) {
    const count = match[2] ? numberOf(match[2]) : numberOf(match[1]!)
    const unit = durationUnitIn(match.groups!.unit!)
    if (unit) add(Number.isNaN(count) ? numberOf(match[1]!) : count, unit, match.index, match[0].length)
  }
  for (const match of folded.text.matchAll(RUSSIAN_JOINED))
    add(joinedValues[match[1]!]!, 'year', match.index, match[0].length)
  for (const match of folded.text.matchAll(ARABIC_TWO)) add(2, 'year', match.index, match[0].length)
  if (found.length === 0) for (const match of folded.text.matchAll(HALF)) add(6, 'month', match.index, match[0].length)
  return found.sort((a, b) => a.start - b.start)
}

const BARE = new RegExp(`^(?:\\d{1,3}(?:[.,]\\d{1,2})?|${numberWordSource})$`, 'u')

/** Reads a cell of a duration column. `unit` is what the header says bare numbers count. */
export function parseDurationCell(cell: Cell, unit?: DurationUnit): { duration?: Duration; doubts: Doubt[] } {
  if (isBlank(cell)) return { doubts: [] }
  const text = cellText(cell)
  const found = findDurations(text)
  const first = found[0]
  if (first)
    return { duration: found.length === 2 && isTail(first, found[1]!) ? sum(first, found[1]!) : first, doubts: [] }
  const bare = foldWithOffsets(text).text.trim()
  const count = BARE.test(bare) ? numberOf(bare) : Number.NaN
  if (!(count > 0)) return { doubts: [doubt('duration_not_understood', { value: text.trim() })] }
  const assumed: DurationUnit = unit ?? (count > 12 ? 'month' : 'year')
  const duration = { ...lengthOf(count, assumed), unit: assumed, written: text.trim(), start: 0, end: text.length }
  return { duration, doubts: unit ? [] : [doubt('duration_unit_missing', { value: text.trim(), unit: assumed })] }
}

/** "1 year 6 months" is one length, not two. */
function isTail(first: Duration, second: Duration): boolean {
  return first.unit === 'year' && second.unit === 'month' && second.start - first.end < 6
}

function sum(first: Duration, second: Duration): Duration {
  return {
    ...first,
    months: first.months + second.months,
    written: `${first.written} ${second.written}`,
    end: second.end,
  }
}
