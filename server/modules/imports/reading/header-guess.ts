// Finds where a list begins and ends inside a table: header rows, data, footers, repeated headers.
import { type CellShape, cellShape, cellText, filledCount, isEmptyRow } from './cell-shape.ts'
import { nameColumns } from './column-names.ts'
import { isFooterWording, isHeaderWording } from './header-words.ts'
import type { Cell, HeaderGuess, SourceTable } from './source-table.ts'

const CANDIDATES = 30
const SEARCHED_ROWS = 100
const BODY_SAMPLE = 40

interface Candidate {
  row: number
  score: number
  /** Whether anything but its place speaks for it being a header. */
  hasEvidence: boolean
  looksLikeData: boolean
}

/** `headerRow` is -1 and `headerRows` 0 when the table has no header; without data `lastDataRow` is before `firstDataRow`. */
export function guessHeader(table: SourceTable): HeaderGuess {
  const { rows } = table
  const emptyRows = rows.flatMap((row, index) => (isEmptyRow(row) ? [index] : []))
  const usual = usualFilled(rows)
  const found = findHeader(table, usual)
  const headerRow = found.row
  const headerRows = headerRow < 0 ? 0 : countHeaderRows(table, headerRow, usual)
  const body = bodyLimits(rows, headerRow + headerRows, usual)
  return {
    headerRow,
    headerRows,
    firstDataRow: body.first,
    lastDataRow: body.last,
    columns: nameColumns(table, headerRow, headerRows, body.last),
    confidence: found.confidence,
    footers: body.footers,
    emptyRows,
    repeatedHeaders: repeatedHeaders(rows, headerRow, headerRows, body),
  }
}

/** Number of filled cells that the middle row of the list has. */
function usualFilled(rows: Cell[][]): number {
  const counts: number[] = []
  for (const row of rows) {
    const count = filledCount(row)
    if (count > 0) counts.push(count)
    if (counts.length >= 300) break
  }
  counts.sort((a, b) => a - b)
  return counts[Math.floor(counts.length / 2)] ?? 0
}

function findHeader(table: SourceTable, usual: number): { row: number; confidence: number } {
  const { rows, listRange } = table
  if (table.kind === 'json' && table.firstRowNumber === 0) return { row: 0, confidence: 1 }
  if (listRange !== undefined && filledCount(rows[listRange.top]) > 0 && listRange.bottom > listRange.top) {
    return { row: topOfHeader(table, listRange.top, usual), confidence: 0.97 }
  }
  const candidates = listCandidates(rows, usual)
  const best = candidates.reduce<Candidate | undefined>(
    (kept, one) => (kept === undefined || one.score > kept.score ? one : kept),
    undefined,
  )
  if (best === undefined) return { row: -1, confidence: 0 }
  if (best.looksLikeData && !best.hasEvidence) return { row: -1, confidence: 0.7 }
  const confidence = Math.round(Math.min(0.99, Math.max(0.1, best.score)) * 100) / 100
  if (!best.hasEvidence) {
    return isShorterThanBody(rows, best.row) ? { row: best.row, confidence: 0.4 } : { row: -1, confidence: 0.4 }
  }
  return { row: topOfHeader(table, best.row, usual), confidence }
}

function listCandidates(rows: Cell[][], usual: number): Candidate[] {
  const candidates: Candidate[] = []
  for (let row = 0; row < Math.min(rows.length, SEARCHED_ROWS) && candidates.length < CANDIDATES; row += 1) {
    if (!isEmptyRow(rows[row])) candidates.push(judge(rows, row, usual, candidates.length))
  }
  return candidates
}

