// Asks for six digits of the app, or a recovery code in their place.
import { Trans, useLingui } from '@lingui/react/macro'
import { Form } from '../../../kit/form.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'

interface CodeFormProps {
  submitLabel: string
  onCode: (code: string) => Promise<void>
  onCancel?: () => void
  /** Only the app's own digits help, as when codes are begun. */
  isFirst?: boolean
}

export function CodeForm({ submitLabel, onCode, onCancel, isFirst = false }: CodeFormProps) {
  const { t } = useLingui()
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => ({ code: code.trim().length < 6 ? t`Write the six digits that the app shows.` : undefined }),
    onSubmit: ({ code }) => onCode(code.trim()),
  })
  return (
    <Form form={form} submitLabel={submitLabel} {...(onCancel && { onCancel })}>
      <TextField
        label={t`Code`}
        autoComplete="one-time-code"
        autoFocus
        isRequired
        help={
          isFirst ? (
            <Trans>The six digits that the app shows now.</Trans>
          ) : (
            <Trans>The six digits that the app shows now, or one of your recovery codes.</Trans>
          )
        }
        {...form.field('code')}
      />
    </Form>
  )
}
