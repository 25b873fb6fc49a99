// Puts the dates, lengths and states of one row together: signature, entry into force, end, and what follows from them.
import type { Cell } from '../reading/source-table.ts'
import { addMonths, daysBetween } from './calendar-days.ts'
import { cellText, isBlank, isDateCell } from './cell-text.ts'
import { type DateMeaning, dateMeanings, isDateMeaning } from './column-meanings.ts'
import type { DateSpecial } from './date-words.ts'
import { type DateReading, parseDateCell, type RelativeTerm } from './dates.ts'
import { doubt, inColumn } from './doubt.ts'
import { parseDurationCell } from './durations.ts'
import type { ParsedDate } from './parsed-date.ts'
import { findRenewal, parseNoticeCell, parseRenewalCell } from './renewal.ts'
import { type AgreementState, parseStatusCell } from './statuses.ts'
import { fold } from './text-folding.ts'
import type { RowColumn, RowOptions, UnderstoodRow } from './understood-row.ts'

type DateField = 'signed' | 'inForce' | 'approved' | 'expires' | 'reviewDue'

const fieldOf: Record<Exclude<DateMeaning, 'term'>, DateField> = {
  signed_on: 'signed',
  in_force_on: 'inForce',
  approved_on: 'approved',
  expires_on: 'expires',
  review_due_on: 'reviewDue',
}

const stateOfSpecial: Partial<Record<DateSpecial, AgreementState>> = {
  renewal_pending: 'renewal_in_progress',
  in_progress: 'drafting',
  not_signed: 'drafting',
  expired: 'expired',
  terminated: 'terminated',
}

interface Draft {
  row: UnderstoodRow
  options: RowOptions
  relative?: { term: RelativeTerm; column: number }
  expiresColumn?: number
  special?: AgreementState
  /** The column of terms in which most cells give a beginning and an end. */
  ranges?: number
}

/** Fills the dates, the renewal, the notice and the state of `row` from its cells. */
export function readDates(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  options: RowOptions,
  row: UnderstoodRow,
): void {
  const draft: Draft = { row, options }
  for (const column of columns) {
    const cell = cells[column.index] ?? null
    if (isBlank(cell)) continue
    if (column.options.mostlyRanges) draft.ranges = column.index
    if (isDateMeaning(column.meaning)) readDateColumn(draft, cell, column, column.meaning)
    else readOther(draft, cell, column)
  }
  computeEnd(draft)
  compareDates(row)
  settleState(draft)
}

function readOther(draft: Draft, cell: Cell, column: RowColumn): void {
  const { row } = draft
  if (column.meaning === 'duration') {
    if (readDatesOfTerm(draft, cell, column)) return
    const { duration, doubts } = parseDurationCell(cell, column.options.durationUnit)
    if (duration && duration.months > 0) row.durationMonths = duration.months
    else if (isNoEnd(cell)) row.noEnd = true
    else row.doubts.push(...inColumn(doubts, column.index))
    if (duration && doubts.length > 0) row.doubts.push(...inColumn(doubts, column.index))
    const renewal = findRenewal(cellText(cell))
    if (renewal) row.renewal ??= renewal
  } else if (column.meaning === 'renewal') {
    const { renewal, doubts } = parseRenewalCell(cell, column.options.asksAutomatic)
    if (renewal) row.renewal = renewal
    row.doubts.push(...inColumn(doubts, column.index))
  } else if (column.meaning === 'notice') {
    const { days, doubts } = parseNoticeCell(cell, column.options.durationUnit)
    if (days !== undefined) row.noticeDays = days
    row.doubts.push(...inColumn(doubts, column.index))
  } else if (column.meaning === 'status') {
    const { state, doubts } = parseStatusCell(cell)
    if (state) Object.assign(row, { state, stateFrom: 'cell' })
    row.doubts.push(...inColumn(doubts, column.index))
  }
}

/** "till 31.10.2026" and "2019-2024" stand in columns of lengths too. */
function readDatesOfTerm(draft: Draft, cell: Cell, column: RowColumn): boolean {
  if (!/\d{4}|\d[./-]\d{1,2}[./-]\d/.test(fold(cellText(cell)))) return false
  const reading = parseDateCell(cell, { today: draft.options.today, role: 'expires' })
  if (reading.dates.length === 0 || reading.doubts.some(each => each.severity === 'error')) return false
  const telling = reading.doubts.filter(each => each.code !== 'date_words_left')
  draft.row.doubts.push(...inColumn(telling, column.index))
  placeDates(draft, reading, 'term', column.index, cell)
  const renewal = findRenewal(cellText(cell))
  if (renewal) draft.row.renewal ??= renewal
  return true
}

