// The facts that the pulse of an agreement, a partnership or a country is judged by, and how they follow from entries.

import type { DayText, Entry } from '#modules/ledger/ledger.shapes.ts'
import type { Unit } from '#modules/ledger/ledger.terms.ts'
import { firstDay, lastDay, monthOf } from '#modules/ledger/periods.ts'
import { unitsSplitByDays } from '#modules/ledger/quantity.ts'

export type PulseAgreement = {
  id: string
  /** First day in force; null = not in force yet and no date known. */
  inForceFrom: DayText | null
  /** Last day in force; null = open-ended. */
  inForceUntil: DayText | null
  /** `automatic` = it renews itself; `begun` = a person has begun the renewal. */
  renewal: 'none' | 'automatic' | 'begun'
  /** Last day up to today on which an entry of its own counts, planned or confirmed. */
  lastEntryOn: DayText | null
}

export type PulseBalance = {
  unit: Unit
  currency: string | null
  /** Agreement that sets the tolerance, if one does. */
  agreementId: string | null
  /** Base quantities; tolerance null = the installation's. */
  balance: string
  tolerance: string | null
}

/** What entries say about a pulse. Only live entries (neither reversals nor reversed) count. */
export type PulseActivity = {
  /** Confirmed entries that start in each month up to today: first day of the month -> how many. */
  confirmedByMonth: Readonly<Record<DayText, number>>
  /** Last day up to today on which a confirmed entry counts: its start; of a line split by days, its last day. */
  lastConfirmedOn: DayText | null
  /** The same for planned or confirmed ones. */
  lastEntryOn: DayText | null
  /** First day after today on which an entry starts, planned or confirmed. */
  nextEntryOn: DayText | null
  /** Planned entries that have ended before today: someone should say whether they took place. */
  unconfirmed: number
}

export type PulseFacts = PulseActivity & {
  /** All agreements of the agreement (one), partnership or country that were, are or will be in force. */
  agreements: readonly PulseAgreement[]
  /** Active commitments for which `isBrokenLately` holds. */
  brokenCommitments: readonly { id: string; agreementId: string | null }[]
  balances: readonly PulseBalance[]
  /** Active commitments that never had an entry. */
  neverStarted: number
}

/** The last day up to today on which an entry counts; null when it lies ahead. */
export function lastCountedOn(entry: Pick<Entry, 'unit' | 'startOn' | 'endOn'>, today: DayText): DayText | null {
  const start = firstDay(entry.startOn).toString()
  if (start > today) return null
  if (!unitsSplitByDays.includes(entry.unit)) return start
  const end = lastDay(entry.endOn ?? entry.startOn).toString()
  return end < today ? end : today
}

function later(a: DayText | null, b: DayText | null): DayText | null {
  if (a === null || b === null) return a ?? b
  return a > b ? a : b
}

/** The facts about activity that live entries give; the store may gather the same with queries over the totals. */
export function activityOf(live: readonly Entry[], today: Temporal.PlainDate): PulseActivity {
  const day = today.toString()
  const confirmedByMonth: Record<DayText, number> = {}
  const days: Record<'lastConfirmedOn' | 'lastEntryOn' | 'nextEntryOn', DayText | null> = {
    lastConfirmedOn: null,
    lastEntryOn: null,
    nextEntryOn: null,
  }
  let unconfirmed = 0
  for (const entry of live) {
    const counted = lastCountedOn(entry, day)
    const start = firstDay(entry.startOn).toString()
    if (counted === null) {
      days.nextEntryOn = days.nextEntryOn !== null && days.nextEntryOn < start ? days.nextEntryOn : start
    } else if (entry.status === 'confirmed') {
      const month = monthOf(entry.startOn)
      confirmedByMonth[month] = (confirmedByMonth[month] ?? 0) + 1
      days.lastConfirmedOn = later(days.lastConfirmedOn, counted)
    } else if (lastDay(entry.endOn ?? entry.startOn).toString() < day) {
      unconfirmed += 1
    }
    days.lastEntryOn = later(days.lastEntryOn, counted)
  }
  return { confirmedByMonth, ...days, unconfirmed }
}
