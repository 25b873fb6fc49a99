// One promise: what, from whom to whom, under which condition, and how each period went.
import { Trans, useLingui } from '@lingui/react/macro'
import { Pause, Pencil, Play, Plus, SquareCheckBig, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommitmentView, PeriodView } from '#modules/ledger/ledger.contract.ts'
import { commitmentStateTerms, conditionTerms, endingTerms, fulfilmentMarkTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { Bdi } from '../../kit/bdi.tsx'
import { Menu, type MenuAction } from '../../kit/menu.tsx'
import { Tag } from '../../kit/tag.tsx'
import { DirectionLine } from './direction-line.tsx'
import { useLedgerWords } from './ledger-words.ts'
import { PeriodRows } from './period-rows.tsx'

export type CommitmentStep = 'accept' | 'decline' | 'suspend' | 'resume' | 'end'

export interface CommitmentActs {
  onChange: () => void
  onEntry: () => void
  onStep: (step: CommitmentStep) => void
  onWaive: (period: PeriodView) => void
}

export interface CommitmentCardProps {
  commitment: CommitmentView
  /** What may be done with it; nothing when it is only shown. */
  acts?: CommitmentActs
  /** Beside its name. */
  mark?: ReactNode
}

const stepsFrom: Record<CommitmentView['state'], readonly CommitmentStep[]> = {
  proposed: ['accept', 'decline'],
  active: ['suspend', 'end'],
  suspended: ['resume', 'end'],
  ended: [],
}

/** Why not, when the server said so. */
export function reasonOf(abilities: CommitmentView['abilities'], ability: string): string | undefined {
  const answer = abilities[ability]
  return typeof answer === 'object' ? answer.reason : undefined
}

function useStepWords(): Record<CommitmentStep, Pick<MenuAction, 'label' | 'icon'>> {
  const { t } = useLingui()
  return {
    accept: { label: t`Accept`, icon: <SquareCheckBig aria-hidden className="size-4" /> },
    decline: { label: t`Decline …`, icon: <X aria-hidden className="size-4" /> },
    suspend: { label: t`Suspend …`, icon: <Pause aria-hidden className="size-4" /> },
    resume: { label: t`Resume`, icon: <Play aria-hidden className="size-4" /> },
    end: { label: t`End …`, icon: <SquareCheckBig aria-hidden className="size-4" /> },
  }
}

function CardMenu({ commitment, acts }: { commitment: CommitmentView; acts: CommitmentActs }) {
  const { t } = useLingui()
  const words = useStepWords()
  const { abilities } = commitment
  const { onChange, onEntry, onStep } = acts
  const steps = stepsFrom[commitment.state].map(step => ({
    id: step,
    ...words[step],
    onAction: () => onStep(step),
    reason: reasonOf(abilities, 'step'),
  }))
  return (
    <Menu
      label={t`Actions for this commitment`}
      sections={[
        {
          id: 'record',
          items: [
            {
              id: 'entry',
              label: t`Record what happened …`,
              icon: <Plus aria-hidden className="size-4" />,
              onAction: onEntry,
              reason: reasonOf(abilities, 'post'),
            },
            {
              id: 'change',
              label: t`Correct …`,
              icon: <Pencil aria-hidden className="size-4" />,
              onAction: onChange,
              reason: reasonOf(abilities, 'change'),
            },
          ],
        },
        { id: 'steps', items: steps },
      ]}
    />
  )
}

function Marks({ commitment }: { commitment: CommitmentView }) {
  const term = useTerm()
  const { state, endedAs, condition, neverStarted, pairId } = commitment
  return (
    <>
      {state !== 'active' && (
        <Tag>
          {endedAs
            ? `${term(commitmentStateTerms.ended)}: ${term(endingTerms[endedAs])}`
            : term(commitmentStateTerms[state])}
        </Tag>
      )}
      {neverStarted && state !== 'proposed' && <Tag>{term(fulfilmentMarkTerms.never_started)}</Tag>}
      {condition !== 'none' && <Tag>{term(conditionTerms[condition])}</Tag>}
      {pairId && (
        <Tag>
          <Trans>Both ways</Trans>
        </Tag>
      )}
    </>
  )
}

export function CommitmentCard({ commitment, acts, mark }: CommitmentCardProps) {
  const { t } = useLingui()
  const { dateRange } = useFormat()
  const words = useLedgerWords()
  const { validFrom, validUntil, ownerName, partnerOwner, clause, conditionWords, note } = commitment
  const owners = [ownerName, partnerOwner].filter(name => name !== null)
  return (
    <li id={`commitment-${commitment.id}`} className="py-4">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="text-base font-semibold">{words.kind(commitment.kind)}</h3>
            <Marks commitment={commitment} />
            {mark}
          </div>
          <p className="text-sm">{words.promise(commitment, t`Some, at least one`)}</p>
          <DirectionLine from={commitment.promisor} to={commitment.beneficiary} />
        </div>
        {acts && <CardMenu commitment={commitment} acts={acts} />}
      </div>
      {(clause || conditionWords || note) && (
        <div className="mt-1 flex max-w-prose flex-col gap-1 text-xs text-muted">
          {[clause, conditionWords, note].filter(Boolean).map(text => (
            <p key={text} dir="auto" className="text-start">
              <Bdi>{text ?? ''}</Bdi>
            </p>
          ))}
        </div>
      )}
      <PeriodRows
        commitment={commitment}
        {...(acts && commitment.abilities.waive === true && commitment.state !== 'ended' && { onWaive: acts.onWaive })}
      />
      {(validFrom || validUntil || owners.length > 0) && (
        <p className="mt-1 text-xs text-muted">
          {(validFrom || validUntil) && <Trans>Valid {dateRange(validFrom, validUntil)}</Trans>}
          {(validFrom || validUntil) && owners.length > 0 && ' · '}
          <bdi>{owners.join(' · ')}</bdi>
        </p>
      )}
    </li>
  )
}
