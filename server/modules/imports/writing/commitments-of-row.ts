// The commitments that a row proposes, as the ledger takes them; both directions of a promise are a pair.
import { newId } from '#core/ids.ts'
import type { NewCommitment } from '#modules/ledger/index.ts'
import { toBaseQuantity } from '#modules/ledger/index.ts'
import type { ProposedCommitment } from '../meaning/commitments.ts'
import type { PlannedRow } from '../planning/plan.ts'
import { datesOf, type RowContext } from './agreement-of-row.ts'

/** A proposal keeps its key as long as its words stay: column, place and direction. */
export const proposalKey = (proposal: ProposedCommitment, at: number): string =>
  [proposal.clause.column ?? '', proposal.clause.start, proposal.kind, proposal.promisor, at].join(':')

/** Proposals that a row can keep, with one partner at least; nothing is invented that the clause does not say. */
export function commitmentsOf(
  row: PlannedRow,
  agreementId: string,
  context: RowContext,
): { key: string; commitment: NewCommitment }[] {
  const [partner] = row.understood.partnerKeys.flatMap(key => context.organisationsOf(key))
  if (!partner || partner.organisationId === context.homeId) return []
  const dates = datesOf(row)
  const from = dates.inForce ?? dates.signed
  const pairs = new Map<string, string>()
  return row.understood.commitments.map((proposal, at) => {
    const sideOf = (side: 'home' | 'partner') => (side === 'home' ? context.homeId : partner.organisationId)
    const pairId = proposal.pair === undefined ? null : (pairs.get(proposal.pair) ?? newId())
    if (proposal.pair !== undefined) pairs.set(proposal.pair, pairId!)
    const { period } = proposal
    const yearly = period.kind === 'per_academic_year' || period.kind === 'per_semester'
    return {
      key: proposalKey(proposal, at),
      commitment: {
        id: newId(),
        home_id: context.homeId,
        source_type: 'agreement' as const,
        source_id: agreementId,
        pair_id: pairId,
        state: 'active' as const,
        clause: proposal.clause.words.slice(0, 4000),
        kind: proposal.kind,
        promisor_id: sideOf(proposal.promisor),
        promisor_unit_id: null,
        beneficiary_id: sideOf(proposal.beneficiary),
        beneficiary_unit_id: null,
        ...countOf(proposal),
        comparator: proposal.comparator,
        period: period.kind,
        period_years: period.kind === 'every_n_years' ? period.years : null,
        start_month: yearly ? 9 : null,
        due_on: null,
        valid_from: from?.on ?? null,
        valid_from_precision: from?.precision ?? null,
        valid_until: dates.expires?.on ?? null,
        valid_until_precision: dates.expires?.precision ?? null,
        carry: 'none',
        condition: proposal.condition,
        condition_words: proposal.conditionWords ?? proposal.softener ?? null,
        refines_id: null,
        owner_id: null,
        partner_owner: null,
        note: null,
      },
    }
  })
}

/** Money without a currency cannot be counted: it is kept as "some document" would be, without a number. */
function countOf(proposal: ProposedCommitment): Pick<NewCommitment, 'unit' | 'currency' | 'base_quantity'> {
  if (proposal.unit === 'money') return { unit: 'decision', currency: null, base_quantity: null }
  return {
    unit: proposal.unit,
    currency: null,
    base_quantity: proposal.quantity === null ? null : toBaseQuantity(proposal.quantity, proposal.unit),
  }
}