function judge(rows: Cell[][], row: number, usual: number, position: number): Candidate {
  const cells = rows[row]!
  // Lists printed page by page say their header again; that must not speak against the first one.
  const own = cells.map(sameCell)
  const body = sampleBelow(rows, row).filter(other => !saysSame(own, other))
  const texts = cells.map(cellText).map(text => text.trim())
  const filled = texts.filter(text => text !== '')
  const worded = filled.filter(isHeaderWording).length / filled.length
  const plain = cells.filter(cell => cellShape(cell) === 'text').length / filled.length
  const distinct = new Set(filled.map(text => text.toLowerCase())).size / filled.length
  let contrast = 0
  let sameness = 0
  for (const [column, cell] of cells.entries()) {
    const shape = cellShape(cell)
    if (shape === 'empty' || body.length === 0) continue
    const below = commonShape(body, column)
    if (below === 'empty') continue
    if (shape === 'text' && below !== 'text') contrast += 1
    else if (shape === below && shape !== 'text') sameness += 1
    else if (body.some(other => cellText(other[column]).trim() === texts[column])) sameness += 1
  }
  const fit = 0.3 + 0.7 * Math.min(1, filled.length / Math.max(usual, 1))
  const evidence = 0.3 * Math.min(1, worded * 1.5) + 0.25 * Math.min(1, (contrast / filled.length) * 2)
  const likeData = sameness / filled.length
  const score = fit * (0.35 + 0.15 * plain + 0.1 * distinct + evidence - 0.5 * likeData) - 0.015 * position
  const hasEvidence = evidence - 0.5 * likeData > 0.04
  return { row, score, hasEvidence, looksLikeData: likeData > 0.15 }
}

function sampleBelow(rows: Cell[][], row: number): Cell[][] {
  const body: Cell[][] = []
  for (let below = row + 1; below < rows.length && body.length < BODY_SAMPLE; below += 1) {
    if (!isEmptyRow(rows[below])) body.push(rows[below]!)
  }
  return body
}

function commonShape(body: Cell[][], column: number): CellShape {
  const counts = new Map<CellShape, number>()
  for (const row of body) {
    const shape = cellShape(row[column])
    if (shape !== 'empty') counts.set(shape, (counts.get(shape) ?? 0) + 1)
  }
  let best: CellShape = 'empty'
  for (const [shape, count] of counts) if (count > (counts.get(best) ?? 0)) best = shape
  return best
}

/** Names of columns are short beside what stands under them; rows of data are like each other. */
function isShorterThanBody(rows: Cell[][], row: number): boolean {
  const body = sampleBelow(rows, row)
  let shorter = 0
  let filled = 0
  for (const [column, cell] of rows[row]!.entries()) {
    const length = cellText(cell).length
    if (length === 0) continue
    filled += 1
    const lengths = body.map(other => cellText(other[column]).length).filter(other => other > 0)
    const mean = lengths.reduce((sum, other) => sum + other, 0) / Math.max(1, lengths.length)
    if (length < mean * 0.7) shorter += 1
  }
  return filled > 1 && shorter >= filled * 0.6
}

/** The row above belongs to the header when it groups the columns below it; a title over everything does not. */
function topOfHeader(table: SourceTable, row: number, usual: number): number {
  const above = row - 1
  const cells = table.rows[above]
  if (above < 0 || cells === undefined || !cells.every(isShortText)) return row
  const width = table.rows[row]!.length
  const groups = table.merges.filter(
    range => range.top === above && range.bottom === above && range.right > range.left && !spansAll(range, width),
  )
  if (groups.length > 0) return above
  const filled = filledCount(cells)
  const tall = table.merges.some(range => range.top === above && range.bottom === row)
  if (tall && filled > 1) return above
  const fillsGaps = cells.some((cell, column) => cellText(cell) !== '' && cellText(table.rows[row]![column]) === '')
  return filled > 1 && filled < usual && fillsGaps && cells.some(cell => isHeaderWording(cellText(cell))) ? above : row
}

function spansAll(range: { left: number; right: number }, width: number): boolean {
  return range.right - range.left + 1 >= width * 0.8
}

function isShortText(cell: Cell): boolean {
  const shape = cellShape(cell)
  return shape === 'empty' || shape === 'text' || (shape === 'code' && cellText(cell).length < 30)
}

