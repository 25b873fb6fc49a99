// A step of an agreement: its consequence, the day of the fact, the reason where one is needed.
import { useLingui } from '@lingui/react/macro'
import { type AgreementView, takeAgreementStep } from '#modules/agreements/agreement.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { DateField } from '../../../kit/date-field.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'
import { agreementRefreshes } from './record-parts.ts'
import { useStepWords } from './step-words.ts'

export type NextStep = AgreementView['nextSteps'][number]

export interface StepDialogProps {
  agreement: AgreementView
  next: NextStep
  onClose: () => void
}

export function StepDialog({ agreement, next, onClose }: StepDialogProps) {
  const { t } = useLingui()
  const words = useStepWords()(next.step)
  const take = useWrite(takeAgreementStep, { refreshes: agreementRefreshes })
  const form = useForm({
    initial: { on: null as string | null, reason: '' },
    draftKey: `agreement.step.${agreement.id}.${next.step}`,
    version: agreement.version,
    check: values => ({
      reason:
        next.reasonRequired && values.reason.trim() === '' ? t`Write the reason; it stays in the timeline.` : undefined,
    }),
    onSubmit: async ({ on, reason }) => {
      await take.mutateAsync({
        params: { id: agreement.id },
        body: {
          step: next.step,
          version: agreement.version,
          ...(on && { on }),
          ...(reason.trim() !== '' && { reason: reason.trim() }),
        },
      })
      toast({ text: t`Done: ${next.label}` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={next.label}>
      <Form form={form} submitLabel={next.label} onCancel={onClose}>
        <p className="text-sm">{words.consequence}</p>
        {words.day && (
          <DateField
            label={words.day}
            {...(words.dayHelp && { help: words.dayHelp })}
            {...form.field('on')}
            onChange={on => form.set({ on })}
          />
        )}
        <TextArea
          label={t`Reason`}
          isRequired={next.reasonRequired}
          help={
            next.reasonRequired
              ? t`It stays in the timeline for everyone who may see the record.`
              : t`May be left empty.`
          }
          maxLength={2000}
          {...form.field('reason')}
        />
      </Form>
    </Dialog>
  )
}
