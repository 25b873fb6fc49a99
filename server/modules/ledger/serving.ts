// Which commitment an entry serves: the one its activity names, else the only one that fits, else none with candidates.

import type { Commitment, Entry, EntryContent, PartyKey, ServedBy } from '#modules/ledger/ledger.shapes.ts'
import { firstDay, periodOn } from '#modules/ledger/periods.ts'
import { widerChain } from '#modules/ledger/refinement.ts'
import { areUnitsCompatible } from '#modules/ledger/totals.ts'

/** Why a commitment does not fit an entry. */
export type Misfit = 'state' | 'kind' | 'unit' | 'currency' | 'direction' | 'parties' | 'validity' | 'agreement'
export type ServingReason = 'named' | 'named_unknown' | 'only_one_fits' | 'several_fit' | 'none_fits'

export type ServingCandidate = { commitmentId: string; misfits: Misfit[] }
export type Serving = {
  commitmentId: string | null
  servedBy: ServedBy
  reason: ServingReason
  /** For `named`: what does not fit all the same. Empty otherwise. */
  misfits: Misfit[]
  /** For an entry that serves none: those that fit, else those that all but fit (one misfit). */
  candidates: ServingCandidate[]
}

/** What the rule must know besides the commitments. Ids that are missing from a map stand alone. */
export type ServingContext = {
  /** Unit id -> id of the unit it belongs to. */
  unitParents: Readonly<Record<string, string | null>>
  /** Agreement id -> one id for its whole family (annexes, amendments, renewals). */
  families: Readonly<Record<string, string>>
  /** Organisation id -> the one it counts as, for those that were merged. */
  merged: Readonly<Record<string, string>>
}

const countedAs = (organisationId: string, { merged }: Pick<ServingContext, 'merged'>): string =>
  merged[organisationId] ?? organisationId

function isWithin(party: PartyKey, wider: PartyKey, context: ServingContext): boolean {
  if (countedAs(party.organisationId, context) !== countedAs(wider.organisationId, context)) return false
  if (wider.unitId === null) return true
  const seen = new Set<string>()
  for (let unitId = party.unitId; unitId && !seen.has(unitId); unitId = context.unitParents[unitId] ?? null) {
    if (unitId === wider.unitId) return true
    seen.add(unitId)
  }
  return false
}

/**
 * The ends between which deeds must go. A promised *place* is used by a person who comes to the promisor,
 * so persons go from the beneficiary to the promisor; everything else goes from promisor to beneficiary.
 */
function endsOf(commitment: Commitment, entry: EntryContent): { from: PartyKey; to: PartyKey } {
  const { promisor, beneficiary } = commitment
  const isUseOfPlace = commitment.unit === 'place' && entry.unit !== 'place'
  return isUseOfPlace ? { from: beneficiary, to: promisor } : { from: promisor, to: beneficiary }
}

function partyMisfits(commitment: Commitment, entry: EntryContent, context: ServingContext): Misfit[] {
  const ends = endsOf(commitment, entry)
  if (isWithin(entry.from, ends.from, context) && isWithin(entry.to, ends.to, context)) return []
  const isReverse = isWithin(entry.from, ends.to, context) && isWithin(entry.to, ends.from, context)
  return [isReverse ? 'direction' : 'parties']
}

/** Everything that keeps a commitment from fitting an entry; empty = it fits. */
export function misfitsOf(commitment: Commitment, entry: EntryContent, context: ServingContext): Misfit[] {
  const misfits: Misfit[] = []
  if (commitment.state !== 'active') misfits.push('state')
  if (commitment.kind !== entry.kind) misfits.push('kind')
  if (!areUnitsCompatible(commitment.unit, entry.unit)) misfits.push('unit')
  else if (commitment.currency !== entry.currency) misfits.push('currency')
  misfits.push(...partyMisfits(commitment, entry, context))
  if (typeof periodOn(commitment, firstDay(entry.startOn)) === 'string') misfits.push('validity')
  if (entry.agreementId !== null && commitment.agreementId !== null) {
    const familyOf = (agreementId: string) => context.families[agreementId] ?? agreementId
    if (familyOf(entry.agreementId) !== familyOf(commitment.agreementId)) misfits.push('agreement')
  } else if (entry.agreementId !== null) misfits.push('agreement')
  return misfits
}

