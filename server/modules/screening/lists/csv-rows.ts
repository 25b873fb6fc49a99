// Rows of a CSV file one by one, with quotes, any of the usual delimiters, and limits against broken files.
import { decode } from './decode.ts'
import { ListNotReadable } from './list-entry.ts'

const longestField = 1_000_000
const mostFields = 1000

function delimiterOf(head: string): string {
  const line = head.slice(0, head.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '')
  const counted = [';', ',', '\t', '|'].map(one => ({ one, count: line.split(one).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).one
}

export interface CsvRow {
  cells: string[]
  /** The row, counted from 1. */
  number: number
}

/** @throws ListNotReadable `csv_broken`, `encoding` */
export async function* readCsvRows(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const scanner = new RowScanner()
  let first = true
  for await (const text of decode(chunks)) {
    if (text === '') continue
    if (first) scanner.delimiter = delimiterOf(text)
    yield* scanner.read(text)
    first = false
  }
  yield* scanner.end()
}

class RowScanner {
  delimiter = ','
  private cells: string[] = []
  private field = ''
  private quoted = false
  private closed = false
  private number = 0

  private take(text: string): void {
    this.field += text
    if (this.field.length > longestField) throw new ListNotReadable('csv_broken', String(this.number + 1))
  }

  *read(text: string): Generator<CsvRow> {
    let start = 0
    for (let at = 0; at < text.length; at += 1) {
      const letter = text[at]!
      if (this.quoted) {
        if (letter !== '"') continue
        this.take(text.slice(start, at))
        this.quoted = false
        this.closed = true
        start = at + 1
      } else if (letter === '"' && (this.closed || (this.field === '' && start === at))) {
        // A quote right after a closing one is a quote of the text itself.
        if (this.closed) this.field += '"'
        this.quoted = true
        this.closed = false
        start = at + 1
      } else if (letter === this.delimiter || letter === '\n' || letter === '\r') {
        this.take(text.slice(start, at))
        start = at + 1
        if (letter === this.delimiter) this.endField()
        else yield* this.endRow()
      } else if (this.closed) this.closed = false
    }
    this.take(text.slice(start))
  }

  *end(): Generator<CsvRow> {
    if (this.quoted) throw new ListNotReadable('csv_broken', String(this.number + 1))
    yield* this.endRow()
  }

  private endField(): void {
    this.cells.push(this.field)
    this.field = ''
    this.closed = false
    if (this.cells.length > mostFields) throw new ListNotReadable('csv_broken', String(this.number + 1))
  }

  private *endRow(): Generator<CsvRow> {
    this.endField()
    const { cells } = this
    this.cells = []
    if (cells.length === 1 && cells[0]!.trim() === '') return
    this.number += 1
    yield { cells, number: this.number }
  }
}

/** Rows by the names of their columns; the first row names them. */
export async function* readCsvRecords(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ record: Readonly<Record<string, string>>; number: number }> {
  let header: string[] | undefined
  for await (const { cells, number } of readCsvRows(chunks)) {
    if (header === undefined) header = cells.map(cell => cell.trim())
    else yield { record: Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])), number }
  }
  if (header === undefined) throw new ListNotReadable('empty')
}
