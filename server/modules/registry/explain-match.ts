// Explains why a text does or does not mean one organisation, and tries which further fact would change the answer.
import type { EvidenceItem } from './resolution/evidence.ts'
import type { OrganisationIndex } from './resolution/organisation-index.ts'
import type { ResolveHints } from './resolution/query.ts'
import type { Match, Resolution } from './resolution/resolve.ts'

export type Verdict = 'this' | 'other' | 'unsure' | 'none'

/** What is told besides the text. */
export type Hints = Pick<ResolveHints, 'country' | 'city' | 'domain'>

export interface Rival extends Pick<Match, 'organisationId' | 'evidence'> {
  probability: number
  isAnswer: boolean
}

export interface Change {
  hint: 'country' | 'city' | 'domain' | 'nothing'
  value: string | null
  verdict: Verdict
  /** The first sure organisation with this hint. */
  organisationId: string | null
  /** Of the organisation asked about. */
  probability: number
}

export interface Explanation {
  verdict: Verdict
  /** Of the organisation asked about; 0 when it is not among the candidates. */
  probability: number
  evidence: EvidenceItem[]
  doubts: EvidenceItem[]
  rivals: Rival[]
  changes: Change[]
}

const MOST_RIVALS = 4
const MOST_CHANGES = 3

/** Explains the match of a text with one organisation of the index; `ask` resolves the text with other hints. */
export function explain(
  index: OrganisationIndex,
  organisationId: string,
  given: Hints,
  ask: (hints: Hints) => Resolution,
): Explanation {
  const found = ask(given)
  const own = matchOf(found, organisationId)
  const verdict = verdictOf(found, organisationId)
  const answers = new Set(found.answers)
  const rivals = [...found.answers, ...found.candidates]
    .filter(match => match.organisationId !== organisationId)
    .slice(0, MOST_RIVALS)
    .map(match => ({
      organisationId: match.organisationId,
      evidence: match.evidence,
      probability: match.score,
      isAnswer: answers.has(match),
    }))
  return {
    verdict,
    probability: own?.score ?? 0,
    evidence: own?.evidence ?? [],
    doubts: found.answers.length === 0 ? found.evidence : [],
    rivals,
    changes: changesOf(index, organisationId, given, verdict, rivals, ask),
  }
}

function matchOf(found: Resolution, id: string): Match | undefined {
  return [...found.answers, ...found.candidates].find(match => match.organisationId === id)
}

function verdictOf(found: Resolution, id: string): Verdict {
  if (found.answers.some(match => match.organisationId === id)) return 'this'
  return found.outcome === 'answer' ? 'other' : found.outcome === 'candidates' ? 'unsure' : 'none'
}

/** Answers that differ, each with one fact of this organisation or of the best rival in place of what was given. */
function changesOf(
  index: OrganisationIndex,
  id: string,
  given: Hints,
  verdict: Verdict,
  rivals: readonly Rival[],
  ask: (hints: Hints) => Resolution,
): Change[] {
  const changes: Change[] = []
  for (const [hint, value] of triedHints(
    index,
    id,
    given,
    verdict === 'this' ? rivals[0]?.organisationId : undefined,
  )) {
    const found = ask(hint === 'nothing' ? {} : { ...given, [hint]: value })
    const now = verdictOf(found, id)
    if (now === verdict) continue
    const sure = found.answers.find(match => match.organisationId === id) ?? found.answers[0]
    changes.push({
      hint,
      value,
      verdict: now,
      organisationId: sure?.organisationId ?? null,
      probability: matchOf(found, id)?.score ?? 0,
    })
  }
  return changes.slice(0, MOST_CHANGES)
}

/** Facts worth a try: of this organisation while it is not the answer, else of the next best one. */
function triedHints(
  index: OrganisationIndex,
  id: string,
  given: Hints,
  rival: string | undefined,
): [Change['hint'], string | null][] {
  const number = index.numberOf(rival ?? id)
  const organisation = number === undefined ? undefined : index.organisation(number)
  const facts: [Change['hint'], string | null][] = []
  if (Object.keys(given).length > 0) facts.push(['nothing', null])
  if (organisation === undefined) return facts
  const { country, city, domains } = organisation
  if (country !== undefined && country !== given.country) facts.push(['country', country])
  const cityName = index.places.name(city)
  if (cityName !== '' && cityName !== given.city) facts.push(['city', cityName])
  const [domain] = domains
  if (domain !== undefined && domain !== given.domain) facts.push(['domain', domain])
  return facts
}
