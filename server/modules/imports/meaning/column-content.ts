// Measures what the cells of a column look like: the share of dates, countries, addresses, names, codes and so on.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank, isDateCell, isLinkCell } from './cell-text.ts'
import { countryOf } from './countries.ts'
import { scanDates } from './date-scan.ts'
import { specialPatterns } from './date-words.ts'
import { parseDurationCell } from './durations.ts'
import { readIdentifier, tellingSchemes } from './identifiers.ts'
import { findKinds } from './kinds.ts'
import { languageOf } from './languages.ts'
import { looksLikeInstitution, looksLikePerson } from './partner-words.ts'
import { findState } from './statuses.ts'
import { fold } from './text-folding.ts'

const traits = [
  'date',
  'range',
  'dateWord',
  'year',
  'country',
  'url',
  'document',
  'email',
  'phone',
  'kind',
  'state',
  'duration',
  'institution',
  'person',
  'language',
  'number',
  'smallNumber',
  'serial',
  'boolean',
  'degrees',
  'long',
  'ror',
  'erasmus_code',
  'pic',
  'oid',
  'isni',
  'wikidata',
] as const
export type Trait = (typeof traits)[number]

/** Shares are between 0 and 1 of the cells that are not blank; `distinct` is the share of different ones. */
export interface ColumnContent {
  filled: number
  sampled: number
  share: Record<Trait, number>
  distinct: number
  meanLength: number
  maxNumber: number
}

const SAMPLE = 300
/** Days from 1970 to 2070 as spreadsheets count them; in a column of dates that lost its format they stand as numbers. */
const FIRST_SERIAL = 25_569
const LAST_SERIAL = 62_093
const URL = /^\s*(?:https?:\/\/|www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/|\s*$))/i
const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u
const PHONE = /^[+(]?\d[\d\s().+/-]{6,}$/
const DOCUMENT = /\.(?:pdf|docx?|odt|jpe?g|png|tiff?)(?:[?#].*)?$/i

/** Cells of one column below its header; a long column is sampled evenly. */
export function measureColumn(cells: readonly Cell[]): ColumnContent {
  const filled = cells.filter(cell => !isBlank(cell) && cellError(cell) === undefined)
  const step = Math.max(1, filled.length / SAMPLE)
  const sample: Cell[] = []
  for (let at = 0; at < filled.length && sample.length < SAMPLE; at += step) sample.push(filled[Math.floor(at)]!)
  const counts = Object.fromEntries(traits.map(trait => [trait, 0])) as Record<Trait, number>
  const seen = new Map<string, Trait[]>()
  let length = 0
  let maxNumber = 0
  for (const cell of sample) {
    const text = cellText(cell)
    length += text.length
    const number = Number(text.replace(',', '.'))
    if (Number.isFinite(number)) maxNumber = Math.max(maxNumber, Math.abs(number))
    const key = `${typeof cell}${text}`
    const found = seen.get(key) ?? traitsOf(cell, text)
    seen.set(key, found)
    for (const trait of found) counts[trait] += 1
  }
  const total = Math.max(1, sample.length)
  const share = Object.fromEntries(traits.map(trait => [trait, counts[trait] / total])) as Record<Trait, number>
  return {
    filled: filled.length,
    sampled: sample.length,
    share,
    distinct: seen.size / total,
    meanLength: length / total,
    maxNumber,
  }
}

function traitsOf(cell: Cell, text: string): Trait[] {
  if (isDateCell(cell)) return ['date']
  if (typeof cell === 'boolean') return ['boolean']
  const found: Trait[] = []
  const trimmed = text.trim()
  const folded = fold(trimmed)
  if (isLinkCell(cell)) found.push(DOCUMENT.test(cell.link) ? 'document' : 'url')
  for (const scheme of tellingSchemes) if (readIdentifier(scheme, trimmed)) found.push(scheme)
  const numeric = /^-?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(folded)
  if (numeric) found.push(...numericTraits(folded))
  else found.push(...wordTraits(trimmed, folded))
  if (trimmed.length <= 80) found.push(...dateTraits(folded, numeric))
  if (trimmed.length > 80) found.push('long')
  return found
}

function numericTraits(folded: string): Trait[] {
  const value = Number(folded.replace(',', '.'))
  const found: Trait[] = ['number']
  if (Number.isInteger(value) && value >= 0 && value <= 500) found.push('smallNumber')
  if (value >= FIRST_SERIAL && value <= LAST_SERIAL) found.push('serial')
  if (/\d[.,]\d{3,}/.test(folded) && Math.abs(value) <= 180) found.push('degrees')
  return found
}

function dateTraits(folded: string, numeric: boolean): Trait[] {
  const found: Trait[] = []
  const { sightings } = numeric && !/^\d{4}$|^\d{8}$/.test(folded) ? { sightings: [] } : scanDates(folded)
  const plausible = sightings.filter(
    each => (each.parts ? Math.max(...each.parts) : (each.year ?? 0)) >= 1200 || each.twoDigitYear,
  )
  const yearNow = Temporal.Now.plainDateISO().year
  const inTime = plausible.filter(
    each =>
      each.parts ||
      each.month ||
      (each.year! >= 1300 && each.year! <= 1460) ||
      (each.year! >= 1900 && each.year! <= yearNow + 60),
  )
  if (inTime.length > 0) found.push('date')
  if (inTime.length === 2 && sightings.length === 2) found.push('range')
  if (inTime.length === 1 && !inTime[0]!.parts && inTime[0]!.month === undefined) found.push('year')
  if (specialPatterns.slice(0, 4).some(([, pattern]) => folded.search(pattern) >= 0)) found.push('dateWord')
  if (!parseDurationCell(folded, 'year').doubts.length) found.push('duration')
  return found
}

function wordTraits(trimmed: string, folded: string): Trait[] {
  const found: Trait[] = []
  if (EMAIL.test(trimmed)) found.push('email')
  else if (URL.test(trimmed) && !/\s\S+\s/.test(trimmed)) found.push(DOCUMENT.test(trimmed) ? 'document' : 'url')
  if (PHONE.test(folded)) found.push('phone')
  if (/^(?:true|false|yes|no|y|n|да|нет|بله|خیر|si|oui|non)$/u.test(folded)) found.push('boolean')
  if (trimmed.length > 80) return found
  if (countryOf(trimmed)) found.push('country')
  if (looksLikeInstitution(trimmed)) found.push('institution')
  if (looksLikePerson(trimmed)) found.push('person')
  if (languageOf(trimmed)) found.push('language')
  if (findKinds(trimmed).kinds.length > 0) found.push('kind')
  if (findState(trimmed)) found.push('state')
  return found
}