function isNoEnd(cell: Cell): boolean {
  return parseDateCell(cell, { today: Temporal.PlainDate.from('2000-01-01') }).special === 'no_end'
}

function readDateColumn(draft: Draft, cell: Cell, column: RowColumn, meaning: DateMeaning): void {
  const { row, options } = draft
  const { dateOrder, calendar, durationUnit, dateEvidence } = column.options
  if (durationUnit && /^\d{1,2}$/.test(fold(cellText(cell)))) {
    const { duration } = parseDurationCell(cell, durationUnit)
    if (duration) row.durationMonths = duration.months
    return
  }
  const reading = parseDateCell(cell, {
    today: options.today,
    role: dateMeanings[meaning],
    ...(dateOrder ? { order: dateOrder } : {}),
    ...(calendar ? { calendar } : {}),
  })
  const known = column.options.serialDates
    ? reading.doubts.filter(each => each.code !== 'date_serial_assumed')
    : reading.doubts
  row.doubts.push(...inColumn(known, column.index))
  if (dateEvidence?.maybeSwapped && isDateCell(cell))
    row.doubts.push(doubt('date_maybe_swapped', { value: cell.date.slice(0, 10) }, column.index))
  takeSpecial(draft, reading, meaning)
  if (reading.relative) draft.relative = { term: reading.relative, column: column.index }
  const renewal = findRenewal(cellText(cell))
  if (renewal && (meaning === 'expires_on' || meaning === 'term')) row.renewal ??= renewal
  placeDates(draft, reading, meaning, column.index, cell)
}

function takeSpecial(draft: Draft, reading: DateReading, meaning: DateMeaning): void {
  const { special } = reading
  if (!special) return
  if (special === 'no_end' && (meaning === 'expires_on' || meaning === 'term')) draft.row.noEnd = true
  else if (special === 'automatic_renewal') draft.row.renewal ??= { kind: 'automatic' }
  else if (stateOfSpecial[special]) draft.special ??= stateOfSpecial[special]
}

function placeDates(draft: Draft, reading: DateReading, meaning: DateMeaning, column: number, cell: Cell): void {
  const { row } = draft
  const [first, ...others] = reading.dates
  if (!first) return
  if (reading.shape === 'range' && others[0] && meaning !== 'term' && isSchoolYear(first, others[0])) {
    const isEnd = meaning === 'expires_on' || meaning === 'review_due_on'
    if (meaning === 'expires_on') setEnd(draft, others[0], column)
    else row[fieldOf[meaning]] = isEnd ? others[0] : first
    row.otherDates.push({ meaning, date: isEnd ? first : others[0] })
    return
  }
  if (reading.shape === 'range' && others[0]) {
    const start = meaning === 'signed_on' ? 'signed' : 'inForce'
    row[start] ??= first
    setEnd(draft, others[0], column)
    return
  }
  if (reading.shape === 'list')
    row.doubts.push(doubt('dates_several', { value: cellText(cell).trim(), count: reading.dates.length }, column))
  const sorted = [...reading.dates].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const chosen = meaning === 'expires_on' || meaning === 'review_due_on' ? sorted.at(-1)! : sorted[0]!
  row.otherDates.push(...reading.dates.filter(date => date !== chosen).map(date => ({ meaning, date })))
  if (meaning === 'term') {
    placeOneOfTerm(draft, chosen, column, cell)
    return
  }
  // "Since 2017, open-ended" in a column of ends, "until 30 June 2027" in one of beginnings.
  if (chosen.edge === 'start' && meaning === 'expires_on') row.inForce ??= chosen
  else if (meaning === 'expires_on') setEnd(draft, chosen, column)
  else if (chosen.edge === 'end') setEnd(draft, atEnd(chosen, draft.options, cell), column)
  else row[fieldOf[meaning]] = chosen
}

