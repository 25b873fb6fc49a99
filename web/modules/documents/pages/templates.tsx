// The library: templates of agreements.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { NotebookText } from 'lucide-react'
import { useCallback, useMemo } from 'react'
import { type AgreementKind, agreementKindTerms } from '#modules/agreements/agreement.terms.ts'
import { listTemplates, type TemplateCard } from '#modules/documents/library/library.contract.ts'
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

export function TemplatesPage() {
  const { t } = useLingui()
  const library = useLibrary()
  const filter = useLibraryFilter()
  const columns = useTemplateColumns()
  const rows = usePagedRows(listTemplates, { query: filter.query })
  return (
    <LibraryFrame here="templates" library={library}>
      {startSet => (
        <>
          <LibraryFilters {...filter} label={t`Search templates`} />
          <DataTable
            id="library-templates"
            label={t`Templates`}
            columns={columns}
            rows={rows}
            rowId={row => row.id}
            rowLabel={row => row.title.en ?? row.id}
            rowLink={row => ({ to: '/library/templates/$itemId', params: { itemId: row.id } })}
            count={total => <Plural value={total} one="# template" other="# templates" />}
            empty={
              filter.isFiltered ? (
                <EmptyState
                  icon={<NotebookText />}
                  title={t`No template like that`}
                  actions={<Button onPress={filter.clear}>{t`Show everything`}</Button>}
                />
              ) : (
                <EmptyState icon={<NotebookText />} title={t`No templates yet`} actions={startSet}>
                  <Trans>
                    A template is a sequence of clauses. Begin with the start set, with a Word file that you have, or
                    write the first clause.
                  </Trans>
                </EmptyState>
              )
            }
          />
        </>
      )}
    </LibraryFrame>
  )
}

function useTemplateColumns(): Column<TemplateCard>[] {
  const { t } = useLingui()
  const term = useTerm()
  const { list, number } = useFormat()
  const second = useCallback(
    (row: TemplateCard) =>
      list(
        row.kinds.map(kind => (kind in agreementKindTerms ? term(agreementKindTerms[kind as AgreementKind]) : kind)),
      ) || t`For any kind of agreement`,
    [t, term, list],
  )
  const more = useMemo(
    (): Column<TemplateCard>[] => [
      { id: 'parts', header: t`Clauses`, width: 100, rank: 4, align: 'end', cell: row => number(row.parts) },
    ],
    [t, number],
  )
  return useItemColumns(second, more)
}
