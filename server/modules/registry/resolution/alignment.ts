// Lays a name over a text: which of its words are there, where, how alike, and what is left beside them.

import type { WholeMatch } from './candidates.ts'
import { WORD_FLAG } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Occurrence, Query } from './query.ts'

const MOST_ANCHORS = 4

/** How a name lies in a text. Weights are sums of word rarities (0..1 each). */
export interface Alignment {
  name: number
  /** Position in the text of each token of the name; -1 when it is not there. */
  positions: Int32Array
  matchedWeight: number
  missingWeight: number
  /** Weight lost because words are alike but not the same. */
  blurredWeight: number
  /** Weight of foreign words between the first and the last matched one. */
  gapWeight: number
  /** Weight of unexplained words before and after the name in its own segment. */
  leftWeight: number
  rightWeight: number
  /** Words such as "department" stand before or after. */
  hasUnitBefore: boolean
  hasUnitAfter: boolean
  crossings: number
  isDisordered: boolean
  hasOtherNumber: boolean
  isTransliterated: boolean
  /** Equal to whole segments but for spaces. */
  isRespaced: boolean
  /** Number of tokens of the name. */
  words: number
  hasTypo: boolean
  first: number
  last: number
}

/** Best alignment by words; a name that fills whole segments by spelling or sound needs no common words. */
export function align(
  index: OrganisationIndex,
  query: Query,
  name: number,
  whole: WholeMatch | undefined,
): Alignment | undefined {
  const byWords = alignWords(index, query, name)
  if (whole === undefined || (byWords !== undefined && byWords.missingWeight === 0)) return byWords
  return alignWhole(index, query, name, whole)
}

function alignWhole(index: OrganisationIndex, query: Query, name: number, whole: WholeMatch): Alignment {
  const { from, to, distance } = whole
  const matchedWeight = index.weightOfName(name)
  const positions = Int32Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const alignment = {
    ...emptyAlignment(name, positions),
    matchedWeight,
    blurredWeight: whole.isSound ? matchedWeight * 0.05 : misspeltShare(index, name, distance) * matchedWeight,
    first: from,
    last: to,
  }
  surroundings(query, alignment, new Set(positions))
  alignment.isTransliterated = whole.isSound
  alignment.isRespaced = !whole.isSound && distance === 0
  alignment.hasTypo = distance > 0
  alignment.words = index.tokensOfName(name).length
  alignment.crossings = whole.crossings
  return alignment
}

function misspeltShare(index: OrganisationIndex, name: number, distance: number): number {
  return distance === 0 ? 0 : Math.min(0.5, (distance * 1.1) / Math.max(4, index.textOfName(name).length))
}

function emptyAlignment(name: number, positions: Int32Array): Alignment {
  return {
    name,
    positions,
    matchedWeight: 0,
    missingWeight: 0,
    blurredWeight: 0,
    gapWeight: 0,
    leftWeight: 0,
    rightWeight: 0,
    hasUnitBefore: false,
    hasUnitAfter: false,
    crossings: 0,
    isDisordered: false,
    hasOtherNumber: false,
    isTransliterated: false,
    isRespaced: false,
    words: positions.length,
    hasTypo: false,
    first: 0,
    last: 0,
  }
}

function alignWords(index: OrganisationIndex, query: Query, name: number): Alignment | undefined {
  const tokens = index.tokensOfName(name)
  const weights = Float64Array.from(tokens, token => index.vocabulary.weight(token, index.livingNames))
  const options = Array.from(tokens, token => query.occurrences.get(token))
  let anchor = -1
  options.forEach((option, i) => {
    if (option !== undefined && (anchor < 0 || (weights[i] as number) > (weights[anchor] as number))) anchor = i
  })
  if (anchor < 0) return undefined
  let best: Alignment | undefined
  let bestScore = Number.NEGATIVE_INFINITY
  for (const start of (options[anchor] as Occurrence[]).slice(0, MOST_ANCHORS)) {
    const alignment = alignAt(index, query, name, tokens, weights, options, anchor, start)
    const score =
      alignment.matchedWeight -
      alignment.blurredWeight -
      alignment.gapWeight * 0.5 -
      alignment.crossings * 0.1 -
      (alignment.isDisordered ? 0.05 : 0) -
      (alignment.leftWeight + alignment.rightWeight) * 0.2
    if (score > bestScore) {
      best = alignment
      bestScore = score
    }
  }
  return best
}

