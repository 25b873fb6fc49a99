// Gives every column of a list a distinct name, whatever its header rows say.
import { cellShape, cellText } from './cell-shape.ts'
import { columnLetters } from './reading-budget.ts'
import type { CellRange, HeaderGuess, SourceTable } from './source-table.ts'

/** A blank header becomes `Column C`, a repeated one `Name (2)`; `original` is the text as it stands in the file. */
export function nameColumns(
  table: SourceTable,
  headerRow: number,
  headerRows: number,
  lastDataRow: number,
): HeaderGuess['columns'] {
  const width = tableWidth(table, Math.max(lastDataRow, headerRow + headerRows - 1))
  const taken = new Set<string>()
  const merges = table.merges.filter(range => range.top <= headerRow && range.bottom >= headerRow)
  const columns: HeaderGuess['columns'] = []
  for (let index = 0; index < width; index += 1) {
    const original = headerRow < 0 ? '' : headerText(table, merges, headerRow, headerRows, index)
    const plain = original.replace(/\s+/g, ' ').trim()
    const header = distinct(plain === '' ? `Column ${columnLetters(index)}` : plain, taken)
    columns.push({ index, header, original })
  }
  return columns
}

function tableWidth(table: SourceTable, lastRow: number): number {
  let width = 0
  for (let row = 0; row <= lastRow && row < table.rows.length; row += 1) {
    width = Math.max(width, table.rows[row]!.length)
  }
  return width
}

function distinct(name: string, taken: Set<string>): string {
  let label = name
  for (let number = 2; taken.has(label.toLowerCase()); number += 1) label = `${name} (${number})`
  taken.add(label.toLowerCase())
  return label
}

function headerText(table: SourceTable, merges: CellRange[], row: number, rows: number, column: number): string {
  const upper = cellText(table.rows[row]?.[column])
  if (rows < 2) return upper
  const lower = cellText(table.rows[row + 1]?.[column])
  if (lower.trim() === '') return upper
  const group = upper.trim() === '' ? groupOver(table, merges, row, column) : upper
  return group.trim() === '' || group === lower ? lower : `${group} / ${lower}`
}

/** The group that a column belongs to: by a merged cell, or in files without merges by the last name to the left. */
function groupOver(table: SourceTable, merges: CellRange[], row: number, column: number): string {
  const merge = merges.find(range => range.left <= column && range.right >= column)
  if (merge !== undefined) return cellText(table.rows[merge.top]?.[merge.left])
  if (table.merges.length > 0) return ''
  for (let left = column - 1; left >= 0; left -= 1) {
    if (cellShape(table.rows[row]?.[left]) !== 'empty') {
      return cellShape(table.rows[row + 1]?.[left]) === 'empty' ? '' : cellText(table.rows[row]?.[left])
    }
  }
  return ''
}
