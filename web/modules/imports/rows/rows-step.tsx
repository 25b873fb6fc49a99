// Step 3: every row of the list as it was understood; the doubtful ones can be found by kind and settled one by one or together.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { type ImportRun, listRows } from '#modules/imports/import.contract.ts'
import { useCall } from '../../../core/query.ts'
import { useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { ProgressReport } from '../../../kit/progress.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import { SearchBox } from '../../../kit/search-box.tsx'
import { type Selection, useSelection } from '../../../kit/table-selection.ts'
import { may, reasonAgainst } from '../import-words.tsx'
import { DoubtKinds } from './doubt-kinds.tsx'
import { useRowColumns } from './row-columns.tsx'
import { queryOf, rowReaders } from './row-filters.ts'
import { RowPanel } from './row-panel.tsx'
import { StatusChips } from './status-chips.tsx'
import { useBulkDecision } from './use-row-decisions.ts'

export function RowsStep({ run }: { run: ImportRun }) {
  const { t } = useLingui()
  const [url, change] = useUrlState(rowReaders)
  const query = queryOf(url)
  const rows = usePagedRows(listRows, { params: { id: run.id }, query })
  const kinds = useCall(listRows, { params: { id: run.id }, query: { limit: 1 } }).data?.doubts ?? []
  const [selection, select] = useSelection(JSON.stringify(query))
  const bulk = useBulkDecision(run)
  const isOpen = url.row !== undefined
  const columns = useRowColumns(run.listKind)
  const mayDecide = may(run, 'decide')
  const decideChosen = async (body: { accepted: boolean } | { skip: boolean }) => {
    await bulk.decideAll(chosenRows(selection, query), body)
    select({ mode: 'some', ids: new Set() })
  }
  return (
    <div className="flex flex-col gap-4">
      {!mayDecide && <Banner tone="info">{reasonAgainst(run, 'decide')}</Banner>}
      <DoubtKinds
        kinds={run.totals.doubtful + run.totals.error > 0 ? kinds : []}
        chosen={url.doubt}
        onChoose={doubt => change({ doubt, status: undefined, outcome: undefined, row: undefined }, { push: true })}
        onAcceptAll={doubt => void bulk.decideAll({ query: { doubt }, except: new Set() }, { accepted: true })}
        isDisabled={!mayDecide || bulk.progress !== null}
      />
      {bulk.progress && (
        <ProgressReport
          title={t`Deciding the rows`}
          done={bulk.progress.done}
          total={bulk.progress.total || null}
          unit={count => t`${count} rows`}
          onCancel={bulk.stop}
        />
      )}
      <div className="flex items-start gap-6">
        <div className={`flex min-w-0 flex-col ${isOpen ? 'w-full lg:w-88 lg:shrink-0' : 'flex-1'}`}>
          <FilterBar
            search={<SearchBox label={t`Search the rows`} value={url.q ?? ''} onChange={q => change({ q })} />}
            filters={<StatusChips run={run} url={url} onChange={change} />}
          />
          <div className="flex max-h-[calc(100dvh-9rem)] min-h-80 flex-col">
            <DataTable
              id="import-rows"
              label={t`Rows of the list`}
              columns={columns}
              rows={rows}
              rowId={row => String(row.row)}
              rowLabel={row => row.title ?? row.cells.find(cell => cell !== '') ?? String(row.row)}
              rowLink={row => ({
                to: '/imports/$importId',
                params: { importId: run.id },
                search: { ...url, step: 'rows', row: row.row },
              })}
              currentId={url.row === undefined ? undefined : String(url.row)}
              {...(mayDecide && { selection, onSelection: select })}
              bulkActions={
                <>
                  <Button size="small" onPress={() => void decideChosen({ accepted: true })}>
                    <Trans>Accept as understood</Trans>
                  </Button>
                  <Button size="small" onPress={() => void decideChosen({ skip: true })}>
                    <Trans>Leave out</Trans>
                  </Button>
                </>
              }
              count={total => <Plural value={total} one="# row" other="# rows" />}
              empty={
                <EmptyState
                  title={t`No row here`}
                  actions={
                    <Button
                      onPress={() =>
                        change({
                          status: undefined,
                          outcome: undefined,
                          doubt: undefined,
                          q: undefined,
                          row: undefined,
                        })
                      }
                    >{t`Show all rows`}</Button>
                  }
                >
                  {url.status === 'doubtful' || url.doubt ? (
                    <Trans>Everything of this kind is settled.</Trans>
                  ) : (
                    <Trans>The filters find nothing.</Trans>
                  )}
                </EmptyState>
              }
            />
          </div>
        </div>
        {isOpen && (
          <RowPanel
            key={url.row}
            run={run}
            rowNumber={url.row ?? 0}
            rows={rows}
            onOpen={row => change({ row })}
            onClose={() => change({ row: undefined })}
          />
        )}
      </div>
    </div>
  )
}

const chosenRows = (selection: Selection, query: ReturnType<typeof queryOf>) =>
  selection.mode === 'some' ? [...selection.ids].map(Number) : { query, except: selection.except }
