// Which rows of a list are looked at; it stands in the address.
import type { QueryOf } from '#core/contract.ts'
import type { listRows } from '#modules/imports/import.contract.ts'
import { readInteger, readOneOf, readText, type UrlValues } from '../../../core/url-state.ts'

export const rowStatusIds = ['ready', 'doubtful', 'error', 'skipped'] as const

export const rowReaders = {
  status: readOneOf(rowStatusIds),
  outcome: readOneOf(['create', 'update', 'same', 'skip'] as const),
  doubt: readText,
  q: readText,
  row: readInteger,
}
export type RowUrl = UrlValues<typeof rowReaders>
export type RowQuery = Omit<QueryOf<typeof listRows>, 'offset' | 'limit'>

export const queryOf = (url: RowUrl): RowQuery => ({
  ...(url.status && { status: [url.status] }),
  ...(url.outcome && { outcome: [url.outcome] }),
  ...(url.doubt && { doubt: url.doubt }),
  ...(url.q && { text: url.q }),
})