/** One date in a column of beginnings and ends: words say which it is, else a person is asked where the others give both. */
function placeOneOfTerm(draft: Draft, date: ParsedDate, column: number, cell: Cell): void {
  const { row, options } = draft
  const isAsked = date.edge === undefined && draft.ranges === column
  const isPast = date.on <= options.today.toString()
  if (isAsked) row.doubts.push(doubt('date_edge_unknown', { value: date.written }, column))
  if (date.edge === 'start' || (isAsked && isPast)) row.inForce ??= date
  else setEnd(draft, atEnd(date, options, cell), column)
}

/** "2015/2016" in a column of one date is the school year in which it lies, not a term. */
const isSchoolYear = (first: ParsedDate, second: ParsedDate): boolean =>
  first.precision === 'year' &&
  second.precision === 'year' &&
  Number(second.on.slice(0, 4)) - Number(first.on.slice(0, 4)) === 1

/** A single date in a column of terms is an end, so a year or month there counts to its last day. */
function atEnd(date: ParsedDate, options: RowOptions, cell: Cell): ParsedDate {
  return (
    parseDateCell(cell, { today: options.today, role: 'expires', calendar: date.calendar }).dates.find(
      each => each.written === date.written,
    ) ?? date
  )
}

function setEnd(draft: Draft, date: ParsedDate, column: number): void {
  draft.row.expires = date
  draft.row.expiresFrom = 'cell'
  draft.expiresColumn = column
}

/** The end that follows from "5 years from signature" or a column of lengths: the day before the anniversary. */
function computeEnd({ row, relative, expiresColumn }: Draft): void {
  const term = relative?.term
  const length = term
    ? { months: term.months, days: term.days }
    : row.durationMonths
      ? { months: row.durationMonths, days: 0 }
      : undefined
  if (!length) return
  if (row.durationMonths === undefined && length.months > 0) row.durationMonths = length.months
  const start =
    term?.from === 'approval'
      ? row.approved
      : term?.from === 'in_force'
        ? (row.inForce ?? row.signed)
        : term?.from === 'signature'
          ? (row.signed ?? row.inForce)
          : (row.inForce ?? row.signed)
  if (!start) {
    if (!row.expires && relative)
      row.doubts.push(doubt('duration_without_start', { value: relative.term.written }, relative.column))
    return
  }
  const on = addMonths(addMonths(start.on, length.months, length.days), 0, -1)
  if (!row.expires) {
    row.expires = { on, precision: start.precision, calendar: start.calendar, written: term?.written ?? start.written }
    row.expiresFrom = 'computed'
    return
  }
  const slack = start.precision === 'day' && row.expires.precision === 'day' ? 45 : 380
  if (Math.abs(daysBetween(on, row.expires.on)) > slack && row.renewal?.kind !== 'automatic') {
    row.doubts.push(
      doubt('duration_disagrees', { expires: row.expires.on, computed: on, months: length.months }, expiresColumn),
    )
  }
}

function compareDates(row: UnderstoodRow): void {
  const start = row.signed ?? row.inForce
  if (start && row.expires && row.expires.on < start.on) {
    row.doubts.push(doubt('expiry_before_signature', { signed: start.written, expires: row.expires.written }))
  } else if (
    row.signed &&
    row.inForce &&
    row.signed.precision === 'day' &&
    row.inForce.precision === 'day' &&
    row.inForce.on < row.signed.on &&
    daysBetween(row.inForce.on, row.signed.on) > 730
  ) {
    row.doubts.push(doubt('dates_backwards', { signed: row.signed.written, inForce: row.inForce.written }))
  }
}

/** The word in the list counts; where it contradicts the dates, a person is asked. */
function settleState({ row, options, special }: Draft): void {
  const today = options.today.toString()
  const over = row.expires !== undefined && row.expires.on < today
  const extended = row.noEnd === true || row.renewal?.kind === 'automatic'
  if (row.state) {
    if (row.state === 'in_force' && over && !extended)
      row.doubts.push(doubt('status_disagrees', { state: row.state, expires: row.expires!.on }))
    if (row.state === 'expired' && row.expires && !over)
      row.doubts.push(doubt('status_disagrees', { state: row.state, expires: row.expires.on }))
    return
  }
  const begun = row.signed ?? row.inForce
  const state = special ?? (over && !extended ? 'expired' : begun || row.expires || row.noEnd ? 'in_force' : undefined)
  if (state)
    Object.assign(row, { state, stateFrom: special ? 'cell' : 'dates' } satisfies {
      state: AgreementState
      stateFrom: 'cell' | 'dates'
    })
}
