// Weighs how well each candidate organisation fits a text: named features, a fitted sum, a probability.
import { type Alignment, align } from './alignment.ts'
import { findCandidateNames } from './candidates.ts'
import { contextOf } from './context.ts'
import { lacksNarrowing } from './context-text.ts'
import { barFor } from './decision.ts'
import { type Features, featuresOf, isParent, probabilityOf, sharedPositions } from './features.ts'
import { type Forest, judged } from './judgement.ts'
import type { IndexedOrganisation, OrganisationIndex } from './organisation-index.ts'
import type { NameKind } from './organisation-record.ts'
import type { Query } from './query.ts'
import { scriptOf } from './transliteration.ts'

export type CountryRelation = 'agrees' | 'differs' | 'unknown'

/** An organisation that may be meant, by the one of its names that fits best. */
export interface Scored {
  organisation: IndexedOrganisation
  number: number
  /** The organisation whose name was found: another one when it is closed and its successor is meant. */
  named: number
  alignment: Alignment
  kind: NameKind
  /** Explicit preliminary fit; ranks names of one organisation and rivals for the same words. */
  fit: number
  nameWeight: number
  country: CountryRelation
  city: 'agrees' | 'named_in_it' | 'differs' | 'unknown'
  domainAgrees: boolean
  /** Where its acronym stands in the text beside the name; -1 when it does not. */
  acronymAt: number
  isWhole: boolean
  /** The probability from which it is an answer. */
  bar: number
  /** The name stands in the text letter by letter. */
  isLiteral: boolean
  rivalFit: number
  overlap: number
  namesakes: number
  /** Probability by the first judgement: a weighted sum of the features. */
  first: number
  probability: number
  features: Features
}

/** Candidates that are judged twice. */
const MOST_JUDGED = 12

/** Candidates that the first judgement rules out are not learnt from unless they are right ... */
export const LEAST_FIRST = 0.002
/** ... so that the second judgement is too kind to them: where it says 0.2 to 0.8, one or two in a hundred are right. */
const UNLEARNT = 0.1

/** Countries whose organisations are often written under each other's name: no difference is concluded. */
const KINDRED = new Set(['CN', 'HK', 'MO', 'TW'])

/** Log odds that a hinted web domain adds: labelled texts have none, so this is set by hand. */
function domainEvidence(scored: Scored, all: Scored[]): number {
  if (scored.domainAgrees) return 3
  return all.some(other => other.domainAgrees) ? -1.5 : 0
}

/** Organisations that may be meant, best first by the first judgement; ties by id. */
export function scoreCandidates(index: OrganisationIndex, query: Query): Scored[] {
  const best = new Map<number, Scored>()
  for (const [name, whole] of findCandidateNames(index, query)) {
    const named = index.organisationOfName(name)
    const number = index.successorOf(named)
    const organisation = index.organisation(number)
    const alignment = organisation === undefined ? undefined : align(index, query, name, whole)
    if (organisation === undefined || alignment === undefined) continue
    const scored = weigh(index, query, organisation, number, alignment)
    scored.named = named
    const known = best.get(number)
    if (known === undefined || scored.fit > known.fit) best.set(number, scored)
  }
  const all = [...best.values()].filter(scored => scored.fit > 0 || scored.isWhole)
  all.sort((a, b) => b.fit - a.fit || compareIds(a, b))
  const kept = all.slice(0, 40)
  preferParents(kept)
  compareRivals(kept)
  for (const scored of kept) {
    scored.features = featuresOf(query, scored, kept)
    scored.first = probabilityOf(scored.features)
  }
  kept.sort((a, b) => b.first - a.first || b.fit - a.fit || compareIds(a, b))
  return kept.slice(0, MOST_JUDGED)
}

