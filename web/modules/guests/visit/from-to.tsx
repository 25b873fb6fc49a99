// From whom to whom, as guests see it.
import { useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { GuestCommitment } from '#modules/guests/visit.contract.ts'

type PartyShown = GuestCommitment['promisor']

export function FromTo({ from, to }: { from: PartyShown; to: PartyShown }) {
  const { t } = useLingui()
  const nameOf = ({ name, unitName }: PartyShown) => (unitName ? `${unitName}, ${name}` : name)
  return (
    <span className="flex max-w-full flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <bdi>{nameOf(from)}</bdi>
      <ArrowRight role="img" aria-label={t`to`} className="size-3 shrink-0 rtl:rotate-180" />
      <bdi>{nameOf(to)}</bdi>
    </span>
  )
}