/** Leaves out what another one refines: serving the narrower commitment serves the wider one too. */
function narrowest(fitting: readonly Commitment[], commitments: readonly Commitment[]): Commitment[] {
  const wider = new Set(fitting.flatMap(({ id }) => widerChain(id, commitments).slice(1)))
  return fitting.filter(commitment => !wider.has(commitment))
}

/** What of `commitments` could be meant by entries between two organisations, whichever way they go. */
export function betweenParties<T extends Commitment>(
  commitments: readonly T[],
  context: Pick<ServingContext, 'merged'>,
): (entry: EntryContent) => readonly T[] {
  const keyOf = (one: string, other: string) => [countedAs(one, context), countedAs(other, context)].sort().join(' ')
  const byPair = Map.groupBy(commitments, one => keyOf(one.promisor.organisationId, one.beneficiary.organisationId))
  return entry => byPair.get(keyOf(entry.from.organisationId, entry.to.organisationId)) ?? []
}

/** Finds the commitment an entry serves. `namedId` is what the activity names, null when it names none. */
export function serve(
  entry: EntryContent,
  namedId: string | null,
  commitments: readonly Commitment[],
  context: ServingContext,
): Serving {
  const none = { commitmentId: null, servedBy: 'none', misfits: [] } as const
  const judged = commitments.map(commitment => ({ commitment, misfits: misfitsOf(commitment, entry, context) }))
  const candidatesWith = (count: number): ServingCandidate[] =>
    judged
      .filter(({ misfits }) => misfits.length === count)
      .map(({ commitment, misfits }) => ({ commitmentId: commitment.id, misfits }))
  const fitting = candidatesWith(0)
  const candidates = fitting.length > 0 ? fitting : candidatesWith(1)
  if (namedId !== null) {
    const named = judged.find(({ commitment }) => commitment.id === namedId)
    if (!named) return { ...none, reason: 'named_unknown', misfits: [], candidates }
    const { misfits } = named
    return { commitmentId: namedId, servedBy: 'activity', reason: 'named', misfits, candidates: [] }
  }
  const found = narrowest(
    judged.filter(({ misfits }) => misfits.length === 0).map(({ commitment }) => commitment),
    commitments,
  )
  const only = found.length === 1 ? found[0] : undefined
  if (only) return { commitmentId: only.id, servedBy: 'rule', reason: 'only_one_fits', misfits: [], candidates: [] }
  return { ...none, misfits: [], reason: fitting.length > 0 ? 'several_fit' : 'none_fits', candidates }
}

/** Promises around an entry that were recorded or changed: as they are, and as they were. */
export type TouchedCommitments = { now: readonly Commitment[]; before: readonly Commitment[] }

/**
 * The commitment that an entry on record serves after promises between its parties were recorded or changed. What somebody
 * chose stays. What serves nothing is served by the rule when a touched promise fits it or did so before. What the rule
 * found stays while it still fits, whatever became of the promise's state; it moves on to a narrower one that makes it
 * concrete, and is looked for anew when it fits no longer. `commitments` are those between the parties, as they are.
 */
export function serveAgain(
  entry: Entry,
  touched: TouchedCommitments,
  commitments: readonly Commitment[],
  context: ServingContext,
): string | null {
  if (entry.servedBy === 'activity' || entry.servedBy === 'person') return entry.commitmentId
  const fits = (one: Commitment) => misfitsOf(one, entry, context).length === 0
  const ofRule = () => serve(entry, null, commitments, context).commitmentId
  if (entry.commitmentId === null) return touched.now.some(fits) || touched.before.some(fits) ? ofRule() : null
  const current = touched.now.find(one => one.id === entry.commitmentId)
  const isTouched = current !== undefined || touched.before.some(one => one.id === entry.commitmentId)
  const misfits = current ? misfitsOf(current, entry, context).filter(misfit => misfit !== 'state') : ['parties']
  if (isTouched && misfits.length > 0) return ofRule()
  const found = ofRule()
  const isNarrower =
    found !== null && widerChain(found, commitments).some(one => one.id === entry.commitmentId && one.id !== found)
  return isNarrower ? found : entry.commitmentId
}
