// Countries, regions and cities as they are written inside a text, to weigh which organisation is meant.

import { HashChains, spread } from './columns.ts'
import countryNames from './country-names.json' with { type: 'json' }
import { fold } from './fold.ts'
import { tokensOf } from './tokens.ts'
import { consonantKey, romanise, scriptOf, soundKey } from './transliteration.ts'

const US_STATES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC'
const CA_PROVINCES = 'ON QC BC AB MB SK NS NB NL PE'
const stateCodes = new Map<string, string>([
  ...US_STATES.split(' ').map(code => [code, 'US'] as const),
  ...CA_PROVINCES.split(' ').map(code => [code, 'CA'] as const),
])

/** Country of a segment such as "CA", "CA 94720" or "MA 02139-4307": states of the USA, provinces of Canada. */
export function countryOfStateCode(segment: string): string | undefined {
  const found = /^([A-Z]{2})\.?(?:\s+\d{5}(?:-\d{4})?|\s+[A-Z]\d[A-Z]\s*\d[A-Z]\d)?$/.exec(segment.trim())
  return found?.[1] === undefined ? undefined : stateCodes.get(found[1])
}

const countryByTokens = new Map<string, string>()
const countryByCode = new Set<string>()
let longestCountry = 1
for (const [code, names] of Object.entries(countryNames)) {
  countryByCode.add(code)
  for (const name of names.split('|')) {
    const tokens = tokensOf(name)
    const key = tokens.join(' ')
    if (key !== '' && !countryByTokens.has(key)) countryByTokens.set(key, code)
    longestCountry = Math.max(longestCountry, tokens.length)
  }
}

/** ISO 3166 code for a country name in any of the known languages or for a two-letter code; undefined when unknown. */
export function countryOfName(text: string): string | undefined {
  const upper = text.trim().toUpperCase()
  if (countryByCode.has(upper)) return upper
  if (upper === 'UK') return 'GB'
  return countryByTokens.get(tokensOf(fold(text)).join(' '))
}

/** A country named by tokens `from` to `to` (inclusive). */
export interface CountryMention {
  code: string
  from: number
  to: number
}

/** Countries named in a token sequence, longest first at each position, not overlapping. */
export function findCountries(tokens: string[]): CountryMention[] {
  const found: CountryMention[] = []
  for (let from = 0; from < tokens.length; from++) {
    for (let length = Math.min(6, longestCountry, tokens.length - from); length > 0; length--) {
      const code = countryByTokens.get(
        length === 1 ? (tokens[from] as string) : tokens.slice(from, from + length).join(' '),
      )
      if (code === undefined) continue
      found.push({ code, from, to: from + length - 1 })
      from += length - 1
      break
    }
  }
  return found
}

/** Order-free hash of a set of token numbers. */
export function bagHash(tokens: ArrayLike<number>, from = 0, to = tokens.length): number {
  let sum = 0
  for (let i = from; i < to; i++) sum = (sum + spread((tokens[i] as number) + 1)) | 0
  return sum
}

/** Cities and regions of the indexed organisations, each once, with the countries they occur in. */
export class PlaceTable {
  private readonly byName = new Map<string, number>()
  private readonly names: string[] = []
  private readonly tokens: number[][] = []
  private readonly countries: Map<string, number>[] = []
  private readonly byBag = new HashChains()
  private readonly bySound = new HashChains()

  /** Number of a place; `tokenNumbers` are its tokens in the index's vocabulary. */
  add(name: string, country: string | undefined, numberOf: (token: string) => number): number {
    const folded = fold(name)
    if (folded === '') return -1
    let place = this.byName.get(folded)
    if (place === undefined) {
      place = this.names.push(name) - 1
      this.byName.set(folded, place)
      const tokens = tokensOf(folded).map(numberOf)
      this.tokens.push(tokens)
      this.countries.push(new Map())
      if (tokens.length > 0) this.byBag.add(bagHash(tokens), place)
      for (const key of placeKeys(folded)) this.bySound.add(key, place)
    }
    const counts = this.countries[place] as Map<string, number>
    if (country !== undefined) counts.set(country, (counts.get(country) ?? 0) + 1)
    return place
  }

  /** Number of a known place, by its folded name. */
  find(name: string): number | undefined {
    return this.byName.get(fold(name))
  }

  name(place: number): string {
    return this.names[place] ?? ''
  }

  /** Token numbers of a place; none for -1. */
  tokensOf(place: number): readonly number[] {
    return this.tokens[place] ?? []
  }

  /** The country nearly all organisations of this place are in. */
  countryOf(place: number): string | undefined {
    let total = 0
    let best: [string, number] | undefined
    for (const entry of this.countries[place] ?? []) {
      total += entry[1]
      if (best === undefined || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
    }
    return best !== undefined && best[1] >= 0.9 * total ? best[0] : undefined
  }

  /** Places whose tokens are exactly `numbers[from..to)`. */
  at(numbers: ArrayLike<number>, from: number, to: number): number[] {
    return this.byBag.all(bagHash(numbers, from, to)).filter(place => {
      const tokens = this.tokens[place] as number[]
      if (tokens.length !== to - from) return false
      for (let i = from; i < to; i++) if (!tokens.includes(numbers[i] as number)) return false
      return true
    })
  }

  /** Places that sound like a word of another script. */
  soundingLike(text: string): number[] {
    return placeKeys(fold(text)).flatMap(key => this.bySound.all(key))
  }
}

function placeKeys(folded: string): number[] {
  const compact = folded.replaceAll(' ', '')
  const script = scriptOf(compact)
  if (script === 'other' || compact.length > 40) return []
  const keys: number[] = []
  if (script !== 'unvowelled') keys.push(hashKey(`s${soundKey(compact).replace(/[aeiou]$/, '')}`))
  const consonants = consonantKey(compact)
  if (script !== 'vowelled' && consonants.length > 2) keys.push(hashKey(`c${consonants}`))
  return romanise(compact).length < 3 ? [] : keys
}

function hashKey(key: string): number {
  let h = 7
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193)
  return spread(h)
}
