// What the second judgement sees of the text around a name: connecting words, other places, what nothing explains.
import { belongsTo, isParent, sharedPositions, TYPE_WORDS } from './features.ts'
import { WORD_FLAG } from './lexicon.ts'
import type { OrganisationIndex } from './organisation-index.ts'
import type { Query } from './query.ts'
import type { Scored } from './scoring.ts'
import { JOIN } from './tokens.ts'

/** Names of the values of `ofText`, in order. */
export const TEXT_VALUES = [
  'andBefore',
  'ofBefore',
  'atBefore',
  'andAfter',
  'ofAfter',
  'atAfter',
  'foreignPlaceBeside',
  'otherPlaceBeside',
  'foreignPlaces',
  'ownPlaces',
  'uncoveredTypes',
  'uncoveredCapitals',
  'uncoveredHeaviest',
  'ownOtherTypes',
  'matchedPlain',
  'explained',
  'unexplainedBeside',
  'unexplainedTypes',
  'unexplainedCapitals',
  'initialsBeside',
  'rivalSum',
  'rivalUnrelated',
  'rivalUnrelatedPlaced',
  'rivalSecond',
  'typesDiffer',
  'derived',
  'missingNarrow',
  'overNarrow',
  'narrowAgree',
] as const

/** Words that make another organisation of the same words: a medical university is not the university. */
const NARROW = new Set(
  'medical technical polytechnic technology agricultural pedagogical engineering hospital clinic economics management education law arts music higher applied health library museum ministry foundation company women children normal catholic islamic open virtual'.split(
    ' ',
  ),
)

/** Candidates less probable than this by the first judgement explain no words. */
const EXPLAINS = 0.3

/** The values of TEXT_VALUES for one candidate among those that passed the first judgement, best first. */
export function ofText(index: OrganisationIndex, query: Query, scored: Scored, all: readonly Scored[]): number[] {
  const own = maskOf(query, [scored])
  const explained = explainedBy(index, query, scored, own)
  return [
    ...ofJoins(query, scored),
    ...ofPlaces(index, query, scored),
    ...ofUncovered(query, all, own),
    matchedPlain(query, scored),
    ...ofUnexplained(query, scored, own, explained),
    initialsBeside(index, query, scored, own) ? 1 : 0,
    ...ofRivals(scored, all),
    typesDiffer(index, query, scored, own) ? 1 : 0,
    index.isDerivedName(scored.alignment.name) ? 1 : 0,
    ...ofNarrowing(index, query, scored, own),
  ]
}

const covers = new WeakMap<readonly Scored[], Uint8Array>()

/** What the probable candidates take from the text; the same for each of them. */
function coveredBy(query: Query, all: readonly Scored[]): Uint8Array {
  const known = covers.get(all)
  if (known !== undefined) return known
  const covered = maskOf(
    query,
    all.filter(one => one.first > EXPLAINS),
  )
  covers.set(all, covered)
  return covered
}

function maskOf(query: Query, candidates: readonly Scored[]): Uint8Array {
  const mask = new Uint8Array(query.tokens.length)
  for (const { alignment } of candidates)
    for (const position of alignment.positions) if (position >= 0) mask[position] = 1
  return mask
}

function ofJoins(query: Query, { alignment: { first, last } }: Scored): number[] {
  const before = first > 0 && query.segments[first - 1] === query.segments[first] ? query.joins[first] : JOIN.none
  const after = query.segments[last + 1] === query.segments[last] ? query.joins[last + 1] : JOIN.none
  return [before, after].flatMap(join => [JOIN.and, JOIN.of, JOIN.at].map(one => (join === one ? 1 : 0)))
}

