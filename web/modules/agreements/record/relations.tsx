// Other agreements this one belongs to, amends or replaces, and those that build on it.
import { useLingui } from '@lingui/react/macro'
import type { AgreementRef, AgreementView } from '#modules/agreements/agreement.contract.ts'
import { agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Link } from '../../../kit/link.tsx'
import { StateDot } from '../agreement-words.tsx'

/** Agreements, each in a line: title, kind, number, end, state. */
export function AgreementLines({ items }: { items: readonly AgreementRef[] }) {
  const { t } = useLingui()
  const term = useTerm()
  const { date } = useFormat()
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map(item => (
        <li key={item.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-sm">
          <span className="min-w-0 flex-1 basis-60">
            <Link to="/agreements/$agreementId" params={{ agreementId: item.id }}>
              <bdi>{item.title}</bdi>
            </Link>
            <span className="block text-xs text-muted">
              {[
                term(agreementKindTerms[item.kind]),
                item.number,
                item.signedOn && t`signed ${date(item.signedOn)}`,
                item.effectiveEnd && t`until ${date(item.effectiveEnd)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <StateDot state={item.state} />
        </li>
      ))}
    </ul>
  )
}

export function Relations({ agreement }: { agreement: AgreementView }) {
  const { t } = useLingui()
  const one = (item: AgreementRef | null) => (item ? [item] : [])
  const groups = [
    { label: t`Belongs to`, items: one(agreement.parent) },
    { label: t`Amends`, items: one(agreement.amends) },
    { label: t`Replaces`, items: one(agreement.supersedes) },
    { label: t`Annexes and parts`, items: agreement.children },
    { label: t`Amended by`, items: agreement.amendedBy },
    { label: t`Replaced by`, items: agreement.supersededBy },
  ].filter(group => group.items.length > 0)
  return groups.map(group => (
    <div key={group.label} className="mt-6">
      <h3 className="mb-1.5 text-sm font-semibold">{group.label}</h3>
      <AgreementLines items={group.items} />
    </div>
  ))
}
