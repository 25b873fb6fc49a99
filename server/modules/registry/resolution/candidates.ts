// Finds the names that may be meant by a text: exactly, as a part of it, by their rare words, or by sound.

import { spread } from './columns.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Query } from './query.ts'
import { isGramLetter } from './transliteration.ts'

const LONGEST_SPAN = 14
const LONGEST_GRAM_SPAN = 40
const FREQUENT = 4000
const MOST_POSTINGS = 60_000
const MOST_BY_WORDS = 48
const MOST_SPANS = 160
const LEAST_COVERED = 0.34

/** A run of segments that equals a name but for spaces, or sounds like it. */
export interface WholeMatch {
  fromSegment: number
  toSegment: number
  isSound: boolean
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

const MOST_SEGMENTS = 60

function addWhole(index: OrganisationIndex, query: Query, found: Found): void {
  const segments = query.compactSegments
  const add = (fromSegment: number, toSegment: number): void => {
    const compact = segments.slice(fromSegment, toSegment + 1).join('')
    if (compact.length < 2 || compact.length > 300) return
    for (const name of index.namesOfCompact(compact).slice(0, 60))
      found.set(name, { fromSegment, toSegment, isSound: false })
    if (compact.length < 5) return
    for (const name of index.namesOfSound(compact).slice(0, 20)) {
      if (!found.has(name)) found.set(name, { fromSegment, toSegment, isSound: true })
    }
  }
  if (segments.length > 0) add(0, segments.length - 1)
  for (let i = 0; i < Math.min(segments.length, MOST_SEGMENTS); i++) {
    add(i, i)
    if (i + 1 < segments.length) add(i, i + 1)
  }
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
  const scores = new Map<number, number>()
  let visited = 0
  const tokens = [...query.occurrences.keys()].sort(
    (a, b) => index.vocabulary.frequencyOf(a) - index.vocabulary.frequencyOf(b) || a - b,
  )
  for (const token of tokens) {
    const frequency = index.vocabulary.frequencyOf(token)
    if (frequency === 0) continue
    if (frequency > FREQUENT || visited + frequency > MOST_POSTINGS) break
    visited += frequency
    const similarity = Math.max(...(query.occurrences.get(token) ?? []).map(occurrence => occurrence.similarity))
    const gain = index.vocabulary.weight(token, index.nameCount) * similarity
    // Common words only raise names that a rarer word has brought up, unless nothing has.
    const mayOpen = frequency < 300 || scores.size < 500
    index.eachNameWith(token, name => {
      const score = scores.get(name)
      if (score !== undefined) scores.set(name, score + gain)
      else if (mayOpen) scores.set(name, gain)
    })
  }
  const ranked: { name: number; rank: number }[] = []
  for (const [name, score] of scores) {
    const covered = score / index.weightOfName(name)
    if (covered >= LEAST_COVERED) ranked.push({ name, rank: score * covered })
  }
  ranked.sort((a, b) => b.rank - a.rank || a.name - b.name)
  for (const { name } of ranked.slice(0, MOST_BY_WORDS)) note(found, name)
}

function note(found: Found, name: number): void {
  if (!found.has(name)) found.set(name, undefined)
}