/** Places other than the organisation's: in another country, or in its own. */
function ofPlaces(index: OrganisationIndex, query: Query, scored: Scored): number[] {
  const { alignment, organisation } = scored
  const from = query.segments[alignment.first] as number
  const to = query.segments[alignment.last] as number
  const found = { foreignBeside: 0, otherBeside: 0, foreign: 0, own: 0 }
  for (const mention of query.places) {
    if (mention.from < 0 || mention.place === organisation.city || mention.place === organisation.region) continue
    if (alignment.positions.includes(mention.from)) continue
    const country = index.places.countryOf(mention.place)
    const segment = query.segments[mention.from] as number
    const isBeside = segment >= from && segment <= to
    if (country !== undefined && country !== organisation.country) {
      found.foreign++
      if (isBeside) found.foreignBeside = 1
    } else {
      if (country !== undefined) found.own++
      if (isBeside) found.otherBeside = 1
    }
  }
  return [found.foreignBeside, found.otherBeside, Math.min(4, found.foreign), Math.min(4, found.own)]
}

/** What no probable candidate takes from the text, and the kinds of organisations that this one leaves over. */
function ofUncovered(query: Query, all: readonly Scored[], own: Uint8Array): number[] {
  const covered = coveredBy(query, all)
  let types = 0
  let capitals = 0
  let heaviest = 0
  let ownOtherTypes = 0
  for (let i = 0; i < covered.length; i++) {
    const isType = TYPE_WORDS.has(query.tokens[i] as string)
    if (isType && own[i] === 0) ownOtherTypes++
    if (covered[i] === 1 || own[i] === 1 || query.isPlace[i] === 1) continue
    if (isType) types++
    if (query.capitals.has(query.tokens[i] as string)) capitals++
    heaviest = Math.max(heaviest, query.weights[i] as number)
  }
  return [Math.min(4, types), Math.min(4, capitals), heaviest, Math.min(4, ownOtherTypes)]
}

/** Weight of the matched words that say neither kind nor subject nor place. */
function matchedPlain(query: Query, { alignment }: Scored): number {
  let sum = 0
  for (const position of alignment.positions) {
    if (position < 0 || query.isPlace[position] === 1) continue
    const flags = query.flags[position] as number
    if ((flags & (WORD_FLAG.concept | WORD_FLAG.subject | WORD_FLAG.unit)) === 0)
      sum += query.weights[position] as number
  }
  return sum
}

/** Positions whose words occur in other names of the organisation, or in its places. */
function explainedBy(index: OrganisationIndex, query: Query, { organisation }: Scored, own: Uint8Array): Uint8Array {
  const explained = new Uint8Array(query.tokens.length)
  const take = (tokens: Iterable<number>): void => {
    for (const token of tokens)
      for (const occurrence of query.occurrences.get(token) ?? [])
        if (own[occurrence.position] === 0) explained[occurrence.position] = 1
  }
  for (let i = 0; i < organisation.nameCount; i++) take(index.tokensOfName(organisation.firstName + i))
  take(index.places.tokensOf(organisation.city))
  take(index.places.tokensOf(organisation.region))
  return explained
}

function ofUnexplained(query: Query, scored: Scored, own: Uint8Array, explained: Uint8Array): number[] {
  const from = query.segments[scored.alignment.first] as number
  const to = query.segments[scored.alignment.last] as number
  let weight = 0
  let beside = 0
  let types = 0
  let capitals = 0
  const nothing = WORD_FLAG.address | WORD_FLAG.digits
  for (let i = 0; i < own.length; i++) {
    if (own[i] === 1 || ((query.flags[i] as number) & nothing) !== 0) continue
    if (explained[i] === 1) {
      weight += query.weights[i] as number
      continue
    }
    const segment = query.segments[i] as number
    if (segment < from || segment > to || query.isPlace[i] === 1) continue
    beside += query.weights[i] as number
    if (TYPE_WORDS.has(query.tokens[i] as string)) types++
    if (query.capitals.has(query.tokens[i] as string)) capitals++
  }
  return [weight, beside, Math.min(4, types), Math.min(4, capitals)]
}

