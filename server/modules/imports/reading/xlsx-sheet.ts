// Reads one sheet of a workbook as a stream of cells, keeping rows and columns where a person sees them.
import { LAST_COLUMN, LAST_ROW, parseRange, parseReference } from './cell-reference.ts'
import { keepText, type TextKeeper } from './cell-text.ts'
import { columnLetters, refusal } from './reading-budget.ts'
import { type NumberShape, numberCell } from './serial-date.ts'
import type { Cell, CellRange, SourceTable } from './source-table.ts'
import { unescapeCharacters } from './xlsx-parts.ts'
import { prefixedAttribute, type XmlEvents } from './xml-events.ts'

export interface SheetContext extends TextKeeper {
  strings: string[]
  shapes: NumberShape[]
  is1904: boolean
}

export interface PendingLink {
  range: CellRange
  relationship: string
}

const MERGES_KEPT = 200_000

/** Receives the XML events of one sheet part; `finish()` gives the table, with links still to be resolved. */
export class SheetReader implements XmlEvents {
  readonly links: PendingLink[] = []
  private readonly context: SheetContext
  private readonly rows: Cell[][] = []
  private readonly merges: CellRange[] = []
  private readonly hiddenColumns: string[] = []
  private listRange: CellRange | undefined
  private filledRows = 0
  private row: Cell[] = []
  private rowIndex = -1
  private columnIndex = -1
  private type = ''
  private style = -1
  private value = ''
  private formula = ''
  private hasFormula = false
  private reading: 'value' | 'formula' | 'text' | undefined
  private isAid = false
  private cut = { count: 0, lastColumn: 0, firstRow: 0 }

  constructor(context: SheetContext) {
    this.context = context
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') this.openCell(attributes)
    else if (name === 'v') this.reading = 'value'
    else if (name === 'row') this.openRow(attributes)
    else if (name === 'f') {
      this.reading = 'formula'
      this.hasFormula = true
    } else if (name === 't') this.reading = this.isAid ? undefined : 'text'
    else if (name === 'rPh') this.isAid = true
    else this.openFrame(name, attributes)
  }

  text(piece: string): void {
    if (this.reading === undefined) return
    if (this.reading === 'formula') this.formula += piece
    else this.value += piece
  }

  close(name: string): void {
    if (name === 'c') this.closeCell()
    else if (name === 'v' || name === 't' || name === 'f') this.reading = undefined
    else if (name === 'row') this.closeRow()
    else if (name === 'rPh') this.isAid = false
  }

  private openFrame(name: string, attributes: Record<string, string>): void {
    if (name === 'mergeCell') {
      const range = parseRange(attributes.ref ?? '')
      if (range !== undefined && this.merges.length < MERGES_KEPT) this.merges.push(range)
    } else if (name === 'hyperlink') {
      const range = parseRange(attributes.ref ?? '')
      const relationship = prefixedAttribute(attributes, 'id')
      if (range !== undefined && relationship !== undefined) this.links.push({ range, relationship })
    } else if (name === 'autoFilter') this.listRange ??= parseRange(attributes.ref ?? '')
    else if (name === 'col' && isTrue(attributes.hidden)) {
      const first = columnLetters(Number(attributes.min) - 1)
      const last = columnLetters(Math.min(Number(attributes.max), LAST_COLUMN + 1) - 1)
      this.hiddenColumns.push(first === last ? first : `${first}:${last}`)
    }
  }

  private openRow(attributes: Record<string, string>): void {
    const number = attributes.r === undefined ? this.rowIndex + 2 : Number(attributes.r)
    if (!(Number.isInteger(number) && number >= 1 && number <= LAST_ROW + 1)) {
      throw refusal('damaged', { part: `${this.context.table}, row ${attributes.r}` })
    }
    this.rowIndex = number - 1
    this.columnIndex = -1
    this.row = this.rows[this.rowIndex] ?? []
    if (isTrue(attributes.hidden)) {
      this.context.notices.add('hidden_rows', 'info', { table: this.context.table, row: number })
    }
  }

  private closeRow(): void {
    if (this.row.length === 0) return
    // Empty rows cost memory too, so they count: a hostile sheet may fill only its last row.
    const gap = Math.max(0, this.rowIndex - this.rows.length)
    while (this.rows.length < this.rowIndex) this.rows.push([])
    if (this.rows[this.rowIndex] !== this.row) this.filledRows += 1
    this.rows[this.rowIndex] = this.row
    this.context.budget.countRow(this.context.table, this.rowIndex + 1, this.filledRows, this.row.length + gap)
  }

  private openCell(attributes: Record<string, string>): void {
    this.columnIndex += 1
    if (attributes.r !== undefined) {
      const place = parseReference(attributes.r)
      if (place === undefined) throw refusal('damaged', { part: `${this.context.table}, ${attributes.r}` })
      this.columnIndex = place.column
    }
    this.type = attributes.t ?? 'n'
    this.style = attributes.s === undefined ? -1 : Number(attributes.s)
    this.value = ''
    this.formula = ''
    this.hasFormula = false
    this.reading = undefined
  }

