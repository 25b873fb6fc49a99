// All links of guests of the installation: for administrators.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Link2 } from 'lucide-react'
import { useMemo } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { listAllGuests } from '#modules/guests/guest.contract.ts'
import { type GuestState, guestStates, guestStateTerms } from '#modules/guests/guest.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { may, useSession } from '../../../core/session.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { Link, LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { SearchBox } from '../../../kit/search-box.tsx'
import { Select } from '../../../kit/select.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { guestTones } from '../guest-words.ts'
import { GuestMenu } from '../office/guests-section.tsx'

type Row = ResponseOf<typeof listAllGuests>['items'][number]

const readers = { q: readText, state: readOneOf(guestStates) }
const every = 'every'

export function AllGuestsPage() {
  const { t } = useLingui()
  const session = useSession()
  if (session && !may(session, 'administer'))
    return (
      <Page>
        <PageHeader title={t`Guests`} />
        <EmptyState
          icon={<Link2 />}
          title={t`This page is for administrators`}
          actions={<LinkButton to="/">{t`To the start page`}</LinkButton>}
        />
      </Page>
    )
  return <GuestTable />
}

function GuestTable() {
  const { t } = useLingui()
  const term = useTerm()
  const [url, change] = useUrlState(readers)
  const isFiltered = url.q !== undefined || url.state !== undefined
  const rows = usePagedRows(listAllGuests, {
    query: { ...(url.q && { q: url.q }), ...(url.state && { state: url.state }) },
  })
  return (
    <Page fill>
      <PageHeader title={t`Guests`} subtitle={t`Everybody outside who has a link to one of the agreements`} />
      <FilterBar
        search={<SearchBox label={t`Search by name or partner`} value={url.q ?? ''} onChange={q => change({ q })} />}
        filters={
          <Select<GuestState | typeof every>
            label={t`State`}
            hidesLabel
            className="w-full sm:w-56"
            choices={[
              { id: every, label: t`Everything` },
              ...guestStates.map(state => ({ id: state, label: term(guestStateTerms[state]) })),
            ]}
            value={url.state ?? every}
            onChange={state => change({ state: state === every ? undefined : state })}
          />
        }
      />
      <DataTable
        id="guests"
        label={t`Guests`}
        columns={useColumns()}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.name}
        count={total => <Plural value={total} one="# guest" other="# guests" />}
        empty={
          isFiltered ? (
            <EmptyState
              icon={<Link2 />}
              title={t`No guest like that`}
              actions={<Button onPress={() => change({ q: undefined, state: undefined })}>{t`Show everything`}</Button>}
            />
          ) : (
            <EmptyState icon={<Link2 />} title={t`Nobody was invited yet`}>
              <Trans>Guests are invited on the page of an agreement, in the tab People.</Trans>
            </EmptyState>
          )
        }
      />
    </Page>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useLingui()
  const term = useTerm()
  const { date, instant, number } = useFormat()
  return useMemo(
    () => [
      {
        id: 'guest',
        header: t`Guest`,
        width: 240,
        isPrimary: true,
        cell: row => (
          <RowTitle second={<TextLine>{row.organisationName}</TextLine>}>
            <TextLine>{row.name}</TextLine>
          </RowTitle>
        ),
      },
      {
        id: 'agreement',
        header: t`Agreement`,
        width: 260,
        rank: 4,
        cell: row => (
          <Link to="/agreements/$agreementId" params={{ agreementId: row.agreementId }}>
            <bdi>{row.agreementTitle}</bdi>
          </Link>
        ),
      },
      {
        id: 'state',
        header: t`State`,
        width: 140,
        rank: 6,
        below: true,
        cell: row => <StatusDot tone={guestTones[row.state]}>{term(guestStateTerms[row.state])}</StatusDot>,
      },
      { id: 'until', header: t`Works until`, width: 130, rank: 5, cell: row => date(row.expiresOn) },
      { id: 'opened', header: t`Times opened`, width: 110, rank: 2, align: 'end', cell: row => number(row.opened) },
      {
        id: 'used',
        header: t`Last used`,
        width: 170,
        rank: 3,
        cell: row => (row.lastUsedAt ? instant(row.lastUsedAt) : <Missing />),
      },
      { id: 'by', header: t`Invited by`, width: 150, rank: 1, cell: row => row.invitedBy ?? <Missing /> },
      { id: 'menu', header: t`Actions`, width: 80, rank: 7, isControl: true, cell: row => <GuestMenu guest={row} /> },
    ],
    [t, term, date, instant, number],
  )
}
