// Finds the names that may be meant by a text: exactly, as a part of it, by their rare words, or by sound.

import { spread } from './columns.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Part, Query } from './query.ts'
import { fullForms } from './short-forms.ts'
import { isGramLetter, scriptOf } from './transliteration.ts'

const LONGEST_SPAN = 14
const LONGEST_GRAM_SPAN = 40
const FREQUENT = 4000
const MOST_POSTINGS = 60_000
const MOST_BY_WORDS = 56
const MOST_SPANS = 160
const MOST_TALLIED = 300
const LEAST_COVERED = 0.3

/** Tokens `from` to `to` (inclusive) that together are written like a name, or sound like it. */
export interface WholeMatch {
  from: number
  to: number
  /** Segments between the first and the last token. */
  crossings: number
  isSound: boolean
  /** Typing errors between the two. */
  distance: number
}

/** Names worth a closer look, in a fixed order; with the segments they fill where they do. */
export function findCandidateNames(index: OrganisationIndex, query: Query): Map<number, WholeMatch | undefined> {
  const found = new Map<number, WholeMatch | undefined>()
  addWhole(index, query, found)
  addSpans(index, query, found)
  addByWords(index, query, found)
  return new Map([...found].sort((a, b) => a[0] - b[0]))
}

type Found = Map<number, WholeMatch | undefined>

const MOST_PARTS = 60

function addWhole(index: OrganisationIndex, query: Query, found: Found): void {
  const { parts } = query
  const wholes = parts.filter(part => part.isWhole)
  addParts(index, wholes, found)
  for (let i = 0; i < Math.min(parts.length, MOST_PARTS); i++) {
    const part = parts[i] as Part
    addParts(index, [part], found)
    const next = wholes[wholes.indexOf(part) + 1]
    if (part.isWhole && next !== undefined) addParts(index, [part, next], found)
    if (!addOtherForms(index, part, found)) addMisspelt(index, part, found)
  }
  addSingleWords(index, query, found)
}

function matchOf(parts: Part[], isSound = false, distance = 0): WholeMatch {
  const first = parts[0] as Part
  const last = parts.at(-1) as Part
  return { from: first.from, to: last.to, crossings: last.segment - first.segment, isSound, distance }
}

function addParts(index: OrganisationIndex, parts: Part[], found: Found): void {
  const compact = parts.map(part => part.compact).join('')
  if (compact.length < 2 || compact.length > 300) return
  for (const name of index.namesOfCompact(compact).slice(0, 60)) found.set(name, matchOf(parts))
  if (compact.length < 5) return
  for (const name of index.namesOfSound(compact).slice(0, 20))
    if (found.get(name) === undefined) found.set(name, matchOf(parts, true))
}

/** Names that end in a longer form of the same ending; true when there was one. */
function addOtherForms(index: OrganisationIndex, part: Part, found: Found): boolean {
  let isFound = false
  for (const full of fullForms(part.compact)) {
    for (const name of index.namesOfCompact(full).slice(0, 20)) {
      if (found.get(name) === undefined) found.set(name, matchOf([part], false, 0))
      isFound = true
    }
  }
  return isFound
}

/** Names of scripts other than Latin that are one or two typing errors away. */
function addMisspelt(index: OrganisationIndex, part: Part, found: Found): void {
  const near = index.namesNear(part.compact).slice(0, 20)
  for (const { name, distance } of near)
    if (found.get(name) === undefined) found.set(name, matchOf([part], false, distance))
}

/** Romanised names are often one long word, with the city behind them. */
function addSingleWords(index: OrganisationIndex, query: Query, found: Found): void {
  query.tokens.slice(0, MOST_PARTS).forEach((token, at) => {
    if (token.length < 8 || scriptOf(token) !== 'latin' || (query.numbers[at] as number) >= 0) return
    for (const name of index.namesOfSound(token).slice(0, 20)) {
      if (found.get(name) === undefined) found.set(name, { from: at, to: at, crossings: 0, isSound: true, distance: 0 })
    }
  })
}

/** Every run of tokens that has the same words as a name, in any order. */
function addSpans(index: OrganisationIndex, query: Query, found: Found): void {
  let hits = 0
  for (let from = 0; from < query.numbers.length; from++) {
    const isGram = isGramLetter((query.tokens[from] as string).codePointAt(0) as number)
    const end = Math.min(query.numbers.length, from + (isGram ? LONGEST_GRAM_SPAN : LONGEST_SPAN))
    let hash = 0
    for (let to = from; to < end; to++) {
      const number = query.numbers[to] as number
      if (number < 0) break
      hash = (hash + spread(number + 1)) | 0
      if (!index.mayHaveBag(hash)) continue
      const sorted = query.numbers.slice(from, to + 1).sort()
      for (const name of index.namesOfBag(hash, sorted).slice(0, 60)) note(found, name)
      if (++hits >= MOST_SPANS) return
    }
  }
}

function addByWords(index: OrganisationIndex, query: Query, found: Found): void {
  const tally = index.tally()
  const similarities = new Map<number, number>()
  for (const [token, occurrences] of query.occurrences) {
    let similarity = 0
    for (const occurrence of occurrences) if (occurrence.similarity > similarity) similarity = occurrence.similarity
    similarities.set(token, similarity)
  }
  let visited = 0
  const tokens = [...similarities.keys()].sort(
    (a, b) => index.vocabulary.frequencyOf(a) - index.vocabulary.frequencyOf(b) || a - b,
  )
  for (const token of tokens) {
    const frequency = index.vocabulary.frequencyOf(token)
    if (frequency === 0) continue
    if (frequency > FREQUENT || visited + frequency > MOST_POSTINGS) break
    visited += frequency
    tally.add(token, index.vocabulary.weight(token, index.livingNames) * (similarities.get(token) as number))
  }
  const ranked = tally
    .best(MOST_TALLIED, LEAST_COVERED)
    .map(name => ({ name, rank: wholeRank(index, name, similarities) }))
    .sort((a, b) => b.rank - a.rank || a.name - b.name)
  for (const { name } of ranked.slice(0, MOST_BY_WORDS)) note(found, name)
}

/** A missing word that is the city of the organisation counts this much: "Brenn University, Altbrunn". */
const MISSING_CITY = 0.3

/** Rank by all words of a name, the common ones included, which are too many to tally. */
function wholeRank(index: OrganisationIndex, name: number, similarities: Map<number, number>): number {
  const city = index.places.tokensOf(index.organisation(index.organisationOfName(name))?.city ?? -1)
  let sum = 0
  let whole = index.weightOfName(name)
  for (const token of index.tokensOfName(name)) {
    const similarity = similarities.get(token)
    if (similarity !== undefined) sum += similarity * index.vocabulary.weight(token, index.livingNames)
    else if (city.includes(token)) whole -= (1 - MISSING_CITY) * index.vocabulary.weight(token, index.livingNames)
  }
  return (sum * sum) / whole
}

function note(found: Found, name: number): void {
  if (!found.has(name)) found.set(name, undefined)
}
