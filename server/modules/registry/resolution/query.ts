// Reads a text once for resolution: tokens with what they may stand for, and the places it mentions.

import { canonicalWord, conceptLike, conceptOfBeginning, unabbreviated, WORD_FLAG, wordFlags } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { domainOf } from './organisation-record.ts'
import { countryOfName, countryOfStateCode, findCountries } from './places.ts'
import { type Segment, segmentsOf } from './tokens.ts'
import { scriptOf } from './transliteration.ts'
import { abbreviationsOf } from './written-text.ts'

/** Words rarer than this in the index may be typing errors of, or stand for, other words. */
const RARE = 2
/** Spelling variants are looked for up to this frequency: a well-known word is hardly a slip. */
const UNCOMMON = 60
const LONGEST_PLACE = 5
const MOST_ALTERNATED = 40

/** What the caller knows besides the text. */
export interface ResolveHints {
  /** ISO 3166 alpha-2 code, or a country name in a known language. */
  country?: string
  city?: string
  /** Web or e-mail domain. */
  domain?: string
  language?: string
  identifiers?: { scheme: string; value: string }[]
}

/** A token of the vocabulary found at a position of the text. */
export interface Occurrence {
  position: number
  similarity: number
  reason: 'same' | 'typo' | 'transliteration'
}

/** A place mentioned by tokens `from` to `to` (inclusive); `isWhole` when it fills its segment but for numbers. */
export interface PlaceMention {
  place: number
  from: number
  to: number
  isWhole: boolean
}

/** A segment, or the words of one script in it, without spaces; tokens `from` to `to` (inclusive). */
export interface Part {
  compact: string
  from: number
  to: number
  /** Number of the segment it is in; parts of one segment follow each other. */
  segment: number
  isWhole: boolean
}

export interface Query {
  text: string
  parts: Part[]
  /** Folded text with English abbreviations written out and a space at both ends. */
  folded: string
  tokens: string[]
  numbers: Int32Array
  segments: Int32Array
  segmentCount: number
  /** For each token, what kind of connecting word (JOIN of tokens.ts) stands before it. */
  joins: Uint8Array
  /** For each token, how many semicolons and line ends stand before it. */
  groups: Int32Array
  weights: Float32Array
  flags: Uint8Array
  /** 1 where a token belongs to a country, region or city. */
  isPlace: Uint8Array
  totalWeight: number
  occurrences: Map<number, Occurrence[]>
  countries: { code: string; from: number; to: number }[]
  places: PlaceMention[]
  /** Folded words written in capitals in a text that is not all capitals. */
  capitals: Set<string>
  /** Folded words written with a full stop behind them. */
  abbreviations: Set<string>
  /** The hinted web domain and those of web and e-mail addresses in the text. */
  domains: string[]
}

export function readQuery(index: OrganisationIndex, text: string, hints: ResolveHints): Query {
  const parts = segmentsOf(text, word => isKnownWord(index, word))
  const tokens: string[] = []
  const segmentOf: number[] = []
  const joins: number[] = []
  parts.forEach((part, number) => {
    part.tokens.forEach((token, i) => {
      tokens.push(token)
      segmentOf.push(number)
      joins.push(part.joins[i] as number)
    })
  })
  const query: Query = {
    text,
    parts: partsOf(parts),
    folded: ` ${parts.flatMap(part => part.folded.split(' ').map(unabbreviated)).join(' ')} `,
    tokens,
    numbers: Int32Array.from(tokens, token => index.vocabulary.find(token)),
    segments: Int32Array.from(segmentOf),
    segmentCount: parts.length,
    joins: Uint8Array.from(joins),
    groups: Int32Array.from(segmentOf, segment => (parts[segment] as Segment).group),
    weights: new Float32Array(tokens.length),
    flags: new Uint8Array(tokens.length),
    isPlace: new Uint8Array(tokens.length),
    totalWeight: 0,
    occurrences: new Map(),
    countries: [],
    places: [],
    capitals: capitalsOf(text),
    abbreviations: abbreviationsOf(text),
    domains: domainsIn(text, hints.domain),
  }
  readTokens(index, query)
  readCountries(query, hints, parts)
  readPlaces(index, query, hints)
  for (let i = 0; i < tokens.length; i++) if (query.isPlace[i] === 0) query.totalWeight += query.weights[i] as number
  return query
}

