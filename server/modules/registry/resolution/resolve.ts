// Which organisation is meant by a text: sure answers, or candidates, or none; always with the reasons.
import { BARS, chooseSure } from './decision.ts'
import { type EvidenceItem, evidenceFor } from './evidence.ts'
import { belongsTo, sharedPositions } from './features.ts'
import { fold } from './fold.ts'
import type { Forest } from './judgement.ts'
import type { IndexedOrganisation, OrganisationIndex } from './organisation-index.ts'
import { countryOfName } from './places.ts'
import { type Query, type ResolveHints, readQuery } from './query.ts'
import { judgeCandidates, type Scored } from './scoring.ts'
import { MAX_TOKENS } from './tokens.ts'

export const MOST_CANDIDATES = 5

/** Longer texts are cut before reading (UTF-16 units). */
export const MAX_TEXT_LENGTH = 10_000

export interface Match {
  organisationId: string
  rorId?: string
  /** Probability that this organisation is meant, 0..1. */
  score: number
  evidence: EvidenceItem[]
}

export interface Resolution {
  outcome: 'answer' | 'candidates' | 'none'
  /** Sure ones, each for other words of the text. */
  answers: Match[]
  /** Others that may be meant, best first; at most five. */
  candidates: Match[]
  /** Why the outcome is what it is. */
  evidence: EvidenceItem[]
}

/**
 * What people decided before for the same text: an organisation id, 'none' for "no known organisation", or undefined.
 * Asked with the folded text, and with the hinted country when there is one.
 */
export type Decisions = (foldedText: string, country: string | undefined) => string | 'none' | undefined

export interface ResolveOptions {
  decisions?: Decisions
  /** Judges in place of the shipped model: for cross-validation. */
  forest?: Forest | undefined
}

/**
 * Finds the organisation that a name, an affiliation line or a spreadsheet cell means. Deterministic, offline,
 * never throws; a person's decision wins, then an identifier, then the most probable name.
 */
export function resolve(
  index: OrganisationIndex,
  text: string,
  hints: ResolveHints = {},
  options: ResolveOptions = {},
): Resolution {
  const bounded = text.slice(0, MAX_TEXT_LENGTH)
  const folded = fold(bounded)
  const decided = options.decisions?.(folded, hints.country === undefined ? undefined : countryOfName(hints.country))
  if (decided !== undefined) return resolutionOfDecision(index, decided)
  const identified = identifiedBy(index, bounded, hints)
  if (identified !== undefined) return identified
  if (folded === '')
    return { outcome: 'none', answers: [], candidates: [], evidence: [{ code: 'text_empty', values: {} }] }
  const query = readQuery(index, bounded, hints)
  return (
    severalApart(index, bounded, query, hints, options.forest) ??
    decide(index, query, judgeCandidates(index, query, options.forest))
  )
}

const APART = /[;؛；\r\n|•]+/u
const MOST_APART = 12

/** Organisations between semicolons or line ends, each sure by itself; undefined unless there are at least two unrelated ones. */
function severalApart(
  index: OrganisationIndex,
  text: string,
  query: Query,
  hints: ResolveHints,
  forest: Forest | undefined,
): Resolution | undefined {
  if ((query.groups.at(-1) ?? 0) === 0) return undefined
  const texts = text.split(APART).filter(part => fold(part).length > 3)
  if (texts.length < 2 || texts.length > MOST_APART) return undefined
  const found = texts.map(part => {
    const own = readQuery(index, part, hints)
    return decide(index, own, judgeCandidates(index, own, forest))
  })
  const answers = new Map<string, Match>()
  for (const one of found)
    for (const answer of one.answers) if (answer.score >= BARS.further) answers.set(answer.organisationId, answer)
  const sure = [...answers.values()]
  if (sure.length < 2 || areRelated(index, sure)) return undefined
  const offered = found.flatMap(one => one.candidates).filter(one => !answers.has(one.organisationId))
  return {
    outcome: 'answer',
    answers: sure,
    candidates: distinctMatches(offered).slice(0, MOST_CANDIDATES),
    evidence: [
      { code: 'several_organisations', values: { count: sure.length } },
      ...sure.flatMap(answer => answer.evidence),
    ],
  }
}

function areRelated(index: OrganisationIndex, matches: Match[]): boolean {
  const organisations = matches.map(match => index.organisation(index.numberOf(match.organisationId) as number))
  return organisations.some(one =>
    organisations.some(other => one !== undefined && other !== undefined && one !== other && belongsTo(one, other)),
  )
}

function distinctMatches(matches: Match[]): Match[] {
  const best = new Map<string, Match>()
  for (const match of matches) {
    const known = best.get(match.organisationId)
    if (known === undefined || known.score < match.score) best.set(match.organisationId, match)
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.organisationId < b.organisationId ? -1 : 1))
}

