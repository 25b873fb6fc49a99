// Finds the country a text names: codes, names in many languages, old and misspelt ones.
import type { Cell } from '../reading/source-table.ts'
import { cellError, cellText, isBlank } from './cell-text.ts'
import { byAlpha3, countryCodes, countryOfErasmusPrefix, otherCodes } from './country-codes.ts'
import { countryVariants, formerCountries } from './country-names.ts'
import { type Doubt, doubt } from './doubt.ts'
import { remembering } from './remembered.ts'
import { editDistance, fold } from './text-folding.ts'

/** ISO 3166-1 two-letter codes; several when the cell names several countries. */
export interface CountryReading {
  codes: string[]
  doubts: Doubt[]
}

const locales = [
  'en',
  'fa',
  'ru',
  'es',
  'fr',
  'de',
  'pt',
  'it',
  'ca',
  'ar',
  'tr',
  'uk',
  'pl',
  'nl',
  'zh',
  'ja',
  'ko',
  'kk',
  'tg',
  'az',
  'hy',
  'ps',
  'eu',
  'gl',
  'ro',
  'cs',
  'hu',
  'sv',
  'el',
]

function key(name: string): string {
  return fold(name)
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

let names: Map<string, string> | undefined
let former: Map<string, string[]> | undefined
let longNames: Map<number, string[]> | undefined

/** Own spellings go first: they settle names such as "Georgia" or "Korea" that the lists of some language give to another. */
function nameTable(): Map<string, string> {
  if (names) return names
  const table = new Map<string, string>()
  for (const [code, list] of Object.entries(countryVariants)) {
    for (const name of list.split(';')) if (key(name) !== '' && !table.has(key(name))) table.set(key(name), code)
  }
  for (const locale of locales) {
    const display = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
    for (const code of countryCodes) {
      const name = display.of(code)
      if (name === undefined) continue
      for (const form of [name, name.replace(/[(（].*$/, '')])
        if (key(form) !== '' && !table.has(key(form))) table.set(key(form), code)
    }
  }
  names = table
  return table
}

function formerTable(): Map<string, string[]> {
  former ??= new Map(
    Object.entries(formerCountries).flatMap(([list, codes]) =>
      list.split(';').map((name): [string, string[]] => [key(name), codes]),
    ),
  )
  return former
}

const STYLE =
  /^(?:the |state of |republic of |kingdom of |principality of |federal republic of |federative republic of |islamic republic of |democratic republic of |sultanate of |commonwealth of |socialist republic of |arab republic of |peoples republic of |people s republic of |grand duchy of |جمهوری |پادشاهی |کشور |امارت |سلطنت |республика |королевство |княжество |федеративная республика |государство |страна |republica de la |republica del |republica de |republica |reino de |republique de la |republique du |republique de |republique d |royaume de |royaume du |repubblica di |جمهوریه |ال)/u
const STYLE_AFTER = / (?:republic|republic of|islamic republic of|the|federation|kingdom|rep|kingdom of|state of)$/u

/** The country of an exact name or code, in any language; no guessing. `isColumn` allows bare two-letter codes in small letters. */
export function countryOf(text: string, isColumn = true): string | undefined {
  const bare = text.replace(/[\s\u00a0.]+/g, ' ').trim()
  const flag = flagCountry(bare)
  if (flag) return flag
  const compact = bare.replace(/[ .]/g, '')
  const code = isColumn ? compact.toUpperCase() : compact
  if (/^[A-Z]{2}$/.test(code) && countryCodes.includes(code)) return code
  if (/^[A-Z]{2,4}$/.test(code)) {
    const found = otherCodes.get(code) ?? byAlpha3.get(code)
    if (found) return found
  }
  const table = nameTable()
  let name = key(text)
  for (let round = 0; round < 3 && name.length > 1; round += 1) {
    const found = table.get(name)
    if (found) return found
    const shorter = name.replace(STYLE, '').replace(STYLE_AFTER, '')
    if (shorter === name) break
    name = shorter
  }
  return undefined
}

function flagCountry(text: string): string | undefined {
  const letters = [...text].slice(0, 2).map(letter => (letter.codePointAt(0) ?? 0) - 0x1f1e6)
  if (letters.length < 2 || letters.some(each => each < 0 || each > 25)) return undefined
  const code = letters.map(each => String.fromCharCode(65 + each)).join('')
  return countryCodes.includes(code) ? code : undefined
}

/** Countries whose name is one or two slips away; closest first. */
function nearNames(name: string): { name: string; code: string }[] {
  if (name.length < 5) return []
  if (!longNames) {
    longNames = new Map()
    for (const each of nameTable().keys())
      if (each.length >= 4) longNames.set(each.length, [...(longNames.get(each.length) ?? []), each])
  }
  const limit = name.length >= 8 ? 2 : 1
  const found = new Map<string, { name: string; distance: number }>()
  for (let length = name.length - limit; length <= name.length + limit; length += 1) {
    for (const each of longNames.get(length) ?? []) {
      const distance = editDistance(name, each, limit)
      const code = nameTable().get(each)!
      if (distance <= limit && distance < (found.get(code)?.distance ?? 9)) found.set(code, { name: each, distance })
    }
  }
  const best = Math.min(...[...found.values()].map(each => each.distance))
  return [...found].filter(([, each]) => each.distance === best).map(([code, each]) => ({ code, name: each.name }))
}

const nearestNames = remembering(nearNames)

const SEPARATORS = /[,;/|\n+،؛]|\s[-–—]\s|\s(?:and|y|et|и|و|und|e|i)\s|&/u

function known(text: string): CountryReading | undefined {
  const code = countryOf(text)
  if (code) return { codes: [code], doubts: [] }
  const past = formerTable().get(key(text))
  if (past)
    return {
      codes: past.length === 1 ? past : [],
      doubts: [doubt('country_former', { value: text.trim(), choices: past.join(', ') })],
    }
  // Bare prefixes of Erasmus codes ("D", "SF") stand in country columns of mobility lists.
  const prefix = /^[A-Z]{1,2}$/.test(text.trim()) ? countryOfErasmusPrefix(text.trim()) : undefined
  // On roads these stand for other countries, and two small letters may be a slip of the keyboard.
  const ambiguous = /^[GLS]$/.test(text.trim())
  return prefix
    ? { codes: [prefix], doubts: ambiguous ? [doubt('country_misspelt', { value: text.trim(), country: prefix })] : [] }
    : undefined
}

/** Reads a cell of a country column. */
export function parseCountryCell(cell: Cell): CountryReading {
  const error = cellError(cell)
  if (error !== undefined) return { codes: [], doubts: [doubt('cell_error', { value: error })] }
  if (isBlank(cell)) return { codes: [], doubts: [] }
  const value = cellText(cell).trim()
  const whole = known(value) ?? known(value.replace(/\s*[(（[].*$/u, ''))
  if (whole) return whole
  const parts = value
    .split(SEPARATORS)
    .map(part => part.trim())
    .filter(part => part !== '')
  const found = [...new Set(parts.flatMap(part => known(part)?.codes ?? []))]
  if (parts.length > 1 && found.length === 1) return { codes: found, doubts: [] }
  if (found.length > 1)
    return { codes: found, doubts: [doubt('countries_several', { value, countries: found.join(', ') })] }
  const near = nearestNames(key(value))
  const guess = near.length === 1 ? near[0] : undefined
  if (guess) return { codes: [guess.code], doubts: [doubt('country_misspelt', { value, country: guess.code })] }
  if (near.length > 1)
    return {
      codes: [],
      doubts: [doubt('country_ambiguous', { value, choices: near.map(each => each.code).join(', ') })],
    }
  return { codes: [], doubts: [doubt('country_unknown', { value })] }
}

/** "Perth, Australia", "Германия, г. Киль", "Kyoto (Japan)": the country that a cell of places names beside a city. */
export function placeIn(text: string): { country?: string; city?: string } {
  const parts = text
    .split(/[,،;/\n()（）]|\s[-–—]\s/u)
    .map(part => part.trim())
    .filter(part => part !== '')
  const found = parts.map(part => (part.length > 2 ? countryOf(part, false) : countryOf(part.toUpperCase(), false)))
  const countries = [...new Set(found.filter(code => code !== undefined))]
  if (countries.length !== 1) return parts.length === 0 ? {} : { city: text.trim() }
  const cities = parts.filter((_, at) => found[at] === undefined).map(withoutCityWord)
  return { country: countries[0]!, ...(cities[0] ? { city: cities[0] } : {}) }
}

const withoutCityWord = (text: string): string => text.replace(/^(?:г\.|город|city of|شهر)\s*/iu, '').trim()

/** "Germany - University of X", "Япония: Университет Y". */
export function countryAtStart(text: string): string | undefined {
  const head = /^\s*([^-–—:/|,،]{3,40}?)(?:\s+[-–—]\s+|\s*[:/|]\s*)\S/u.exec(text)?.[1]
  return head === undefined ? undefined : countryOf(head, false)
}

/** The country at the end of a name or address: "Kuwait University, Kuwait", "University of X (Germany)". */
export function countryAtEnd(text: string): string | undefined {
  const bracket = /[(（[]([^()（）[\]]+)[)）\]]\s*$/u.exec(text)?.[1]
  const tail = /[,،–—/|-]\s*([^,،–—/|]+?)\s*$/u.exec(text)?.[1]
  for (const part of [bracket, tail]) {
    if (part === undefined || part.length < 2) continue
    const code = countryOf(part, false)
    // Two capital letters at the end of a name are as often an acronym or a state of a federation.
    if (code && (part.trim().length > 2 || ['UK', 'UAE'].includes(part.trim()))) return code
  }
  return undefined
}
