// From a file to the table that a plan is made of: which sheet, which header.
import { languages, translator } from '#core/i18n.ts'
import { addedColumns } from '#modules/agreements/index.ts'
import { chooseTable } from '../reading/choose-table.ts'
import { nameColumns } from '../reading/column-names.ts'
import { guessHeader } from '../reading/header-guess.ts'
import { type OwnColumns, withoutOwnColumns } from '../reading/own-columns.ts'
import type { HeaderGuess, SourceFile, SourceTable } from '../reading/source-table.ts'
import type { SheetOutline } from './plan.ts'

export interface OpenTable {
  table: SourceTable
  header: HeaderGuess
  /** Records by row number, when the list was exported from here. */
  ids?: ReadonlyMap<number, string>
}

/** The sheet that was asked for, else the one that looks like the list; the header row asked for, else the guessed one. */
export function openTable(file: SourceFile, choice: { sheet?: string | null; headerRow?: number | null }): OpenTable {
  const named = file.tables.find(table => table.name === choice.sheet)
  const { table, header } = named ? { table: named, header: guessHeader(named) } : chooseTable(file)
  const chosen =
    choice.headerRow === undefined || choice.headerRow === null ? header : headerAt(table, header, choice.headerRow)
  return withoutOwnColumns(table, chosen, ownColumns()) ?? { table, header: chosen }
}

/** The first added columns tell an export; later versions of the product may add others behind them. */
const enough = 4

const ownColumns = (): OwnColumns[] => {
  const first = addedColumns.slice(0, enough)
  return [
    ...languages.map(language => first.map(column => [translator(language)(column.label)])),
    first.map(column => [column.key]),
  ]
}

/** A header in the row that a person chose; 0 means that the list has none. */
function headerAt(table: SourceTable, guess: HeaderGuess, rowNumber: number): HeaderGuess {
  const index = rowNumber === 0 ? -1 : rowNumber - table.firstRowNumber
  if (index === guess.headerRow || index >= table.rows.length) return guess
  const headerRows = index < 0 ? 0 : 1
  const above = (rows: number[]) => rows.filter(row => row > index)
  return {
    ...guess,
    headerRow: index,
    headerRows,
    firstDataRow: index + 1,
    columns: nameColumns(table, index, headerRows, guess.lastDataRow),
    confidence: 1,
    footers: above(guess.footers),
    emptyRows: above(guess.emptyRows),
    repeatedHeaders: above(guess.repeatedHeaders),
  }
}

export const outlineOf = (file: SourceFile): SheetOutline[] =>
  file.tables.map(table => ({
    name: table.name,
    rows: table.rows.length,
    columns: table.rows.reduce((most, row) => Math.max(most, row.length), 0),
    hidden: table.hidden ?? false,
  }))
