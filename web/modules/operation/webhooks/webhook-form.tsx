// A webhook is added or changed: its name, address, and of which events it is told.
import { Trans, useLingui } from '@lingui/react/macro'
import { addWebhook, changeWebhook, listWebhooks, type Webhook } from '#core/webhooks/webhook.contract.ts'
import { useWrite } from '../../../core/query.ts'
import { Button } from '../../../kit/button.tsx'
import { CopyLine } from '../../../kit/copy.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { Form } from '../../../kit/form.tsx'
import { MultiSelect } from '../../../kit/multi-select.tsx'
import { TextField } from '../../../kit/text-field.tsx'
import { useForm } from '../../../kit/use-form.ts'

export interface MadeSecret {
  name: string
  secret: string
}

interface WebhookDialogProps {
  /** The one that is changed; a new one without. */
  webhook?: Webhook | undefined
  eventTypes: readonly string[]
  onMade: (made: MadeSecret) => void
  onClose: () => void
}

export function WebhookDialog(props: WebhookDialogProps) {
  const { t } = useLingui()
  return (
    <Dialog isOpen onClose={props.onClose} title={props.webhook ? t`Change the webhook` : t`Add a webhook`}>
      <WebhookForm {...props} />
    </Dialog>
  )
}

function WebhookForm({ webhook, eventTypes, onMade, onClose }: WebhookDialogProps) {
  const { t } = useLingui()
  const add = useWrite(addWebhook, { refreshes: [listWebhooks] })
  const change = useWrite(changeWebhook, { refreshes: [listWebhooks] })
  const initial = { name: webhook?.name ?? '', url: webhook?.url ?? '', events: webhook?.events ?? [] }
  const form = useForm({
    initial,
    draftKey: `webhook.${webhook?.id ?? 'new'}`,
    check: ({ name, url }) => ({
      name: name.trim() === '' ? t`Write the name.` : undefined,
      url: url.trim() === '' ? t`Write the address.` : undefined,
    }),
    onSubmit: async ({ name, url, events }) => {
      const body = { name: name.trim(), url: url.trim(), events }
      if (webhook) {
        const active = webhook.state === 'active' || webhook.state === 'failing'
        await change.mutateAsync({ params: { id: webhook.id }, body: { ...body, active } })
        return onClose()
      }
      const { secret } = await add.mutateAsync({ body })
      onMade({ name: body.name, secret })
    },
  })
  return (
    <Form form={form} submitLabel={webhook ? t`Save` : t`Add the webhook`} onCancel={onClose}>
      <TextField
        label={t({ message: 'Name', context: 'of a thing' })}
        isRequired
        help={<Trans>For example: library system.</Trans>}
        maxLength={100}
        {...form.field('name')}
      />
      <TextField
        label={t`Web address`}
        type="url"
        isRequired
        help={<Trans>Messages are sent there by POST, over https.</Trans>}
        {...form.field('url')}
      />
      <MultiSelect<string>
        label={t`Events`}
        help={<Trans>When none is chosen, all of them are sent.</Trans>}
        choices={eventTypes.map(type => ({ id: type, label: type }))}
        {...form.field('events')}
      />
    </Form>
  )
}

export function SecretDialog({ made, onClose }: { made: MadeSecret; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`The secret of ${made.name}`}
      actions={<Button variant="primary" onPress={onClose}>{t`I have kept it`}</Button>}
    >
      <div className="flex flex-col gap-4 text-sm">
        <p>
          <Trans>
            Give it to the receiver: with it the receiver checks that a message is from here. It is shown only now.
          </Trans>
        </p>
        <CopyLine text={made.secret} label={t`Copy the secret`} />
      </div>
    </Dialog>
  )
}
