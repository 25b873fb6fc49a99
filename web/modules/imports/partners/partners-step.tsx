// Step 2: the doubtful partners one after another, then the lists of those that were matched, are new or left out.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { type ImportRun, listPartners, type PartnerView } from '#modules/imports/import.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { readText, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { may, reasonAgainst } from '../import-words.tsx'
import { DecidedPartners } from './decided-partners.tsx'
import { PartnerQuestion } from './partner-question.tsx'
import { type Decision, type LastDecision, usePartnerDecisions } from './use-partner-decisions.ts'

const readers = { about: readText }

/** The partner that someone wants to decide anew; found by its text, as the address holds what a person can read. */
function usePartnerAbout(run: ImportRun, about: string | undefined): PartnerView | undefined {
  const found = useCall(listPartners, { params: { id: run.id }, query: { text: about ?? '', limit: about ? 50 : 1 } })
  return about === undefined ? undefined : found.data?.items.find(partner => partner.written === about)
}

export function PartnersStep({ run }: { run: ImportRun }) {
  const [url, change] = useUrlState(readers)
  const { open, remaining, error, decide, last } = usePartnerDecisions(run)
  const asked = usePartnerAbout(run, url.about)
  const current = asked ?? open?.[0]
  const onDecide = (partner: PartnerView, decision: Decision, name?: string | null) => {
    change({ about: undefined })
    void decide(partner, decision, name)
  }
  const reason = may(run, 'decide') ? undefined : reasonAgainst(run, 'decide')
  return (
    <div className="flex flex-col gap-6">
      {reason && <Banner tone="info">{reason}</Banner>}
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      <div className="flex flex-col gap-3">
        <Remaining remaining={remaining} isLoading={open === undefined} />
        {last && <LastLine last={last} onTakeBack={() => void decide(last.partner, { decision: 'undecided' })} />}
        {open === undefined && !error && <SkeletonBox height={280} />}
        {current && (
          <PartnerQuestion
            key={current.key}
            runId={run.id}
            partner={current}
            isDisabled={!may(run, 'decide')}
            takesFocus={last !== null || asked !== undefined}
            onDecide={(decision, name) => onDecide(current, decision, name)}
            {...(asked && { onCancel: () => change({ about: undefined }) })}
          />
        )}
      </div>
      <DecidedPartners
        run={run}
        undecidedSeveral={open?.filter(partner => partner.outcome === 'several').length ?? 0}
      />
    </div>
  )
}

function Remaining({ remaining, isLoading }: { remaining: number; isLoading: boolean }) {
  if (isLoading) return <div className="h-6" />
  return (
    <div role="status">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        {remaining === 0 ? (
          <>
            <CircleCheck aria-hidden className="size-4 text-ok" />
            <Trans>No doubtful partner is left</Trans>
          </>
        ) : (
          <Plural value={remaining} one="# doubtful partner is left" other="# doubtful partners are left" />
        )}
      </h2>
    </div>
  )
}

/** What was decided last, with the way back. */
function LastLine({ last, onTakeBack }: { last: LastDecision; onTakeBack: () => void }) {
  const { t } = useLingui()
  const written = <Bdi className="font-medium text-ink">{last.partner.written}</Bdi>
  const name = <Bdi className="font-medium text-ink">{last.name ?? ''}</Bdi>
  const { decision } = last.decision
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span className="min-w-0">
        {decision === 'matched' && (
          <Trans>
            {written} is {name}, in all rows and in the next import.
          </Trans>
        )}
        {decision === 'new' && <Trans>{written} becomes a new, unverified organisation.</Trans>}
        {decision === 'split' && <Trans>{written} is split into several partners.</Trans>}
        {decision === 'ignored' && <Trans>{written} is left out.</Trans>}
      </span>
      <Button size="small" variant="quiet" onPress={onTakeBack}>{t`Take back`}</Button>
    </p>
  )
}
