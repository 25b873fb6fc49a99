// Everyone who may sign in: roles, state, last visit; administrators invite and change from here.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Outlet, useParams } from '@tanstack/react-router'
import { UserPlus, UsersRound } from 'lucide-react'
import { useMemo } from 'react'
import { listAccounts, type PersonAccount } from '#core/identity/identity.contract.ts'
import { foldForSearch } from '../../../core/fold.ts'
import { useFormat } from '../../../core/format.ts'
import { useCall } from '../../../core/query.ts'
import { may, useSession } from '../../../core/session.ts'
import { readFlag, readText, useUrlState } from '../../../core/url-state.ts'
import { Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { ListWithPanel } from '../../../kit/panel.tsx'
import { useLocalRows } from '../../../kit/row-source.ts'
import { SearchBox } from '../../../kit/search-box.tsx'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { TextLine } from '../../../kit/text-line.tsx'
import { AccountStatus } from '../account-words.tsx'
import { InviteDialog } from '../invite-dialog.tsx'
import { useRoleWords } from '../role-words.ts'
import { useScopes } from '../scopes.ts'

const readers = { q: readText, invite: readFlag }

export function PeoplePage() {
  const session = useSession()
  if (session && !may(session, 'administer')) return <NotForYou />
  return (
    <ListWithPanel panel={<Outlet />}>
      <PeopleList />
    </ListWithPanel>
  )
}

function NotForYou() {
  const { t } = useLingui()
  return (
    <Page>
      <PageHeader title={t`People and access`} />
      <EmptyState
        icon={<UsersRound />}
        title={t`This page is for administrators`}
        actions={<LinkButton to="/account">{t`Open my account`}</LinkButton>}
      >
        <Trans>They decide who may sign in. What you may do yourself stands on the page of your account.</Trans>
      </EmptyState>
    </Page>
  )
}

function PeopleList() {
  const { t } = useLingui()
  const [url, change] = useUrlState(readers)
  const { accountId } = useParams({ strict: false }) as { accountId?: string }
  const accounts = useCall(listAccounts)
  const found = useMemo(() => {
    const wanted = foldForSearch(url.q ?? '')
    return accounts.data?.items.filter(each => foldForSearch(`${each.name} ${each.email}`).includes(wanted))
  }, [accounts.data, url.q])
  const rows = useLocalRows(found, accounts.error, () => void accounts.refetch())
  return (
    <Page fill>
      <PageHeader
        title={t`People and access`}
        subtitle={t`Who may sign in here, and what each of them may do`}
        actions={
          <Button
            variant="primary"
            icon={<UserPlus aria-hidden className="size-4" />}
            onPress={() => change({ invite: true })}
          >{t`Invite a person`}</Button>
        }
      />
      <FilterBar
        search={
          <SearchBox
            label={t({ message: 'Search people', context: 'of the office' })}
            value={url.q ?? ''}
            onChange={q => change({ q })}
          />
        }
      />
      <DataTable
        id="accounts"
        label={t({ message: 'People', context: 'of the office' })}
        columns={useAccountColumns()}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.name}
        rowLink={row => ({ to: '/people/$accountId', params: { accountId: row.id }, search: true })}
        currentId={accountId}
        count={total => <Plural value={total} one="# person" other="# people" />}
        empty={
          <EmptyState
            icon={<UsersRound />}
            title={t`Nobody is called that`}
            actions={<Button onPress={() => change({ q: undefined })}>{t`Show everyone`}</Button>}
          />
        }
      />
      {url.invite && <InviteDialog onClose={() => change({ invite: undefined })} />}
    </Page>
  )
}

function useAccountColumns(): Column<PersonAccount>[] {
  const { t } = useLingui()
  const { relativeInstant, list } = useFormat()
  const words = useRoleWords()
  const { nameOf } = useScopes()
  return useMemo(() => {
    const rolesOf = (account: PersonAccount) => list([...new Set(account.grants.map(grant => words.name(grant.role)))])
    const scopesOf = (account: PersonAccount) =>
      list([...new Set(account.grants.map(grant => grant.scopeName ?? nameOf(grant.scopeId) ?? ''))].filter(Boolean))
    return [
      {
        id: 'name',
        header: t({ message: 'Name', context: 'of a person' }),
        width: 240,
        isPrimary: true,
        cell: row => (
          <RowTitle second={<TextLine>{row.email}</TextLine>}>
            <TextLine>{row.name}</TextLine>
          </RowTitle>
        ),
      },
      {
        id: 'roles',
        header: t`Role`,
        width: 240,
        below: rolesOf,
        cell: row =>
          row.grants.length === 0 ? (
            <span className="text-muted">{t`No role`}</span>
          ) : (
            <span className="block min-w-0">
              <span className="block truncate">{rolesOf(row)}</span>
              <TextLine className="text-xs text-muted">{scopesOf(row)}</TextLine>
            </span>
          ),
      },
      { id: 'status', header: t`Account`, width: 120, below: true, cell: row => <AccountStatus account={row} /> },
      {
        id: 'seen',
        header: t`Last here`,
        width: 160,
        cell: row => (row.lastSeenAt ? relativeInstant(row.lastSeenAt) : <Missing />),
      },
    ]
  }, [t, relativeInstant, list, words, nameOf])
}
