// What the second judgement looks at: the features of one candidate, its kind, its place, and the others in the text.
import { FEATURES, isParent, sharedPositions, TYPE_WORDS } from './features.ts'
import { WORD_FLAG } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import { ORGANISATION_TYPES } from './organisation-record.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'
import { scriptOf } from './transliteration.ts'

/** Names of all values of a judgement, in order. */
export const JUDGED = [
  ...FEATURES,
  'first',
  'rank',
  'rivalFirst',
  'rivalBehind',
  'rivalNested',
  'rivalAround',
  'rivalSame',
  'rivalIsParent',
  'rivalIsChild',
  'rivalSharesCountry',
  'rivalRenown',
  'rivalStandsFor',
  'sames',
  'samesRenown',
  'otherFirst',
  'otherBehind',
  'others',
  'otherSum',
  'otherIsParent',
  'otherIsChild',
  'otherIsSibling',
  'otherBefore',
  'otherSameSegment',
  'otherEducation',
  'otherRenown',
  'otherWeight',
  'otherTypes',
  'otherApart',
  'acronymTaken',
  'kind',
  'fit',
  'matched',
  'missingAbsolute',
  'blurredAbsolute',
  'gapAbsolute',
  'leftAbsolute',
  'rightAbsolute',
  'words',
  'matchedWords',
  'missingPlace',
  'missingConcept',
  'missingSubject',
  'missingHeaviest',
  'matchedHeaviest',
  'leftHeaviest',
  'rightHeaviest',
  'leftWords',
  'rightWords',
  'besideType',
  'nextType',
  'previousType',
  'respaced',
  'segment',
  'segmentFromEnd',
  'segments',
  'tokens',
  'startsSegment',
  'endsSegment',
  'script',
  'lowerAcronym',
  'acronymLength',
  ...ORGANISATION_TYPES,
  'identifiers',
  'names',
  'parents',
  'children',
  'hasCountry',
  'hasCity',
  'country',
  'countries',
  'placesNamed',
  'regionAgrees',
  'countryNamed',
  'uncovered',
  'totalWeight',
  'hinted',
] as const

const KINDS = { label: 0, alias: 1, former: 2, acronym: 3 } as const
const SCRIPTS = { latin: 0, vowelled: 1, unvowelled: 2, gram: 3, other: 4 } as const

/** How much is recorded about an organisation: a stand-in for how often it is meant. */
function renown(scored: Scored): number {
  const { identifiers, nameCount, children } = scored.organisation
  return coarse(identifiers.length) + 0.5 * coarse(nameCount) + coarse(children.length)
}

/** Steps of a count, so that no organisation can be recognised by its exact counts. */
const coarse = (count: number): number => (count < 3 ? count : count < 6 ? 3 : count < 12 ? 4 : 5)

const logit = (p: number): number => Math.log(Math.max(p, 1e-6) / Math.max(1 - p, 1e-6))

/** The values of JUDGED for one candidate among those that passed the first judgement, best first. */
export function contextOf(
  index: OrganisationIndex,
  query: Query,
  scored: Scored,
  rank: number,
  all: Scored[],
): Float32Array {
  const values = [
    ...FEATURES.map(feature => scored.features[feature]),
    ...amongOthers(query, scored, rank, all),
    ...ofName(index, query, scored),
    ...ofPosition(query, scored),
    ...ofOrganisation(query, scored, all),
  ]
  return Float32Array.from(values)
}

function amongOthers(query: Query, scored: Scored, rank: number, all: Scored[]): number[] {
  let rival: Scored | undefined
  let other: Scored | undefined
  let others = 0
  let otherSum = 0
  let sames = 0
  let samesRenown = 0
  const own = new Set(scored.alignment.positions.filter(position => position >= 0))
  const flags = { parent: 0, child: 0, sibling: 0 }
  for (const one of all) {
    if (one === scored) continue
    const shared = sharedPositions(scored.alignment, one.alignment)
    if (shared > 0) {
      if (rival === undefined) rival = one
      if (shared === own.size && one.alignment.matchedWeight <= scored.alignment.matchedWeight + 0.01) {
        if (one.first > scored.first * 0.5) {
          sames++
          samesRenown = Math.max(samesRenown, renown(one))
        }
      }
      continue
    }
    if (one.first < 0.1) continue
    if (other === undefined) other = one
    others++
    otherSum += one.first
    if (isParent(scored, one)) flags.parent = Math.max(flags.parent, one.first)
    if (isParent(one, scored)) flags.child = Math.max(flags.child, one.first)
    if (one.organisation.parents.some(id => scored.organisation.parents.includes(id)))
      flags.sibling = Math.max(flags.sibling, one.first)
  }
  return [
    logit(scored.first),
    rank,
    ...againstRival(scored, own, rival),
    sames,
    sames === 0 ? 0 : renown(scored) - samesRenown,
    other?.first ?? 0,
    scored.first - (other?.first ?? 0),
    others,
    otherSum,
    flags.parent,
    flags.child,
    flags.sibling,
    ...besideOther(scored, other),
    other !== undefined && isApart(query, scored, other) ? 1 : 0,
    isAcronymOfOther(scored, all) ? 1 : 0,
  ]
}