/** All organisations that may be meant, most probable first; ties by id. */
export function judgeCandidates(index: OrganisationIndex, query: Query, forest?: Forest): Scored[] {
  const found = scoreCandidates(index, query)
  found.forEach(scored => {
    const hint = query.domains.length === 0 ? 0 : domainEvidence(scored, found)
    const share = scored.first < LEAST_FIRST ? UNLEARNT : 1
    scored.probability = share * judged(contextOf(index, query, scored, found), hint, forest)
  })
  return found.sort((a, b) => b.probability - a.probability || b.fit - a.fit || compareIds(a, b))
}

export function compareIds(a: Scored, b: Scored): number {
  return a.organisation.id < b.organisation.id ? -1 : a.organisation.id > b.organisation.id ? 1 : 0
}

function weigh(
  index: OrganisationIndex,
  query: Query,
  organisation: IndexedOrganisation,
  number: number,
  alignment: Alignment,
): Scored {
  const kind = index.kindOfName(alignment.name)
  const country = countryRelation(query, organisation, alignment, index)
  const city = cityRelation(query, organisation, alignment)
  const domainAgrees = query.domains.some(given =>
    organisation.domains.some(domain => given === domain || given.endsWith(`.${domain}`)),
  )
  const { matchedWeight, missingWeight, blurredWeight, gapWeight, leftWeight, rightWeight, crossings } = alignment
  const missingPlace = missingCity(index, organisation, alignment)
  const beside =
    (alignment.hasUnitBefore ? 0.2 : 0.5) * Math.min(leftWeight, 1.5) +
    (alignment.hasUnitAfter ? 0.25 : 0.5) * Math.min(rightWeight, 1.5)
  const fit =
    matchedWeight -
    1.2 * (missingWeight - MISSING_CITY * missingPlace) -
    blurredWeight -
    0.6 * gapWeight -
    beside * 0.5 -
    0.1 * crossings -
    (alignment.isDisordered ? 0.08 : 0) -
    (alignment.hasOtherNumber ? 0.4 : 0) +
    (country === 'agrees' ? 0.25 : country === 'differs' ? -0.5 : 0) +
    (city === 'agrees' ? 0.25 : city === 'named_in_it' ? 0.1 : city === 'differs' ? -0.1 : 0) +
    (domainAgrees ? 0.6 : 0) -
    (kind === 'acronym' ? 0.15 : kind === 'former' ? 0.05 : kind === 'alias' ? 0.03 : 0) -
    (organisation.isClosed ? 0.06 : 0)
  const isLiteral =
    alignment.isRespaced ||
    (missingWeight === 0 && query.folded.includes(` ${index.foldedName(alignment.name).replace(/^the /, '')} `))
  return {
    organisation,
    number,
    named: number,
    alignment,
    kind,
    fit: fit + (isLiteral ? 0.1 : 0),
    isLiteral,
    country,
    city,
    domainAgrees,
    nameWeight: matchedWeight + missingWeight,
    acronymAt: kind === 'acronym' ? -1 : acronymBeside(index, query, organisation, alignment),
    isWhole: isWhole(query, alignment),
    bar: barFor({
      kind,
      missingWeight: missingWeight - missingPlace,
      lacksNarrowing: lacksNarrowing(index, alignment),
      isLatin: scriptOf(index.foldedName(alignment.name)) === 'latin',
    }),
    rivalFit: 0,
    overlap: 0,
    namesakes: 0,
    first: 0,
    probability: 0,
    features: {} as Features,
  }
}

/** Share of a missing word's weight that is forgiven when the word is only the organisation's own city. */
const MISSING_CITY = 0.6

/** With more than this beside the name, something else than the missing city was named. */
const LEAST_LEFT_OVER = 0.2

/** Weight of the missing words of a name that are the city the organisation is in; 0 when other words stand beside it. */
function missingCity(index: OrganisationIndex, organisation: IndexedOrganisation, alignment: Alignment): number {
  if (alignment.missingWeight === 0 || organisation.city < 0) return 0
  if (alignment.leftWeight + alignment.rightWeight + alignment.gapWeight > LEAST_LEFT_OVER) return 0
  const tokens = index.tokensOfName(alignment.name)
  if (tokens.length !== alignment.positions.length) return 0
  const city = index.places.tokensOf(organisation.city)
  let sum = 0
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as number
    if ((alignment.positions[i] as number) < 0 && city.includes(token))
      sum += index.vocabulary.weight(token, index.livingNames)
  }
  return sum
}

