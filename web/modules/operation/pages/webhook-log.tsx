// The log of one webhook: what was sent, what came back, and sending again.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { RotateCcw, Webhook as WebhookIcon } from 'lucide-react'
import { useMemo, useState } from 'react'
import {
  listDeliveries,
  listWebhooks,
  replayWebhook,
  type Webhook,
  type WebhookDelivery,
} from '#core/webhooks/webhook.contract.ts'
import {
  type DeliveryState,
  deliveryStates,
  deliveryStateTerms,
  webhookStateTerms,
} from '#core/webhooks/webhook.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall, useWrite } from '../../../core/query.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Missing } from '../../../kit/bdi.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { ConfirmDialog } from '../../../kit/dialog.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { Menu } from '../../../kit/menu.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { Select } from '../../../kit/select.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { WebhookMenu } from '../webhooks/webhook-menu.tsx'
import { deliveryTones, webhookTones } from '../webhooks/webhook-words.ts'

const readers = { state: readOneOf(deliveryStates) }
const every = 'every'

export function WebhookLogPage() {
  const { t } = useLingui()
  const { webhookId } = useParams({ strict: false }) as { webhookId: string }
  const answer = useCall(listWebhooks)
  const webhook = answer.data?.items.find(one => one.id === webhookId)
  if (webhook) return <Log webhook={webhook} eventTypes={answer.data?.eventTypes ?? []} />
  return (
    <Page>
      <PageHeader
        crumbs={[
          { label: t`Operation`, to: '/operation' },
          { label: t`Webhooks`, to: '/operation/webhooks' },
        ]}
        title={t`Webhook`}
      />
      {!answer.isPending && (
        <EmptyState
          icon={<WebhookIcon />}
          title={answer.error ? sentenceFor(answer.error) : t`This webhook was removed`}
        />
      )}
    </Page>
  )
}

function Log({ webhook, eventTypes }: { webhook: Webhook; eventTypes: readonly string[] }) {
  const { t } = useLingui()
  const term = useTerm()
  const [url, change] = useUrlState(readers)
  const [replayFrom, setReplayFrom] = useState<WebhookDelivery | null>(null)
  const replay = useWrite(replayWebhook, { refreshes: [listDeliveries, listWebhooks] })
  const rows = usePagedRows(listDeliveries, {
    params: { id: webhook.id },
    query: { ...(url.state && { state: url.state }) },
  })
  const again = (row: WebhookDelivery) =>
    void replay.mutateAsync({ params: { id: webhook.id }, body: { deliveryId: row.id } }).then(
      () => toast({ text: t`The message is sent again.` }),
      error => toast({ tone: 'bad', text: sentenceFor(error) }),
    )
  const columns = useColumns(again, setReplayFrom)
  return (
    <Page fill>
      <PageHeader
        crumbs={[
          { label: t`Operation`, to: '/operation' },
          { label: t`Webhooks`, to: '/operation/webhooks' },
        ]}
        title={<bdi>{webhook.name}</bdi>}
        documentTitle={webhook.name}
        status={<StatusDot tone={webhookTones[webhook.state]}>{term(webhookStateTerms[webhook.state])}</StatusDot>}
        subtitle={
          <bdi dir="ltr" className="break-all">
            {webhook.url}
          </bdi>
        }
        actions={<WebhookMenu webhook={webhook} eventTypes={eventTypes} />}
      />
      <FilterBar
        filters={
          <Select<DeliveryState | typeof every>
            label={t`State`}
            hidesLabel
            className="w-full sm:w-56"
            choices={[
              { id: every, label: t`Everything` },
              ...deliveryStates.map(state => ({ id: state, label: term(deliveryStateTerms[state]) })),
            ]}
            value={url.state ?? every}
            onChange={state => change({ state: state === every ? undefined : state })}
          />
        }
      />
      <DataTable
        id="webhook-log"
        label={t`Messages`}
        columns={columns}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.type}
        count={total => <Plural value={total} one="# message" other="# messages" />}
        empty={
          <EmptyState icon={<WebhookIcon />} title={t`Nothing was sent yet`}>
            <Trans>Send a test from the menu above to see whether the receiver answers.</Trans>
          </EmptyState>
        }
      />
      <ConfirmDialog
        isOpen={replayFrom !== null}
        onClose={() => setReplayFrom(null)}
        title={t`Send everything from here on again?`}
        consequence={
          <Trans>
            This event and all later ones go out again, at most 10,000, with the ids that they had: a receiver that
            looks at them does nothing twice. The order is not promised.
          </Trans>
        }
        action={t`Send again`}
        onConfirm={async () => {
          if (!replayFrom) return
          const body = { fromEventId: replayFrom.messageId }
          const { count } = await replay.mutateAsync({ params: { id: webhook.id }, body })
          toast({ text: t`Messages that are sent again: ${count}` })
        }}
      />
    </Page>
  )
}

function useColumns(
  again: (row: WebhookDelivery) => void,
  onReplayFrom: (row: WebhookDelivery) => void,
): Column<WebhookDelivery>[] {
  const { t } = useLingui()
  const term = useTerm()
  const { instant, number } = useFormat()
  return useMemo(
    () => [
      {
        id: 'type',
        header: t`Event`,
        width: 240,
        isPrimary: true,
        cell: row => (
          <RowTitle second={<TextLine>{row.messageId}</TextLine>}>
            <TextLine>{row.type}</TextLine>
          </RowTitle>
        ),
      },
      {
        id: 'state',
        header: t`State`,
        width: 190,
        rank: 6,
        below: true,
        cell: row => <StatusDot tone={deliveryTones[row.state]}>{term(deliveryStateTerms[row.state])}</StatusDot>,
      },
      {
        id: 'answer',
        header: t`Answer`,
        width: 260,
        rank: 5,
        cell: row => <Answer last={row.last} />,
      },
      { id: 'tries', header: t`Tries`, width: 80, rank: 2, align: 'end', cell: row => number(row.tries) },
      { id: 'at', header: t`When`, width: 180, rank: 3, cell: row => instant(row.last?.at ?? row.createdAt) },
      {
        id: 'menu',
        header: t`Actions`,
        width: 80,
        rank: 7,
        isControl: true,
        cell: row => (
          <Menu
            label={t`Actions for ${row.type}`}
            sections={[
              {
                id: 'again',
                items: [
                  {
                    id: 'one',
                    label: t`Send again`,
                    icon: <RotateCcw aria-hidden className="size-4" />,
                    onAction: () => again(row),
                  },
                  ...(row.type === 'webhook.ping'
                    ? []
                    : [{ id: 'from', label: t`Send everything from here on …`, onAction: () => onReplayFrom(row) }]),
                ],
              },
            ]}
          />
        ),
      },
    ],
    [t, term, instant, number, again, onReplayFrom],
  )
}

function Answer({ last }: { last: WebhookDelivery['last'] }) {
  const { number } = useFormat()
  if (!last) return <Missing />
  const text = last.error ?? last.answer
  return (
    <span className="block min-w-0">
      <span className="text-xs text-muted">
        {last.status !== null && <span className="tabular-nums">{last.status} · </span>}
        <Trans>{number(last.milliseconds)} ms</Trans>
      </span>
      {text && (
        <span className="block truncate font-mono text-xs" title={text}>
          <bdi dir="ltr">{text}</bdi>
        </span>
      )}
    </span>
  )
}