/** The segments, and within those that mix scripts the words that are not Latin. */
function partsOf(segments: Segment[]): Part[] {
  const parts: Part[] = []
  let from = 0
  segments.forEach((segment, number) => {
    const to = from + segment.tokens.length - 1
    if (to < from) return
    const whole = segment.folded.replaceAll(' ', '')
    parts.push({ compact: whole, from, to, segment: number, isWhole: true })
    if (MIXED.test(whole) && /[a-z]/.test(whole)) {
      const isOwn = segment.tokens.map(token => scriptOf(token) !== 'latin')
      const compact = segment.folded
        .split(' ')
        .filter(word => !/^[a-z0-9]+$/.test(word))
        .join('')
      const first = from + isOwn.indexOf(true)
      const last = from + isOwn.lastIndexOf(true)
      if (isOwn.includes(true)) parts.push({ compact, from: first, to: last, segment: number, isWhole: false })
    }
    from = to + 1
  })
  return parts
}

const MIXED = /[^\u0000-\u024f]/

/** A word of some name, or a country. */
function isKnownWord(index: OrganisationIndex, word: string): boolean {
  const token = index.vocabulary.find(canonicalWord(word))
  return (token >= 0 && index.vocabulary.frequencyOf(token) > 0) || countryOfName(word) !== undefined
}

function readTokens(index: OrganisationIndex, query: Query): void {
  const { vocabulary } = index
  let alternated = 0
  query.tokens.forEach((token, position) => {
    const number = query.numbers[position] as number
    const frequency = number < 0 ? 0 : vocabulary.frequencyOf(number)
    query.flags[position] = wordFlags(token)
    query.weights[position] =
      number < 0 ? vocabulary.weightOfUnknown(token, index.livingNames) : vocabulary.weight(number, index.livingNames)
    if (number >= 0) addOccurrence(query, number, { position, similarity: 1, reason: 'same' })
    if (query.abbreviations.has(token)) readAbbreviation(index, query, token, position)
    if (frequency > UNCOMMON || alternated >= MOST_ALTERNATED) return
    const isKnown = frequency > RARE
    if (isKnown && (token.length < 5 || (query.flags[position] as number) !== 0)) return
    alternated++
    const concept = isKnown ? undefined : conceptLike(token)
    const stands = concept === undefined || concept === token ? -1 : vocabulary.find(concept)
    if (stands >= 0) addOccurrence(query, stands, { position, similarity: 0.9, reason: 'typo' })
    if (stands >= 0 && number < 0) readAs(index, query, stands, position)
    const isPlace = isKnown && index.places.at(query.numbers, position, position + 1).length > 0
    for (const found of vocabulary.alternatives(token)) {
      // The name of one place is no slip in writing another's: Hubei and Hebei.
      if (isPlace && found.reason === 'typo') continue
      if (found.token !== number && found.token !== stands) {
        const similarity = isKnown ? found.similarity - 0.08 : found.similarity
        addOccurrence(query, found.token, { position, similarity, reason: found.reason })
      }
    }
  })
  readJoined(index, query)
}

/** An unknown word weighs what the word weighs that it stands for. */
function readAs(index: OrganisationIndex, query: Query, stands: number, position: number): void {
  query.flags[position] = index.vocabulary.flags(stands)
  query.weights[position] = index.vocabulary.weight(stands, index.livingNames)
}

/** "Geol." may be any word that begins so. */
function readAbbreviation(index: OrganisationIndex, query: Query, token: string, position: number): void {
  const concept = conceptOfBeginning(token)
  const stands = concept === undefined ? -1 : index.vocabulary.find(concept)
  const known = query.numbers[position] as number
  if (stands >= 0 && stands !== known) {
    addOccurrence(query, stands, { position, similarity: 0.92, reason: 'typo' })
    readAs(index, query, stands, position)
  }
  for (const word of index.vocabulary.beginningWith(token))
    if (word !== known && word !== stands) addOccurrence(query, word, { position, similarity: 0.85, reason: 'typo' })
}

