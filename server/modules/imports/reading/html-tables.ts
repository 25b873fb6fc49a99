// Reads the tables of a web page, since many systems export HTML under the name of a spreadsheet.
import { keepText, type TextKeeper } from './cell-text.ts'
import type { SourceTable } from './source-table.ts'

export function looksLikeHtml(text: string): boolean {
  return /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table|div|style)[\s>]/i.test(
    text.slice(0, 4000),
  )
}

/** Encoding that a page declares in its first lines. */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (!looksLikeHtml(start)) return undefined
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1]
}

interface OpenTable {
  table: SourceTable
  keeper: TextKeeper
  /** Rows that cells of earlier rows still reach into, by column. */
  taken: number[]
  column: number
  cell?: { text: string; column: number; isSpan: boolean }
}

const LARGEST_SPAN = 1000
const SKIPPED = ['script', 'style', 'head', 'xml']

/** Nested tables become tables of their own; `colspan` and `rowspan` become merged ranges. */
export async function readHtmlTables(text: string, makeKeeper: (table: string) => TextKeeper): Promise<SourceTable[]> {
  const found: SourceTable[] = []
  const open: OpenTable[] = []
  let at = 0
  for (let tag = text.indexOf('<'); tag >= 0; tag = text.indexOf('<', at)) {
    addText(open.at(-1), text.slice(at, tag))
    const { name, isClosing, attributes, end } = readTag(text, tag)
    at = end
    if (!isClosing && SKIPPED.includes(name)) at = afterElement(text, name, end)
    else if (name === 'table' && !isClosing) open.push(startTable(found.length + open.length + 1, makeKeeper))
    else if (name === 'table') {
      const done = open.pop()
      if (done !== undefined) finishTable(done, found)
    } else handleTag(open.at(-1), name, isClosing, attributes)
    if (open.at(-1)?.keeper.budget.isPauseDue) await open.at(-1)!.keeper.budget.pause()
  }
  while (open.length > 0) finishTable(open.pop()!, found)
  return found
}

function readTag(text: string, at: number): { name: string; isClosing: boolean; attributes: string; end: number } {
  if (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at)
    return { name: '', isClosing: false, attributes: '', end: end < 0 ? text.length : end + 3 }
  }
  const close = text.indexOf('>', at)
  const end = close < 0 ? text.length : close + 1
  const match = /^<(\/?)([a-z][a-z0-9:]*)/i.exec(text.slice(at, at + 40))
  if (match === null) return { name: '', isClosing: false, attributes: '', end }
  return { name: match[2]!.toLowerCase(), isClosing: match[1] === '/', attributes: text.slice(at, end), end }
}

function afterElement(text: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = from
  return close.exec(text) === null ? from : close.lastIndex
}

function startTable(number: number, makeKeeper: (table: string) => TextKeeper): OpenTable {
  const name = `Table ${number}`
  const table: SourceTable = { name, kind: 'csv', rows: [], firstRowNumber: 1, merges: [] }
  return { table, keeper: makeKeeper(name), taken: [], column: 0 }
}

function addText(open: OpenTable | undefined, text: string): void {
  if (open?.cell !== undefined) open.cell.text += text.replace(/\s+/g, ' ')
}

function handleTag(open: OpenTable | undefined, name: string, isClosing: boolean, attributes: string): void {
  if (open === undefined) return
  if (name === 'tr') {
    closeCell(open)
    if (!isClosing) startRow(open)
  } else if (name === 'td' || name === 'th') {
    closeCell(open)
    if (!isClosing) startCell(open, attributes)
  } else if (
    open.cell !== undefined &&
    (name === 'br' || ((name === 'p' || name === 'div' || name === 'li') && isClosing))
  ) {
    open.cell.text += '\n'
  }
}

function startRow(open: OpenTable): void {
  if (open.table.rows.length > 0) open.taken = open.taken.map(rows => Math.max(0, rows - 1))
  open.table.rows.push([])
  open.column = 0
}

function startCell(open: OpenTable, attributes: string): void {
  if (open.table.rows.length === 0) startRow(open)
  while ((open.taken[open.column] ?? 0) > 0) open.column += 1
  const columns = span(attributes, 'colspan')
  const rows = span(attributes, 'rowspan')
  const top = open.table.rows.length - 1
  const left = open.column
  if (columns > 1 || rows > 1) {
    open.table.merges.push({ top, left, bottom: top + rows - 1, right: left + columns - 1 })
  }
  open.cell = { text: '', column: left, isSpan: rows > 1 }
  for (let column = left; column < left + columns; column += 1) open.taken[column] = rows
  open.column = left + columns
}

function span(attributes: string, name: string): number {
  const value = Number(new RegExp(`${name}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1)
  return Math.min(Math.max(1, value), LARGEST_SPAN)
}

function closeCell(open: OpenTable): void {
  const { cell, table, keeper } = open
  if (cell === undefined) return
  open.cell = undefined
  const text = decodeEntities(cell.text)
    .replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replace(/^[\s\u00a0]+|[\s\u00a0]+$/g, '')
  const row = table.rows.at(-1)!
  if (text === '' || cell.column >= keeper.budget.limits.columns) return
  while (row.length < cell.column) row.push(null)
  row[cell.column] = keepText(keeper, text, table.rows.length, cell.column)
}

function finishTable(open: OpenTable, found: SourceTable[]): void {
  closeCell(open)
  const { table, keeper } = open
  while (table.rows.length > 0 && table.rows.at(-1)!.length === 0) table.rows.pop()
  if (table.rows.length === 0) return
  const bottom = table.rows.length - 1
  table.merges = table.merges.filter(range => range.top <= bottom)
  for (const range of table.merges) range.bottom = Math.min(range.bottom, bottom)
  let filled = 0
  for (const [index, row] of table.rows.entries()) {
    if (row.length > 0) filled += 1
    keeper.budget.countRow(table.name, index + 1, filled, Math.max(1, row.length))
  }
  found.push(table)
}

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  szlig: 'ß',
  oslash: 'ø',
  Oslash: 'Ø',
  aelig: 'æ',
  AElig: 'Æ',
  zwnj: '\u200c',
}
const ACCENTS: Record<string, string> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (name.startsWith('#')) {
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    }
    const accent = ACCENTS[name.slice(1)]
    return NAMED[name] ?? (accent === undefined ? whole : (name[0] + accent).normalize('NFC'))
  })
}
