// Reads CSV and its relatives: finds the separator, keeps every cell of every row as text.
import { keepText, type TextKeeper } from './cell-text.ts'
import { unguardFormula } from './formula-guard.ts'
import { columnLetters } from './reading-budget.ts'
import { RecordScanner } from './record-scanner.ts'
import type { Cell } from './source-table.ts'

export interface DelimitedRows {
  rows: Cell[][]
  /** Empty when each line is one cell. */
  separator: string
  /** Index of the row in which each asked line begins or continues. */
  rowsOfLines(lines: number[]): number[]
}

/** Writers that mean another separator than the comma do so because commas occur in their cells. */
const SEPARATORS: [string, number][] = [
  ['\t', 1.4],
  [';', 1.3],
  ['|', 1.2],
  [',', 1],
  ['^', 0.8],
]
const SAMPLE_RECORDS = 200
/** Lines of one cell above a list that are taken for titles. */
const MOST_TITLES = 12
const SAMPLE_CHARACTERS = 200_000

/** Separator by which most of the first records have the same number of fields, at least two; empty when there is none. */
export function guessSeparator(text: string): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS)
  let best = { separator: '', score: 0 }
  for (const [separator, weight] of SEPARATORS) {
    if (!sample.includes(separator)) continue
    const { width, share, isFirst } = steadiness(recordWidths(sample, separator))
    if (width < 2 || share < 0.4) continue
    const agreesWithFirst = isFirst ? 1.2 : 1
    const score = weight * share * Math.log2(width + 1) * agreesWithFirst
    if (score > best.score) best = { separator, score }
  }
  if (best.separator === '' && /(^|\n) *"/.test(sample)) return ','
  return best.separator
}

function recordWidths(sample: string, separator: string): number[] {
  const scanner = new RecordScanner(sample, separator)
  const widths: number[] = []
  while (widths.length < SAMPLE_RECORDS) {
    const record = scanner.next()
    if (record === undefined) break
    if (record.fields.some(field => field !== '')) widths.push(record.fields.length)
  }
  return widths
}

/** Share of the records that are as wide as most; titles above, notes below and rows without their last cells count less. */
function steadiness(widths: number[]): { width: number; share: number; isFirst: boolean } {
  const wide = widths.filter(one => one > 1)
  const { width } = mostFrequent(wide)
  const first = widths.findIndex(one => one > 1)
  const last = widths.findLastIndex(one => one > 1)
  if (first < 0) return { width: 0, share: 0, isFirst: false }
  const inside = widths.slice(Math.min(first, MOST_TITLES), last + 1)
  const same = inside.filter(one => one === width).length
  const cut = inside.filter(one => one > 1 && one < width).length
  const around = widths.length - inside.length
  return { width, share: (same + cut * 0.6) / (inside.length + around * 0.8), isFirst: widths[0] === width }
}

function mostFrequent(widths: number[]): { width: number; share: number } {
  const counts = new Map<number, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = { width: 0, count: 0 }
  for (const [width, count] of counts) if (count > best.count) best = { width, count }
  return { width: best.width, share: widths.length === 0 ? 0 : best.count / widths.length }
}

/** `separator` overrides both the search and a leading `sep=` line; that line belongs to no row. */
export async function readDelimited(
  text: string,
  separator: string | undefined,
  keeper: TextKeeper,
): Promise<DelimitedRows> {
  const declared = /^sep=([^\r\n]?)\r?\n/i.exec(text.slice(0, 10))
  const start = declared?.[0].length ?? 0
  const chosen = separator ?? (declared?.[1] || guessSeparator(text.slice(start)))
  const scanner = new RecordScanner(text, chosen, start)
  const rows: Cell[][] = []
  const starts: number[] = []
  const widths: number[] = []
  const cut = { count: 0, lastColumn: 0, row: 0 }
  let filledRows = 0
  for (let record = scanner.next(); record !== undefined; record = scanner.next()) {
    const number = rows.length + 1
    const row = keepFields(record.fields, number, keeper, cut)
    if (row.length > 0) {
      filledRows += 1
      widths.push(record.fields.length)
    }
    keeper.budget.countRow(keeper.table, number, filledRows, Math.max(1, row.length))
    if (record.hasOddQuote) keeper.notices.add('quote_not_closed', 'warning', { table: keeper.table, row: number })
    rows.push(row)
    starts.push(record.start)
    if (keeper.budget.isPauseDue) await keeper.budget.pause()
  }
  noticeCut(cut, keeper)
  noticeRagged(rows, mostFrequent(widths).width, keeper)
  return { rows, separator: chosen, rowsOfLines: lines => rowsOfLines(text, starts, lines) }
}

function keepFields(
  fields: string[],
  row: number,
  keeper: TextKeeper,
  cut: { count: number; lastColumn: number; row: number },
): Cell[] {
  const kept: Cell[] = []
  for (const [column, field] of fields.entries()) {
    if (field === '') continue
    if (column >= keeper.budget.limits.columns) {
      if (cut.count === 0) cut.row = row
      cut.count += 1
      cut.lastColumn = Math.max(cut.lastColumn, column)
      continue
    }
    const text = unguardFormula(keepText(keeper, field, row, column))
    if (text === '') continue
    while (kept.length < column) kept.push(null)
    kept.push(text)
  }
  return kept
}

function noticeCut(cut: { count: number; lastColumn: number; row: number }, keeper: TextKeeper): void {
  if (cut.count === 0) return
  const kept = keeper.budget.limits.columns
  const { count, row } = cut
  const values = { count, row, kept, end: columnLetters(kept - 1), last: columnLetters(cut.lastColumn) }
  keeper.notices.add('columns_cut', 'warning', { table: keeper.table, row, values })
}

function noticeRagged(rows: Cell[][], usual: number, keeper: TextKeeper): void {
  for (const [index, row] of rows.entries()) {
    if (row.length <= usual) continue
    keeper.notices.add('ragged_rows', 'warning', { table: keeper.table, row: index + 1, values: { usual } })
  }
}

function rowsOfLines(text: string, starts: number[], lines: number[]): number[] {
  const found = new Set<number>()
  let line = 0
  let offset = 0
  let row = 0
  for (const wanted of lines) {
    while (line < wanted) {
      const feed = text.indexOf('\n', offset)
      if (feed < 0) break
      offset = feed + 1
      line += 1
    }
    while (row + 1 < starts.length && starts[row + 1]! <= offset) row += 1
    found.add(row)
  }
  return [...found]
}
