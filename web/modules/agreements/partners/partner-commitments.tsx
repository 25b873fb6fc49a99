// The promises with one partner over all agreements, each with what became of it and the way to its agreement.
import { Trans, useLingui } from '@lingui/react/macro'
import { Handshake } from 'lucide-react'
import type { PartnerView } from '#modules/agreements/portfolio.contract.ts'
import { type CommitmentView, listCommitments } from '#modules/ledger/ledger.contract.ts'
import { commitmentStateTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link } from '../../../kit/link.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { Tag } from '../../../kit/tag.tsx'
import { SummaryLine } from '../../ledger/commitments-tab.tsx'
import { DirectionLine } from '../../ledger/direction-line.tsx'
import { useLedgerWords } from '../../ledger/ledger-words.ts'
import { PeriodRows } from '../../ledger/period-rows.tsx'

const atOnce = 200

function PromiseItem({ commitment, title }: { commitment: CommitmentView; title: string | undefined }) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const { sourceType, sourceId, state } = commitment
  return (
    <li className="grid gap-x-8 gap-y-2 py-4 lg:grid-cols-2">
      <div className="min-w-0 text-sm">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{words.kind(commitment.kind)}</span>
          {state !== 'active' && <Tag>{term(commitmentStateTerms[state])}</Tag>}
        </p>
        <p>{words.promise(commitment, t`Some, at least one`)}</p>
        <DirectionLine from={commitment.promisor} to={commitment.beneficiary} />
        {sourceType === 'agreement' && (
          <p className="mt-1 text-xs">
            <Link to="/agreements/$agreementId" params={{ agreementId: sourceId }} search={{ tab: 'commitments' }}>
              <bdi>{title ?? t`Show the agreement`}</bdi>
            </Link>
          </p>
        )}
      </div>
      <PeriodRows commitment={commitment} />
    </li>
  )
}

export function PartnerCommitments({ partner }: { partner: PartnerView }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const answer = useCall(listCommitments, { query: { partnerId: partner.organisation.id, limit: atOnce } })
  if (answer.error)
    return (
      <Banner tone="bad" actions={<Button size="small" onPress={() => void answer.refetch()}>{t`Try again`}</Button>}>
        {sentenceFor(answer.error)}
      </Banner>
    )
  if (!answer.data) return <SkeletonBox height={260} />
  const { items, total, summary } = answer.data
  if (items.length === 0)
    return (
      <EmptyState icon={<Handshake />} title={t`No commitments are recorded with this partner`}>
        <Trans>Open one of the agreements and write down what each side promised.</Trans>
      </EmptyState>
    )
  const titles = new Map(partner.agreements.map(agreement => [agreement.id, agreement.title]))
  return (
    <>
      <SummaryLine summary={summary} />
      <ul className="divide-y divide-line border-y border-line">
        {items.map(commitment => (
          <PromiseItem key={commitment.id} commitment={commitment} title={titles.get(commitment.sourceId)} />
        ))}
      </ul>
      {total > items.length && (
        <p className="mt-2 text-xs text-muted">
          <Trans>
            The first {number(items.length)} of {number(total)} are shown; the others stand in their agreements.
          </Trans>
        </p>
      )}
    </>
  )
}
