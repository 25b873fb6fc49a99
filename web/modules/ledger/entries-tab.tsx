// Deeds of an agreement or with a partner: the balance both ways, the list, and those that serve no promise.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ListChecks, Paperclip } from 'lucide-react'
import { useMemo, useState } from 'react'
import { type CommitmentView, type EntryView, listCommitments, listEntries } from '#modules/ledger/ledger.contract.ts'
import { entryStateTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { useCall } from '../../core/query.ts'
import { readFlag, useUrlState } from '../../core/url-state.ts'
import { DataTable } from '../../kit/data-table.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Section } from '../../kit/page.tsx'
import { usePagedRows } from '../../kit/row-source.ts'
import { StatusDot } from '../../kit/status-dot.tsx'
import { Switch } from '../../kit/switch.tsx'
import type { Column } from '../../kit/table-columns.ts'
import { BalanceTable } from './balance-table.tsx'
import type { RefreshList } from './commitment-dialogs.tsx'
import { DirectionLine } from './direction-line.tsx'
import { EntryDrawer } from './entry-drawer.tsx'
import { EntryForm, entryRefreshes } from './entry-form.tsx'
import { useLedgerWords } from './ledger-words.ts'
import type { Side } from './party-choices.ts'
import { type EntrySubject, RecordEntry } from './record-entry.tsx'

const readers = { unserved: readFlag, reversed: readFlag }

export interface EntriesTabProps {
  about: EntrySubject
  /** Who may have done something for whom; undefined while it is read. */
  sides: readonly Side[] | undefined
  /** Why nothing may be recorded; undefined when it may. */
  reason?: string | undefined
  refreshes?: RefreshList
  /** Leaves the balance to the page. */
  hidesBalance?: boolean
}

function useEntryColumns(onOpen: (entry: EntryView) => void): Column<EntryView>[] {
  const { t } = useLingui()
  const term = useTerm()
  const { date, dateRange } = useFormat()
  const words = useLedgerWords()
  return useMemo(
    () => [
      {
        id: 'what',
        header: t`What`,
        width: 220,
        isPrimary: true,
        cell: entry => (
          <span className={`block min-w-0 ${entry.reversed ? 'line-through' : ''}`}>
            <button
              type="button"
              data-row-link=""
              tabIndex={-1}
              onClick={() => onOpen(entry)}
              className="block max-w-full truncate text-start font-medium outline-none after:absolute after:inset-0"
            >
              {words.quantity(entry.quantity, entry.unit, entry.currency)} ·{' '}
              {entry.title ? <bdi>{entry.title}</bdi> : words.kind(entry.kind)}
            </button>
            <span className="block truncate">
              <DirectionLine from={entry.from} to={entry.to} />
            </span>
          </span>
        ),
      },
      {
        id: 'when',
        header: t`When`,
        width: 190,
        rank: 4,
        below: true,
        cell: entry =>
          entry.endsOn && entry.endsOn.on !== entry.startsOn.on
            ? dateRange(entry.startsOn, entry.endsOn)
            : date(entry.startsOn),
      },
      {
        id: 'state',
        header: t`State`,
        width: 130,
        rank: 3,
        below: true,
        cell: entry => (
          <StatusDot tone={entry.status === 'confirmed' ? 'ok' : 'info'}>
            {term(entryStateTerms[entry.status])}
          </StatusDot>
        ),
      },
      {
        id: 'serves',
        header: t`Promise`,
        width: 150,
        rank: 2,
        cell: entry =>
          entry.commitmentId ? (
            <span className="text-muted">{entry.servedBy === 'rule' ? t`found by rule` : t`named`}</span>
          ) : (
            <span className="text-warn">{t`none`}</span>
          ),
      },
      {
        id: 'evidence',
        header: t`Evidence`,
        width: 110,
        rank: 1,
        cell: entry =>
          entry.evidence.length > 0 ? (
            <span className="inline-flex items-center gap-1.5">
              <Paperclip aria-hidden className="size-3.5 text-muted" />
              <Plural value={entry.evidence.length} one="# item" other="# items" />
            </span>
          ) : (
            <span className="text-muted">{t`none`}</span>
          ),
      },
    ],
    [t, term, date, dateRange, words, onOpen],
  )
}

type Open = { kind: 'show' | 'correct'; entry: EntryView }

export function EntriesTab({ about, sides, reason, refreshes = [], hidesBalance = false }: EntriesTabProps) {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const [open, setOpen] = useState<Open | null>(null)
  const show = useMemo(() => (entry: EntryView) => setOpen({ kind: 'show', entry }), [])
  const query = { ...about, ...(url.unserved && { unserved: true }), ...(url.reversed && { withReversed: true }) }
  const rows = usePagedRows(listEntries, { query })
  const commitments = useCall(listCommitments, { query: { ...about, limit: 200 } })
  return (
    <>
      {!hidesBalance && (
        <div className="mb-6">
          <h2 className="mb-3 text-lg font-semibold">{t`Balance`}</h2>
          <BalanceTable about={about} />
        </div>
      )}
      <Section title={t`Entries`} actions={<RecordEntry {...{ about, sides, reason, refreshes }} />}>
        {reason && <p className="mb-2 text-xs text-muted">{reason}</p>}
        <div className="mb-2 flex flex-wrap gap-x-6 gap-y-2">
          <Switch isSelected={url.unserved ?? false} onChange={on => change({ unserved: on ? true : undefined })}>
            <Trans>Only deeds without a promise</Trans>
          </Switch>
          <Switch isSelected={url.reversed ?? false} onChange={on => change({ reversed: on ? true : undefined })}>
            <Trans>With those taken back</Trans>
          </Switch>
        </div>
        <DataTable
          id="entries"
          label={t`Entries`}
          columns={useEntryColumns(show)}
          rows={rows}
          rowId={entry => entry.id}
          rowLabel={entry => entry.title ?? entry.kind}
          currentId={open?.kind === 'show' ? open.entry.id : undefined}
          count={total => <Plural value={total} one="# entry" other="# entries" />}
          empty={
            url.unserved ? (
              <EmptyState icon={<ListChecks />} title={t`Every deed serves a promise`} />
            ) : (
              <EmptyState icon={<ListChecks />} title={t`Nothing is recorded yet`}>
                <Trans>Record an exchange, an event, a publication; promises and balance follow by themselves.</Trans>
              </EmptyState>
            )
          }
        />
      </Section>
      {open && (
        <OpenEntry {...{ open, setOpen, refreshes }} sides={sides ?? []} commitments={commitments.data?.items ?? []} />
      )}
    </>
  )
}

interface OpenEntryProps {
  open: Open
  setOpen: (open: Open | null) => void
  sides: readonly Side[]
  commitments: readonly CommitmentView[]
  refreshes: RefreshList
}

function OpenEntry({ open, setOpen, sides, commitments, refreshes }: OpenEntryProps) {
  const { t } = useLingui()
  const words = useLedgerWords()
  const close = () => setOpen(null)
  const { entry } = open
  if (open.kind === 'correct')
    return <EntryForm {...{ sides, commitments, refreshes, entry }} agreementId={entry.agreementId} onClose={close} />
  const served = commitments.find(each => each.id === entry.commitmentId)
  return (
    <EntryDrawer
      entry={entry}
      serves={
        entry.commitmentId === null
          ? null
          : served
            ? `${words.kind(served.kind)}: ${words.promise(served, t`Some, at least one`)}`
            : t`A commitment of another agreement`
      }
      refreshes={[...entryRefreshes, ...refreshes]}
      onCorrect={() => setOpen({ kind: 'correct', entry })}
      onChanged={next => setOpen(next ? { kind: 'show', entry: next } : null)}
      onClose={close}
    />
  )
}
