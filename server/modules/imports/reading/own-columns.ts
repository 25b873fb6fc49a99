// Recognises a list that was exported from here: the columns that the product added stand apart from those of the office.
import { cellText } from './cell-shape.ts'
import type { HeaderGuess, SourceTable } from './source-table.ts'

/** Names of the added columns, first the one that holds the record's id; in each language of the product, and as keys. */
export type OwnColumns = readonly (readonly string[])[]

export interface OwnList {
  table: SourceTable
  header: HeaderGuess
  /** Id of the record by row number as a person counts. */
  ids: ReadonlyMap<number, string>
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The list without the added columns; undefined for a list that was not exported from here. */
export function withoutOwnColumns(
  table: SourceTable,
  header: HeaderGuess,
  names: readonly OwnColumns[],
): OwnList | undefined {
  const headers = header.columns.map(column => column.original.trim())
  const start = headers.findIndex((_, at) =>
    names.some(columns => columns.every((column, offset) => column.includes(headers[at + offset] ?? ''))),
  )
  if (start < 0) return undefined
  const first = header.columns[start]!.index
  const ids = new Map<number, string>()
  for (let row = header.firstDataRow; row <= header.lastDataRow; row += 1) {
    const id = cellText(table.rows[row]?.[first]).trim()
    if (UUID.test(id)) ids.set(row + table.firstRowNumber, id.toLowerCase())
  }
  // A list of records that were typed in here has no columns of its own: then ours say what they are.
  if (start === 0) return { table, header, ids }
  const rows = table.rows.map(row => row.slice(0, first))
  return {
    table: { ...table, rows },
    header: { ...header, columns: header.columns.filter(column => column.index < first) },
    ids,
  }
}
