// One person or organisation of a list in the one form that all formats are brought to, and its hash.
import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/events.ts'
import { countryOfName } from '#modules/registry/index.ts'

export type EntryKind = 'person' | 'organisation' | 'other'

export interface ListEntry {
  /** The number that the list itself gives. */
  externalId: string
  kind: EntryKind
  /** The first is the main one. */
  names: string[]
  /** `1970`, `1970-05`, `1970-05-01`, or `1965..1970`. */
  birthDates: string[]
  /** ISO 3166 codes; as written where the country is not recognised. */
  countries: string[]
  identifiers: string[]
  programmes: string[]
  remarks: string | null
}

export type ListProblem = 'no_number' | 'no_name' | 'twice' | 'not_an_object'

export type ListPiece =
  | { entry: ListEntry; place: string }
  | { problem: ListProblem; place: string }
  | { publishedOn: string }

/** A file that cannot be read as what it is said to be; the code has its sentence in `list.terms.ts`. */
export class ListNotReadable extends Error {
  readonly code: string
  readonly detail: string

  constructor(code: string, detail = '') {
    super(`${code} ${detail}`.trim())
    this.code = code
    this.detail = detail
  }
}

const longestText = 20_000
const mostValues = 500

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim().slice(0, longestText)

/** Distinct texts that say something, in their order. */
export const distinct = (texts: readonly (string | null | undefined)[]): string[] =>
  [...new Set(texts.map(text => tidy(text ?? '')).filter(text => text !== '' && text !== '-0-'))].slice(0, mostValues)

/** Written kinds of the lists. */
export function kindOf(written: string | undefined, fallback: EntryKind = 'organisation'): EntryKind {
  const word = (written ?? '').trim().toLowerCase()
  if (/^(p|person|individual|natural person|people)$/.test(word)) return 'person'
  if (/vessel|aircraft|ship|airplane|cryptowallet|security|address/.test(word)) return 'other'
  return word === '' ? fallback : 'organisation'
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const two = (value: string | number): string => String(value).padStart(2, '0')
const isYear = (year: string): boolean => Number(year) > 1800 && Number(year) < 2200

/** A date of birth as far as it is said: `circa 1970`, `12 Jan 1970`, `1965 to 1970`; undefined when it says nothing. */
export function birthDateOf(written: string): string | undefined {
  const text = written.trim().toLowerCase()
  const span = /(\d{4})\s*(?:to|-|–|\/|and)\s*(\d{4})/.exec(text)
  if (span && isYear(span[1]!) && isYear(span[2]!)) return `${span[1]}..${span[2]}`
  const iso = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(text)
  if (iso && Number(iso[2]) <= 12) {
    if (Number(iso[2]) === 0) return iso[1]
    return iso[3] === undefined || iso[3] === '00' ? `${iso[1]}-${iso[2]}` : `${iso[1]}-${iso[2]}-${iso[3]}`
  }
  const named = /(?:(\d{1,2})\s+)?([a-z]{3})[a-z]*\.?\s+(\d{4})/.exec(text)
  const month = named ? months.indexOf(named[2]!) + 1 : 0
  if (named && month > 0 && isYear(named[3]!))
    return named[1] === undefined ? `${named[3]}-${two(month)}` : `${named[3]}-${two(month)}-${two(named[1])}`
  // The order of day and month differs by publisher: only the year is sure.
  const year = /(?:^|\D)(\d{4})(?:\D|$)/.exec(text)?.[1]
  return year !== undefined && isYear(year) ? year : undefined
}

export interface RawEntry {
  externalId?: string | undefined
  kind: EntryKind
  names: readonly (string | null | undefined)[]
  birthDates?: readonly string[]
  countries?: readonly string[]
  identifiers?: readonly (string | null | undefined)[]
  programmes?: readonly (string | null | undefined)[]
  remarks?: string | null | undefined
}

/** The piece that a record of a list gives: its entry, or what is wrong with it. */
export function pieceOf(raw: RawEntry, place: string): ListPiece {
  const externalId = tidy(raw.externalId ?? '').slice(0, 300)
  const names = distinct(raw.names)
  if (names.length === 0) return { problem: 'no_name', place }
  if (externalId === '') return { problem: 'no_number', place }
  const entry: ListEntry = {
    ...{ externalId, kind: raw.kind, names },
    birthDates: distinct((raw.birthDates ?? []).map(birthDateOf)),
    countries: distinct((raw.countries ?? []).map(country => countryOfName(country) ?? country)),
    identifiers: distinct(raw.identifiers ?? []),
    programmes: distinct(raw.programmes ?? []),
    remarks: tidy(raw.remarks ?? '') || null,
  }
  return { entry, place }
}

/** The same content has the same hash, in whatever order the list gives it. */
export function hashOfEntry({ externalId: _, names, ...entry }: ListEntry): string {
  const [first, ...others] = names
  const sorted = Object.fromEntries(
    Object.entries(entry).map(([key, value]) => [key, Array.isArray(value) ? [...value].sort() : value]),
  )
  return createHash('sha256')
    .update(canonicalJson({ ...sorted, first, others: others.sort() }))
    .digest('hex')
}
