// From a file to the table that a plan is made of: which sheet, which header.
import { chooseTable } from '../reading/choose-table.ts'
import { nameColumns } from '../reading/column-names.ts'
import { guessHeader } from '../reading/header-guess.ts'
import type { HeaderGuess, SourceFile, SourceTable } from '../reading/source-table.ts'
import type { SheetOutline } from './plan.ts'

export interface OpenTable {
  table: SourceTable
  header: HeaderGuess
}

/** The sheet that was asked for, else the one that looks like the list; the header row asked for, else the guessed one. */
export function openTable(file: SourceFile, choice: { sheet?: string | null; headerRow?: number | null }): OpenTable {
  const named = file.tables.find(table => table.name === choice.sheet)
  const { table, header } = named ? { table: named, header: guessHeader(named) } : chooseTable(file)
  if (choice.headerRow === undefined || choice.headerRow === null) return { table, header }
  return { table, header: headerAt(table, header, choice.headerRow) }
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
