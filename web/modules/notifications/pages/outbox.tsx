// Outgoing mail, for administrators: what waits, went, was refused or given up, and whom mail does not reach.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Outlet, useParams } from '@tanstack/react-router'
import { MailCheck } from 'lucide-react'
import { useMemo } from 'react'
import { getOutboxState, listOutbox, type OutboxMail } from '#modules/notifications/mail/mail.contract.ts'
import { type OutboxState, outboxStates, outboxStateTerms } from '#modules/notifications/mail/mail.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useCall } from '../../../core/query.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { ListWithPanel } from '../../../kit/panel.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { Select } from '../../../kit/select.tsx'
import { StatusDot, type Tone } from '../../../kit/status-dot.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'

const readers = { state: readOneOf(outboxStates) }
const tones: Record<OutboxState, Tone> = { queued: 'info', sent: 'ok', failed: 'bad', bounced: 'warn' }

export function MailState({ state }: { state: OutboxState }) {
  const term = useTerm()
  return <StatusDot tone={tones[state]}>{term(outboxStateTerms[state])}</StatusDot>
}

export function OutboxPage() {
  const { t } = useLingui()
  const { mailId } = useParams({ strict: false }) as { mailId?: string }
  const [url, change] = useUrlState(readers)
  const rows = usePagedRows(listOutbox, { query: { ...(url.state && { state: url.state }) } })
  const columns = useColumns()
  return (
    <ListWithPanel panel={<Outlet />}>
      <Page fill>
        <PageHeader
          title={t`Outgoing mail`}
          crumbs={[{ label: t`Operation`, to: '/operation' }]}
          subtitle={t`Mails about notifications; kept as long as the retention rules say`}
        />
        <Reach />
        <FilterBar filters={<StateFilter state={url.state} onChange={state => change({ state })} />} />
        <DataTable
          id="outbox"
          label={t`Outgoing mail`}
          columns={columns}
          rows={rows}
          rowId={row => row.id}
          rowLabel={row => row.subject}
          rowLink={row => ({ to: '/operation/outbox/$mailId', params: { mailId: row.id }, search: true })}
          {...(mailId !== undefined && { currentId: mailId })}
          count={total => <Plural value={total} one="# mail" other="# mails" />}
          empty={
            <EmptyState icon={<MailCheck />} title={t`No mail here`}>
              <Trans>
                Mails stand here from the moment they are written, as long as the retention rules keep them.
              </Trans>
            </EmptyState>
          }
        />
      </Page>
    </ListWithPanel>
  )
}

interface StateFilterProps {
  state: OutboxState | undefined
  onChange: (state: OutboxState | undefined) => void
}

const all = 'all'

function StateFilter({ state, onChange }: StateFilterProps) {
  const { t } = useLingui()
  const term = useTerm()
  const { number } = useFormat()
  const counts = useCall(getOutboxState).data?.counts
  const choices = outboxStates.map(id => ({
    id,
    label: `${term(outboxStateTerms[id])} (${number(counts?.[id] ?? 0)})`,
  }))
  return (
    <Select<OutboxState | typeof all>
      label={t`State`}
      choices={[{ id: all, label: t`All` }, ...choices]}
      value={state ?? all}
      onChange={next => onChange(next === all ? undefined : next)}
    />
  )
}

/** What is the matter with mail altogether. */
function Reach() {
  const { t } = useLingui()
  const state = useCall(getOutboxState).data
  if (!state) return null
  return (
    <>
      {!state.delivers && (
        <Banner tone="info" className="mb-4">
          <Trans>
            No mail server is set, so nothing is mailed. Set <bdi dir="ltr">MAIL_URL</bdi> to begin.
          </Trans>
        </Banner>
      )}
      {state.unreached.length > 0 && (
        <Banner tone="warn" className="mb-4" title={t`Mail does not reach these people`}>
          <ul>
            {state.unreached.map(one => (
              <li key={one.userId} className="break-words">
                <Bdi>{one.name}</Bdi> (<bdi>{one.address}</bdi>): <bdi dir="ltr">{one.answer}</bdi>
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  )
}

function useColumns(): Column<OutboxMail>[] {
  const { t } = useLingui()
  const { instant } = useFormat()
  return useMemo<Column<OutboxMail>[]>(
    () => [
      {
        id: 'subject',
        header: t`What it says`,
        width: 320,
        isPrimary: true,
        cell: row => <RowTitle second={<bdi>{row.to}</bdi>}>{row.subject}</RowTitle>,
      },
      { id: 'state', header: t`State`, width: 130, rank: 3, cell: row => <MailState state={row.state} /> },
      {
        id: 'when',
        header: t`Written at`,
        width: 180,
        rank: 2,
        cell: row => <span className="text-muted">{instant(row.queuedAt)}</span>,
      },
    ],
    [t, instant],
  )
}
