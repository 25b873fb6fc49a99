// What kind of content a cell shows at first sight, which is what tells headers from data.
import type { Cell } from './source-table.ts'

export type CellShape = 'empty' | 'text' | 'number' | 'date' | 'address' | 'code' | 'prose'

const LONGEST_HEADER = 90

/** The text that a person sees in a cell; empty for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell !== 'object') return String(cell)
  if ('date' in cell) return cell.date
  return 'error' in cell ? cell.error : cell.text
}

/** A link that its text does not show follows in brackets. */
export function plainText(cell: Cell): string {
  const isHidden = cell !== null && typeof cell === 'object' && 'link' in cell && !cell.link.endsWith(cell.text)
  return isHidden ? `${cell.text} (${cell.link})` : cellText(cell)
}

/** Digits of Persian and Arabic count as digits. */
export function cellShape(cell: Cell | undefined): CellShape {
  if (cell === null || cell === undefined || isEmptyCell(cell)) return 'empty'
  if (typeof cell === 'number') return 'number'
  if (typeof cell === 'boolean') return 'code'
  if (typeof cell === 'object') {
    if ('date' in cell) return 'date'
    return 'error' in cell ? 'code' : 'address'
  }
  const text = cell.trim()
  if (/^[+-]?[\p{Nd}][\p{Nd}\s.,٫٬]*%?$/u.test(text)) return 'number'
  if (text.length < 40 && /^\p{Nd}{1,4}[./\-–]\p{Nd}{1,2}[./\-–]\p{Nd}{1,4}/u.test(text)) return 'date'
  if (/^(https?:\/\/|www\.)|^[^\s@]+@[^\s@]+\.\w+$/i.test(text)) return 'address'
  if (text.length > LONGEST_HEADER) return 'prose'
  if (/\p{Nd}/u.test(text) && !/\s\p{L}+\s/u.test(text)) return 'code'
  return 'text'
}

export function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')
}

export function isEmptyRow(row: Cell[] | undefined): boolean {
  return row === undefined || row.every(isEmptyCell)
}

export function filledCount(row: Cell[] | undefined): number {
  let count = 0
  for (const cell of row ?? []) if (!isEmptyCell(cell)) count += 1
  return count
}
