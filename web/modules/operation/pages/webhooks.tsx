// Webhooks: addresses of other systems that are told of events; for administrators.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus, Webhook as WebhookIcon } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { listWebhooks, type Webhook } from '#core/webhooks/webhook.contract.ts'
import { webhookStateTerms } from '#core/webhooks/webhook.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import type { MadeSecret } from '../webhooks/webhook-form.tsx'
import { WebhookMenu } from '../webhooks/webhook-menu.tsx'
import { webhookTones } from '../webhooks/webhook-words.ts'

const WebhookDialog = lazy(() => import('../webhooks/webhook-form.tsx').then(file => ({ default: file.WebhookDialog })))
const SecretDialog = lazy(() => import('../webhooks/webhook-form.tsx').then(file => ({ default: file.SecretDialog })))

export function WebhooksPage() {
  const { t } = useLingui()
  const session = useSession()
  if (session && !may(session, 'administer'))
    return (
      <Page>
        <PageHeader title={t`Webhooks`} />
        <EmptyState
          icon={<WebhookIcon />}
          title={t`This page is for administrators`}
          actions={<LinkButton to="/">{t`To the start page`}</LinkButton>}
        />
      </Page>
    )
  return <Webhooks />
}

function Webhooks() {
  const { t } = useLingui()
  const answer = useCall(listWebhooks)
  const [isAdding, setAdding] = useState(false)
  const [made, setMade] = useState<MadeSecret | null>(null)
  const eventTypes = answer.data?.eventTypes ?? []
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden className="size-4" />} onPress={() => setAdding(true)}>
      {t`Add a webhook`}
    </Button>
  )
  const isEmpty = answer.data?.items.length === 0
  return (
    <Page width="reading">
      <PageHeader
        crumbs={[{ label: t`Operation`, to: '/operation' }]}
        title={t`Webhooks`}
        subtitle={t`Other systems that are told at once when something happens here`}
        actions={!isEmpty && answer.data && add}
      />
      {answer.error && <Banner tone="bad">{sentenceFor(answer.error)}</Banner>}
      {answer.isPending && <SkeletonBox height={240} />}
      {isEmpty && (
        <EmptyState icon={<WebhookIcon />} title={t`No system is told yet`} actions={add}>
          <Trans>
            Add the address of a program, such as a library system or a data warehouse. Messages are signed, tried again
            when they do not arrive, and carry ids only: the program asks for the rest with a token.
          </Trans>
        </EmptyState>
      )}
      {!isEmpty && answer.data && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {answer.data.items.map(webhook => (
            <WebhookLine key={webhook.id} webhook={webhook} eventTypes={eventTypes} />
          ))}
        </ul>
      )}
      <Suspense>
        {isAdding && (
          <WebhookDialog
            eventTypes={eventTypes}
            onMade={secret => {
              setAdding(false)
              setMade(secret)
            }}
            onClose={() => setAdding(false)}
          />
        )}
        {made && <SecretDialog made={made} onClose={() => setMade(null)} />}
      </Suspense>
    </Page>
  )
}

function WebhookLine({ webhook, eventTypes }: { webhook: Webhook; eventTypes: readonly string[] }) {
  const { t } = useLingui()
  const term = useTerm()
  const { relativeInstant } = useFormat()
  const { waiting, parked, events } = webhook
  return (
    <li className="flex items-start gap-3 py-3">
      <div className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-x-3">
          <Link to="/operation/webhooks/$webhookId" params={{ webhookId: webhook.id }} className="font-medium">
            <bdi>{webhook.name}</bdi>
          </Link>
          <StatusDot tone={webhookTones[webhook.state]}>{term(webhookStateTerms[webhook.state])}</StatusDot>
        </span>
        <span className="block text-xs break-all text-muted">
          <bdi dir="ltr">{webhook.url}</bdi>
        </span>
        <span className="block text-xs text-muted">
          {events.length === 0 ? (
            t`All events`
          ) : (
            <Plural value={events.length} one="# kind of event" other="# kinds of events" />
          )}
          {' · '}
          {webhook.lastSuccessAt ? (
            <Trans>Last arrived {relativeInstant(webhook.lastSuccessAt)}</Trans>
          ) : (
            <Trans>Nothing has arrived yet</Trans>
          )}
          {waiting > 0 && (
            <>
              {' · '}
              <Plural value={waiting} one="# message waits" other="# messages wait" />
            </>
          )}
          {parked > 0 && (
            <>
              {' · '}
              <Plural value={parked} one="# message given up" other="# messages given up" />
            </>
          )}
        </span>
      </div>
      <WebhookMenu webhook={webhook} eventTypes={eventTypes} />
    </li>
  )
}
