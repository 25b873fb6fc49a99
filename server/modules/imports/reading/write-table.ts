// Writes a table back as CSV or a workbook, piece by piece, with text that no spreadsheet program runs as a formula.
import { plainText } from './cell-shape.ts'
import { guardFormula } from './formula-guard.ts'
import type { Cell, TableToWrite } from './source-table.ts'
import { writeWorkbook } from './xlsx-writer.ts'

export const TABLE_MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Pieces of the file in order; pauses between them keep a server responsive. */
export function writeTable(table: TableToWrite): AsyncGenerator<Uint8Array> {
  return table.format === 'csv' ? writeCsv(table) : writeWorkbook(table)
}

export async function writeTableBuffer(table: TableToWrite): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeTable(table)) pieces.push(piece)
  return Buffer.concat(pieces)
}

const PIECE_CHARACTERS = 65_536
/** Without this mark Excel reads UTF-8 as the local encoding and spoils every letter beyond ASCII. */
const BYTE_ORDER_MARK = '\ufeff'

async function* writeCsv(table: TableToWrite): AsyncGenerator<Uint8Array> {
  let text = BYTE_ORDER_MARK + csvLine(table.columns, table.columns.length)
  for await (const row of table.rows) {
    text += csvLine(row, table.columns.length)
    if (text.length < PIECE_CHARACTERS) continue
    yield Buffer.from(text, 'utf8')
    text = ''
    await new Promise(resolve => setImmediate(resolve))
  }
  yield Buffer.from(text, 'utf8')
}

function csvLine(cells: Cell[], width: number): string {
  const fields: string[] = []
  for (let column = 0; column < Math.max(cells.length, width); column += 1) {
    fields.push(csvField(plainText(cells[column] ?? null)))
  }
  // A single empty field would be an empty line, which readers may skip.
  return `${fields.length === 1 && fields[0] === '' ? '""' : fields.join(',')}\r\n`
}

function csvField(text: string): string {
  const safe = guardFormula(text)
  return /[",;\t|^\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
