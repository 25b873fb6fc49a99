// All organisations: found by any name in any script, by place, type and status; the detail opens beside.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Building2, Plus } from 'lucide-react'
import { listOrganisations } from '#modules/registry/organisation.contract.ts'
import type { OrganisationStatus, OrganisationType } from '#modules/registry/registry.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { may, useSession } from '../../../core/session.ts'
import { useUrlState } from '../../../core/url-state.ts'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { ListWithPanel } from '../../../kit/panel.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { type ChangeList, type ListAddress, listReaders } from '../list/list-address.ts'
import { useOrganisationColumns } from '../list/organisation-columns.tsx'
import { OrganisationFilters } from '../list/organisation-filters.tsx'
import { OrganisationPanel } from '../organisation-panel.tsx'

/** A searched list is counted up to here by the server. */
const countedUpTo = 5000

export function OrganisationListPage() {
  const [url, change] = useUrlState(listReaders)
  return (
    <ListWithPanel panel={url.show && <OrganisationPanel id={url.show} onClose={() => change({ show: undefined })} />}>
      <OrganisationList url={url} change={change} />
    </ListWithPanel>
  )
}

function OrganisationList({ url, change }: { url: ListAddress; change: ChangeList }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const rows = usePagedRows(listOrganisations, {
    query: {
      ...(url.text && { text: url.text }),
      ...(url.country && { country: url.country }),
      ...(url.type && { type: url.type as OrganisationType[] }),
      ...(url.status && { status: url.status as OrganisationStatus[] }),
      ...(url.sort && { sort: url.sort }),
    },
  })
  const isFiltered = Boolean(url.text || url.country || url.type || url.status)
  const clear = () => change({ text: undefined, country: undefined, type: undefined, status: undefined })
  const isCapped = (total: number) => Boolean(url.text) && total >= countedUpTo
  return (
    <Page fill>
      <PageHeader
        title={t`Organisations`}
        subtitle={t`Universities, institutes, ministries and companies, under all their names`}
        actions={
          <LinkButton variant="primary" to="/organisations/new" icon={<Plus aria-hidden className="size-4" />}>
            {t`Add an organisation`}
          </LinkButton>
        }
      />
      <OrganisationFilters url={url} change={change} onClear={clear} />
      <DataTable
        id="organisations"
        label={t`Organisations`}
        columns={useOrganisationColumns()}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.name}
        rowLink={row => ({ to: '/organisations', search: { ...listSearch(url), show: row.id } })}
        currentId={url.show}
        count={total =>
          isCapped(total) ? (
            <Trans>More than {number(countedUpTo)} organisations</Trans>
          ) : (
            <Plural value={total} one="# organisation" other={`${number(total)} organisations`} />
          )
        }
        empty={isFiltered ? <NothingFound onClear={clear} /> : <NothingYet />}
      />
    </Page>
  )
}

/** The address of the list as it is, for the links of its rows. */
const listSearch = (url: ListAddress): Record<string, unknown> =>
  Object.fromEntries(Object.entries(url).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value]))

function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useLingui()
  return (
    <EmptyState
      icon={<Building2 />}
      title={t`No organisation fits`}
      actions={
        <>
          <Button onPress={onClear}>{t`Clear the search`}</Button>
          <LinkButton to="/organisations/new">{t`Add an organisation`}</LinkButton>
        </>
      }
    >
      <Trans>
        Try fewer letters, another spelling or another language. Closed and merged ones are found by status.
      </Trans>
    </EmptyState>
  )
}

function NothingYet() {
  const { t } = useLingui()
  const session = useSession()
  return (
    <EmptyState
      icon={<Building2 />}
      title={t`The registry is still empty`}
      actions={may(session, 'administer') && <LinkButton to="/registry">{t`Load the official registry`}</LinkButton>}
    >
      <Trans>
        With the official registry, partners are recognised by any of their names. Without it, add the organisations you
        work with one by one, or with your spreadsheet.
      </Trans>
    </EmptyState>
  )
}