/** Whether a word in capitals beside the name is made of its initials. */
function initialsBeside(index: OrganisationIndex, query: Query, scored: Scored, own: Uint8Array): boolean {
  const words = index.foldedName(scored.alignment.name).split(' ')
  if (words.length < 3 || query.capitals.size === 0) return false
  const all = words.map(word => word[0]).join('')
  const long = words
    .filter(word => word.length > 3)
    .map(word => word[0])
    .join('')
  for (let i = 0; i < own.length; i++) {
    const token = query.tokens[i] as string
    if (own[i] === 0 && token.length > 2 && (token === all || token === long) && query.capitals.has(token)) return true
  }
  return false
}

/** Others that claim the same words: all together, those that are neither above nor below, and the second. */
function ofRivals(scored: Scored, all: readonly Scored[]): number[] {
  let sum = 0
  let unrelated = 0
  let placed = 0
  let count = 0
  let second = 0
  for (const one of all) {
    if (one === scored || sharedPositions(scored.alignment, one.alignment) === 0) continue
    sum += one.first
    if (++count === 2) second = one.first
    if (isParent(scored, one) || isParent(one, scored) || areSiblings(scored, one)) continue
    unrelated = Math.max(unrelated, one.first)
    if (one.country === 'agrees' || one.city === 'agrees') placed = Math.max(placed, one.first)
  }
  return [sum, unrelated, placed, second]
}

function areSiblings({ organisation: a }: Scored, { organisation: b }: Scored): boolean {
  return belongsTo(a, b) || a.parents.some(id => b.parents.includes(id))
}

/** Narrowing words that the name has and the text lacks, that stand beside it unexplained, and that both have. */
function ofNarrowing(index: OrganisationIndex, query: Query, { alignment }: Scored, own: Uint8Array): number[] {
  const tokens = index.tokensOfName(alignment.name)
  const from = query.segments[alignment.first] as number
  const to = query.segments[alignment.last] as number
  let missing = 0
  let over = 0
  let agree = 0
  if (alignment.positions.length === tokens.length)
    for (let i = 0; i < tokens.length; i++) {
      if (!isNarrow(index.vocabulary.word(tokens[i] as number), index.vocabulary.flags(tokens[i] as number))) continue
      if ((alignment.positions[i] as number) < 0) missing++
      else agree++
    }
  for (let i = 0; i < own.length; i++) {
    const segment = query.segments[i] as number
    if (own[i] === 1 || segment < from || segment > to) continue
    if (isNarrow(query.tokens[i] as string, query.flags[i] as number)) over++
  }
  return [missing, Math.min(4, over), agree]
}

/** Whether the text lacks a narrowing word of a name. */
export function lacksNarrowing(index: OrganisationIndex, alignment: Scored['alignment']): boolean {
  if (alignment.missingWeight === 0) return false
  const tokens = index.tokensOfName(alignment.name)
  return (
    alignment.positions.length === tokens.length &&
    tokens.some(
      (token, i) =>
        (alignment.positions[i] as number) < 0 && isNarrow(index.vocabulary.word(token), index.vocabulary.flags(token)),
    )
  )
}

function isNarrow(word: string, flags: number): boolean {
  return NARROW.has(word) || (flags & WORD_FLAG.subject) !== 0
}

/** The name lacks its kind of organisation, and another kind stands there: an "institute" for a "school". */
function typesDiffer(index: OrganisationIndex, query: Query, { alignment }: Scored, own: Uint8Array): boolean {
  const tokens = index.tokensOfName(alignment.name)
  if (alignment.positions.length !== tokens.length) return false
  const isMissing = Array.from(tokens).some(
    (token, i) => (alignment.positions[i] as number) < 0 && TYPE_WORDS.has(index.vocabulary.word(token)),
  )
  if (!isMissing) return false
  const from = query.segments[alignment.first] as number
  const to = query.segments[alignment.last] as number
  return query.tokens.some((token, i) => {
    const segment = query.segments[i] as number
    return own[i] === 0 && segment >= from && segment <= to && TYPE_WORDS.has(token)
  })
}
