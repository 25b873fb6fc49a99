// What the second judgement looks at: the features of one candidate, its kind, its place, and the others in the text.
import { ofName } from './context-name.ts'
import { amongOthers, coarse, exactness } from './context-rivals.ts'
import { ofText, TEXT_VALUES } from './context-text.ts'
import { FEATURES } from './features.ts'
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
  'placeShare',
  'placeWhole',
  'missingType',
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
  ...TEXT_VALUES,
  'exact',
  'exactAlone',
  'rivalExact',
] as const

const SCRIPTS = { latin: 0, vowelled: 1, unvowelled: 2, gram: 3, other: 4 } as const

/** The values of JUDGED for one candidate among those that passed the first judgement, best first. */
export function contextOf(index: OrganisationIndex, query: Query, scored: Scored, all: Scored[]): Float32Array {
  const values = [
    ...FEATURES.map(feature => scored.features[feature]),
    ...amongOthers(query, scored, all),
    ...ofName(index, query, scored),
    ...ofPosition(query, scored),
    ...ofOrganisation(query, scored, all),
    ...ofText(index, query, scored, all),
    ...exactness(query, scored, all),
  ]
  return Float32Array.from(values)
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
