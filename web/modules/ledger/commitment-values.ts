// What the form of a promise holds, and how it becomes what the server reads.
import type { CommitmentChange, CommitmentView } from '#modules/ledger/ledger.contract.ts'
import type { Carry, Comparator, Condition, PeriodKind, Unit } from '#modules/ledger/ledger.terms.ts'
import type { KnownDate } from '../../core/format.ts'
import { type Side, sideKey, sideOf } from './party-choices.ts'

export interface CommitmentValues {
  kind: string | null
  promisor: string | null
  beneficiary: string | null
  bothWays: boolean
  quantity: number | null
  unit: Unit
  currency: string
  comparator: Comparator
  period: PeriodKind
  periodYears: number | null
  startMonth: number | null
  dueOn: string | null
  validFrom: KnownDate | null
  validUntil: KnownDate | null
  carry: Carry
  condition: Condition
  conditionWords: string
  refinesId: string | null
  ownerId: string | null
  partnerOwner: string
  clause: string
  note: string
}

const fresh = {
  kind: null,
  bothWays: false,
  quantity: null,
  unit: 'person',
  currency: '',
  comparator: 'at_least',
  period: 'per_calendar_year',
  periodYears: null,
  startMonth: null,
  dueOn: null,
  validFrom: null,
  validUntil: null,
  carry: 'none',
  condition: 'none',
  conditionWords: '',
  refinesId: null,
  ownerId: null,
  partnerOwner: '',
  clause: '',
  note: '',
} as const satisfies Omit<CommitmentValues, 'promisor' | 'beneficiary'>

/** A new promise begins with our side promising to the first partner. */
export function valuesOf(commitment: CommitmentView | undefined, sides: readonly Side[]): CommitmentValues {
  if (!commitment) {
    const home = sides.find(side => side.isHome)
    const partner = sides.find(side => !side.isHome)
    return { ...fresh, promisor: home ? sideKey(home) : null, beneficiary: partner ? sideKey(partner) : null }
  }
  return {
    ...fresh,
    kind: commitment.kind,
    promisor: sideKey(commitment.promisor),
    beneficiary: sideKey(commitment.beneficiary),
    quantity: commitment.quantity === null ? null : Number(commitment.quantity),
    unit: commitment.unit,
    currency: commitment.currency ?? '',
    comparator: commitment.comparator,
    period: commitment.period,
    periodYears: commitment.periodYears,
    startMonth: commitment.startMonth,
    dueOn: commitment.dueOn,
    validFrom: commitment.validFrom,
    validUntil: commitment.validUntil,
    carry: commitment.carry,
    condition: commitment.condition,
    conditionWords: commitment.conditionWords ?? '',
    refinesId: commitment.refinesId,
    ownerId: commitment.ownerId,
    partnerOwner: commitment.partnerOwner ?? '',
    clause: commitment.clause ?? '',
    note: commitment.note ?? '',
  }
}

export const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The body without version; fields that do not belong to the chosen unit or period are left empty. */
export function bodyOf(values: CommitmentValues): Omit<CommitmentChange, 'version'> {
  const hasStartMonth = values.period === 'per_academic_year' || values.period === 'per_semester'
  return {
    kind: values.kind ?? 'other',
    promisor: sideOf(values.promisor ?? ''),
    beneficiary: sideOf(values.beneficiary ?? ''),
    unit: values.unit,
    currency: values.unit === 'money' ? values.currency : null,
    quantity: values.quantity === null || values.quantity === 0 ? null : String(values.quantity),
    comparator: values.comparator,
    period: values.period,
    periodYears: values.period === 'every_n_years' ? values.periodYears : null,
    startMonth: hasStartMonth ? values.startMonth : null,
    dueOn: values.period === 'once' ? values.dueOn : null,
    validFrom: values.validFrom,
    validUntil: values.validUntil,
    carry: values.carry,
    condition: values.condition,
    conditionWords: values.condition === 'none' ? null : textOrNull(values.conditionWords),
    refinesId: values.refinesId,
    ownerId: values.ownerId,
    partnerOwner: textOrNull(values.partnerOwner),
    clause: textOrNull(values.clause),
    note: textOrNull(values.note),
  }
}