/** "He Fei" for "Hefei": two neighbours that together are a word, at least one of them rare by itself. */
function readJoined(index: OrganisationIndex, query: Query): void {
  const { vocabulary } = index
  for (let i = 0; i + 1 < query.tokens.length; i++) {
    const first = query.tokens[i] as string
    const second = query.tokens[i + 1] as string
    if (query.segments[i] !== query.segments[i + 1] || scriptOf(first) === 'gram' || first.length + second.length < 5)
      continue
    if (
      (query.numbers[i] as number) >= 0 &&
      (query.numbers[i + 1] as number) >= 0 &&
      first.length > 3 &&
      second.length > 3
    )
      continue
    const joined = vocabulary.find(first + second)
    if (joined < 0 || vocabulary.frequencyOf(joined) < 1) continue
    addOccurrence(query, joined, { position: i, similarity: 0.93, reason: 'typo' })
    addOccurrence(query, joined, { position: i + 1, similarity: 0.92, reason: 'typo' })
  }
}

function addOccurrence(query: Query, token: number, occurrence: Occurrence): void {
  const known = query.occurrences.get(token)
  if (known === undefined) query.occurrences.set(token, [occurrence])
  else known.push(occurrence)
}

function readCountries(query: Query, hints: ResolveHints, parts: { raw: string }[]): void {
  for (const mention of findCountries(query.tokens)) {
    query.countries.push(mention)
    query.isPlace.fill(1, mention.from, mention.to + 1)
  }
  parts.forEach((part, number) => {
    const code = countryOfStateCode(part.raw)
    if (code === undefined) return
    const from = query.segments.indexOf(number)
    const to = query.segments.lastIndexOf(number)
    if (from >= 0) query.isPlace.fill(1, from, to + 1)
    query.countries.push({ code, from, to })
  })
  const hinted = hints.country === undefined ? undefined : countryOfName(hints.country)
  if (hinted !== undefined) query.countries.push({ code: hinted, from: -1, to: -1 })
}

function readPlaces(index: OrganisationIndex, query: Query, hints: ResolveHints): void {
  const { places } = index
  for (let from = 0; from < query.tokens.length; from++) {
    const longest = Math.min(LONGEST_PLACE, query.tokens.length - from)
    for (let length = longest; length > 0; length--) {
      const to = from + length - 1
      if (query.segments[from] !== query.segments[to] || query.numbers.subarray(from, to + 1).includes(-1)) continue
      for (const place of places.at(query.numbers, from, to + 1))
        addPlace(query, { place, from, to, isWhole: isWhole(query, from, to) })
    }
    const token = query.tokens[from] as string
    const script = scriptOf(token)
    if (script === 'latin' || script === 'other' || script === 'gram') continue
    for (const place of places.soundingLike(token)) {
      addPlace(query, { place, from, to: from, isWhole: isWhole(query, from, from) })
    }
  }
  if (hints.city !== undefined) {
    const number = places.find(hints.city)
    for (const place of number === undefined ? places.soundingLike(hints.city) : [number]) {
      query.places.push({ place, from: -1, to: -1, isWhole: true })
    }
  }
}

function addPlace(query: Query, mention: PlaceMention): void {
  query.places.push(mention)
  query.isPlace.fill(1, mention.from, mention.to + 1)
}

function isWhole(query: Query, from: number, to: number): boolean {
  const segment = query.segments[from]
  for (let i = from - 1; i >= 0 && query.segments[i] === segment; i--) if (!isNumberAt(query, i)) return false
  for (let i = to + 1; i < query.tokens.length && query.segments[i] === segment; i++) {
    if (!isNumberAt(query, i)) return false
  }
  return true
}

function isNumberAt(query: Query, position: number): boolean {
  return ((query.flags[position] as number) & (WORD_FLAG.digits | WORD_FLAG.address)) !== 0
}

const ADDRESS = /(?:@|www\.|https?:\/\/)[\w.-]{4,100}/giu

function domainsIn(text: string, hinted: string | undefined): string[] {
  const addresses = /@|www|http/i.test(text) ? (text.match(ADDRESS) ?? []) : []
  const found = [hinted ?? '', ...addresses.map(address => address.replace(/[.-]+$/, ''))].map(domainOf)
  return [...new Set(found)].filter(domain => domain !== '')
}

function capitalsOf(text: string): Set<string> {
  const found = new Set<string>()
  if (!/\p{Ll}/u.test(text)) return found
  for (const word of text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}\p{N}.&-]+(?![\p{Ll}])/gu) ?? []) {
    found.add(word.toLowerCase().replace(/[.&-]/g, ''))
  }
  return found
}
