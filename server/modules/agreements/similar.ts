// The duplicate check: what looks the same as an agreement about to be recorded, and why.
import type { Db } from '#core/database/connect.ts'
import type { Term } from '#core/terms.ts'
import { findSimilar, type SimilarMatch, type SimilarProbe } from './similar.store.ts'

/** Matches by the key of the probe, the most alike first. */
export async function similarAgreements(db: Db, probes: readonly SimilarProbe[]): Promise<Map<string, SimilarMatch[]>> {
  const asked = probes.filter(probe => probe.partnerIds.length > 0)
  return Map.groupBy(await findSimilar(db, asked), match => match.key)
}

const reasons: readonly [keyof SimilarMatch, Term][] = [
  ['sameNumber', /*i18n*/ { id: 'agreements.similar.number', message: 'Same number' }],
  ['samePartners', /*i18n*/ { id: 'agreements.similar.partners', message: 'Same partners' }],
  ['sameKind', /*i18n*/ { id: 'agreements.similar.kind', message: 'Same kind' }],
  ['sameStart', /*i18n*/ { id: 'agreements.similar.start', message: 'Same first day' }],
  ['overlapping', /*i18n*/ { id: 'agreements.similar.overlap', message: 'Terms overlap' }],
]

/** Why a match was found; that terms overlap says nothing while the one that is asked about has no dates. */
export const reasonsOf = (match: SimilarMatch, probe: Pick<SimilarProbe, 'from' | 'until'>): Term[] =>
  reasons
    .filter(([name]) => match[name] === true && (name !== 'overlapping' || probe.from !== null || probe.until !== null))
    .map(([, term]) => term)