function countHeaderRows(table: SourceTable, row: number, usual: number): number {
  const { rows, merges } = table
  const upper = rows[row]!
  const lower = rows[row + 1]
  if (lower === undefined || isEmptyRow(lower) || !lower.every(isShortText)) return 1
  const isMergedDown = merges.some(range => range.top === row && range.bottom === row + 1)
  const isGrouping = merges.some(
    range =>
      range.top === row &&
      range.bottom === row &&
      range.right > range.left &&
      !spansAll(range, Math.max(upper.length, lower.length)) &&
      lower.slice(range.left, range.right + 1).filter(cell => cellText(cell) !== '').length > 1,
  )
  if (isMergedDown || isGrouping) return 2
  const isUnder = (column: number) => cellText(lower[column]) !== ''
  const isOver = (column: number) => cellText(upper[column]) !== ''
  const columns = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => column)
  const fillsGap = columns.some(column => isUnder(column) && !isOver(column))
  const completes = columns.every(column => isUnder(column) || isOver(column))
  const isPartial = filledCount(lower) < Math.max(2, usual)
  const isWorded = lower.some(cell => isHeaderWording(cellText(cell))) || filledCount(lower) * 2 < usual
  return fillsGap && completes && isPartial && isWorded ? 2 : 1
}

interface BodyLimits {
  first: number
  last: number
  footers: number[]
}

const FOOTER_ROWS = 15

function bodyLimits(rows: Cell[][], start: number, usual: number): BodyLimits {
  let first = Math.max(0, start)
  while (first < rows.length && isEmptyRow(rows[first])) first += 1
  let last = rows.length - 1
  const footers: number[] = []
  let pending: number[] = []
  for (let row = last, seen = 0; row > first && seen < FOOTER_ROWS; row -= 1) {
    if (isEmptyRow(rows[row])) {
      // What stands alone under an empty line is a remark, not an entry.
      footers.push(...pending)
      if (pending.length > 0) last = row
      pending = []
      continue
    }
    seen += 1
    const filled = filledCount(rows[row])
    const text = cellText(rows[row]!.find(cell => cellShape(cell) !== 'empty'))
    if (isFooterWording(text) && filled <= Math.max(1, usual / 2 + 1)) {
      footers.push(...pending, row)
      pending = []
      last = row - 1
    } else if (filled === 1 && usual >= 3) pending.push(row)
    else break
  }
  while (last >= first && isEmptyRow(rows[last])) last -= 1
  return { first, last, footers: footers.sort((a, b) => a - b) }
}

/** Rows that say the header again, as printed lists do on each page, and the row of column numbers under some headers. */
function repeatedHeaders(rows: Cell[][], headerRow: number, headerRows: number, body: BodyLimits): number[] {
  if (headerRow < 0) return []
  const parts = rows.slice(headerRow, headerRow + headerRows).filter(row => filledCount(row) > 1)
  const keys = parts.map(row => row.map(sameCell))
  const repeated: number[] = []
  for (let row = body.first; row <= body.last; row += 1) {
    if (keys.some(key => saysSame(key, rows[row]!))) repeated.push(row)
    else if (row === body.first && isNumbering(rows[row]!)) repeated.push(row)
  }
  return repeated
}

function sameCell(cell: Cell | undefined): string {
  return cellText(cell).trim().toLowerCase().replace(/\s+/g, ' ')
}

/** Stops at the first difference: nearly every row of a long list differs in its first cell. */
function saysSame(key: string[], row: Cell[]): boolean {
  for (let column = 0; column < Math.max(key.length, row.length); column += 1) {
    if ((key[column] ?? '') !== sameCell(row[column])) return false
  }
  return true
}

function isNumbering(row: Cell[]): boolean {
  const numbers = row.filter(cell => cellShape(cell) !== 'empty').map(cell => Number(cellText(cell)))
  return numbers.length > 2 && numbers.every((number, index) => number === numbers[0]! + index) && numbers[0]! <= 1
}
