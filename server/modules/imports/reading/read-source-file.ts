// The door of reading: any file or pasted text becomes tables of original cells, or one clear refusal.
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { TextKeeper } from './cell-text.ts'
import { type DelimitedRows, readDelimited } from './delimited-text.ts'
import { recogniseFile } from './file-kind.ts'
import { declaredCharset, looksLikeHtml, readHtmlTables } from './html-tables.ts'
import { looksLikeJson, readJson } from './json-records.ts'
import { type DecodedText, decodeText } from './line-decoding.ts'
import { megabytes, ReadingBudget, type ReadingLimits, refusal } from './reading-budget.ts'
import { NoticeBook } from './reading-notices.ts'
import type { SourceFile, SourceTable } from './source-table.ts'
import { readWorkbook } from './xlsx-workbook.ts'

export type SourceInput = { path: string } | { bytes: Uint8Array } | { pastedText: string }

export interface ReadingOptions {
  /** Names the table of a file without sheets, and lets a misleading extension be told. */
  fileName?: string
  limits?: Partial<ReadingLimits>
  signal?: AbortSignal
  /** Overrides the guess for text files: a WHATWG label such as `windows-1251`. */
  encoding?: string
  /** Overrides the guess for text files: one character, or empty when each line is one cell. */
  separator?: string
}

/**
 * Decides by content, never by extension. Throws `ReadingError` for files that cannot be read at all,
 * the reason of `options.signal` when it aborts; everything odd but readable is in `notices`.
 */
export async function readSourceFile(input: SourceInput, options: ReadingOptions = {}): Promise<SourceFile> {
  const budget = new ReadingBudget(options.limits, options.signal)
  const notices = new NoticeBook()
  await budget.pause()
  const bytes = await inputBytes(input, options.fileName, budget)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await budget.pause()
  const name = options.fileName ?? ('path' in input ? basename(input.path) : undefined)
  const read =
    'pastedText' in input
      ? await readText(plainText(input.pastedText), true, { name, budget, notices, options })
      : await readBytes(bytes, { name, budget, notices, options })
  if (read.tables.every(table => table.rows.every(row => row.length === 0))) throw refusal('no_cells')
  noticeMisleadingName(name, read.format, notices)
  return { ...read, notices: notices.list(), sha256, bytes: bytes.length }
}

interface Reading {
  name: string | undefined
  budget: ReadingBudget
  notices: NoticeBook
  options: ReadingOptions
}

type ReadTables = Pick<SourceFile, 'tables' | 'format' | 'encoding' | 'separator'>

async function inputBytes(
  input: SourceInput,
  fileName: string | undefined,
  budget: ReadingBudget,
): Promise<Uint8Array> {
  const limit = budget.limits.fileBytes
  const check = (size: number) => {
    if (size > limit) throw refusal('file_too_large', { megabytes: megabytes(size), limit: megabytes(limit) })
  }
  if (!('path' in input)) {
    const bytes = 'bytes' in input ? input.bytes : Buffer.from(input.pastedText, 'utf8')
    check(bytes.length)
    return bytes
  }
  try {
    await using file = await open(input.path)
    const status = await file.stat()
    if (!status.isFile()) throw refusal('file_not_found', { name: fileName ?? basename(input.path) })
    check(status.size)
    return await file.readFile()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw refusal('file_not_found', { name: fileName ?? basename(input.path) }, error)
    }
    throw error
  }
}

async function readBytes(bytes: Uint8Array, reading: Reading): Promise<ReadTables> {
  const { budget, notices, options, name } = reading
  const file = await recogniseFile(bytes, name, budget)
  if (file.kind === 'workbook') {
    const tables = await readWorkbook(file.archive, budget, notices)
    const hasMacros = [...file.archive.entries.keys()].some(part => part.endsWith('vbaproject.bin'))
    return { tables, format: hasMacros ? 'xlsm' : 'xlsx' }
  }
  const decoded = await decodeText(bytes, options.encoding ?? pageEncoding(bytes), budget)
  if (looksBinary(decoded.text)) throw refusal('unknown_content')
  if (decoded.isGuessed) notices.add('encoding_guessed', 'info', { values: { encoding: decoded.encoding } })
  const read = await readText(decoded, false, reading)
  return { ...read, encoding: decoded.encoding }
}

