// The promises of an agreement with what became of each, and everything one can do with them.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Handshake, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  type CommitmentView,
  type FulfilmentSummary,
  listCommitments,
  type PeriodView,
} from '#modules/ledger/ledger.contract.ts'
import { fulfilmentStatuses, fulfilmentTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall } from '../../core/query.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { StatusDot } from '../../kit/status-dot.tsx'
import { CommitmentCard, type CommitmentStep } from './commitment-card.tsx'
import { type RefreshList, StepDialog, WaiveDialog } from './commitment-dialogs.tsx'
import { CommitmentForm } from './commitment-form.tsx'
import { EntryForm } from './entry-form.tsx'
import { fulfilmentTones } from './ledger-words.ts'
import type { Side } from './party-choices.ts'

export interface LedgerTabProps {
  agreementId: string
  sides: readonly Side[]
  owners: readonly { id: string; name: string }[]
  /** Why nothing may be recorded; undefined when it may. */
  reason?: string | undefined
  /** Routes of the page that change with the ledger. */
  refreshes: RefreshList
}

type Open =
  | { kind: 'new' }
  | { kind: 'change'; commitment: CommitmentView }
  | { kind: 'entry'; commitment: CommitmentView }
  | { kind: 'step'; commitment: CommitmentView; step: CommitmentStep }
  | { kind: 'waive'; commitment: CommitmentView; period: PeriodView }

/** Counts by status, and the kept share only beside them. */
export function SummaryLine({ summary }: { summary: FulfilmentSummary }) {
  const term = useTerm()
  const { number, percent } = useFormat()
  const counted = fulfilmentStatuses.filter(status => (summary.counts[status] ?? 0) > 0)
  if (counted.length === 0) return null
  const { keptShare, neverStarted } = summary
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      {keptShare !== null && (
        <span className="font-medium">
          <Trans>{percent(keptShare)} of past promises kept</Trans>
        </span>
      )}
      {counted.map(status => (
        <StatusDot key={status} tone={fulfilmentTones[status]} className="text-muted">
          {term(fulfilmentTerms[status])} {number(summary.counts[status] ?? 0)}
        </StatusDot>
      ))}
      {neverStarted > 0 && (
        <span className="text-warn">
          <Plural value={neverStarted} one="# never started" other="# never started" />
        </span>
      )}
    </p>
  )
}

/** Pairs stand together. */
function inPairs(items: readonly CommitmentView[]): CommitmentView[] {
  const seen = new Set<string>()
  return items.flatMap(item => {
    if (seen.has(item.id)) return []
    const other = items.find(each => each.id === item.pairId || each.pairId === item.id)
    seen.add(item.id)
    if (!other || seen.has(other.id)) return [item]
    seen.add(other.id)
    return [item, other]
  })
}

export function CommitmentsTab(props: LedgerTabProps) {
  const { agreementId, reason } = props
  const { t } = useLingui()
  const answer = useCall(listCommitments, { query: { agreementId, limit: 200 } })
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const items = answer.data ? inPairs(answer.data.items) : undefined
  const add = (
    <Button
      icon={<Plus aria-hidden className="size-4" />}
      onPress={() => setOpen({ kind: 'new' })}
      isDisabled={reason !== undefined}
    >{t`Add a commitment`}</Button>
  )
  return (
    <>
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonBox height={260} />}
      {items?.length === 0 && (
        <EmptyState icon={<Handshake />} title={t`No commitments are recorded yet`} actions={add}>
          <Trans>
            Write down what each side promised, for example five students every academic year. From then on it is
            compared with what happens.
          </Trans>
          {reason && <p className="mt-2">{reason}</p>}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <div className="flex flex-wrap items-start justify-between gap-3">
            {answer.data && <SummaryLine summary={answer.data.summary} />}
            <span className="ms-auto">{add}</span>
          </div>
          {reason && <p className="text-xs text-muted">{reason}</p>}
          <ul className="divide-y divide-line border-y border-line">
            {items.map(commitment => (
              <CommitmentCard
                key={commitment.id}
                commitment={commitment}
                acts={{
                  onChange: () => setOpen({ kind: 'change', commitment }),
                  onEntry: () => setOpen({ kind: 'entry', commitment }),
                  onStep: step => setOpen({ kind: 'step', commitment, step }),
                  onWaive: period => setOpen({ kind: 'waive', commitment, period }),
                }}
              />
            ))}
          </ul>
        </>
      )}
      {open && <OpenDialog {...props} open={open} commitments={items ?? []} onClose={close} />}
    </>
  )
}

function OpenDialog(
  props: LedgerTabProps & { open: Open; commitments: readonly CommitmentView[]; onClose: () => void },
) {
  const { open, agreementId, sides, owners, commitments, onClose } = props
  const refreshes = [listCommitments, ...props.refreshes]
  const shared = { refreshes, onClose }
  if (open.kind === 'step') return <StepDialog {...shared} commitment={open.commitment} step={open.step} />
  if (open.kind === 'waive') return <WaiveDialog {...shared} commitment={open.commitment} period={open.period} />
  if (open.kind === 'entry')
    return (
      <EntryForm
        {...shared}
        agreementId={agreementId}
        sides={sides}
        commitments={commitments}
        serves={open.commitment}
      />
    )
  return (
    <CommitmentForm
      {...shared}
      agreementId={agreementId}
      sides={sides}
      owners={owners}
      others={commitments}
      {...(open.kind === 'change' && { commitment: open.commitment })}
    />
  )
}
