// All checks that the reader may look into, what waits first.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ListChecks, ShieldCheck } from 'lucide-react'
import { useMemo } from 'react'
import { type CheckItem, listChecks } from '#modules/screening/check.contract.ts'
import { type ScreeningState, screeningStates, screeningStateTerms } from '#modules/screening/screening.states.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { pickText } from '../../../core/localised-text.ts'
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
import { CheckDot, LevelDot } from '../check-words.tsx'

const readers = { q: readText, state: readOneOf(screeningStates) }
const every = 'every'

export function ChecksPage() {
  const { t } = useLingui()
  const term = useTerm()
  const [url, change] = useUrlState(readers)
  const isFiltered = url.q !== undefined || url.state !== undefined
  const rows = usePagedRows(listChecks, {
    query: { ...(url.q && { q: url.q }), ...(url.state && { state: [url.state] }) },
  })
  return (
    <Page fill>
      <PageHeader
        title={t`Due diligence`}
        subtitle={t`Who we work with, compared with the lists of this installation`}
        actions={<LinkButton to="/screening/lists" icon={<ListChecks className="size-4" />}>{t`Lists`}</LinkButton>}
      />
      <FilterBar
        search={<SearchBox label={t`Search by title or number`} value={url.q ?? ''} onChange={q => change({ q })} />}
        filters={
          <Select<ScreeningState | typeof every>
            label={t`State`}
            hidesLabel
            className="w-full sm:w-56"
            choices={[
              { id: every, label: t`Everything` },
              ...screeningStates.map(state => ({ id: state, label: term(screeningStateTerms[state]) })),
            ]}
            value={url.state ?? every}
            onChange={state => change({ state: state === every ? undefined : state })}
          />
        }
      />
      <DataTable
        id="checks"
        label={t`Due diligence`}
        columns={useColumns()}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => Object.values(row.record.title)[0] ?? ''}
        rowLink={row => ({ to: '/screening/$checkId', params: { checkId: row.id } })}
        count={total => <Plural value={total} one="# check" other="# checks" />}
        empty={
          isFiltered ? (
            <EmptyState
              icon={<ShieldCheck />}
              title={t`No check like that`}
              actions={<Button onPress={() => change({ q: undefined, state: undefined })}>{t`Show everything`}</Button>}
            />
          ) : (
            <EmptyState icon={<ShieldCheck />} title={t`Nothing was checked yet`}>
              <Trans>A check begins on the page of an agreement, in the tab Due diligence.</Trans>
            </EmptyState>
          )
        }
      />
    </Page>
  )
}

function useColumns(): Column<CheckItem>[] {
  const { t, i18n } = useLingui()
  const { date, dayOfInstant, number } = useFormat()
  return useMemo(
    () => [
      {
        id: 'record',
        header: t`Agreement`,
        width: 320,
        isPrimary: true,
        cell: row => (
          <RowTitle second={row.news.length > 0 ? <TextLine>{row.news.join(' · ')}</TextLine> : row.record.number}>
            <TextLine>{pickText(row.record.title, i18n.locale)?.text}</TextLine>
          </RowTitle>
        ),
      },
      { id: 'state', header: t`State`, width: 210, rank: 6, below: true, cell: row => <CheckDot state={row.state} /> },
      {
        id: 'open',
        header: t`To decide`,
        width: 100,
        rank: 5,
        align: 'end',
        cell: row => (row.openMatches > 0 ? number(row.openMatches) : '–'),
      },
      {
        id: 'risk',
        header: t({ message: 'Risk', context: 'of a check' }),
        width: 130,
        rank: 3,
        cell: row => (row.rating ? <LevelDot level={row.rating} /> : <Missing />),
      },
      {
        id: 'until',
        header: t`Valid until`,
        width: 130,
        rank: 4,
        cell: row => (row.validTo ? date(row.validTo) : <Missing />),
      },
      { id: 'since', header: t`Since`, width: 130, rank: 2, cell: row => date(dayOfInstant(row.stateSince)) },
      { id: 'owner', header: t`Responsible`, width: 150, rank: 1, cell: row => row.owner ?? <Missing /> },
    ],
    [t, i18n.locale, date, dayOfInstant, number],
  )
}
