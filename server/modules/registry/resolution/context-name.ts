// What the second judgement sees of a name in a text: what is there, what is missing, what stands beside.
import { TYPE_WORDS } from './features.ts'
import { WORD_FLAG } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'

const KINDS = { label: 0, alias: 1, former: 2, acronym: 3 } as const

/** Values of the name that fits best. */
export function ofName(index: OrganisationIndex, query: Query, scored: Scored): number[] {
  const { alignment } = scored
  const tokens = index.tokensOfName(alignment.name)
  const places = placeTokens(index, scored)
  let missingPlace = 0
  let missingConcept = 0
  let missingSubject = 0
  let missingHeaviest = 0
  let matchedHeaviest = 0
  let missingType = 0
  const isSpread = alignment.positions.length === tokens.length
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    const weight = index.vocabulary.weight(token, index.livingNames)
    if (isSpread && (alignment.positions[i] as number) < 0) {
      const flags = index.vocabulary.flags(token)
      if (places.has(token)) missingPlace += weight
      else if ((flags & WORD_FLAG.concept) !== 0) missingConcept += weight
      else if ((flags & WORD_FLAG.subject) !== 0) missingSubject += weight
      missingHeaviest = Math.max(missingHeaviest, weight)
      if (TYPE_WORDS.has(index.vocabulary.word(token))) missingType++
    } else matchedHeaviest = Math.max(matchedHeaviest, weight)
  }
  return [
    KINDS[scored.kind],
    scored.fit,
    alignment.matchedWeight,
    alignment.missingWeight,
    alignment.blurredWeight,
    alignment.gapWeight,
    alignment.leftWeight,
    alignment.rightWeight,
    tokens.length,
    alignment.positions.reduce((count, position) => count + (position >= 0 ? 1 : 0), 0),
    missingPlace,
    missingConcept,
    missingSubject,
    missingHeaviest,
    matchedHeaviest,
    ...ofSides(query, scored),
    alignment.isRespaced ? 1 : 0,
    ...ofPlaceWords(query, scored),
    missingType,
  ]
}

/** Tokens of the city and the region an organisation is in. */
function placeTokens(index: OrganisationIndex, scored: Scored): Set<number> {
  const { city, region } = scored.organisation
  return new Set([...index.places.tokensOf(city), ...index.places.tokensOf(region)])
}

/** How much of what the name takes from the text are words of places, and whether they are all in segments of their own. */
function ofPlaceWords(query: Query, scored: Scored): [number, number] {
  let matched = 0
  let places = 0
  let isWhole = true
  for (const position of scored.alignment.positions) {
    if (position < 0) continue
    const weight = query.weights[position] as number
    matched += weight
    if (query.isPlace[position] === 1) places += weight
    if (!query.places.some(mention => mention.isWhole && mention.from <= position && position <= mention.to))
      isWhole = false
  }
  return [matched === 0 ? 0 : places / matched, isWhole ? 1 : 0]
}

function ofSides(query: Query, scored: Scored): number[] {
  const { first, last } = scored.alignment
  const side = (start: number, step: 1 | -1): { heaviest: number; words: number; hasType: number; next: number } => {
    const found = { heaviest: 0, words: 0, hasType: 0, next: 0 }
    const segment = query.segments[start]
    for (let i = start + step; i >= 0 && i < query.tokens.length && query.segments[i] === segment; i += step) {
      const isType = TYPE_WORDS.has(query.tokens[i] as string) ? 1 : 0
      found.words++
      if (i === start + step) found.next = isType
      if (isType === 1) found.hasType = 1
      if (query.isPlace[i] === 0) found.heaviest = Math.max(found.heaviest, query.weights[i] as number)
    }
    return found
  }
  const left = side(first, -1)
  const right = side(last, 1)
  return [left.heaviest, right.heaviest, left.words, right.words, left.hasType + right.hasType, right.next, left.next]
}
