// "Why this match?" over HTTP.

import type { Static } from 'typebox'
import { handle, type RequestContext, type RouteRegistration } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { explain, type Hints } from './explain-match.ts'
import * as contract from './match.contract.ts'
import { listHomes, nameIn, organisationsById } from './organisation.store.ts'
import { canReadDecisions } from './registry.policy.ts'
import { EVIDENCE_TERMS } from './resolution/evidence.terms.ts'
import type { EvidenceItem } from './resolution/evidence.ts'
import { openResolver } from './resolver.ts'

type Asked = RequestContext<{ id: string }, Static<typeof contract.explainMatch.query>, unknown>

/** The home whose decisions count: the reader's, where there is exactly one. */
async function homeOfReader({ db, actor }: Pick<Asked, 'db' | 'actor'>): Promise<string | null> {
  const readable = (await listHomes(db)).filter(home => canReadDecisions(actor, home.id))
  return readable.length === 1 ? readable[0]!.id : null
}

async function explained(request: Asked): Promise<contract.MatchExplanation> {
  const { db, params, query, services, t } = request
  const asked = found((await organisationsById(db, [params.id])).get(params.id))
  const { index, resolve } = await openResolver(services, await homeOfReader(request))
  const { text, ...given } = query
  const answer = explain(index, asked.id, given as Hints, hints => resolve(text, hints))
  const named = [...answer.rivals, ...answer.changes].flatMap(one => one.organisationId ?? [])
  const cards = await organisationsById(db, named)
  const words = (evidence: readonly EvidenceItem[]) => evidence.map(item => t(EVIDENCE_TERMS[item.code], item.values))
  const refOf = (id: string | null) => {
    const card = id === null ? undefined : cards.get(id)
    return card === undefined ? null : { id: card.id, name: nameIn(card, t.language), country: card.country }
  }
  return {
    verdict: answer.verdict,
    probability: answer.probability,
    evidence: words(answer.evidence),
    doubts: words(answer.doubts),
    rivals: answer.rivals.flatMap(({ organisationId, evidence, ...rest }) => {
      const organisation = refOf(organisationId)
      if (organisation === null) return []
      return [{ ...rest, organisation, city: cards.get(organisationId)?.city ?? null, evidence: words(evidence) }]
    }),
    changes: answer.changes.map(({ organisationId, ...rest }) => ({ ...rest, organisation: refOf(organisationId) })),
  }
}

export const matchRoutes: RouteRegistration[] = [handle(contract.explainMatch, explained)]
