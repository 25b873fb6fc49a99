// What the form of a deed holds, and how it becomes what the server reads.
import type { CommitmentView, EntryInput, EntryView } from '#modules/ledger/ledger.contract.ts'
import type { EntryState, Unit } from '#modules/ledger/ledger.terms.ts'
import type { KnownDate } from '../../core/format.ts'
import { textOrNull } from './commitment-values.ts'
import { type Side, sideKey, sideOf } from './party-choices.ts'

export interface EntryValues {
  kind: string | null
  quantity: number | null
  unit: Unit
  currency: string
  from: string | null
  to: string | null
  startsOn: KnownDate | null
  endsOn: KnownDate | null
  status: EntryState
  /** A commitment's id, or `rule`: found by the ledger. */
  commitment: string
  title: string
  note: string
  link: string
  reason: string
  requestKey: string
}

export const byRule = 'rule'

const empty = { currency: '', endsOn: null, title: '', note: '', link: '', reason: '' }

export function entryValues(
  entry: EntryView | undefined,
  serves: CommitmentView | undefined,
  sides: readonly Side[],
): EntryValues {
  const requestKey = crypto.randomUUID()
  if (entry)
    return {
      ...empty,
      requestKey,
      kind: entry.kind,
      quantity: Number(entry.quantity),
      unit: entry.unit,
      currency: entry.currency ?? '',
      from: sideKey(entry.from),
      to: sideKey(entry.to),
      startsOn: entry.startsOn,
      endsOn: entry.endsOn,
      status: entry.status,
      commitment: entry.commitmentId && entry.servedBy === 'named' ? entry.commitmentId : byRule,
      title: entry.title ?? '',
      note: entry.note ?? '',
    }
  const home = sides.find(side => side.isHome)
  const partner = sides.find(side => !side.isHome)
  return {
    ...empty,
    requestKey,
    kind: serves?.kind ?? null,
    quantity: 1,
    unit: serves?.unit ?? 'person',
    currency: serves?.currency ?? '',
    from: serves ? sideKey(serves.promisor) : home ? sideKey(home) : null,
    to: serves ? sideKey(serves.beneficiary) : partner ? sideKey(partner) : null,
    startsOn: null,
    status: 'confirmed',
    commitment: serves?.id ?? byRule,
  }
}

export function entryBody(values: EntryValues, agreementId: string | null): Omit<EntryInput, 'requestKey'> {
  return {
    kind: values.kind ?? 'other',
    unit: values.unit,
    currency: values.unit === 'money' ? values.currency : null,
    quantity: String(values.quantity ?? 1),
    from: sideOf(values.from ?? ''),
    to: sideOf(values.to ?? ''),
    startsOn: values.startsOn ?? { on: '', precision: 'day' },
    endsOn: values.endsOn,
    status: values.status,
    title: textOrNull(values.title),
    note: textOrNull(values.note),
    agreementId,
    commitmentId: values.commitment === byRule ? null : values.commitment,
  }
}
