// The named numbers by which a candidate is judged, and the probability they add up to.
import type { Alignment } from './alignment.ts'
import { WORD_FLAG } from './lexicon.ts'
import type { IndexedOrganisation } from './organisation-index.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'
import { scriptOf } from './transliteration.ts'
import { WEIGHTS } from './weights.ts'

/** Names of the features, in the order of every list of their values. */
export const FEATURES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]

export type Features = Record<keyof typeof WEIGHTS, number>

/** Types of organisations: one left over beside a name says that something else is meant. */
export const TYPE_WORDS = new Set(
  'university institute academy college school hochschule laboratory center hospital clinic ministry foundation society association council museum library company agency'.split(
    ' ',
  ),
)

/** How many words of the text two alignments both claim. */
export function sharedPositions(a: Alignment, b: Alignment): number {
  if (a.last < b.first || b.last < a.first) return 0
  let shared = 0
  for (const position of a.positions) if (position >= 0 && b.positions.includes(position)) shared++
  return shared
}

/** Features of one candidate among all; each 0..1 or a small sum of weights. */
export function featuresOf(query: Query, scored: Scored, all: Scored[]): Features {
  const { alignment, organisation } = scored
  const total = Math.max(scored.nameWeight, 0.01)
  const margin = Math.max(-1, Math.min(1, scored.fit - scored.rivalFit))
  const { words } = alignment
  const others = all.filter(
    other =>
      other !== scored &&
      other.fit > 0.6 &&
      other.alignment.missingWeight < 0.05 &&
      sharedPositions(scored.alignment, other.alignment) === 0,
  )
  const outside = Math.max(
    0,
    query.totalWeight - alignment.matchedWeight - alignment.leftWeight - alignment.rightWeight - alignment.gapWeight,
  )
  const beside = alignment.leftWeight + alignment.rightWeight
  const otherType = hasOtherType(query, alignment) ? 1 : 0
  const isGram = scriptOf(query.tokens[alignment.first] ?? '') === 'gram' ? 1 : 0
  const isTyped = alignment.positions.some(
    position => position >= 0 && TYPE_WORDS.has(query.tokens[position] as string),
  )
    ? 1
    : 0
  const isAcronym = scored.kind === 'acronym' ? 1 : 0
  const isBare = query.segmentCount === 1 ? 1 : 0
  const subjects = query.flags.reduce((count, flags) => count + ((flags & WORD_FLAG.unit) !== 0 ? 1 : 0), 0) > 0 ? 1 : 0
  return {
    bias: 1,
    missing: alignment.missingWeight / total,
    missingSum: Math.min(2, alignment.missingWeight),
    hasMissing: alignment.missingWeight > 0 ? 1 : 0,
    blurred: alignment.blurredWeight / total,
    transliterated: alignment.isTransliterated ? 1 : 0,
    typo: alignment.hasTypo ? 1 : 0,
    gap: Math.min(2, alignment.gapWeight),
    crossings: Math.min(3, alignment.crossings),
    disordered: alignment.isDisordered ? 1 : 0,
    otherNumber: alignment.hasOtherNumber ? 1 : 0,
    left: alignment.hasUnitBefore ? 0 : Math.min(2, alignment.leftWeight),
    right: alignment.hasUnitAfter ? 0 : Math.min(2, alignment.rightWeight),
    leftUnit: alignment.hasUnitBefore ? Math.min(2, alignment.leftWeight) : 0,
    rightUnit: alignment.hasUnitAfter ? Math.min(2, alignment.rightWeight) : 0,
    hasLeft: alignment.leftWeight > 0 ? 1 : 0,
    hasRight: alignment.rightWeight > 0 ? 1 : 0,
    outside: Math.min(3, outside),
    whole: scored.isWhole ? 1 : 0,
    bare: isBare,
    bareWeak: isBare * (scored.isWhole ? 0 : 1),
    unitsNamed: subjects,
    acronym: isAcronym,
    acronymInCapitals: isAcronym * (query.capitals.has(query.tokens[alignment.first] ?? '') ? 1 : 0),
    acronymWhole: isAcronym * (scored.isWhole ? 1 : 0),
    acronymCountry: isAcronym * (scored.country === 'agrees' ? 1 : 0),
    former: scored.kind === 'former' ? 1 : 0,
    alias: scored.kind === 'alias' ? 1 : 0,
    weight: Math.min(3, scored.nameWeight),
    light: Math.max(0, 0.8 - scored.nameWeight),
    lightPlaced:
      Math.max(0, 0.8 - scored.nameWeight) * (scored.city === 'agrees' || scored.country === 'agrees' ? 1 : 0),
    oneWord: words === 1 ? 1 : 0,
    countryAgrees: scored.country === 'agrees' ? 1 : 0,
    countryDiffers: scored.country === 'differs' ? 1 : 0,
    cityAgrees: scored.city === 'agrees' ? 1 : 0,
    cityInName: scored.city === 'named_in_it' ? 1 : 0,
    cityDiffers: scored.city === 'differs' ? 1 : 0,
    domainAgrees: scored.domainAgrees ? 1 : 0,
    acronymBeside: scored.acronymAt >= 0 ? 1 : 0,
    margin,
    behind: Math.max(0, -margin),
    close: Math.max(0, 0.15 - Math.abs(margin)) * 6,
    namesakes: Math.min(4, scored.namesakes),
    hasNamesakes: scored.namesakes > 0 ? 1 : 0,
    overlap: scored.overlap,
    otherNamed: others.length > 0 ? 1 : 0,
    otherStronger: others.some(other => other.fit > scored.fit) ? 1 : 0,
    otherEarlier: others.some(other => other.alignment.first < alignment.first) ? 1 : 0,
    parentNamed: others.some(other => isParent(scored, other)) ? 1 : 0,
    childNamed: others.some(other => isParent(other, scored)) ? 1 : 0,
    closed: organisation.isClosed ? 1 : 0,
    succeeded: scored.named === scored.number ? 0 : 1,
    literal: scored.isLiteral ? 1 : 0,
    share: beside / (beside + scored.nameWeight + 0.01),
    bareShare: (isBare * beside) / (beside + scored.nameWeight + 0.01),
    lightBeside: Math.max(0, 0.8 - scored.nameWeight) * Math.min(1, beside),
    otherType: otherType,
    bareOtherType: isBare * otherType,
    bareBeside: isBare * (1 - subjects) * (beside > 0.25 ? 1 : 0),
    typed: isTyped,
    untypedBeside: (1 - isTyped) * Math.min(1, beside),
    untypedUnit: (1 - isTyped) * (alignment.hasUnitBefore && alignment.leftWeight > 0 ? 1 : 0),
    gram: isGram,
    gramMissing: (isGram * alignment.missingWeight) / total,
  }
}

function hasOtherType(query: Query, alignment: Alignment): boolean {
  const from = query.segments[alignment.first] as number
  const to = query.segments[alignment.last] as number
  return query.tokens.some((token, i) => {
    const segment = query.segments[i] as number
    return segment >= from && segment <= to && TYPE_WORDS.has(token) && !alignment.positions.includes(i)
  })
}

/** Whether one candidate's organisation directly belongs to another's. */
export function isParent(child: Scored, parent: Scored): boolean {
  return belongsTo(child.organisation, parent.organisation)
}

/** Whether one organisation names the other as its parent, or is named by it as its child. */
export function belongsTo(child: IndexedOrganisation, parent: IndexedOrganisation): boolean {
  const is = (id: string, one: IndexedOrganisation): boolean => id === one.id || id === one.rorId
  return child.parents.some(id => is(id, parent)) || parent.children.some(id => is(id, child))
}

/** Logistic sum of the weighted features, 0..1. */
export function probabilityOf(features: Features): number {
  let sum = 0
  for (const [feature, weight] of Object.entries(WEIGHTS)) sum += weight * features[feature as keyof Features]
  return 1 / (1 + Math.exp(-sum))
}