function isWhole(query: Query, alignment: Alignment): boolean {
  if (alignment.missingWeight > 0 || alignment.gapWeight > 0) return false
  return alignment.positions.length === query.tokens.length
}

function countryRelation(
  query: Query,
  organisation: IndexedOrganisation,
  alignment: Alignment,
  index: OrganisationIndex,
): CountryRelation {
  if (organisation.country === undefined) return 'unknown'
  let isStated = false
  for (const mention of query.countries) {
    if (mention.code === organisation.country) return 'agrees'
    if (!isInside(alignment, mention.from, mention.to) && !bothKindred(mention.code, organisation.country))
      isStated = true
  }
  if (isStated) return 'differs'
  for (const mention of query.places) {
    if (isInside(alignment, mention.from, mention.to) || !mention.isWhole) continue
    if (index.places.countryOf(mention.place) === organisation.country) return 'agrees'
  }
  return 'unknown'
}

function bothKindred(a: string, b: string): boolean {
  return KINDRED.has(a) && KINDRED.has(b)
}

function cityRelation(query: Query, organisation: IndexedOrganisation, alignment: Alignment): Scored['city'] {
  if (organisation.city < 0) return 'unknown'
  let relation: Scored['city'] = 'unknown'
  for (const mention of query.places) {
    const inside = isInside(alignment, mention.from, mention.to)
    if (mention.place === organisation.city) {
      if (!inside) return 'agrees'
      relation = 'named_in_it'
    } else if (!inside && mention.isWhole && mention.place !== organisation.region && relation === 'unknown')
      relation = 'differs'
  }
  return relation
}

/** Whether a mention's words all belong to the name itself. */
function isInside(alignment: Alignment, from: number, to: number): boolean {
  if (from < 0) return false
  for (let position = from; position <= to; position++) if (!alignment.positions.includes(position)) return false
  return true
}

function acronymBeside(
  index: OrganisationIndex,
  query: Query,
  organisation: IndexedOrganisation,
  alignment: Alignment,
): number {
  for (let i = 0; i < organisation.nameCount; i++) {
    const name = organisation.firstName + i
    if (index.kindOfName(name) !== 'acronym') continue
    const tokens = index.tokensOfName(name)
    const found = tokens.length === 1 ? query.occurrences.get(tokens[0] as number) : undefined
    const beside = found?.find(
      occurrence => occurrence.reason === 'same' && !alignment.positions.includes(occurrence.position),
    )
    if (beside !== undefined) return beside.position
  }
  return -1
}

/** For each candidate: the best fit among the others that claim the same words, and how much they claim. */
function compareRivals(all: Scored[]): void {
  for (const scored of all) {
    scored.rivalFit = -1
    for (const other of all) {
      if (other === scored) continue
      const shared = sharedPositions(scored.alignment, other.alignment)
      if (shared === 0) continue
      const matched = scored.alignment.positions.reduce((count, position) => count + (position < 0 ? 0 : 1), 0)
      if (other.fit > scored.rivalFit) scored.rivalFit = other.fit
      if (other.fit > scored.fit) scored.overlap = Math.max(scored.overlap, shared / matched)
      if (shared === matched && Math.abs(other.fit - scored.fit) < 0.02) scored.namesakes++
    }
  }
}

/** Branches that share their parent's name are meant only when their place is named. */
function preferParents(all: Scored[]): void {
  for (const scored of all) {
    if (scored.country === 'agrees' || scored.city === 'agrees') continue
    if (
      all.some(
        other =>
          isParent(scored, other) &&
          other.fit >= scored.fit - 0.02 &&
          sharedPositions(scored.alignment, other.alignment) > 0,
      )
    ) {
      scored.fit -= 0.12
    }
  }
}