/** A declared encoding counts only where the bytes are not valid UTF-8 anyway and it is a known one. */
function pageEncoding(bytes: Uint8Array): string | undefined {
  const label = declaredCharset(bytes)
  if (label === undefined) return undefined
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return label
  } catch {
    return undefined
  }
}

function plainText(text: string): DecodedText {
  return { text, encoding: 'utf-8', isGuessed: false, otherLines: [], brokenLines: [] }
}

const BINARY_SAMPLE = 65_536

/** Text files may hold a stray control character; in binary ones every tenth byte is one. */
function looksBinary(text: string): boolean {
  const sample = text.slice(0, BINARY_SAMPLE)
  const controls = sample.match(/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/g)?.length ?? 0
  return controls > 8 && controls > sample.length * 0.05
}

async function readText(decoded: DecodedText, isPasted: boolean, reading: Reading): Promise<ReadTables> {
  const { text } = decoded
  const { budget, notices, options, name } = reading
  if (text.trim() === '') throw refusal(text === '' ? 'empty_file' : 'no_cells')
  const makeKeeper = (table: string): TextKeeper => ({ table, budget, notices })
  if (options.separator === undefined && looksLikeJson(text)) {
    const json = await readJson(text, makeKeeper, tableName(name, 'JSON'))
    return { tables: json.tables, format: json.isLines ? 'jsonl' : 'json' }
  }
  if (!isPasted && looksLikeHtml(text)) return await readPage(text, makeKeeper, notices)
  refuseOtherText(text)
  const table = tableName(name, isPasted ? 'Pasted' : 'CSV')
  const delimited = await readDelimited(text, options.separator, makeKeeper(table))
  noticeEncodings(decoded, delimited, table, notices)
  const kind = isPasted ? 'pasted' : delimited.separator === '\t' ? 'tsv' : 'csv'
  const tables: SourceTable[] = [{ name: table, kind, rows: delimited.rows, firstRowNumber: 1, merges: [] }]
  return { tables, format: kind, separator: delimited.separator }
}

function tableName(fileName: string | undefined, otherwise: string): string {
  const name = fileName === undefined ? '' : basename(fileName, extname(fileName))
  return name === '' ? otherwise : name
}

async function readPage(
  text: string,
  makeKeeper: (table: string) => TextKeeper,
  notices: NoticeBook,
): Promise<ReadTables> {
  const tables = await readHtmlTables(text, makeKeeper)
  if (tables.length === 0) throw refusal('no_html_table')
  notices.add('html_read', 'info', { values: { count: tables.length } })
  return { tables, format: 'html' }
}

function refuseOtherText(text: string): void {
  const start = text.slice(0, 4000)
  if (/^\s*MIME-Version:/i.test(start)) throw refusal('not_a_table', { kind: 'page', format: 'MHTML' })
  if (!/^\ufeff?\s*<\?xml\s/i.test(start)) return
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) throw refusal('xml_spreadsheet')
  if (start.includes('opendocument')) throw refusal('open_document')
  throw refusal('not_a_table', { kind: 'document', format: 'XML' })
}

function noticeEncodings(decoded: DecodedText, rows: DelimitedRows, table: string, notices: NoticeBook): void {
  for (const row of rows.rowsOfLines(decoded.otherLines)) {
    const values = { encoding: decoded.otherEncoding ?? decoded.encoding }
    notices.add('mixed_encodings', 'warning', { table, row: row + 1, values })
  }
  for (const row of rows.rowsOfLines(decoded.brokenLines)) {
    notices.add('undecodable_bytes', 'warning', { table, row: row + 1, values: { encoding: decoded.encoding } })
  }
}

const FORMATS_BY_EXTENSION: Record<string, string[]> = {
  '.xlsx': ['xlsx'],
  '.xlsm': ['xlsm', 'xlsx'],
  '.xltx': ['xlsx'],
  '.xltm': ['xlsm', 'xlsx'],
  '.xls': [],
  '.ods': [],
  '.csv': ['csv', 'tsv'],
  '.tsv': ['tsv', 'csv'],
  '.json': ['json', 'jsonl'],
}

function noticeMisleadingName(name: string | undefined, format: string, notices: NoticeBook): void {
  if (name === undefined || format === 'pasted' || format === 'html') return
  const promised = FORMATS_BY_EXTENSION[extname(name).toLowerCase()]
  if (promised !== undefined && !promised.includes(format)) {
    notices.add('name_contradicts_content', 'info', { values: { name: basename(name), format } })
  }
}
