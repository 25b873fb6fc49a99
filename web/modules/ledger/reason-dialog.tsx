// Asks for the reason of a step that cannot simply be undone, and says what will follow from it.
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { Form } from '../../kit/form.tsx'
import { TextArea } from '../../kit/text-area.tsx'
import { useForm } from '../../kit/use-form.ts'

export interface ReasonDialogProps {
  title: string
  /** What will happen. */
  consequence: ReactNode
  /** The verb on the button. */
  action: string
  /** Keeps what was typed. */
  draftKey: string
  isReasonRequired?: boolean
  reasonHelp?: string
  onClose: () => void
  /** Stays open with the server's words when it throws. */
  onConfirm: (reason: string) => Promise<void>
}

export function ReasonDialog(props: ReasonDialogProps) {
  const { title, consequence, action, draftKey, isReasonRequired = true, onClose, onConfirm } = props
  const { t } = useLingui()
  const form = useForm({
    initial: { reason: '' },
    draftKey,
    check: values => ({
      reason:
        isReasonRequired && values.reason.trim() === '' ? t`Write the reason; it stays in the timeline.` : undefined,
    }),
    onSubmit: async values => {
      await onConfirm(values.reason.trim())
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <Form form={form} submitLabel={action} onCancel={onClose}>
        <div className="text-sm">{consequence}</div>
        <TextArea
          label={t`Reason`}
          isRequired={isReasonRequired}
          help={props.reasonHelp ?? t`It stays in the timeline for everyone who may see the record.`}
          maxLength={2000}
          {...form.field('reason')}
        />
      </Form>
    </Dialog>
  )
}
