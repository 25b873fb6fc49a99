// Erases who a person or a contact was; says what goes, what stays, and that nothing brings it back.
import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { TextArea } from '../../../kit/text-area.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { useForm } from '../../../kit/use-form.ts'

export interface EraseDialogProps {
  name: string
  /** What goes, beside the name. */
  consequence: string
  onClose: () => void
  /** Answers what stands for the person from now on. */
  onErase: (reason: string) => Promise<{ pseudonym: string }>
}

export function EraseDialog({ name, consequence, onClose, onErase }: EraseDialogProps) {
  const { t } = useLingui()
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim().length < 3 ? t`Write why; it stays in the history.` : undefined }),
    onSubmit: async ({ reason }) => {
      const { pseudonym } = await onErase(reason.trim())
      toast({ text: t`Erased. Where the name stood, it now reads ${pseudonym}.` })
      onClose()
    },
  })
  return (
    <Dialog isOpen onClose={onClose} title={t`Erase who ${name} was?`}>
      <Form form={form} submitLabel={t`Erase for good`} onCancel={onClose}>
        <p className="text-sm">{consequence}</p>
        <p className="text-sm">
          <Trans>
            What was recorded stays, under a sign instead of the name. Nothing brings the name back, but a backup that
            was made before.
          </Trans>
        </p>
        <TextArea
          label={t`Why`}
          isRequired
          help={t`Do not name the person here: it stays in the history.`}
          maxLength={1000}
          {...form.field('reason')}
        />
      </Form>
    </Dialog>
  )
}
