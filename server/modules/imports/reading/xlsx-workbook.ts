// Reads a workbook (.xlsx and its macro and template kinds) into tables; macros are never run.

import { parseRange } from './cell-reference.ts'
import { keepText } from './cell-text.ts'
import type { ReadingBudget } from './reading-budget.ts'
import { refusal } from './reading-budget.ts'
import type { NoticeBook } from './reading-notices.ts'
import type { Cell, CellRange, SourceTable } from './source-table.ts'
import {
  type Relationship,
  readOutline,
  readPart,
  readRelationships,
  readSharedStrings,
  readStyles,
  type SheetPlace,
  sharedPart,
} from './xlsx-parts.ts'
import { type PendingLink, type SheetContext, SheetReader } from './xlsx-sheet.ts'
import type { ZipArchive } from './zip-archive.ts'

const LINKED_CELLS_AT_MOST = 1_000_000
const COMMENTS_NAMED = 10

export async function readWorkbook(
  archive: ZipArchive,
  budget: ReadingBudget,
  notices: NoticeBook,
): Promise<SourceTable[]> {
  const outline = await readOutline(archive, budget)
  if (outline.sheets.length === 0) throw refusal('no_worksheet')
  if ([...archive.entries.keys()].some(name => name.endsWith('vbaproject.bin'))) {
    notices.add('macros_ignored', 'info')
  }
  const shapes = await readStyles(archive, sharedPart(outline, 'styles'), budget)
  const strings = await readSharedStrings(archive, sharedPart(outline, 'sharedStrings'), budget)
  const tables: SourceTable[] = []
  for (const sheet of outline.sheets) {
    const context = { table: sheet.name, budget, notices, strings, shapes, is1904: outline.is1904 }
    tables.push(await readSheet(archive, sheet, context))
  }
  return tables
}

async function readSheet(archive: ZipArchive, sheet: SheetPlace, context: SheetContext): Promise<SourceTable> {
  const reader = new SheetReader(context)
  if (!(await readPart(archive, sheet.part, reader, context.budget))) throw refusal('damaged', { part: sheet.part })
  const table = reader.finish(sheet.name, sheet.hidden)
  if (sheet.hidden && table.rows.length > 0) context.notices.add('hidden_sheet', 'info', { table: sheet.name })
  const relationships = await readRelationships(archive, sheet.part, context.budget)
  applyLinks(table, reader.links, relationships, context)
  for (const { type, target } of relationships.values()) {
    if (type === 'comments') await noticeComments(archive, target, context)
    if (type === 'table') await readListRange(archive, target, table, context.budget)
  }
  return table
}

/** A link put on a whole block belongs to each filled cell in it; the count is bounded, since blocks may overlap without end. */
function applyLinks(
  table: SourceTable,
  links: PendingLink[],
  relationships: Map<string, Relationship>,
  context: SheetContext,
): void {
  let left = LINKED_CELLS_AT_MOST
  for (const { range, relationship } of links) {
    const target = relationships.get(relationship)?.target
    if (target === undefined || target === '') continue
    for (let row = range.top; row <= Math.min(range.bottom, table.rows.length - 1) && left > 0; row += 1) {
      left -= 1
      const cells = table.rows[row]!
      for (let column = range.left; column <= Math.min(range.right, cells.length - 1) && left > 0; column += 1) {
        left -= 1
        const text = shownText(cells[column] ?? null)
        if (text !== undefined) cells[column] = { link: keepText(context, target, row + 1, column), text }
      }
    }
  }
}

/** Dates and errors are worth more than the link on them. */
function shownText(cell: Cell): string | undefined {
  if (cell === null) return undefined
  return typeof cell === 'object' ? undefined : String(cell)
}

async function noticeComments(archive: ZipArchive, part: string, context: SheetContext): Promise<void> {
  const places: string[] = []
  const open = (name: string, attributes: Record<string, string>) => {
    if (name === 'comment') places.push(attributes.ref ?? '')
  }
  await readPart(archive, part, { open }, context.budget)
  if (places.length === 0) return
  const named = places.slice(0, COMMENTS_NAMED).join(', ')
  const cells = places.length > COMMENTS_NAMED ? `${named} …` : named
  context.notices.add('comments_not_read', 'warning', {
    table: context.table,
    values: { count: places.length, cells },
  })
}

async function readListRange(
  archive: ZipArchive,
  part: string,
  table: SourceTable,
  budget: ReadingBudget,
): Promise<void> {
  let range: CellRange | undefined
  const open = (name: string, attributes: Record<string, string>) => {
    // Tables without a header row say headerRowCount="0".
    if (name === 'table' && attributes.headerRowCount !== '0') range = parseRange(attributes.ref ?? '')
  }
  await readPart(archive, part, { open }, budget)
  const area = (one: CellRange) => (one.bottom - one.top + 1) * (one.right - one.left + 1)
  if (range === undefined || range.top >= table.rows.length) return
  if (table.listRange === undefined || area(range) > area(table.listRange)) table.listRange = range
}
