// Reads JSON lists of records into tables: keys become columns, one level of nesting is spread, nothing is dropped.
import { keepText, type TextKeeper } from './cell-text.ts'
import { jsonErrorOffset } from './json-error-place.ts'
import { columnLetters, refusal } from './reading-budget.ts'
import type { Cell, SourceTable } from './source-table.ts'

type Json = null | string | number | boolean | Json[] | { [key: string]: Json }
type JsonObject = { [key: string]: Json }

interface NamedList {
  name: string
  records: Json[]
}

export function looksLikeJson(text: string): boolean {
  return /^\ufeff?\s*(?:\{\s*["}]|\[\s*[[{"\d\]tfn-])/.test(text.slice(0, 1000))
}

/** JSON lines: each line an object. `undefined` when the text is neither; errors: `json_broken`, `json_not_records`, `google_shortcut`. */
export async function readJson(
  text: string,
  makeKeeper: (table: string) => TextKeeper,
  fileName: string,
): Promise<{ tables: SourceTable[]; isLines: boolean }> {
  const lines = parseLines(text)
  const lists = lines === undefined ? listsIn(parseWhole(text), fileName) : [{ name: fileName, records: lines }]
  if (lists.length === 0) throw refusal('json_not_records', { example: '{"partner": "…", "country": "…"}' })
  const tables: SourceTable[] = []
  for (const list of lists) tables.push(await recordTable(list, makeKeeper(list.name)))
  return { tables, isLines: lines !== undefined }
}

/** Identifiers of 16 digits and more would lose their last digits as numbers; they become text. */
function parse(text: string): Json {
  const value = JSON.parse(text) as Json
  if (!/[:,[]\s*-?\d{16}/.test(text)) return value
  // Only text that was parsed once may meet this expression: it relies on strings being closed.
  const quoted = text.replace(
    /"[^"\\]*(?:\\.[^"\\]*)*"|(-?\d{16,})(?=\s*[,}\]])/g,
    (whole: string, digits: string | undefined) =>
      digits === undefined || Number.isSafeInteger(Number(digits)) ? whole : `"${digits}"`,
  )
  return JSON.parse(quoted) as Json
}

function parseWhole(text: string): Json {
  try {
    return parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw refusal('json_broken', placeOfError(text), error)
  }
}

function placeOfError(text: string): { line: number; column: number } {
  const before = text.slice(0, jsonErrorOffset(text)).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

function parseLines(text: string): Json[] | undefined {
  const first = text.trimStart().split('\n', 1)[0]!
  if (!/^\{.*\}\s*$/.test(first)) return undefined
  try {
    parse(first)
  } catch {
    return undefined
  }
  const lines = text.split('\n')
  const records: Json[] = []
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') {
      // Row numbers must agree with lines; blank ones at the end are no rows.
      records.push(null)
      continue
    }
    try {
      records.push(parse(line))
    } catch (error) {
      throw refusal('json_broken', { line: index + 1, column: placeOfError(line).column }, error)
    }
  }
  while (records.at(-1) === null) records.pop()
  return records.length > 1 ? records : undefined
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const DEEPEST_LIST = 3

/** Lists of objects (or of rows), however few levels down they stand, the whole when it is one. */
function listsIn(value: Json, name: string, depth = 0): NamedList[] {
  if (Array.isArray(value)) {
    const isList = value.length > 0 && value.every(item => item === null || typeof item === 'object')
    return isList || (depth === 0 && value.length > 0) ? [{ name, records: value }] : []
  }
  if (!isObject(value) || depth > DEEPEST_LIST) return []
  if (depth === 0 && typeof value.doc_id === 'string') throw refusal('google_shortcut')
  const entries = Object.entries(value)
  const lists = entries.flatMap(([key, item]) => listsIn(item, depth === 0 ? key : `${name}.${key}`, depth + 1))
  if (lists.length > 0 || depth > 0) return lists
  const isKeyed = entries.length > 1 && entries.every(([, item]) => isObject(item))
  if (isKeyed) return [{ name, records: entries.map(([key, item]) => ({ key, ...(item as JsonObject) })) }]
  return entries.length > 0 ? [{ name, records: [value] }] : []
}

