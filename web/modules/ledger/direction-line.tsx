// From whom to whom: two names with an arrow that points along the reading direction.
import { useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { PartyView } from '#modules/ledger/ledger.contract.ts'

const nameOf = (party: PartyView): string => (party.unitName ? `${party.unitName}, ${party.name}` : party.name)

export function DirectionLine({ from, to }: { from: PartyView; to: PartyView }) {
  const { t } = useLingui()
  return (
    <span className="inline-flex max-w-full flex-wrap items-center gap-x-1.5 text-xs text-muted">
      <bdi>{nameOf(from)}</bdi>
      <ArrowRight aria-label={t`to`} className="size-3 shrink-0 rtl:rotate-180" />
      <bdi>{nameOf(to)}</bdi>
    </span>
  )
}
