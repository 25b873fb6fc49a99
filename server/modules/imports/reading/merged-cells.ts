// Fills what merged cells and "same as above" gaps mean, always keeping apart what was written and what was filled.
import { isEmptyCell } from './cell-shape.ts'
import type { Cell, HeaderGuess, SourceTable } from './source-table.ts'

export interface FilledCell {
  /** Index into `rows`. */
  row: number
  column: number
  /** Row whose written value was used. */
  fromRow: number
}

export interface ExpandedTable {
  /** Copies of the rows; those without fillings are the original arrays. */
  rows: Cell[][]
  filled: FilledCell[]
}

const FILLED_AT_MOST = 2_000_000

/** A vertical merge gives its value to each row it covers; a horizontal one keeps it in its first column. */
export function expandMerges(table: SourceTable): ExpandedTable {
  const rows = [...table.rows]
  const filled: FilledCell[] = []
  for (const { top, left, bottom } of table.merges) {
    const value = table.rows[top]?.[left] ?? null
    if (value === null) continue
    for (let row = top + 1; row <= Math.min(bottom, rows.length - 1); row += 1) {
      if (filled.length >= FILLED_AT_MOST) return { rows, filled }
      if (!isEmptyCell(rows[row]![left])) continue
      fill(rows, table.rows, row, left, value)
      filled.push({ row, column: left, fromRow: top })
    }
  }
  return { rows, filled }
}

function fill(rows: Cell[][], originals: Cell[][], row: number, column: number, value: Cell): void {
  if (rows[row] === originals[row]) rows[row] = [...originals[row]!]
  const cells = rows[row]!
  while (cells.length < column) cells.push(null)
  cells[column] = value
}

/** A column in which blank cells may mean "as above": only offered, since a blank may as well mean unknown. */
export interface GroupSuggestion {
  column: number
  valueRows: number
  blankRows: number
  /** What filling would do, for `applyGroups`. */
  fillings: FilledCell[]
}

const LEAST_BLANK_SHARE = 0.1

/** Looks at the leftmost columns only: lists are grouped from the left, and gaps further right are missing facts. */
export function suggestGroups(table: SourceTable, header: HeaderGuess): GroupSuggestion[] {
  const { rows } = expandMerges(table)
  const data = dataRows(rows, header)
  const shares = header.columns.map(({ index }) => {
    const filled = data.filter(row => !isEmptyCell(rows[row]![index])).length
    return data.length === 0 ? 0 : filled / data.length
  })
  if (data.length < 3 || !shares.some(share => share > 0.95)) return []
  const suggestions: GroupSuggestion[] = []
  for (const { index } of header.columns) {
    const blank = 1 - shares[index]!
    if (shares[index]! === 0) continue
    if (blank < LEAST_BLANK_SHARE || isEmptyCell(rows[data[0]!]![index])) {
      // A running number may stand before the grouped column.
      if (index === 0 && blank === 0) continue
      break
    }
    suggestions.push(groupSuggestion(rows, data, index))
  }
  return suggestions
}

function dataRows(rows: Cell[][], header: HeaderGuess): number[] {
  const skipped = new Set([...header.emptyRows, ...header.repeatedHeaders])
  const data: number[] = []
  for (let row = header.firstDataRow; row <= header.lastDataRow && row < rows.length; row += 1) {
    if (!skipped.has(row)) data.push(row)
  }
  return data
}

function groupSuggestion(rows: Cell[][], data: number[], column: number): GroupSuggestion {
  const fillings: FilledCell[] = []
  let fromRow = data[0]!
  for (const row of data) {
    if (!isEmptyCell(rows[row]![column])) fromRow = row
    else fillings.push({ row, column, fromRow })
  }
  return { column, valueRows: data.length - fillings.length, blankRows: fillings.length, fillings }
}

/** The table with accepted suggestions filled in; merges are filled as well. */
export function applyGroups(table: SourceTable, accepted: GroupSuggestion[]): ExpandedTable {
  const expanded = expandMerges(table)
  const rows = [...expanded.rows]
  const filled = [...expanded.filled]
  for (const { row, column, fromRow } of accepted.flatMap(suggestion => suggestion.fillings)) {
    const value = rows[fromRow]?.[column] ?? null
    if (value === null || rows[row] === undefined) continue
    fill(rows, table.rows, row, column, value)
    filled.push({ row, column, fromRow })
  }
  return { rows, filled }
}
