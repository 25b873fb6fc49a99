// The commitment that a clause makes, in one line.
import { useLingui } from '@lingui/react/macro'
import type { ClausePromise } from '#modules/documents/library/content.contract.ts'
import { directionTerms } from '#modules/documents/library/library.terms.ts'
import {
  type BuiltInKind,
  comparatorTerms,
  conditionTerms,
  kindTerms,
  periodTerms,
  unitQuantityTerms,
  unitTerms,
} from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../../core/i18n.ts'

type Said = Omit<ClausePromise, 'quantity'> & { quantity: string | null }

export function useKindWord(): (kind: string) => string {
  const term = useTerm()
  return kind => (kind in kindTerms ? term(kindTerms[kind as BuiltInKind]) : kind)
}

/** `question` says what the quantity will be, where a variable gives it. */
export function PromiseLine({ promise, question }: { promise: Said; question?: string | undefined }) {
  const term = useTerm()
  const { t } = useLingui()
  const kindWord = useKindWord()
  const { unit, currency } = promise
  const asked = promise.quantityVariable ? `[${question || promise.quantityVariable}]` : t`some`
  const quantity =
    promise.quantity === null
      ? `${asked} · ${term(unitTerms[unit])}`
      : term(unitQuantityTerms[unit], { quantity: Number(promise.quantity), currency: currency ?? '' })
  const years = promise.periodYears ?? 1
  const rest = [
    term(periodTerms[promise.period], { years }),
    term(directionTerms[promise.direction]),
    ...(promise.condition === 'none' ? [] : [term(conditionTerms[promise.condition])]),
  ]
  return (
    <div className="py-2 text-sm">
      <p className="font-medium">{kindWord(promise.kind)}</p>
      <p className="text-muted">
        {term(comparatorTerms[promise.comparator])}: <bdi>{quantity}</bdi>
        {' · '}
        {rest.join(' · ')}
      </p>
    </div>
  )
}
