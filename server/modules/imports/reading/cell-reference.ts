// Reads cell addresses of workbooks such as B7 and A1:C3 as indexes.
import type { CellRange } from './source-table.ts'

export const LAST_ROW = 1_048_575
export const LAST_COLUMN = 16_383

/** Indexes from 0; `undefined` when the address is outside what a workbook can hold. */
export function parseReference(reference: string): { row: number; column: number } | undefined {
  let at = 0
  let column = 0
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  let row = 0
  for (let digit = at; digit < reference.length; digit += 1) {
    const value = reference.charCodeAt(digit) - 48
    if (value < 0 || value > 9) return undefined
    row = row * 10 + value
  }
  if (at === 0 || column > LAST_COLUMN + 1 || row < 1 || row > LAST_ROW + 1) return undefined
  return { row: row - 1, column: column - 1 }
}

export function parseRange(reference: string): CellRange | undefined {
  const [first, last] = reference.replaceAll('$', '').split(':')
  const start = parseReference(first ?? '')
  const end = last === undefined ? start : parseReference(last)
  if (start === undefined || end === undefined) return undefined
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  }
}
