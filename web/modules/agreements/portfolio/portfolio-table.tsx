// The portfolio as a table: rows paged by the server, sorted, chosen and exported.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useParams } from '@tanstack/react-router'
import { Download, FileSignature, SearchX } from 'lucide-react'
import { listPortfolio, type PortfolioSort, portfolioSorts } from '#modules/agreements/portfolio.contract.ts'
import { readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { countSelected, useSelection } from '../../../kit/table-selection.ts'
import { useExport } from './export-menu.tsx'
import { usePortfolioColumns } from './portfolio-columns.tsx'
import { useFilter } from './portfolio-filter.ts'

export const sortReaders = { sort: readOneOf(portfolioSorts), direction: readOneOf(['asc', 'desc'] as const) }

/** Whether anything is filtered; without filters an empty list means that there is nothing at all. */
const isFiltered = (filter: object): boolean => Object.values(filter).some(value => value !== undefined)

export function NothingYet() {
  const { t } = useLingui()
  return (
    <EmptyState
      icon={<FileSignature />}
      title={t`Bring your spreadsheet`}
      actions={
        <>
          <LinkButton variant="primary" to="/imports/new">{t`Import a spreadsheet`}</LinkButton>
          <LinkButton to="/agreements/new">{t`Record an agreement`}</LinkButton>
        </>
      }
    >
      <Trans>
        The list of agreements you have kept so far becomes this portfolio: a map of partners, a calendar of expiries
        and the sleeping partnerships. Nothing of it is lost, and every doubt is shown before anything is written.
      </Trans>
    </EmptyState>
  )
}

export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useLingui()
  return (
    <EmptyState
      icon={<SearchX />}
      title={t`No agreement fits these filters`}
      actions={<Button onPress={onClear}>{t`Clear the filters`}</Button>}
    >
      <Trans>Take off a filter or search for fewer letters; names are found in any script.</Trans>
    </EmptyState>
  )
}

export function PortfolioTable() {
  const { t } = useLingui()
  const { filter, clear } = useFilter()
  const [{ sort, direction }, changeSort] = useUrlState(sortReaders)
  const { agreementId } = useParams({ strict: false }) as { agreementId?: string }
  const [selection, setSelection] = useSelection(JSON.stringify(filter))
  const order = { ...(sort && { sort }), ...(direction && { direction }) }
  const rows = usePagedRows(listPortfolio, { query: { ...filter, ...order } })
  const { isBusy, save } = useExport()
  const chosen = countSelected(selection, rows.total ?? 0)
  const chosenFilter =
    selection.mode === 'some'
      ? { ...filter, id: [...selection.ids] }
      : { ...filter, ...(selection.except.size > 0 && { except: [...selection.except] }) }
  const exportChosen = (format: 'csv' | 'xlsx') => void save(format, { filter: chosenFilter, sort, direction })
  return (
    <DataTable
      id="portfolio"
      label={t`Agreements`}
      columns={usePortfolioColumns()}
      rows={rows}
      rowId={row => row.id}
      rowLabel={row => row.title}
      rowLink={row => ({ to: '/portfolio/$agreementId', params: { agreementId: row.id }, search: true })}
      currentId={agreementId}
      sort={{ by: sort ?? 'updated', direction: direction === 'asc' ? 'ascending' : 'descending' }}
      onSort={next =>
        changeSort({ sort: next.by as PortfolioSort, direction: next.direction === 'ascending' ? 'asc' : 'desc' })
      }
      selection={selection}
      onSelection={setSelection}
      bulkActions={
        <>
          <Button
            size="small"
            isPending={isBusy}
            icon={<Download aria-hidden className="size-3.5 text-muted" />}
            onPress={() => exportChosen('xlsx')}
          >
            <Plural value={chosen} one="Export # as XLSX" other="Export # as XLSX" />
          </Button>
          <Button size="small" isDisabled={isBusy} onPress={() => exportChosen('csv')}>{t`CSV`}</Button>
        </>
      }
      count={total => <Plural value={total} one="# agreement" other="# agreements" />}
      empty={isFiltered(filter) ? <NothingFound onClear={clear} /> : <NothingYet />}
    />
  )
}
