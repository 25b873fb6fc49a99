// Weighs what is known of a party against what a list says: how alike the names are, corrected by dates, countries and papers.
import type { PartyMatch } from '#modules/registry/index.ts'
import type { ListEntry } from '../lists/list-entry.ts'
import type { FactEvidenceCode } from '../screening.terms.ts'

/** What a party is compared by. */
export interface PartyFacts {
  kind: 'person' | 'organisation'
  names: string[]
  birthDates: string[]
  countries: string[]
  identifiers: string[]
}

export interface MatchEvidence {
  /** One of the registry's words about names, or of `factEvidenceTerms`. */
  code: string
  values: Record<string, string>
}

/** How much each fact moves the score; the sum stays within 0 and 1. */
export const factWeights: Readonly<Record<FactEvidenceCode, number>> = {
  identifier_same: 1,
  birth_date_same: 0.08,
  birth_year_same: 0.04,
  birth_date_differs: -0.2,
  country_same: 0.03,
  country_other: -0.05,
  kind_other: -0.12,
}

/** First and last day of what is said: `1970`, `1970-05`, `1970-05-01`, `1965..1970`. */
function spanOf(written: string): [string, string] {
  const [from, to = from] = written.split('..') as [string, string?]
  return [`${from}-01-01`.slice(0, 10), `${to}${'-12-31'.slice(to.length > 4 ? to.length - 4 : 0)}`.slice(0, 10)]
}

const overlap = (a: string, b: string): boolean => {
  const [[fromA, toA], [fromB, toB]] = [spanOf(a), spanOf(b)]
  return fromA <= toB && fromB <= toA
}

type Found = { code: FactEvidenceCode; values: Record<string, string> }

function birthEvidence(facts: PartyFacts, entry: ListEntry): Found[] {
  if (facts.birthDates.length === 0 || entry.birthDates.length === 0) return []
  const values = { own: facts.birthDates.join(', '), listed: entry.birthDates.join(', ') }
  const full = (date: string) => date.length === 10 && !date.includes('..')
  const same = facts.birthDates.find(date => full(date) && entry.birthDates.includes(date))
  if (same !== undefined) return [{ code: 'birth_date_same', values: { listed: same } }]
  const near = facts.birthDates.some(date => entry.birthDates.some(other => overlap(date, other)))
  return [{ code: near ? 'birth_year_same' : 'birth_date_differs', values }]
}

function countryEvidence(facts: PartyFacts, entry: ListEntry): Found[] {
  if (facts.countries.length === 0 || entry.countries.length === 0) return []
  const common = facts.countries.filter(country => entry.countries.includes(country))
  if (common.length > 0) return [{ code: 'country_same', values: { listed: common.join(', ') } }]
  const values = { own: facts.countries.join(', '), listed: entry.countries.join(', ') }
  return [{ code: 'country_other', values }]
}

const compact = (text: string): string => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

function identifierEvidence(facts: PartyFacts, entry: ListEntry): Found[] {
  const listed = new Set(entry.identifiers.map(compact).filter(one => one.length >= 5))
  const same = facts.identifiers.find(one => listed.has(compact(one)))
  return same === undefined ? [] : [{ code: 'identifier_same', values: { listed: same } }]
}

const kindEvidence = (facts: PartyFacts, entry: ListEntry): Found[] =>
  entry.kind === facts.kind ? [] : [{ code: 'kind_other', values: {} }]

/** The score 0..1, and every reason that made it. */
export function weighMatch(
  match: Pick<PartyMatch, 'likeness' | 'evidence'>,
  facts: PartyFacts,
  entry: ListEntry,
): { score: number; evidence: MatchEvidence[] } {
  const found = [
    ...identifierEvidence(facts, entry),
    ...birthEvidence(facts, entry),
    ...countryEvidence(facts, entry),
    ...kindEvidence(facts, entry),
  ]
  const sum = found.reduce((total, { code }) => total + factWeights[code], match.likeness)
  const names = match.evidence.map(({ code, values }) => ({ code, values: values as Record<string, string> }))
  return { score: Math.round(Math.min(1, Math.max(0, sum)) * 1000) / 1000, evidence: [...names, ...found] }
}
