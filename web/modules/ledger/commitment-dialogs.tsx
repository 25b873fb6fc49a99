// Steps of a promise and the waiving of one period, each with its consequence in words.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import {
  type CommitmentView,
  listCommitments,
  type PeriodView,
  stepCommitment,
  waivePeriod,
} from '#modules/ledger/ledger.contract.ts'
import { type Ending, endingTerms } from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { useWrite } from '../../core/query.ts'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { RadioGroup } from '../../kit/radio-group.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { toast } from '../../kit/toasts.tsx'
import { useForm } from '../../kit/use-form.ts'
import type { CommitmentStep } from './commitment-card.tsx'
import { useLedgerWords } from './ledger-words.ts'
import { ReasonDialog } from './reason-dialog.tsx'

export type RefreshList = readonly { path: `/${string}` }[]

interface StepProps {
  commitment: CommitmentView
  refreshes: RefreshList
  onClose: () => void
}

export function WaiveDialog({ commitment, period, refreshes, onClose }: StepProps & { period: PeriodView }) {
  const { t } = useLingui()
  const waive = useWrite(waivePeriod, { refreshes })
  return (
    <ReasonDialog
      title={t`Waive the period ${period.label}?`}
      consequence={
        <Trans>
          The period then counts neither as kept nor as broken, and nothing of it is carried over. The reason is shown
          beside it.
        </Trans>
      }
      action={t`Waive the period`}
      draftKey={`commitment.waive.${commitment.id}.${period.start}`}
      onClose={onClose}
      onConfirm={async reason => {
        await waive.mutateAsync({ params: { id: commitment.id }, body: { periodStart: period.start, reason } })
        toast({ text: t`The period was waived.` })
      }}
    />
  )
}

function useStepWords(step: CommitmentStep) {
  const { t } = useLingui()
  const words: Record<Exclude<CommitmentStep, 'end'>, { title: string; consequence: string; action: string }> = {
    accept: {
      title: t`Accept this commitment?`,
      consequence: t`From now on it counts: what is delivered is compared with it in every period.`,
      action: t`Accept`,
    },
    decline: {
      title: t`Decline this commitment?`,
      consequence: t`It stays in the record as declined and is never counted.`,
      action: t`Decline`,
    },
    suspend: {
      title: t`Suspend this commitment?`,
      consequence: t`Periods that run now count neither as kept nor as broken until it is resumed.`,
      action: t`Suspend`,
    },
    resume: {
      title: t`Resume this commitment?`,
      consequence: t`It counts again from the present period on.`,
      action: t`Resume`,
    },
  }
  return step === 'end' ? null : words[step]
}

export function StepDialog({ commitment, step, refreshes, onClose }: StepProps & { step: CommitmentStep }) {
  const words = useStepWords(step)
  const take = useWrite(stepCommitment, { refreshes })
  if (!words) return <EndDialog commitment={commitment} refreshes={refreshes} onClose={onClose} />
  const isReasonRequired = step === 'decline' || step === 'suspend'
  return (
    <ReasonDialog
      {...words}
      draftKey={`commitment.${step}.${commitment.id}`}
      isReasonRequired={isReasonRequired}
      onClose={onClose}
      onConfirm={async reason => {
        await take.mutateAsync({
          params: { id: commitment.id },
          body: { step, version: commitment.version, ...(reason !== '' && { reason }) },
        })
      }}
    />
  )
}

const endings = ['kept', 'lapsed', 'waived', 'superseded'] as const satisfies readonly Ending[]

function EndDialog({ commitment, refreshes, onClose }: StepProps) {
  const { t } = useLingui()
  const term = useTerm()
  const words = useLedgerWords()
  const take = useWrite(stepCommitment, { refreshes })
  const [today] = useState(() => new Date().toISOString())
  const details: Record<Ending, string> = {
    kept: t`Everything that was promised was done.`,
    lapsed: t`Its time ran out.`,
    waived: t`Both sides let go of it.`,
    superseded: t`Another commitment takes its place.`,
  }
  const form = useForm({
    initial: { endedAs: null as Ending | null, reason: '' },
    draftKey: `commitment.end.${commitment.id}`,
    version: `${commitment.version} ${today.slice(0, 10)}`,
    check: values => ({
      endedAs: values.endedAs === null ? t`Choose how it ended.` : undefined,
      reason: values.reason.trim() === '' ? t`Write the reason; it stays in the timeline.` : undefined,
    }),
    onSubmit: async values => {
      const { endedAs, reason } = values
      const body = { step: 'end' as const, version: commitment.version, reason: reason.trim() }
      await take.mutateAsync({ params: { id: commitment.id }, body: endedAs ? { ...body, endedAs } : body })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`End this commitment?`}>
      <Form form={form} submitLabel={t`End the commitment`} onCancel={onClose}>
        <p className="text-sm">
          <Trans>
            “{words.kind(commitment.kind)}” asks for nothing any more from today on. Earlier periods and what was done
            for them stay as they are.
          </Trans>
        </p>
        <RadioGroup<Ending>
          label={t`How did it end?`}
          isRequired
          choices={endings.map(id => ({ id, label: term(endingTerms[id]), detail: details[id] }))}
          {...form.field('endedAs')}
          onChange={endedAs => form.set({ endedAs })}
        />
        <TextArea label={t`Reason`} isRequired maxLength={2000} {...form.field('reason')} />
      </Form>
    </Dialog>
  )
}

/** What every change of a commitment makes stale. */
export const commitmentRefreshes = [listCommitments] as const
