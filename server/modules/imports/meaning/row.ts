// Understands one row of a list: what agreement it describes, with whom, and what about it is not sure.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank, isLinkCell } from './cell-text.ts'
import { headerKey } from './column-headers.ts'
import { type ColumnMeaning, isDateMeaning } from './column-meanings.ts'
import { proposeCommitments } from './commitments.ts'
import { countryAtEnd, countryOf } from './countries.ts'
import { type Doubt, doubt, inColumn } from './doubt.ts'
import { parseFieldsCell } from './fields-of-science.ts'
import { findKinds, parseKindCell } from './kinds.ts'
import { parseLanguagesCell } from './languages.ts'
import { looksLikeInstitution } from './partner-words.ts'
import { commitmentsFromQuota } from './quota.ts'
import { findRenewal, yesOrNo } from './renewal.ts'
import { readDates } from './row-dates.ts'
import { readContacts, readPartners } from './row-partners.ts'
import { phrasePattern } from './text-folding.ts'
import { partiesInTitle } from './title-parties.ts'
import type { RowColumn, RowOptions, SkipReason, UnderstoodRow } from './understood-row.ts'

/** Reads one row. `cells[i]` is column i of the file, also where a column has no meaning. Never throws. */
export function understandRow(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  options: RowOptions,
): UnderstoodRow {
  const row = emptyRow()
  const skipped = skipReason(cells, columns)
  if (skipped) return skip(row, skipped, cells)
  readPartners(cells, columns, options, row)
  row.contacts = readContacts(cells, columns)
  for (const column of columns) noteErrorCell(cells[column.index] ?? null, column, row)
  readTexts(cells, columns, row)
  if (row.partners.length === 0) readPartiesOfTitle(columns, row)
  if (options.listKind !== 'organisations') {
    readDates(cells, columns, options, row)
    readKinds(cells, columns, options, row)
    readRemarks(row)
    readCommitments(cells, columns, row)
  }
  row.doubts = withoutRepeats(row.doubts)
  row.status = row.doubts.some(each => each.severity === 'error')
    ? 'error'
    : row.doubts.length > 0
      ? 'doubtful'
      : 'ready'
  return row
}

function emptyRow(): UnderstoodRow {
  return {
    status: 'ready',
    kinds: [],
    otherDates: [],
    partners: [],
    contacts: [],
    fields: [],
    languages: [],
    links: [],
    commitments: [],
    remarks: [],
    doubts: [],
  }
}

const FOOTER = phrasePattern(
  'total*; grand total; sub‌total; sum; count; average; source*; note*; legend; updated( on)?; last updated*; as of; generated*; end of (list|table|report); page; итог*; всего; сумма; источник*; примечани*; обновлен*; по состоянию на; جمع( کل)?; مجموع; منبع; توضیح*; یادداشت; به‌روزرسانی; تاریخ به‌روزرسانی; suma; fuente*; nota*; actualizad*; totaux; somme; source*; mis a jour*; remarque*; gesamt; summe; quelle; stand; المجموع; الإجمالي',
  'u',
)

function skipReason(cells: readonly Cell[], columns: readonly RowColumn[]): SkipReason | undefined {
  const filled = cells.flatMap((cell, index) => (isBlank(cell) ? [] : [{ index, text: cellText(cell).trim(), cell }]))
  if (filled.length === 0) return 'empty'
  const repeats = filled.filter(({ index, text }) => {
    const source = columns.find(each => each.index === index)?.source
    return source !== undefined && source !== '' && headerKey(source) === headerKey(text)
  })
  if (repeats.length >= 2 && repeats.length * 2 > filled.length) return 'repeated_header'
  const [first] = filled
  const partnerCells = filled.filter(({ index }) => columns.find(each => each.index === index)?.meaning === 'partner')
  const hasPartner = partnerCells.some(({ text }) => looksLikeInstitution(text))
  if (filled.length <= 2 && !hasPartner && first && cellError(first.cell) === undefined) {
    const lead = headerKey(first.text)
    if (/^[*†‡]/u.test(first.text) || (lead.search(FOOTER) === 0 && columns.length > 1)) return 'footer'
  }
  const wide = columns.filter(each => each.meaning !== 'ignored').length >= 3
  if (
    filled.length === 1 &&
    first &&
    wide &&
    cellError(first.cell) === undefined &&
    isHeading(first.text, partnerCells.length > 0)
  )
    return 'section_heading'
  return undefined
}

const REGION = phrasePattern(
  'europe; asia; africa; (north|south|latin|central) america; americas?; oceania; middle east; (eastern|western|central|northern|southern) (europe|asia|africa); cis; европа; азия; африка; америка; снг; اروپا; آسیا; آفریقا; آمریکا; america( del (norte|sur)| latina)?; europa; asie; afrique; amerique',
  'u',
)

/** Lists are often divided by lines that hold only a country, a region or a year. */
function isHeading(text: string, inPartnerColumn: boolean): boolean {
  if (countryOf(text) || REGION.test(headerKey(text))) return true
  return !inPartnerColumn && !looksLikeInstitution(text) && text.length <= 80
}

