// The running totals: the rows that an entry adds to, by month of start and by period of the commitments it serves.

import type { Commitment, DayText, Entry, EntryContent, PartyKey } from '#modules/ledger/ledger.shapes.ts'
import type { EntryState, Unit } from '#modules/ledger/ledger.terms.ts'
import type { Part } from '#modules/ledger/periods.ts'
import { keyOfStart, monthOf, splitOverMonths, splitOverPeriods } from '#modules/ledger/periods.ts'
import type { Quantity } from '#modules/ledger/quantity.ts'
import { baseUnits, ONE, parseQuantity, quantityText, unitsSplitByDays } from '#modules/ledger/quantity.ts'

/** A row of the totals between two parties, or what a posting adds to it. */
export type MonthTotal = {
  from: PartyKey
  to: PartyKey
  kind: string
  unit: Unit
  currency: string | null
  agreementId: string | null
  status: EntryState
  /** First day of the month. */
  month: DayText
  /** Decimal text; negative only in what a reversal adds. */
  baseQuantity: string
  /** Entries that start in this month; a later month of a line split by days counts none. */
  entries: number
}

/** A row of the totals of a commitment, in the commitment's unit, or what a posting adds to it. */
export type CommitmentTotal = {
  commitmentId: string
  /** Start of the period, or `UNKNOWN_START` / `AFTER_VALIDITY` for what lies outside the validity. */
  periodStart: DayText
  status: EntryState
  baseQuantity: string
  /** Entries with a part in this period. */
  entries: number
}

type SignedEntry = EntryContent & { reversesId?: string | null }

function signOf(entry: SignedEntry): 1 | -1 {
  return entry.reversesId ? -1 : 1
}

/** What an entry counts: negative for a reversal. */
export function signedQuantity(entry: SignedEntry): Quantity {
  return parseQuantity(entry.baseQuantity) * BigInt(signOf(entry))
}

/** The rows that an entry adds to the totals between its two parties. */
export function monthTotalsOf(entry: SignedEntry): MonthTotal[] {
  const { from, to, kind, unit, currency, agreementId, status } = entry
  const quantity = signedQuantity(entry)
  const startMonth = monthOf(entry.startOn)
  const parts: Part[] = unitsSplitByDays.includes(unit)
    ? splitOverMonths(entry, quantity)
    : [{ key: startMonth, quantity }]
  return parts.map(part => ({
    ...{ from, to, kind, unit, currency, agreementId, status },
    month: part.key,
    baseQuantity: quantityText(part.quantity),
    entries: part.key === startMonth ? signOf(entry) : 0,
  }))
}

/** Units that count the same thing one to one, base for base: 30 days are a person-month, a place is used by a person. */
const interchangeable: readonly (readonly Unit[])[] = [
  ['person_month', 'day'],
  ['place', 'person', 'learner'],
]

/** True when what is counted in one unit can be counted in the other. */
export function areUnitsCompatible(a: Unit, b: Unit): boolean {
  return a === b || interchangeable.some(group => group.includes(a) && group.includes(b))
}

/** True when an entry can be counted towards a commitment: compatible unit, same currency; "some" counts any deed. */
export function canCount(commitment: Commitment, entry: Pick<EntryContent, 'unit' | 'currency'>): boolean {
  if (commitment.baseQuantity === null) return true
  return areUnitsCompatible(commitment.unit, entry.unit) && commitment.currency === entry.currency
}

function partsFor(commitment: Commitment, entry: SignedEntry): Part[] {
  const isMeasured = areUnitsCompatible(commitment.unit, entry.unit) && commitment.currency === entry.currency
  if (isMeasured && unitsSplitByDays.includes(entry.unit)) {
    return splitOverPeriods(commitment, entry, signedQuantity(entry))
  }
  // A deed that "some" asked for, in a unit that cannot be converted, counts as one.
  const one = ONE * baseUnits(commitment.unit) * BigInt(signOf(entry))
  const quantity = isMeasured ? signedQuantity(entry) : one
  return [{ key: keyOfStart(commitment, entry.startOn), quantity }]
}

/** The rows that an entry adds to the totals of commitments: pass the one it serves and all that one refines (`widerChain`). */
export function commitmentTotalsOf(entry: SignedEntry, commitments: readonly Commitment[]): CommitmentTotal[] {
  return commitments
    .filter(commitment => canCount(commitment, entry))
    .flatMap(commitment =>
      partsFor(commitment, entry).map(part => ({
        commitmentId: commitment.id,
        periodStart: part.key,
        status: entry.status,
        baseQuantity: quantityText(part.quantity),
        entries: signOf(entry),
      })),
    )
}

/** The key of a row of the totals between parties: equal for rows that add up. */
export function monthTotalKey(total: MonthTotal): string {
  const { from, to, kind, unit, currency, agreementId, status, month } = total
  const parties = [from.organisationId, from.unitId, to.organisationId, to.unitId]
  return JSON.stringify([...parties, kind, unit, currency, agreementId, status, month])
}

/** The key of a row of the totals of a commitment: equal for rows that add up. */
export function commitmentTotalKey(total: CommitmentTotal): string {
  return JSON.stringify([total.commitmentId, total.periodStart, total.status])
}

/** Adds up rows with the same key, in the order of the keys (so that two postings lock rows in one order); leaves out zeros. */
export function sumTotals<T extends { baseQuantity: string; entries: number }>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): T[] {
  const sums = new Map<string, { row: T; quantity: Quantity; entries: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    const sum = sums.get(key) ?? { row, quantity: 0n, entries: 0 }
    sum.quantity += parseQuantity(row.baseQuantity)
    sum.entries += row.entries
    sums.set(key, sum)
  }
  return [...sums]
    .filter(([, sum]) => sum.quantity !== 0n || sum.entries !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => ({ ...sum.row, baseQuantity: quantityText(sum.quantity), entries: sum.entries }))
}

/** All rows between parties that a set of entries makes; from an empty table these are the totals themselves. */
export function monthTotals(entries: readonly SignedEntry[]): MonthTotal[] {
  return sumTotals(entries.flatMap(monthTotalsOf), monthTotalKey)
}

/** All rows of commitments that a set of entries makes; `chainOf` gives the served commitment and what it refines. */
export function commitmentTotals(
  entries: readonly Entry[],
  chainOf: (commitmentId: string) => readonly Commitment[],
): CommitmentTotal[] {
  const rows = entries.flatMap(entry =>
    entry.commitmentId === null ? [] : commitmentTotalsOf(entry, chainOf(entry.commitmentId)),
  )
  return sumTotals(rows, commitmentTotalKey)
}
