// Makes the plan of one table: columns, rows and distinct partners. Pure; matching with records comes after.
import { fold } from '#modules/registry/index.ts'
import { cellText } from '../meaning/cell-text.ts'
import { type ColumnMeaning, columnMeanings } from '../meaning/column-meanings.ts'
import { type ColumnOptions, optionsFor } from '../meaning/column-options.ts'
import { dataRows, guessColumns } from '../meaning/columns.ts'
import { kindOfList } from '../meaning/kind-hint.ts'
import { guessListKind } from '../meaning/list-kind.ts'
import { understandRow } from '../meaning/row.ts'
import type { RowColumn, RowOptions, UnderstoodPartner, UnderstoodRow } from '../meaning/understood-row.ts'
import { expandMerges } from '../reading/merged-cells.ts'
import type { Cell, HeaderGuess, SourceTable } from '../reading/source-table.ts'
import type { PlannedColumn, PlannedPartner, PlannedRow, TablePlan } from './plan.ts'

export interface TableChoices {
  today: Temporal.PlainDate
  /** A header row chosen by a person, as a person counts; 0 for "there is none". */
  header?: HeaderGuess
  columns?: readonly { index: number; meaning: string; options?: ColumnOptions | undefined }[]
  listKind?: 'agreements' | 'organisations'
  /** Yields to the server between batches of rows, and stops when the work was cancelled. */
  pause?: (done: number, total: number) => Promise<void>
}

const rowsAtOnce = 200
const mostSamples = 5

/** Understands a table with the header and meanings given, guessed otherwise. */
export async function planTable(source: SourceTable, header: HeaderGuess, choices: TableChoices): Promise<TablePlan> {
  const table = { ...source, rows: expandMerges(source).rows }
  const columns = chosenColumns(table, header, choices)
  const indexes = dataRows(table, header)
  const listKind = choices.listKind ?? guessListKind(asGuesses(columns, indexes.length)).kind
  const rows: PlannedRow[] = []
  const partners = new Map<string, PlannedPartner>()
  const kind = kindOfList(source, header, columns)
  let sectionCountry: string | undefined
  let partnersAbove: UnderstoodPartner[] = []
  for (const [done, index] of indexes.entries()) {
    if (done % rowsAtOnce === 0) await choices.pause?.(done, indexes.length)
    const cells = table.rows[index] ?? []
    const options: RowOptions = {
      today: choices.today,
      listKind,
      partnersAbove,
      ...(kind && { kindOfList: kind }),
      ...(sectionCountry && { sectionCountry }),
    }
    const understood = understandRow(cells, columns as unknown as RowColumn[], options)
    if (understood.section) sectionCountry = understood.section.country
    partnersAbove = understood.partners
    const row = index + source.firstRowNumber
    rows.push(plannedRow(row, source.rows[index] ?? [], understood, notePartners(partners, understood, row)))
  }
  await choices.pause?.(indexes.length, indexes.length)
  return {
    sheet: source.name,
    header: {
      headerRow: header.headerRow < 0 ? 0 : header.headerRow + source.firstRowNumber,
      headerRows: header.headerRows,
      firstDataRow: header.firstDataRow + source.firstRowNumber,
      lastDataRow: header.lastDataRow + source.firstRowNumber,
      signature: signatureOf(columns),
    },
    columns,
    listKind,
    rows,
    partners: [...partners.values()],
  }
}

/** The same headers in the same order are the same list, however they are spaced or spelt. */
export const signatureOf = (columns: readonly { source: string }[]): string =>
  columns.map(column => fold(column.source)).join('|')

/** Columns as the guess knows them: filled as a share of the rows. */
const asGuesses = (columns: PlannedColumn[], rows: number) =>
  columns.map(column => ({ ...column, filled: column.filled / Math.max(1, rows) })) as unknown as Parameters<
    typeof guessListKind
  >[0]

export const isMeaning = (text: string): text is ColumnMeaning => (columnMeanings as readonly string[]).includes(text)

function chosenColumns(table: SourceTable, header: HeaderGuess, choices: TableChoices): PlannedColumn[] {
  const rows = dataRows(table, header)
  const wanted = new Map((choices.columns ?? []).map(column => [column.index, column]))
  return guessColumns(table, header).map(guess => {
    const cells = rows.map(row => table.rows[row]?.[guess.index] ?? null)
    const texts = cells.map(cell => cellText(cell).trim()).filter(text => text !== '')
    const said = wanted.get(guess.index)
    const planned: PlannedColumn = {
      index: guess.index,
      source: guess.source,
      meaning: guess.meaning,
      confidence: guess.confidence,
      reasons: guess.reasons,
      alternatives: guess.alternatives.map(one => one.meaning),
      options: guess.options,
      samples: [...new Set(texts)].slice(0, mostSamples),
      filled: texts.length,
    }
    return said && isMeaning(said.meaning) ? corrected(planned, said.meaning, said.options, cells) : planned
  })
}

/** A meaning chosen by a person is sure; its options are read anew and those that were chosen stay. */
function corrected(
  column: PlannedColumn,
  meaning: ColumnMeaning,
  options: ColumnOptions | undefined,
  cells: readonly Cell[],
): PlannedColumn {
  const fresh = meaning === column.meaning ? column.options : optionsFor(meaning, column.source, cells)
  const isSame = meaning === column.meaning && (options === undefined || Object.keys(options).length === 0)
  return {
    ...column,
    meaning,
    confidence: isSame ? column.confidence : 1,
    reasons: isSame ? column.reasons : ['chosen'],
    options: { ...fresh, ...options },
  }
}

/** A partner text is the same partner when text and place agree. */
export const partnerKey = (partner: Pick<UnderstoodPartner, 'input' | 'country' | 'city'>): string =>
  [fold(partner.input), partner.country ?? '', partner.city ? fold(partner.city) : ''].join('|')

function notePartners(partners: Map<string, PlannedPartner>, understood: UnderstoodRow, row: number): string[] {
  return understood.partners.map(partner => {
    const key = partnerKey(partner)
    const known = partners.get(key)
    if (known) {
      if (known.rows.at(-1) !== row) known.rows.push(row)
      return key
    }
    partners.set(key, {
      key,
      written: partner.input,
      country: partner.country ?? null,
      city: partner.city ?? null,
      hints: hintsOf(partner),
      rows: [row],
      outcome: 'new',
      organisationId: null,
      candidates: [],
      evidence: [],
      decision: null,
    })
    return key
  })
}

const hintsOf = (partner: UnderstoodPartner): PlannedPartner['hints'] => ({
  otherNames: partner.otherNames,
  identifiers: partner.identifiers,
  ...(partner.unit !== undefined && { unit: partner.unit }),
  ...(partner.website !== undefined && { website: partner.website }),
  ...(partner.latitude !== undefined && { latitude: partner.latitude }),
  ...(partner.longitude !== undefined && { longitude: partner.longitude }),
  ...(partner.parts !== undefined && { parts: partner.parts }),
})

function plannedRow(row: number, cells: Cell[], understood: UnderstoodRow, partnerKeys: string[]): PlannedRow {
  return {
    row,
    cells,
    fingerprint: '',
    understood: { ...understood, partnerKeys, similar: [], changed: [] },
    status: understood.status,
    outcome: understood.status === 'skipped' ? 'skip' : 'create',
    existingId: null,
    decisions: {},
  }
}
