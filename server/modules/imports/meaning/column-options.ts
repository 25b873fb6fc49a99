// What else must be known to read a column: date order, unit of bare numbers, which way a quota goes.
import type { Cell } from '../reading/source-table.ts'
import { cellText, isBlank } from './cell-text.ts'
import { measureColumn } from './column-content.ts'
import { headerKey } from './column-headers.ts'
import { type ColumnMeaning, isDateMeaning } from './column-meanings.ts'
import { type DateOrderGuess, guessColumnDateOrder } from './date-order.ts'
import type { DateOrder } from './date-scan.ts'
import { type DurationUnit, durationUnitIn } from './durations.ts'
import type { AgreementKind } from './kind-words.ts'
import { findKinds } from './kinds.ts'
import type { CalendarName } from './month-names.ts'
import { phrasePattern } from './text-folding.ts'

export interface QuotaOption {
  kind: 'student_mobility' | 'staff_mobility'
  direction: 'home_to_partner' | 'partner_to_home' | 'both'
  unit: 'person' | 'person_month' | 'place'
  /** The header names who comes before who goes ("IN/OUT"). */
  incomingFirst?: boolean
}

export interface ColumnOptions {
  dateOrder?: DateOrder
  calendar?: CalendarName
  /** Present on date columns: what decided the order, or the examples to ask a person about. */
  dateEvidence?: DateOrderGuess
  /** `header_or_rows`, or the other column whose clear order was taken over. */
  dateOrderFrom?: 'own_cells' | 'other_column'
  durationUnit?: DurationUnit
  asksAutomatic?: boolean
  quota?: QuotaOption
  /** Most cells of a column of terms give a beginning and an end. */
  mostlyRanges?: boolean
  /** Most numbers of the column are days as spreadsheets count them: then each of them is one for sure. */
  serialDates?: boolean
  /** A yes-or-no column such as "double degree": the kind that "yes" means. */
  kindWhenTrue?: AgreementKind
  /** Partner columns with numbers in their headers ("Partner 2", "Country 2") belong together. */
  slot?: number
}

const AUTOMATIC = phrasePattern('auto*; tacit*; автомат*; خودکار', 'u')
const STAFF = phrasePattern(
  'staff; teacher*; professor*; faculty; scholar*; researcher*; academic*; преподавател*; сотрудник*; учен*; استاد*; اساتید; هیات علمی; پژوهشگر*; profesor*; docente*; personal; pdi; pas; enseignant*; chercheur*; personnel; dozent*',
  'u',
)
const OUT = phrasePattern(
  'out; outgoing; outbound; sent; sending; исходящ*; исх; отправля*; اعزام*; خروجی; saliente*; enviad*; sortant*',
  'u',
)
const IN = phrasePattern(
  'in; incoming; inbound; received; receiving; входящ*; вх; принима*; پذیرش*; ورودی; وارده; entrante*; recibid*; entrant*',
  'u',
)
const MONTHS = phrasePattern('person months; months; man months; person-months; месяц*; نفر ماه; meses; mois', 'u')

/** The options of one column from its header and cells. */
export function optionsFor(meaning: ColumnMeaning, header: string, cells: readonly Cell[]): ColumnOptions {
  const key = headerKey(header)
  if (isDateMeaning(meaning)) {
    const dateEvidence = guessColumnDateOrder(cells)
    return {
      ...(dateEvidence.order ? { dateOrder: dateEvidence.order, dateOrderFrom: 'own_cells' as const } : {}),
      ...(dateEvidence.calendar ? { calendar: dateEvidence.calendar } : {}),
      dateEvidence,
      ...(meaning === 'term' && areRanges(cells) ? { mostlyRanges: true } : {}),
      ...(areSerials(cells) ? { serialDates: true } : {}),
      ...durationOption(key),
    }
  }
  if (meaning === 'duration' || meaning === 'notice') return durationOption(key)
  if (meaning === 'renewal') return { asksAutomatic: AUTOMATIC.test(key) }
  if (meaning === 'quota') return { quota: quotaOf(key) }
  if (meaning === 'kind') {
    const kind = findKinds(header.replaceAll('_', ' ')).kinds[0]
    return kind && cells.some(cell => typeof cell === 'boolean' || /^(?:true|false|yes|no)$/i.test(String(cell)))
      ? { kindWhenTrue: kind }
      : {}
  }
  const slot = meaning.startsWith('partner') ? /(?:^|\D)([1-9])(?:\D*)$/.exec(key)?.[1] : undefined
  return slot ? { slot: Number(slot) } : {}
}

function areRanges(cells: readonly Cell[]): boolean {
  const { filled, share } = measureColumn(cells)
  return filled >= 2 && share.range >= 0.5
}

/** Several numbers that are days since 1900, and hardly any other ones but years. */
function areSerials(cells: readonly Cell[]): boolean {
  const numbers = cells.map(cell => (isBlank(cell) ? Number.NaN : Number(cellText(cell)))).filter(Number.isFinite)
  const serials = numbers.filter(value => value >= 25_569 && value <= 62_093)
  const others = numbers.filter(value => !serials.includes(value) && !(value >= 1200 && value <= 2200))
  return serials.length >= 2 && others.length * 10 <= serials.length
}

function durationOption(key: string): ColumnOptions {
  const unit = durationUnitIn(key)
  return unit ? { durationUnit: unit } : {}
}

function quotaOf(key: string): QuotaOption {
  const out = OUT.test(key)
  const back = IN.test(key)
  return {
    kind: STAFF.test(key) ? 'staff_mobility' : 'student_mobility',
    direction: out === back ? 'both' : out ? 'home_to_partner' : 'partner_to_home',
    ...(out && back && key.search(IN) < key.search(OUT) ? { incomingFirst: true } : {}),
    unit: MONTHS.test(key) ? 'person_month' : 'person',
  }
}

/** People write all dates of a list alike: a column that cannot tell takes the order of one that can. */
export function settleDateOrders(columns: { options: ColumnOptions }[]): void {
  const orders = new Set(
    columns.flatMap(each =>
      each.options.dateEvidence?.verdict === 'decided' && each.options.dateOrder && each.options.dateOrder !== 'ymd'
        ? [each.options.dateOrder]
        : [],
    ),
  )
  if (orders.size !== 1) return
  const [order] = orders
  for (const { options } of columns) {
    if (options.dateEvidence && !options.dateOrder && options.dateEvidence.verdict !== 'no_dates') {
      options.dateOrder = order!
      options.dateOrderFrom = 'other_column'
    }
  }
}