function skip(row: UnderstoodRow, reason: SkipReason, cells: readonly Cell[]): UnderstoodRow {
  row.status = 'skipped'
  row.skipped = reason
  if (reason === 'section_heading') {
    const text = cellText(cells.find(cell => !isBlank(cell)) ?? null).trim()
    const country = countryOf(text) ?? countryOf(text.replace(/\s*[(（[:].*$/u, ''))
    row.section = country ? { text, country } : { text }
  }
  return row
}

/** A register of titles ("Memorandum between ... and ...") names the partners there and nowhere else. */
function readPartiesOfTitle(columns: readonly RowColumn[], row: UnderstoodRow): void {
  if (!row.title || columns.some(each => each.meaning === 'partner')) return
  const found = partiesInTitle(row.title)
  const column = columns.find(each => each.meaning === 'title')!.index
  if (!found) return
  row.doubts = row.doubts.filter(each => each.code !== 'partner_missing')
  row.doubts.push(doubt('partner_from_title', { value: found.words }, column))
  const { words: input, parties } = found
  const country = parties.length === 1 ? countryAtEnd(input) : undefined
  row.partners = [
    {
      input,
      column,
      ...(parties.length > 1 && { parts: parties }),
      otherNames: [],
      identifiers: [],
      ...(country && { country, countryFrom: 'name' as const }),
    },
  ]
}

/** Cells of dates, kinds and states report their spreadsheet errors where they are read. */
const reported: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['kind', 'status', 'ignored', 'kept'])

function noteErrorCell(cell: Cell, column: RowColumn, row: UnderstoodRow): void {
  const error = cellError(cell)
  if (error === undefined || reported.has(column.meaning) || isDateMeaning(column.meaning)) return
  // "#N/A" in a column of identifiers only says that the partner has none.
  if (column.meaning.startsWith('partner_identifier:') && error === '#N/A') return
  row.doubts.push(doubt('cell_error', { value: error }, column.index))
}

function readTexts(cells: readonly Cell[], columns: readonly RowColumn[], row: UnderstoodRow): void {
  for (const column of columns) {
    const cell = cells[column.index] ?? null
    if (isBlank(cell) || cellError(cell) !== undefined) continue
    const text = cellText(cell).trim()
    if (isLinkCell(cell) && column.meaning !== 'partner_website' && column.meaning !== 'ignored')
      row.links.push({ url: cell.link, text })
    else if (column.meaning === 'document_link') row.links.push({ url: text, text })
    if (column.meaning === 'title') row.title = text
    else if (column.meaning === 'number') row.number = text
    else if (column.meaning === 'home_unit') row.homeUnit = text
    else if (column.meaning === 'remarks') row.remarks.push(text)
    else if (column.meaning === 'field_of_science') row.fields = parseFieldsCell(cell)
    else if (column.meaning === 'languages') {
      const { codes, doubts } = parseLanguagesCell(cell)
      row.languages = codes
      row.doubts.push(...inColumn(doubts, column.index))
    }
  }
}

/** A remark says how an agreement is renewed where no cell of its own does. */
function readRemarks(row: UnderstoodRow): void {
  if (row.renewal) return
  const found = row.remarks.map(findRenewal).find(each => each?.kind === 'automatic')
  if (found) row.renewal = found
}

function readKinds(
  cells: readonly Cell[],
  columns: readonly RowColumn[],
  options: RowOptions,
  row: UnderstoodRow,
): void {
  const column = columns.find(each => each.meaning === 'kind')
  const cell = column ? (cells[column.index] ?? null) : null
  if (column?.options.kindWhenTrue) {
    if (yesOrNo(cell) === true) row.kinds = [column.options.kindWhenTrue]
  } else if (column) {
    const { kinds, doubts } = parseKindCell(cell)
    row.kinds = kinds
    row.doubts.push(...inColumn(doubts, column.index))
  }
  if (row.kinds.length === 0 && row.title) row.kinds = findKinds(row.title).kinds.slice(0, 1)
  if (row.kinds.length === 0) row.kinds = kindsOfProgramme(cells, columns)
  if (row.kinds.length === 0 && options.kindOfList) row.kinds = [options.kindOfList]
}

const PROGRAMME = /program/u

/** "ERASMUS+" and "Double degree" in a column of programmes say what kind of agreement it is. */
function kindsOfProgramme(cells: readonly Cell[], columns: readonly RowColumn[]): UnderstoodRow['kinds'] {
  const column = columns.find(each => each.meaning === 'scope' && PROGRAMME.test(headerKey(each.source)))
  const text = column ? cellText(cells[column.index] ?? null) : ''
  return text.length > 60 ? [] : findKinds(text).kinds.slice(0, 1)
}

function readCommitments(cells: readonly Cell[], columns: readonly RowColumn[], row: UnderstoodRow): void {
  for (const column of columns) {
    const cell = cells[column.index] ?? null
    if (isBlank(cell) || cellError(cell) !== undefined) continue
    if (column.meaning === 'quota' && column.options.quota) {
      const { commitments, doubts } = commitmentsFromQuota(cell, column.options.quota, column.index)
      row.commitments.push(...commitments)
      row.doubts.push(...inColumn(doubts, column.index))
    } else if (column.meaning === 'scope') row.commitments.push(...proposeCommitments(cellText(cell), column.index))
  }
}

function withoutRepeats(doubts: Doubt[]): Doubt[] {
  const seen = new Set<string>()
  return doubts.filter(each => {
    const key = JSON.stringify(each)
    return seen.has(key) ? false : seen.add(key)
  })
}
