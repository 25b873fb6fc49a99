// Words, colours and quantities of the ledger as the pages show them.
import { useMemo } from 'react'
import type { CommitmentView, PartyView } from '#modules/ledger/ledger.contract.ts'
import {
  comparatorTerms,
  type FulfilmentStatus,
  kindTerms,
  periodTerms,
  type Unit,
  unitQuantityTerms,
} from '#modules/ledger/ledger.terms.ts'
import { type Formats, useFormat } from '../../core/format.ts'
import { type Term, useTerm } from '../../core/i18n.ts'
import type { Tone } from '../../kit/status-dot.tsx'

export const fulfilmentTones: Record<FulfilmentStatus, Tone> = {
  kept: 'ok',
  exceeded: 'warn',
  partly_kept: 'warn',
  broken: 'bad',
  within: 'ok',
  on_track: 'info',
  at_risk: 'warn',
  not_due: 'quiet',
  waived: 'quiet',
  suspended: 'quiet',
}

const kinds: Readonly<Record<string, Term>> = kindTerms

/** A kind that the installation added has no term; its own word is shown. */
export const kindTerm = (kind: string): Term => kinds[kind] ?? { id: `ledger.kind.${kind}`, message: kind }

type Promised = Pick<CommitmentView, 'comparator' | 'unit' | 'currency' | 'quantity' | 'period' | 'periodYears'>

/** Two decimals at most, as quantities are rounded only for the eye. */
const shown = (quantity: string | number): number => Math.round(Number(quantity) * 100) / 100

export function useLedgerWords() {
  const term = useTerm()
  const formats = useFormat()
  return useMemo(() => wordsFor(term, formats), [term, formats])
}

function wordsFor(term: ReturnType<typeof useTerm>, formats: Formats) {
  const quantity = (value: string | number, unit: Unit, currency: string | null): string =>
    unit === 'money' && currency
      ? formats.money(value, currency)
      : term(unitQuantityTerms[unit], { quantity: shown(value), currency: currency ?? '' })
  return {
    kind: (kind: string): string => term(kindTerm(kind)),
    quantity,
    /** "At least 5 persons · Every academic year". */
    promise(commitment: Promised, some: string): string {
      const { comparator, unit, currency } = commitment
      const amount =
        commitment.quantity === null
          ? some
          : `${term(comparatorTerms[comparator])} ${quantity(commitment.quantity, unit, currency)}`
      return `${amount} · ${term(periodTerms[commitment.period], { years: commitment.periodYears ?? 1 })}`
    },
    party: (party: PartyView): string => party.unitName ?? party.name,
    number: (value: string | number): string => formats.number(shown(value)),
  }
}

export type LedgerWords = ReturnType<typeof wordsFor>
