// The kind of agreement that a whole list is about, where none of its columns says it: "MoU signed", "List of memoranda".
import { cellText } from '../reading/cell-shape.ts'
import type { HeaderGuess, SourceTable } from '../reading/source-table.ts'
import { headerKey } from './column-headers.ts'
import type { ColumnMeaning } from './column-meanings.ts'
import type { SpecificKind } from './kind-words.ts'
import { findKinds } from './kinds.ts'

/** Headers of these columns name the document that they are about. */
const telling: ReadonlySet<string> = new Set<ColumnMeaning>([
  'signed_on',
  'in_force_on',
  'expires_on',
  'number',
  'document_link',
  'term',
  'title',
])

/** The one kind that headers, the lines above them or the name of the sheet speak of; nothing where they name several. */
export function kindOfList(
  table: SourceTable,
  header: HeaderGuess,
  columns: readonly { source: string; meaning: string }[],
): SpecificKind | undefined {
  if (columns.some(each => each.meaning === 'kind')) return undefined
  const headers = columns.filter(each => telling.has(each.meaning)).map(each => headerKey(each.source))
  const titles = table.rows
    .slice(0, Math.max(0, header.headerRow))
    .flatMap(row => row.map(cellText))
    .filter(text => text.trim() !== '' && text.length <= 200)
  for (const texts of [headers, titles, [table.name.replaceAll(/[_-]/g, ' ')]]) {
    const kinds = [...new Set(texts.flatMap(text => findKinds(text).kinds))]
    if (kinds.length > 0) return kinds.length === 1 ? kinds[0] : undefined
  }
  return undefined
}
