// All partners: how many agreements, how alive, when something last happened; under the filters of the portfolio.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Globe, SearchX } from 'lucide-react'
import { getPortfolioCounts, listPartners, partnerSorts } from '#modules/agreements/portfolio.contract.ts'
import { callOptions } from '../../../core/query.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { Select } from '../../../kit/select.tsx'
import { usePartnerColumns } from '../partners/partner-columns.tsx'
import { useFilter } from '../portfolio/portfolio-filter.ts'
import { PortfolioFilters } from '../portfolio/portfolio-filters.tsx'

type PartnerSort = (typeof partnerSorts)[number]

const readers = { sort: readOneOf(partnerSorts), direction: readOneOf(['asc', 'desc'] as const) }
const descendingAtFirst: ReadonlySet<PartnerSort> = new Set(['agreements', 'in_force', 'last_entry'])

function NoPartners({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const { t } = useLingui()
  if (isFiltered)
    return (
      <EmptyState
        icon={<SearchX />}
        title={t`No partner fits these filters`}
        actions={<Button onPress={onClear}>{t`Clear the filters`}</Button>}
      >
        <Trans>Take off a filter or search for fewer letters; names are found in any script.</Trans>
      </EmptyState>
    )
  return (
    <EmptyState
      icon={<Globe />}
      title={t`No partners yet`}
      actions={
        <>
          <LinkButton variant="primary" to="/imports/new">{t`Import a spreadsheet`}</LinkButton>
          <LinkButton to="/agreements/new">{t`Record an agreement`}</LinkButton>
        </>
      }
    >
      <Trans>Every organisation that an agreement names on the other side becomes a partner here.</Trans>
    </EmptyState>
  )
}

function SortSelect() {
  const { t } = useLingui()
  const [{ sort = 'agreements', direction }, change] = useUrlState(readers)
  const isDescending = direction === undefined ? descendingAtFirst.has(sort) : direction === 'desc'
  const choices = [
    { id: 'pulse asc', label: t`Sleeping and at risk first` },
    { id: 'last_entry asc', label: t`Longest without activity first` },
    { id: 'last_entry desc', label: t`Latest activity first` },
    { id: 'agreements desc', label: t`Most agreements first` },
    { id: 'in_force desc', label: t`Most in force first` },
    { id: 'next_end asc', label: t`Next to end first` },
    { id: 'name asc', label: t`By name` },
  ]
  return (
    <Select
      label={t`Order`}
      hidesLabel
      className="w-60"
      choices={choices}
      placeholder={t`Order`}
      value={`${sort} ${isDescending ? 'desc' : 'asc'}`}
      onChange={id => {
        const [by, way] = id.split(' ') as [PartnerSort, 'asc' | 'desc']
        change({ sort: by, direction: way })
      }}
    />
  )
}

export function PartnersPage() {
  const { t } = useLingui()
  const { filter, clear } = useFilter()
  const [{ sort, direction }, change] = useUrlState(readers)
  const counts = useQuery({ ...callOptions(getPortfolioCounts, { query: filter }), placeholderData: keepPreviousData })
  const rows = usePagedRows(listPartners, {
    query: { ...filter, ...(sort && { sort }), ...(direction && { direction }) },
  })
  const by = sort ?? 'agreements'
  const isDescending = direction === undefined ? descendingAtFirst.has(by) : direction === 'desc'
  return (
    <Page fill>
      <PageHeader title={t`Partners`} subtitle={t`With whom there are agreements, and how alive each partnership is`} />
      <PortfolioFilters counts={counts.data} end={<SortSelect />} />
      <DataTable
        id="partners"
        label={t`Partners`}
        columns={usePartnerColumns()}
        rows={rows}
        rowId={row => row.organisation.id}
        rowLabel={row => row.organisation.name}
        rowLink={row => ({ to: '/partners/$organisationId', params: { organisationId: row.organisation.id } })}
        sort={{ by, direction: isDescending ? 'descending' : 'ascending' }}
        onSort={next =>
          change({ sort: next.by as PartnerSort, direction: next.direction === 'ascending' ? 'asc' : 'desc' })
        }
        count={total => <Plural value={total} one="# partner" other="# partners" />}
        empty={<NoPartners isFiltered={Object.values(filter).some(value => value !== undefined)} onClear={clear} />}
      />
    </Page>
  )
}
