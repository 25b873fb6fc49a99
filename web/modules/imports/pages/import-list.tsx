// All imports: what was brought, by whom, when, and what became of it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { FileSpreadsheet, Plus } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { ResponseOf } from '#core/contract.ts'
import { type ImportRun, listImports } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Bdi, Missing } from '../../../kit/bdi.tsx'
import { Button } from '../../../kit/button.tsx'
import { DataTable } from '../../../kit/data-table.tsx'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { usePagedRows } from '../../../kit/row-source.ts'
import type { Column } from '../../../kit/table-columns.ts'
import { RowTitle } from '../../../kit/table-row.tsx'
import { stateWords, WordDot } from '../import-words.tsx'
import { UndoDialog } from '../write/undo-dialog.tsx'

type Summary = ResponseOf<typeof listImports>['items'][number]

export function ImportList() {
  const { t } = useLingui()
  const rows = usePagedRows(listImports, {})
  const [undoing, setUndoing] = useState<Summary | null>(null)
  const columns = useImportColumns(setUndoing)
  const bring = (
    <LinkButton variant="primary" to="/imports/new" icon={<Plus aria-hidden className="size-4" />}>
      {t`Bring a list`}
    </LinkButton>
  )
  return (
    <Page fill>
      <PageHeader
        title={t`Imports`}
        subtitle={t`Lists that were brought here, and what became of them`}
        actions={rows.total === 0 ? undefined : bring}
      />
      <DataTable
        id="imports"
        label={t`Imports`}
        columns={columns}
        rows={rows}
        rowId={row => row.id}
        rowLabel={row => row.fileName}
        rowLink={row => ({ to: '/imports/$importId', params: { importId: row.id } })}
        count={total => <Plural value={total} one="# import" other="# imports" />}
        empty={
          <EmptyState icon={<FileSpreadsheet />} title={t`No list was brought yet`} actions={bring}>
            <Trans>
              The spreadsheet that your office has kept becomes a map of partners, a calendar of expiries and a list of
              sleeping partnerships. You see every doubt before anything is written.
            </Trans>
          </EmptyState>
        }
      />
      {undoing && <UndoDialog run={undoing} onClose={() => setUndoing(null)} />}
    </Page>
  )
}

/** What an import did or would do, in one line. */
export function TotalsLine({ run }: { run: Pick<ImportRun, 'totals' | 'state' | 'listKind'> }) {
  const { number } = useFormat()
  const { totals, state } = run
  if (totals.rows === 0) return <Missing />
  const created = number(totals.create)
  const changed = number(totals.update)
  const doubts = totals.doubtful + totals.error
  if (state === 'written' || state === 'undone')
    return (
      <Trans>
        {created} new, {changed} changed
      </Trans>
    )
  return doubts > 0 ? (
    <Plural value={doubts} one="# row to look at" other="# rows to look at" />
  ) : (
    <Trans>No doubts left</Trans>
  )
}

function useImportColumns(onUndo: (run: Summary) => void): Column<Summary>[] {
  const { t } = useLingui()
  const format = useFormat()
  return useMemo<Column<Summary>[]>(
    () => [
      {
        id: 'file',
        header: t`List`,
        width: 220,
        isPrimary: true,
        cell: row => (
          <RowTitle second={<Bdi>{row.homeName}</Bdi>}>
            <Bdi>{row.fileName}</Bdi>
          </RowTitle>
        ),
      },
      {
        id: 'state',
        header: t`State`,
        width: 180,
        rank: 9,
        below: true,
        cell: row => <WordDot word={stateWords[row.state]} />,
      },
      { id: 'rows', header: t`Rows`, width: 88, align: 'end', rank: 2, cell: row => format.number(row.totals.rows) },
      { id: 'totals', header: t`Result`, width: 190, rank: 6, cell: row => <TotalsLine run={row} /> },
      {
        id: 'who',
        header: t`Brought by`,
        width: 160,
        rank: 3,
        cell: row => (row.createdBy ? <Bdi>{row.createdBy}</Bdi> : <Missing />),
      },
      { id: 'when', header: t`When`, width: 160, rank: 4, below: true, cell: row => format.instant(row.createdAt) },
      {
        id: 'undo',
        header: t`Take back`,
        width: 120,
        rank: 5,
        cell: row =>
          row.state === 'written' && (
            <span className="relative z-1">
              <Button size="small" variant="quiet" onPress={() => onUndo(row)}>
                {t`Undo …`}
              </Button>
            </span>
          ),
      },
    ],
    [t, format, onUndo],
  )
}