function resolutionOfDecision(index: OrganisationIndex, decided: string): Resolution {
  if (decided === 'none')
    return { outcome: 'none', answers: [], candidates: [], evidence: [{ code: 'decided_none', values: {} }] }
  const number = index.numberOf(decided)
  const organisation = number === undefined ? undefined : index.organisation(number)
  const evidence: EvidenceItem[] = [{ code: 'decided_before', values: {} }]
  const match = { organisationId: organisation?.id ?? decided, rorId: organisation?.rorId, score: 1, evidence }
  return { outcome: 'answer', answers: [match], candidates: [], evidence }
}

const ROR_ADDRESS = /https?:\/\/ror\.org\/(0[a-z0-9]{6}\d{2})\b/gi

/** An identifier that exactly one organisation carries needs no name. */
function identifiedBy(index: OrganisationIndex, text: string, hints: ResolveHints): Resolution | undefined {
  const given = [...(hints.identifiers ?? [])]
  for (const found of text.matchAll(ROR_ADDRESS))
    given.push({ scheme: 'ror', value: `https://ror.org/${(found[1] as string).toLowerCase()}` })
  const answers: Match[] = []
  for (const { scheme, value } of given) {
    const direct = scheme === 'ror' ? index.numberOf(value) : undefined
    const numbers = direct === undefined ? index.organisationsWith(scheme, value) : [direct]
    if (numbers.length !== 1) continue
    const named = numbers[0] as number
    const number = index.successorOf(named)
    const organisation = index.organisation(number) as IndexedOrganisation
    if (answers.some(answer => answer.organisationId === organisation.id)) continue
    const evidence: EvidenceItem[] = [{ code: 'identifier_agrees', values: { scheme, value } }]
    if (named !== number) {
      evidence.push({
        code: 'successor_followed',
        values: { from: index.displayName(named), to: index.displayName(number) },
      })
    }
    answers.push({ organisationId: organisation.id, rorId: organisation.rorId, score: 1, evidence })
  }
  if (answers.length === 0) return undefined
  return { outcome: 'answer', answers, candidates: [], evidence: answers.flatMap(answer => answer.evidence) }
}

/** The two bars and the margin. */
function decide(index: OrganisationIndex, query: Query, scored: Scored[]): Resolution {
  const { sure, tie } = chooseSure(scored, (one, other) => sharedPositions(one.alignment, other.alignment) > 0)
  const rest = scored.filter(one => !sure.includes(one) && one.probability >= BARS.candidate).slice(0, MOST_CANDIDATES)
  const answers = sure.map(one => matchOf(index, query, one))
  const candidates = rest.map(one => matchOf(index, query, one))
  const evidence: EvidenceItem[] =
    query.tokens.length >= MAX_TOKENS ? [{ code: 'text_cut', values: { count: MAX_TOKENS } }] : []
  if (answers.length > 1) evidence.push({ code: 'several_organisations', values: { count: answers.length } })
  if (answers.length > 0)
    return { outcome: 'answer', answers, candidates, evidence: [...evidence, ...(answers[0] as Match).evidence] }
  if (candidates.length === 0)
    return { outcome: 'none', answers, candidates, evidence: [...evidence, { code: 'nothing_similar', values: {} }] }
  if (tie === undefined) evidence.push({ code: 'not_sure', values: {} })
  else
    evidence.push({
      code: 'close_rival',
      values: { first: index.displayName(tie[0].number), second: index.displayName(tie[1].number) },
    })
  return { outcome: 'candidates', answers, candidates, evidence: [...evidence, ...placeQuestion(index, scored)] }
}

/** Less probable namesakes are not asked about. */
const LEAST_ASKED = 0.1

/** What would change the answer: the place, when the two most probable claim the same words in different places. */
function placeQuestion(index: OrganisationIndex, scored: Scored[]): EvidenceItem[] {
  const [first, second] = scored
  if (first === undefined || second === undefined || second.probability < LEAST_ASKED) return []
  if (sharedPositions(first.alignment, second.alignment) === 0) return []
  const [firstPlace, secondPlace] = [placeOf(index, first), placeOf(index, second)]
  if (firstPlace === '' || secondPlace === '' || firstPlace === secondPlace) return []
  const values = {
    first: index.displayName(first.number),
    firstPlace,
    second: index.displayName(second.number),
    secondPlace,
  }
  return [{ code: 'place_would_decide', values }]
}

function placeOf(index: OrganisationIndex, scored: Scored): string {
  const { city, country } = scored.organisation
  return [index.places.name(city), country ?? ''].filter(part => part !== '').join(', ')
}

function matchOf(index: OrganisationIndex, query: Query, scored: Scored): Match {
  const { id, rorId } = scored.organisation
  return {
    organisationId: id,
    rorId,
    score: Math.round(scored.probability * 10_000) / 10_000,
    evidence: evidenceFor(index, query, scored),
  }
}