/** Whether a semicolon or a line end stands between two candidates. */
function isApart(query: Query, a: Scored, b: Scored): boolean {
  const [before, after] = a.alignment.first < b.alignment.first ? [a, b] : [b, a]
  const from = query.groups[before.alignment.last] ?? 0
  return (query.groups[after.alignment.first] ?? 0) > from
}

/** Whether an acronym in the text explains a fuller name beside it. */
function isAcronymOfOther(scored: Scored, all: Scored[]): boolean {
  if (scored.kind !== 'acronym') return false
  return all.some(other => other !== scored && other.acronymAt === scored.alignment.first && other.first > 0.1)
}

function againstRival(scored: Scored, own: Set<number>, rival: Scored | undefined): number[] {
  if (rival === undefined) return [0, 1, 0, 0, 0, 0, 0, 0, 0, 0]
  const its = new Set(rival.alignment.positions.filter(position => position >= 0))
  const isNested = [...its].every(position => own.has(position)) ? 1 : 0
  const isAround = [...own].every(position => its.has(position)) ? 1 : 0
  return [
    rival.first,
    logit(scored.first) - logit(rival.first),
    isNested,
    isAround,
    isNested * isAround,
    isParent(scored, rival) ? 1 : 0,
    isParent(rival, scored) ? 1 : 0,
    scored.organisation.country === rival.organisation.country ? 1 : 0,
    renown(scored) - renown(rival),
    rival.alignment.missingWeight,
  ]
}

function besideOther(scored: Scored, other: Scored | undefined): number[] {
  if (other === undefined) return [0, 0, 0, 0, 0, 0]
  return [
    other.alignment.first < scored.alignment.first ? 1 : -1,
    other.alignment.last < scored.alignment.first - 1 || other.alignment.first > scored.alignment.last + 1 ? 0 : 1,
    (other.organisation.types & 1) !== 0 ? 1 : 0,
    renown(scored) - renown(other),
    scored.nameWeight - other.nameWeight,
    other.organisation.types,
  ]
}

function ofName(index: OrganisationIndex, query: Query, scored: Scored): number[] {
  const { alignment } = scored
  const tokens = index.tokensOfName(alignment.name)
  const places = placeTokens(index, scored)
  let missingPlace = 0
  let missingConcept = 0
  let missingSubject = 0
  let missingHeaviest = 0
  let matchedHeaviest = 0
  const isSpread = alignment.positions.length === tokens.length
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    const weight = index.vocabulary.weight(token, index.nameCount)
    if (isSpread && (alignment.positions[i] as number) < 0) {
      const flags = index.vocabulary.flags(token)
      if (places.has(token)) missingPlace += weight
      else if ((flags & WORD_FLAG.concept) !== 0) missingConcept += weight
      else if ((flags & WORD_FLAG.subject) !== 0) missingSubject += weight
      missingHeaviest = Math.max(missingHeaviest, weight)
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
  ]
}

/** Tokens of the city and the region an organisation is in. */
function placeTokens(index: OrganisationIndex, scored: Scored): Set<number> {
  const { city, region } = scored.organisation
  return new Set([...index.places.tokensOf(city), ...index.places.tokensOf(region)])
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

function ofPosition(query: Query, scored: Scored): number[] {
  const { first, last } = scored.alignment
  const segment = query.segments[first] as number
  const word = query.tokens[first] ?? ''
  return [
    segment,
    query.segmentCount - 1 - (query.segments[last] as number),
    query.segmentCount,
    query.tokens.length,
    first === 0 || query.segments[first - 1] !== segment ? 1 : 0,
    last === query.tokens.length - 1 || query.segments[last + 1] !== query.segments[last] ? 1 : 0,
    SCRIPTS[scriptOf(word)],
    scored.kind === 'acronym' && !query.capitals.has(word) ? 1 : 0,
    scored.kind === 'acronym' ? word.length : 0,
  ]
}

function ofOrganisation(query: Query, scored: Scored, all: Scored[]): number[] {
  const { organisation } = scored
  const region = query.places.some(mention => mention.place === organisation.region) ? 1 : 0
  const covered = new Uint8Array(query.tokens.length)
  for (const one of all)
    if (one.first > 0.3) for (const position of one.alignment.positions) if (position >= 0) covered[position] = 1
  let uncovered = 0
  for (let i = 0; i < covered.length; i++)
    if (covered[i] === 0 && query.isPlace[i] === 0) uncovered += query.weights[i] as number
  return [
    ...ORGANISATION_TYPES.map((_, bit) => (organisation.types >> bit) & 1),
    coarse(organisation.identifiers.length),
    coarse(organisation.nameCount),
    coarse(organisation.parents.length),
    coarse(organisation.children.length),
    organisation.country === undefined ? 0 : 1,
    organisation.city < 0 ? 0 : 1,
    scored.country === 'agrees' ? 1 : scored.country === 'differs' ? -1 : 0,
    query.countries.length,
    query.places.filter(mention => mention.isWhole).length,
    region,
    query.countries.some(mention => mention.code === organisation.country) ? 1 : 0,
    uncovered,
    query.totalWeight,
    query.countries.some(mention => mention.from < 0) ? 1 : 0,
  ]
}
