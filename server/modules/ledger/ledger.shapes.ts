// The plain, serialisable shapes of the ledger: commitments and entries as the store reads and writes them.

import type {
  Carry,
  CommitmentState,
  Comparator,
  Condition,
  Ending,
  EntryState,
  Unit,
} from '#modules/ledger/ledger.terms.ts'

/**
 * A date with its precision: "2026", "2026-08" or "2026-08-15" (ISO 8601, Gregorian).
 * As a start it means its first day, as an end its last day.
 */
export type DateText = string
/** A day: "2026-08-15". */
export type DayText = string
/** A base quantity as decimal text; `person_month` in thirtieths, see quantity.ts. */
export type BaseQuantityText = string

/** An organisation, or one of its units. */
export type PartyKey = { organisationId: string; unitId: string | null }

/** How the validity of a commitment is cut into periods. `startMonth` is 1 to 12, the home organisation's. */
export type PeriodRule =
  | { kind: 'once'; dueOn: DateText | null }
  | { kind: 'per_calendar_year' }
  | { kind: 'per_academic_year'; startMonth: number }
  | { kind: 'per_semester'; startMonth: number }
  | { kind: 'every_n_years'; years: number }
  | { kind: 'whole_term' }

/** Validity and periods; null from = unknown, null until = open-ended. */
export type Validity = { period: PeriodRule; validFrom: DateText | null; validUntil: DateText | null }

export type Commitment = Validity & {
  id: string
  agreementId: string | null
  kind: string
  promisor: PartyKey
  beneficiary: PartyKey
  unit: Unit
  /** ISO 4217, for `money` only. */
  currency: string | null
  /** null = "some", that is at least one. */
  baseQuantity: BaseQuantityText | null
  comparator: Comparator
  carry: Carry
  condition: Condition
  refinesId: string | null
  state: CommitmentState
  /** For state `ended`. */
  ending: Ending | null
  endedOn: DayText | null
}

/** What an entry says, apart from its identity: all that two entries must share to be the same deed. */
export type EntryContent = {
  kind: string
  unit: Unit
  currency: string | null
  /** > 0, also in a reversal. */
  baseQuantity: BaseQuantityText
  from: PartyKey
  to: PartyKey
  startOn: DateText
  /** null = ends when it starts. */
  endOn: DateText | null
  status: EntryState
  /** ISCED-F 2013 code or null. */
  field: string | null
  agreementId: string | null
}

/** Who decided which commitment an entry serves: the activity, the rule, a person, or nobody. */
export type ServedBy = 'activity' | 'rule' | 'person' | 'none'

export type Entry = EntryContent & {
  id: string
  module: string
  activityId: string
  lineKey: string
  commitmentId: string | null
  servedBy: ServedBy
  /** The entry that this one takes back; it then counts negative. */
  reversesId: string | null
}
