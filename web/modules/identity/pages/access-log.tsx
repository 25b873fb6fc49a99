// The log of sign-ins of everyone: for administrators and auditors.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ScrollText } from 'lucide-react'
import { useMemo } from 'react'
import { type AccessEntry, listAccessLog } from '#core/identity/sign-in/sign-in.contract.ts'
import {
  type AccessKind,
  accessKinds,
  accessKindTerms,
  signInMethodTerms,
} from '#core/identity/sign-in/sign-in.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { may, useSession } from '../../../core/session.ts'
import { readOneOf, readText, useUrlState } from '../../../core/url-state.ts'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { SearchBox } from '../../../kit/search-box.tsx'
import { Select } from '../../../kit/select.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { AccessStatus } from '../security/access-lines.tsx'
import { DeviceName, NetworkAddress } from '../security/device-line.tsx'

const readers = { q: readText, kind: readOneOf(accessKinds) }
const everyKind = 'every'

export function AccessLogPage() {
  const { t } = useLingui()
  const session = useSession()
  if (session && !may(session, 'audit'))
    return (
      <Page>
        <PageHeader title={t`Log of sign-ins`} />
        <EmptyState
          icon={<ScrollText />}
          title={t`This page is for administrators and auditors`}
          actions={<LinkButton to="/account/sign-in">{t`Show my own sign-ins`}</LinkButton>}
        >
          <Trans>Your own sign-ins stand with your account.</Trans>
        </EmptyState>
      </Page>
    )
  return <AccessLog />
}

function AccessLog() {
  const { t } = useLingui()
  const term = useTerm()
  const [url, change] = useUrlState(readers)
  const rows = usePagedRows(listAccessLog, {
    query: { ...(url.q && { q: url.q }), ...(url.kind && { kind: url.kind }) },
  })
  return (
    <Page fill>
      <PageHeader title={t`Log of sign-ins`} subtitle={t`Who came in or tried to, how and from where`} />
      <FilterBar
        search={<SearchBox label={t`Search by person or address`} value={url.q ?? ''} onChange={q => change({ q })} />}
        filters={
          <Select<AccessKind | typeof everyKind>
            label={t`What happened`}
            hidesLabel
            className="w-full sm:w-56"
            choices={[
              { id: everyKind, label: t`Everything` },
              ...accessKinds.map(kind => ({ id: kind, label: term(accessKindTerms[kind]) })),
            ]}
            value={url.kind ?? everyKind}
            onChange={kind => change({ kind: kind === everyKind ? undefined : kind })}
          />
        }
      />
      <DataTable
        id="access-log"
        label={t`Log of sign-ins`}
        columns={useAccessColumns()}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.name ?? row.email}
        count={total => <Plural value={total} one="# line" other="# lines" />}
        empty={
          <EmptyState
            icon={<ScrollText />}
            title={t`Nothing like that in the log`}
            actions={<Button onPress={() => change({ q: undefined, kind: undefined })}>{t`Show everything`}</Button>}
          />
        }
      />
    </Page>
  )
}

function useAccessColumns(): Column<AccessEntry>[] {
  const { t } = useLingui()
  const { instant } = useFormat()
  const term = useTerm()
  return useMemo(
    () => [
      {
        id: 'person',
        header: t`Person`,
        width: 260,
        isPrimary: true,
        cell: row => (
          <RowTitle second={row.name && <TextLine>{row.email}</TextLine>}>
            <TextLine>{row.name ?? row.email}</TextLine>
          </RowTitle>
        ),
      },
      {
        id: 'kind',
        header: t`What happened`,
        width: 220,
        rank: 6,
        below: true,
        cell: row => <AccessStatus entry={row} />,
      },
      {
        id: 'method',
        header: t`How`,
        width: 150,
        rank: 3,
        cell: row => (row.method ? term(signInMethodTerms[row.method]) : <Missing />),
      },
      { id: 'device', header: t`Device`, width: 180, rank: 2, cell: row => <DeviceName agent={row.device} /> },
      {
        id: 'address',
        header: t({ message: 'Address', context: 'of a device in the network' }),
        width: 140,
        rank: 3,
        cell: row => <NetworkAddress address={row.address} />,
      },
      { id: 'at', header: t`When`, width: 190, rank: 5, below: true, cell: row => instant(row.at) },
    ],
    [t, instant, term],
  )
}
