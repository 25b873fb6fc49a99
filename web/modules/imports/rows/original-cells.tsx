// Every original cell of a row under its header, exactly as it stood in the file; cells with a doubt are marked.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ImportRow, ImportRun } from '#modules/imports/import.contract.ts'
import { Bdi } from '../../../kit/bdi.tsx'
import { columnLetter } from '../columns/column-letter.ts'

export function OriginalCells({ run, row }: { run: ImportRun; row: ImportRow }) {
  const { t } = useLingui()
  const doubtful = new Set(row.doubts.map(doubt => doubt.column))
  const cells = run.columns.map((column, index) => ({ column, text: row.cells[index] ?? '' }))
  const empty = cells.filter(cell => cell.text === '' && !doubtful.has(cell.column.index)).length
  return (
    <section aria-label={t`As it stands in the list`} className="min-w-0">
      <h3 className="mb-2 text-xs font-medium text-muted">
        <Trans>As it stands in the list</Trans>
      </h3>
      <dl className="divide-y divide-line border-y border-line text-sm">
        {cells
          .filter(cell => cell.text !== '' || doubtful.has(cell.column.index))
          .map(({ column, text }) => (
            <div
              key={column.index}
              className={`py-1.5 ps-3 ${doubtful.has(column.index) ? 'border-s-3 border-s-warn bg-warn/8' : 'border-s-3 border-s-transparent'}`}
            >
              <dt className="flex gap-2 text-xs text-muted">
                <span aria-hidden dir="ltr" className="tabular-nums">
                  {columnLetter(column.index)}
                </span>
                <Bdi>{column.source}</Bdi>
                {doubtful.has(column.index) && <span className="sr-only">{t`, doubtful`}</span>}
              </dt>
              <dd className="break-words whitespace-pre-line">
                {text === '' ? (
                  <span className="text-muted italic">
                    <Trans>empty</Trans>
                  </span>
                ) : (
                  <Bdi>{text}</Bdi>
                )}
              </dd>
            </div>
          ))}
      </dl>
      {empty > 0 && (
        <p className="mt-2 text-xs text-muted">
          <Trans>Empty cells are not shown.</Trans>
        </p>
      )}
    </section>
  )
}
