// Which agreements fit a filter, and for those that do not, which single filter keeps them out (for the counts beside it).
import { type Actor, reaches } from '#core/identity/actor.ts'
import { readsAllConfided, readsConfided } from '#core/identity/confided.ts'
import { fold } from '#modules/registry/index.ts'
import { agreementStates } from '../agreement.states.ts'
import { agreementKinds, confidentialities, endKinds, pulseOrder, renewals } from '../agreement.terms.ts'
import type { PortfolioFilter } from '../portfolio.contract.ts'
import { type Item, isInForce, type PortfolioWords } from './portfolio-items.ts'

/** Filters with counts beside their values; each has a bit. */
export const facets = [
  'country',
  'kind',
  'state',
  'field',
  'unit',
  'owner',
  'pulse',
  'confidentiality',
  'renewal',
  'end',
  'homeId',
  'partner',
] as const
export type Facet = (typeof facets)[number]
export const bitOf = (facet: Facet): number => 1 << facets.indexOf(facet)
/** Set when something without a facet keeps an agreement out, visibility among it. */
const other = 1 << 15

type Test = (item: Item) => boolean

/** The same decision as `canRead`, prepared for many agreements. */
export function visibility(actor: Actor): Test {
  if (actor.reads === 'everywhere' && readsAllConfided(actor)) return () => true
  return item =>
    item.confidentiality === 'confidential'
      ? readsConfided(actor, item)
      : reaches(actor.reads, item.homeId, item.unitId)
}

function someCode(
  values: readonly string[],
  find: (value: string) => number | undefined,
  codesOf: (item: Item) => number[] | number,
): Test {
  const wanted = new Set(values.map(find).filter(code => code !== undefined))
  const withNone = values.includes('none')
  return item => {
    const codes = codesOf(item)
    if (typeof codes === 'number') return codes === -1 ? withNone : wanted.has(codes)
    if (codes.length === 0) return withNone
    for (const code of codes) if (wanted.has(code)) return true
    return false
  }
}

const inList = (list: readonly string[]) => (value: string) => {
  const code = list.indexOf(value)
  return code < 0 ? undefined : code
}

/** A broad field includes its narrow ones. */
function fieldTest(values: readonly string[]): Test {
  const withNone = values.includes('none')
  const prefixes = values.filter(value => value !== 'none')
  return item =>
    item.fields.length === 0 ? withNone : item.fields.some(code => prefixes.some(prefix => code.startsWith(prefix)))
}

const partnerCode = (words: PortfolioWords) => (id: string) => words.find(id)?.code

/** A test for each facet that the filter uses. */
function facetTests(filter: PortfolioFilter, words: PortfolioWords): [number, Test][] {
  const tests: [Facet, readonly string[] | undefined, (values: readonly string[]) => Test][] = [
    [
      'country',
      filter.country,
      v =>
        someCode(
          v,
          value => words.countries.find(value),
          item => item.countryCodes,
        ),
    ],
    ['kind', filter.kind, v => someCode(v, inList(agreementKinds), item => item.kindCodes)],
    ['state', filter.state, v => someCode(v, inList(agreementStates), item => item.stateCode)],
    ['field', filter.field, fieldTest],
    [
      'unit',
      filter.unit,
      v =>
        someCode(
          v,
          value => words.units.find(value),
          item => item.unitCode,
        ),
    ],
    [
      'owner',
      filter.owner,
      v =>
        someCode(
          v,
          value => words.owners.find(value),
          item => item.ownerCode,
        ),
    ],
    ['pulse', filter.pulse, v => someCode(v, inList(pulseOrder), item => item.pulseCode)],
    [
      'confidentiality',
      filter.confidentiality,
      v => someCode(v, inList(confidentialities), item => item.confidentialityCode),
    ],
    ['renewal', filter.renewal, v => someCode(v, inList(renewals), item => item.renewalCode)],
    ['end', filter.end, v => someCode(v, inList(endKinds), item => item.endCode)],
    [
      'homeId',
      filter.homeId,
      v =>
        someCode(
          v,
          value => words.homes.find(value),
          item => item.homeCode,
        ),
    ],
    ['partner', filter.partner, v => someCode(v, partnerCode(words), item => item.partnerCodes)],
  ]
  return tests.flatMap(([facet, values, make]) => (values && values.length > 0 ? [[bitOf(facet), make(values)]] : []))
}

/** Scripts that are written without blanks: a word begins anywhere. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Every word of the search must begin a word of the agreement's own text or of one of its partners; what is written in
 * one piece, as "B-12" or "ut.example", must stand together.
 */
function textTest(text: string, words: PortfolioWords): Test | undefined {
  const wanted = text
    .split(/\s+/)
    .map(fold)
    .filter(Boolean)
    .map(word => (unspaced.test(word) ? word : ` ${word}`))
  if (wanted.length === 0) return undefined
  const partners = wanted.map(word => words.partners.map(partner => partner.text.includes(word)))
  return item =>
    wanted.every((word, index) => item.text.includes(word) || item.partnerCodes.some(code => partners[index]![code]))
}

const within = (value: string | null, from: string | undefined, until: string | undefined): boolean =>
  value !== null && (from === undefined || value >= from) && (until === undefined || value <= until)

const among = (ids: readonly string[] | undefined, isWanted: boolean): Test[] => {
  if (!ids || ids.length === 0) return []
  const named = new Set(ids)
  return [item => named.has(item.id) === isWanted]
}

const flag = (wanted: boolean | undefined, has: Test): Test[] =>
  wanted === undefined ? [] : [item => has(item) === wanted]

function otherTests(filter: PortfolioFilter, words: PortfolioWords): Test[] {
  const { expiringWithinDays: days, endsFrom, endsUntil, signedFrom, signedUntil, language, importId } = filter
  const text = filter.text === undefined ? undefined : textTest(filter.text, words)
  return [
    ...(days === undefined
      ? []
      : [
          (item: Item) =>
            isInForce(item) && item.term.daysToEnd !== null && item.term.daysToEnd >= 0 && item.term.daysToEnd <= days,
        ]),
    ...(endsFrom || endsUntil ? [(item: Item) => within(item.term.effectiveEnd, endsFrom, endsUntil)] : []),
    ...(signedFrom || signedUntil ? [(item: Item) => within(item.signedOn, signedFrom, signedUntil)] : []),
    ...(language && language.length > 0 ? [(item: Item) => item.languages.some(one => language.includes(one))] : []),
    ...(importId ? [(item: Item) => item.importId === importId] : []),
    ...among(filter.id, true),
    ...among(filter.except, false),
    ...flag(filter.reviewDue, item => item.term.reviewDue),
    ...flag(filter.hasCommitments, item => item.commitments > 0),
    ...flag(filter.hasEntries, item => item.lastEntryOn !== null),
    ...flag(filter.hasUnkept, item => item.broken + item.partlyKept > 0),
    ...flag(filter.hasFiles, item => item.files > 0),
    ...(text ? [text] : []),
  ]
}

/** A filter made ready for one reader: for an agreement zero when it fits, else the bits of what keeps it out. */
export function prepare(
  words: PortfolioWords,
  actor: Actor,
  filter: PortfolioFilter,
): (item: Item | undefined) => number {
  const sees = visibility(actor)
  const tests = otherTests(filter, words)
  const byFacet = facetTests(filter, words)
  return item => {
    if (item === undefined || !sees(item)) return other
    for (const test of tests) if (!test(item)) return other
    let bits = 0
    for (const [bit, test] of byFacet) if (!test(item)) bits |= bit
    return bits
  }
}
