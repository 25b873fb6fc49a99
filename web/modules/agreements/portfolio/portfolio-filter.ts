// The one filter of the portfolio: its place in the address, its shape for the server, and links that set parts of it.
import { useMemo } from 'react'
import type { PortfolioFilter } from '#modules/agreements/portfolio.contract.ts'
import {
  type ChangeUrl,
  type Reads,
  readFlag,
  readInteger,
  readList,
  readText,
  type UrlValues,
  useUrlState,
} from '../../../core/url-state.ts'

const isoDate = /^\d{4}-\d{2}-\d{2}$/
const readDate: Reads<string> = raw => (typeof raw === 'string' && isoDate.test(raw) ? raw : undefined)
const readBoolean: Reads<boolean> = raw => readFlag(raw) ?? (raw === false || raw === 'false' ? false : undefined)

/** Codes such as `05` may arrive as numbers; two digits are kept. */
const readCodes: Reads<string[]> = raw => readList(raw)?.map(code => (/^\d$/.test(code) ? code.padStart(2, '0') : code))

export const filterReaders = {
  text: readText,
  homeId: readList,
  country: readList,
  partner: readList,
  kind: readList,
  state: readList,
  field: readCodes,
  unit: readList,
  owner: readList,
  pulse: readList,
  confidentiality: readList,
  renewal: readList,
  end: readList,
  language: readList,
  expiringWithinDays: readInteger,
  endsFrom: readDate,
  endsUntil: readDate,
  signedFrom: readDate,
  signedUntil: readDate,
  reviewDue: readBoolean,
  hasCommitments: readBoolean,
  hasEntries: readBoolean,
  hasUnkept: readBoolean,
  hasFiles: readBoolean,
  tag: readList,
  importId: readText,
} as const

export type FilterName = keyof typeof filterReaders
export type FilterValues = UrlValues<typeof filterReaders>
export type ChangeFilter = ChangeUrl<typeof filterReaders>
export const filterNames = Object.keys(filterReaders) as FilterName[]

/** The filter of the address, as the server reads it. */
export function useFilter(): {
  filter: PortfolioFilter
  values: FilterValues
  change: ChangeFilter
  clear: () => void
} {
  const [values, change] = useUrlState(filterReaders)
  const filter = useMemo(() => ({ ...values }) as PortfolioFilter, [values])
  const clear = () => change(Object.fromEntries(filterNames.map(name => [name, undefined])))
  return { filter, values, change, clear }
}

type Search = Record<string, unknown>

const asSearch = (value: unknown): unknown => (Array.isArray(value) ? value.join(',') : value)

/** An address's search with parts of the filter set on top; empty parts leave it. */
export function withFilter(search: Search, part: Search): Search {
  const next = { ...search }
  for (const [name, value] of Object.entries(part)) {
    const written = asSearch(value)
    if (written === undefined || written === null || written === '') delete next[name]
    else next[name] = written
  }
  return next
}

/** The search without the parts named. */
export function withoutFilter(search: Search, names: readonly string[]): Search {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)))
}

/** Whether the address already holds all of the parts. */
export const holdsFilter = (search: Search, part: Search): boolean =>
  Object.keys(part).length > 0 &&
  Object.entries(part).every(([name, value]) => String(asSearch(search[name]) ?? '') === String(asSearch(value)))
