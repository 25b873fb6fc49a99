// The library: clauses with what they promise.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { NotebookText } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { type ClauseCard, listClauses } from '#modules/documents/library/library.contract.ts'
import { clauseRoleTerms } from '#modules/documents/library/library.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import type { Column } from '../../../kit/table-columns.ts'
import { useItemColumns } from '../library/item-columns.tsx'
import { LibraryFilters, useLibraryFilter } from '../library/library-filters.tsx'
import { LibraryFrame, useLibrary } from '../library/library-parts.tsx'
import { useKindWord } from '../library/promise-words.tsx'

export function ClausesPage() {
  const { t } = useLingui()
  const library = useLibrary()
  const filter = useLibraryFilter()
  const columns = useClauseColumns()
  const rows = usePagedRows(listClauses, { query: filter.query })
  return (
    <LibraryFrame here="clauses" library={library}>
      {startSet => (
        <>
          <LibraryFilters {...filter} label={t`Search clauses by their words`} />
          <DataTable
            id="library-clauses"
            label={t`Clauses`}
            columns={columns}
            rows={rows}
            rowId={row => row.id}
            rowLabel={row => row.title.en ?? row.id}
            rowLink={row => ({ to: '/library/clauses/$itemId', params: { itemId: row.id } })}
            count={total => <Plural value={total} one="# clause" other="# clauses" />}
            empty={
              filter.isFiltered ? (
                <EmptyState
                  icon={<NotebookText />}
                  title={t`No clause like that`}
                  actions={<Button onPress={filter.clear}>{t`Show everything`}</Button>}
                />
              ) : (
                <EmptyState icon={<NotebookText />} title={t`No clauses yet`} actions={startSet}>
                  <Trans>A clause is written once, in every language, with the commitment that it makes.</Trans>
                </EmptyState>
              )
            }
          />
        </>
      )}
    </LibraryFrame>
  )
}

function useClauseColumns(): Column<ClauseCard>[] {
  const { t } = useLingui()
  const term = useTerm()
  const { list } = useFormat()
  const kindWord = useKindWord()
  const second = useCallback((row: ClauseCard) => term(clauseRoleTerms[row.role]), [term])
  const more = useMemo(
    (): Column<ClauseCard>[] => [
      {
        ...{ id: 'promises', header: t`Makes the commitment`, width: 200, rank: 4 },
        cell: row => list(row.promises.map(kindWord)) || <span className="text-muted">{t`none`}</span>,
      },
    ],
    [t, list, kindWord],
  )
  return useItemColumns(second, more)
}
