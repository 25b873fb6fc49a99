// What of the list of organisations stands in its address.
import { readList, readOneOf, readText, type UrlValues } from '../../../core/url-state.ts'

export const sorts = ['best', 'name', 'country', 'changed'] as const
export type SortName = (typeof sorts)[number]

export const listReaders = {
  text: readText,
  country: readList,
  type: readList,
  status: readList,
  sort: readOneOf(sorts),
  show: readText,
}
export type ListAddress = UrlValues<typeof listReaders>
export type ChangeList = (part: { [K in keyof ListAddress]?: ListAddress[K] | undefined }) => void
