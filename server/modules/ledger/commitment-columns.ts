// From what a person enters to the columns of a commitment; refuses what cannot be counted.
import { Refusal } from '#core/errors.ts'
import type { CommitmentColumns } from './commitment.store.ts'
import type { CommitmentInput } from './ledger.contract.ts'
import { asRefusal, NotCountable } from './ledger.errors.ts'
import { type LedgerInputCode, ledgerInputTerms } from './ledger-input.terms.ts'
import { toBaseQuantity } from './quantity.ts'

type Input = Omit<CommitmentInput, 'agreementId' | 'bothWays' | 'state'>

const refuse = (path: string, code: LedgerInputCode): never => {
  throw new Refusal(NotCountable, {}, { fields: [{ path, message: ledgerInputTerms[code] }] })
}

/** @throws Refusal naming the field. */
export function columnsOf(input: Input): CommitmentColumns {
  if ((input.unit === 'money') !== Boolean(input.currency))
    refuse('currency', input.unit === 'money' ? 'entry.currency_missing' : 'entry.currency_unused')
  if (input.period === 'every_n_years' && !input.periodYears) refuse('periodYears', 'period.years_missing')
  const { validFrom, validUntil } = input
  if (validFrom && validUntil && validUntil.on < validFrom.on) refuse('validUntil', 'entry.ends_before_start')
  const needsMonth = input.period === 'per_academic_year' || input.period === 'per_semester'
  return {
    clause: input.clause ?? null,
    kind: input.kind,
    promisor_id: input.promisor.organisationId,
    promisor_unit_id: input.promisor.unitId ?? null,
    beneficiary_id: input.beneficiary.organisationId,
    beneficiary_unit_id: input.beneficiary.unitId ?? null,
    unit: input.unit,
    currency: input.currency ?? null,
    base_quantity: baseOf(input),
    comparator: input.comparator,
    period: input.period,
    period_years: input.period === 'every_n_years' ? (input.periodYears ?? 1) : null,
    start_month: needsMonth ? (input.startMonth ?? 9) : null,
    due_on: input.period === 'once' ? (input.dueOn ?? null) : null,
    valid_from: validFrom?.on ?? null,
    valid_from_precision: validFrom?.precision ?? null,
    valid_until: validUntil?.on ?? null,
    valid_until_precision: validUntil?.precision ?? null,
    carry: input.carry,
    condition: input.condition,
    condition_words: input.conditionWords ?? null,
    refines_id: input.refinesId ?? null,
    owner_id: input.ownerId ?? null,
    partner_owner: input.partnerOwner ?? null,
    note: input.note ?? null,
  }
}

function baseOf(input: Input): string | null {
  if (input.quantity === null || input.quantity === undefined) return null
  try {
    return toBaseQuantity(input.quantity, input.unit)
  } catch (error) {
    return asRefusal(error)
  }
}