  private closeCell(): void {
    const cell = this.cell()
    if (cell === null) return
    if (this.columnIndex >= this.context.budget.limits.columns) {
      if (this.cut.count === 0) this.cut.firstRow = this.rowIndex + 1
      this.cut.count += 1
      this.cut.lastColumn = Math.max(this.cut.lastColumn, this.columnIndex)
      return
    }
    while (this.row.length < this.columnIndex) this.row.push(null)
    this.row[this.columnIndex] = cell
  }

  private cell(): Cell {
    if (this.hasFormula) {
      const link = hyperlinkFormula(this.formula)
      if (link !== undefined) {
        const text = this.keep(this.value === '' ? link.text : unescapeCharacters(this.value))
        return { link: this.keep(link.link), text }
      }
      // Empty text is a result; a formula with no value and no text type was saved by a program that does not calculate.
      if (this.value === '' && this.type !== 'str') return this.bareFormula()
    }
    if (this.value === '') return null
    return this.valueCell()
  }

  private bareFormula(): Cell {
    if (this.formula === '') return null
    this.notice('formula_without_result')
    return this.keep(`=${this.formula}`)
  }

  private valueCell(): Cell {
    const { strings } = this.context
    if (this.type === 's') {
      const text = strings[Number(this.value)]
      if (text === undefined) this.notice('unreadable_cells')
      return text === undefined || text === '' ? null : this.keep(text)
    }
    if (this.type === 'b') return this.value === '1' || this.value === 'true'
    if (this.type === 'e') {
      this.notice('error_values', { example: this.value })
      return { error: this.keep(this.value) }
    }
    if (this.type === 'd') return this.isoCell()
    if (this.type === 'n' || this.type === '') return this.numericCell()
    return this.keep(unescapeCharacters(this.value))
  }

  private numericCell(): Cell {
    const number = Number(this.value)
    if (!Number.isFinite(number)) return this.keep(this.value)
    const shape = this.context.shapes[this.style]
    if (shape === undefined) return number
    const cell = numberCell(number, shape, this.context.is1904)
    if (cell === undefined) this.notice('impossible_date', { example: this.value })
    return cell === undefined ? number : cell
  }

  /** Strict workbooks write dates as ISO text. */
  private isoCell(): Cell {
    const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.\d+)?)?Z?$/.exec(this.value)
    const milliseconds = match === null ? Number.NaN : Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`)
    if (match === null || Number.isNaN(milliseconds)) return this.keep(this.value)
    const serial = (milliseconds - Date.UTC(1899, 11, 30)) / 86_400_000
    const hasTime = match[2] !== undefined && match[2] !== '00:00:00'
    return { date: hasTime ? `${match[1]}T${match[2]}` : match[1]!, serial }
  }

  private keep(text: string): string {
    return keepText(this.context, text, this.rowIndex + 1, this.columnIndex)
  }

  private notice(
    code: 'formula_without_result' | 'unreadable_cells' | 'error_values' | 'impossible_date',
    values: Record<string, string> = {},
  ): void {
    const { table, notices } = this.context
    notices.add(code, 'warning', { table, row: this.rowIndex + 1, column: this.columnIndex, values })
  }

  finish(name: string, hidden: boolean): SourceTable {
    const { table, notices, budget } = this.context
    while (this.rows.length > 0 && this.rows.at(-1)!.length === 0) this.rows.pop()
    if (this.cut.count > 0) {
      const kept = budget.limits.columns
      const values = {
        count: this.cut.count,
        kept,
        end: columnLetters(kept - 1),
        last: columnLetters(this.cut.lastColumn),
      }
      notices.add('columns_cut', 'warning', {
        table,
        row: this.cut.firstRow,
        values: { ...values, row: this.cut.firstRow },
      })
    }
    if (this.hiddenColumns.length > 0) {
      notices.add('hidden_columns', 'info', { table, values: { columns: this.hiddenColumns.slice(0, 20).join(', ') } })
    }
    const bottom = this.rows.length - 1
    const merges = this.merges
      .filter(range => range.top <= bottom)
      .map(range => ({ ...range, bottom: Math.min(range.bottom, bottom) }))
    const result: SourceTable = { name, kind: 'xlsx', rows: this.rows, firstRowNumber: 1, merges }
    if (hidden) result.hidden = true
    if (this.listRange !== undefined && this.listRange.top <= bottom) result.listRange = this.listRange
    return result
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** Only addresses and texts written out in the formula are known; a text that is computed comes from the stored result. */
function hyperlinkFormula(formula: string): { link: string; text: string } | undefined {
  const match = /^\s*(?:_xlfn\.)?HYPERLINK\s*\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*(?:"((?:[^"]|"")*)"\s*)?|\))/i.exec(
    formula,
  )
  if (match === null) return undefined
  const link = match[1]!.replaceAll('""', '"')
  return { link, text: match[2]?.replaceAll('""', '"') ?? link }
}