/** Row 0 holds the keys, so that record 1 is row 1. Lists of lists have no keys and start with row 1. */
async function recordTable(list: NamedList, keeper: TextKeeper): Promise<SourceTable> {
  const { name, records } = list
  const isGrid = records.every(record => Array.isArray(record))
  const columns = new Map<string, number>()
  const rows: Cell[][] = isGrid ? [] : [[]]
  const writer = new CellWriter(keeper)
  let filledRows = 0
  for (const [index, record] of records.entries()) {
    const row: Cell[] = []
    for (const [key, value] of isGrid ? gridFields(record as Json[]) : writer.fields(record)) {
      const column = typeof key === 'number' ? key : columnOf(columns, key)
      writer.put(row, column, value, index + 1, String(key))
    }
    if (row.length > 0) filledRows += 1
    keeper.budget.countRow(name, index + 1, filledRows, Math.max(1, row.length))
    rows.push(row)
    if (keeper.budget.isPauseDue) await keeper.budget.pause()
  }
  if (!isGrid) for (const key of columns.keys()) rows[0]!.push(keepText(keeper, key, 0, rows[0]!.length))
  writer.finish([...columns.keys()])
  const limit = keeper.budget.limits.columns
  if (!isGrid && rows[0]!.length > limit) rows[0]!.length = limit
  return { name, kind: 'json', rows, firstRowNumber: isGrid ? 1 : 0, merges: [] }
}

function gridFields(record: Json[]): [number, Json][] {
  return record.map((value, column) => [column, value])
}

function columnOf(columns: Map<string, number>, key: string): number {
  const known = columns.get(key)
  if (known !== undefined) return known
  columns.set(key, columns.size)
  return columns.size - 1
}

class CellWriter {
  private readonly keeper: TextKeeper
  private readonly joined = new Set<string>()
  private readonly deep = new Set<string>()
  private readonly spread = new Set<string>()
  private readonly cut = { count: 0, lastColumn: 0, row: 0 }

  constructor(keeper: TextKeeper) {
    this.keeper = keeper
  }

  fields(record: Json): [string, Json][] {
    if (!isObject(record)) return record === null ? [] : [['value', record]]
    return Object.entries(record).flatMap(([key, value]): [string, Json][] => {
      if (!isObject(value)) return [[key, value]]
      return Object.entries(value).map(([inner, item]) => {
        this.spread.add(`${key}.${inner}`)
        return [`${key}.${inner}`, item]
      })
    })
  }

  put(row: Cell[], column: number, value: Json, number: number, key: string): void {
    const cell = this.cell(value, number, column, key)
    if (cell === null) return
    if (column >= this.keeper.budget.limits.columns) {
      if (this.cut.count === 0) this.cut.row = number
      this.cut.count += 1
      this.cut.lastColumn = Math.max(this.cut.lastColumn, column)
      return
    }
    while (row.length < column) row.push(null)
    row[column] = cell
  }

  private cell(value: Json, row: number, column: number, key: string): Cell {
    if (value === null || value === '') return null
    if (typeof value === 'string') return this.keep(value, row, column)
    if (typeof value !== 'object') return value
    if (Array.isArray(value) && value.every(item => typeof item !== 'object' || item === null)) {
      const items = value.filter(item => item !== null && item !== '')
      if (items.length === 0) return null
      if (items.length > 1) this.joined.add(key)
      return this.keep(items.join('\n'), row, column)
    }
    this.deep.add(key)
    return this.keep(JSON.stringify(value), row, column)
  }

  private keep(text: string, row: number, column: number): Cell {
    const kept = keepText(this.keeper, text, row, column)
    return kept === '' ? null : kept
  }

  finish(keys: string[]): void {
    const { table, notices, budget } = this.keeper
    const example = [...this.spread].slice(0, 3).join(', ')
    if (example !== '') notices.add('values_flattened', 'info', { table, values: { example } })
    for (const [code, set] of [['lists_joined', this.joined] as const, ['deep_values_as_json', this.deep] as const]) {
      if (set.size > 0) notices.add(code, 'info', { table, values: { columns: [...set].slice(0, 10).join(', ') } })
    }
    if (this.cut.count === 0) return
    const { count, row, lastColumn } = this.cut
    const kept = budget.limits.columns
    const last = keys[lastColumn] ?? columnLetters(lastColumn)
    notices.add('columns_cut', 'warning', {
      table,
      row,
      values: { count, row, kept, last, end: columnLetters(kept - 1) },
    })
  }
}