function alignAt(
  index: OrganisationIndex,
  query: Query,
  name: number,
  tokens: Int32Array,
  weights: Float64Array,
  options: (Occurrence[] | undefined)[],
  anchor: number,
  start: Occurrence,
): Alignment {
  const positions = new Int32Array(tokens.length).fill(-1)
  const used = new Set<number>([start.position])
  const result: Alignment = { ...emptyAlignment(name, positions), first: start.position, last: start.position }
  // From the anchor outwards, so that each word takes the occurrence that keeps the name together.
  const order = [anchor]
  for (let step = 1; step < tokens.length; step++) {
    if (anchor + step < tokens.length) order.push(anchor + step)
    if (anchor - step >= 0) order.push(anchor - step)
  }
  for (const i of order) {
    const weight = weights[i] as number
    const taken = i === anchor ? start : nearest(query, options[i], start.position + (i - anchor), start.position, used)
    if (taken === undefined) {
      result.missingWeight += weight
      if (isNumber(index.vocabulary.flags(tokens[i] as number))) result.hasOtherNumber = true
      continue
    }
    used.add(taken.position)
    positions[i] = taken.position
    result.matchedWeight += weight
    result.blurredWeight += weight * (1 - taken.similarity)
    if (taken.reason === 'typo') result.hasTypo = true
    if (taken.reason === 'transliteration') result.isTransliterated = true
    result.first = Math.min(result.first, taken.position)
    result.last = Math.max(result.last, taken.position)
  }
  takeInitials(index, query, result, tokens, weights, used)
  surroundings(query, result, used)
  return result
}

/** "Gh. Brenn" for "Gheorghe Brenn": a short word beside a matched one that begins like the missing one. */
function takeInitials(
  index: OrganisationIndex,
  query: Query,
  result: Alignment,
  tokens: Int32Array,
  weights: Float64Array,
  used: Set<number>,
): void {
  const { positions } = result
  for (let i = 0; i < tokens.length; i++) {
    if ((positions[i] as number) >= 0) continue
    const after = positions[i + 1] ?? -1
    const before = i > 0 ? (positions[i - 1] as number) : -1
    const at = after > 0 ? after - 1 : before >= 0 ? before + 1 : -1
    const written = at < 0 || used.has(at) ? undefined : query.tokens[at]
    if (written === undefined) continue
    const word = index.vocabulary.word(tokens[i] as number)
    const isInitial = written.length <= 2 && query.abbreviations.has(written) && word.startsWith(written)
    if (!isInitial && !(word.length === 1 && written.startsWith(word))) continue
    const weight = weights[i] as number
    positions[i] = at
    used.add(at)
    result.missingWeight = Math.max(0, result.missingWeight - weight)
    result.matchedWeight += weight
    result.blurredWeight += weight * 0.3
    result.first = Math.min(result.first, at)
    result.last = Math.max(result.last, at)
  }
}

const FAR = 14

function nearest(
  query: Query,
  options: Occurrence[] | undefined,
  wanted: number,
  anchor: number,
  used: Set<number>,
): Occurrence | undefined {
  let best: Occurrence | undefined
  let bestCost = FAR
  for (const option of options ?? []) {
    if (used.has(option.position)) continue
    const segments = Math.abs((query.segments[option.position] as number) - (query.segments[anchor] as number))
    const cost = Math.abs(option.position - wanted) + segments * 3 + (1 - option.similarity) * 4
    if (cost < bestCost) {
      best = option
      bestCost = cost
    }
  }
  return best
}

function surroundings(query: Query, result: Alignment, used: Set<number>): void {
  const { first, last } = result
  let before = -1
  for (const position of result.positions) {
    if (position < 0) continue
    if (position < before) result.isDisordered = true
    before = position
  }
  result.crossings = (query.segments[last] as number) - (query.segments[first] as number)
  result.gapWeight = gapWeight(query, first, last, used)
  for (let i = first - 1; i >= 0 && query.segments[i] === query.segments[first]; i--) {
    if (isUnit(query.flags[i] as number)) result.hasUnitBefore = true
    result.leftWeight += leftover(query, i)
  }
  for (let i = last + 1; i < query.tokens.length && query.segments[i] === query.segments[last]; i++) {
    if (isUnit(query.flags[i] as number)) result.hasUnitAfter = true
    if (isNumber(query.flags[i] as number) && (query.tokens[i] as string).length < 3 && i === last + 1)
      result.hasOtherNumber = true
    result.rightWeight += leftover(query, i)
  }
}

/** A segment between that has no word of the name weighs little: addresses and departments stand between name and city. */
const FOREIGN_SEGMENT = 0.12

function gapWeight(query: Query, first: number, last: number, used: Set<number>): number {
  const own = new Set<number>()
  for (const position of used) own.add(query.segments[position] as number)
  let weight = 0
  let foreign = -1
  for (let i = first + 1; i < last; i++) {
    const segment = query.segments[i] as number
    if (!own.has(segment)) {
      if (segment !== foreign) weight += FOREIGN_SEGMENT
      foreign = segment
    } else if (!used.has(i)) weight += leftover(query, i) + (query.isPlace[i] === 1 ? 0.25 : 0)
  }
  return weight
}

function leftover(query: Query, position: number): number {
  const flags = query.flags[position] as number
  if (query.isPlace[position] === 1 || (flags & WORD_FLAG.address) !== 0) return 0
  if (isNumber(flags)) return 0
  return query.weights[position] as number
}

function isNumber(flags: number): boolean {
  return (flags & WORD_FLAG.digits) !== 0
}

function isUnit(flags: number): boolean {
  return (flags & WORD_FLAG.unit) !== 0
}
