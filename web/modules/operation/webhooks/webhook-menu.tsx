// What can be done with one webhook.
import { Trans, useLingui } from '@lingui/react/macro'
import { KeyRound, Pause, Pencil, Play, Send, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import {
  changeWebhook,
  listDeliveries,
  listWebhooks,
  pingWebhook,
  removeWebhook,
  renewWebhookSecret,
  type Webhook,
} from '#core/webhooks/webhook.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useWrite } from '../../../core/query.ts'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { toast } from '../../../kit/toasts.tsx'
import type { MadeSecret } from './webhook-form.tsx'

const WebhookDialog = lazy(() => import('./webhook-form.tsx').then(file => ({ default: file.WebhookDialog })))
const SecretDialog = lazy(() => import('./webhook-form.tsx').then(file => ({ default: file.SecretDialog })))

interface WebhookMenuProps {
  webhook: Webhook
  eventTypes: readonly string[]
}

function useActions({ webhook }: WebhookMenuProps) {
  const { t } = useLingui()
  const refreshes = [listWebhooks, listDeliveries]
  const params = { id: webhook.id }
  const { name, url, events } = webhook
  const isActive = webhook.state === 'active' || webhook.state === 'failing'
  const tell = (work: Promise<unknown>, text: string) =>
    void work.then(
      () => toast({ text }),
      error => toast({ tone: 'bad', text: sentenceFor(error) }),
    )
  const ping = useWrite(pingWebhook, { refreshes })
  const change = useWrite(changeWebhook, { refreshes })
  const remove = useWrite(removeWebhook, { refreshes: [listWebhooks] })
  const renew = useWrite(renewWebhookSecret, { refreshes })
  return {
    isActive,
    ping: () => tell(ping.mutateAsync({ params }), t`A test message is on its way; the log shows what comes back.`),
    turn: () =>
      tell(
        change.mutateAsync({ params, body: { name, url, events, active: !isActive } }),
        isActive ? t`The webhook is stopped.` : t`The webhook is active.`,
      ),
    remove: async () => void (await remove.mutateAsync({ params })),
    renew: async () => ({ name, secret: (await renew.mutateAsync({ params })).secret }),
  }
}

export function WebhookMenu(props: WebhookMenuProps) {
  const { webhook, eventTypes } = props
  const { t } = useLingui()
  const actions = useActions(props)
  const [asks, setAsks] = useState<'change' | 'secret' | 'remove' | null>(null)
  const [made, setMade] = useState<MadeSecret | null>(null)
  const icon = 'size-4'
  const items = [
    ...(actions.isActive
      ? [{ id: 'ping', label: t`Send a test`, icon: <Send aria-hidden className={icon} />, onAction: actions.ping }]
      : []),
    {
      id: 'change',
      label: t`Change …`,
      icon: <Pencil aria-hidden className={icon} />,
      onAction: () => setAsks('change'),
    },
    {
      id: 'turn',
      label: actions.isActive ? t`Stop` : t({ message: 'Start', context: 'a webhook' }),
      icon: actions.isActive ? <Pause aria-hidden className={icon} /> : <Play aria-hidden className={icon} />,
      onAction: actions.turn,
    },
    {
      id: 'secret',
      label: t`New secret …`,
      icon: <KeyRound aria-hidden className={icon} />,
      onAction: () => setAsks('secret'),
    },
    {
      id: 'remove',
      label: t`Remove …`,
      icon: <Trash2 aria-hidden className={icon} />,
      onAction: () => setAsks('remove'),
    },
  ]
  return (
    <>
      <Menu label={t`Actions for ${webhook.name}`} sections={[{ id: 'webhook', items }]} />
      <ConfirmDialog
        isOpen={asks === 'secret'}
        onClose={() => setAsks(null)}
        title={t`A new secret for ${webhook.name}?`}
        consequence={<Trans>From now on messages are signed with the new secret only. Tell the receiver first.</Trans>}
        action={t`Make a new secret`}
        onConfirm={async () => setMade(await actions.renew())}
      />
      <ConfirmDialog
        isOpen={asks === 'remove'}
        onClose={() => setAsks(null)}
        title={t`Remove ${webhook.name}?`}
        consequence={<Trans>Nothing is sent there any more, and its log goes too.</Trans>}
        action={t`Remove the webhook`}
        isDangerous
        onConfirm={actions.remove}
      />
      <Suspense>
        {asks === 'change' && (
          <WebhookDialog webhook={webhook} eventTypes={eventTypes} onMade={setMade} onClose={() => setAsks(null)} />
        )}
        {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
      </Suspense>
    </>
  )
}
