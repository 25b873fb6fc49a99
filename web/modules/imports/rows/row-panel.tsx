// One row of the list: its original cells on one side, what was understood of them on the other.
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { type ImportRow, type ImportRun, listRows } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Bdi } from '../../../kit/bdi.tsx'
import { Button, IconButton } from '../../../kit/button.tsx'
import type { RowSource } from '../../../kit/row-source.ts'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { toast } from '../../../kit/toasts.tsx'
import { may, rowOutcomeWords, rowStatusWords, WordDot } from '../import-words.tsx'
import { OriginalCells } from './original-cells.tsx'
import { rowName } from './row-columns.tsx'
import { RowForm } from './row-form.tsx'
import { Understood } from './understood.tsx'
import { type RowDecision, useRowDecision } from './use-row-decisions.ts'

interface RowPanelProps {
  run: ImportRun
  rowNumber: number
  rows: RowSource<ImportRow>
  onOpen: (row: number) => void
  onClose: () => void
}

const mostSearched = 2000
const pageOfRows = 100

/** Rows before and after this one as far as the list has them here. */
function neighbours(
  rows: RowSource<ImportRow>,
  rowNumber: number,
): { before?: number; after?: number; at?: ImportRow } {
  const total = Math.min(rows.total ?? 0, mostSearched)
  for (let index = 0; index < total; index++) {
    const at = rows.rowAt(index)
    if (at?.row !== rowNumber) continue
    const before = rows.rowAt(index - 1)?.row
    const after = rows.rowAt(index + 1)?.row
    return { at, ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  }
  return {}
}

/** The row from the list, or, when its filters do not have it, from the page of all rows it must be on. */
function useRow(run: ImportRun, rowNumber: number, known: ImportRow | undefined) {
  const last = Math.max(0, rowNumber - (run.firstDataRow ?? 1))
  const query = { offset: known ? 0 : Math.max(0, last - pageOfRows + 1), limit: known ? 1 : pageOfRows }
  const found = useCall(listRows, { params: { id: run.id }, query })
  const row = known ?? found.data?.items.find(each => each.row === rowNumber)
  return { row, error: found.error, isMissing: !row && found.data !== undefined && !found.isFetching }
}

export function RowPanel({ run, rowNumber, rows, onOpen, onClose }: RowPanelProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const near = neighbours(rows, rowNumber)
  const { row, error, isMissing } = useRow(run, rowNumber, near.at)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="@container fixed inset-0 z-20 overflow-y-auto bg-surface lg:sticky lg:inset-auto lg:top-4 lg:z-0 lg:max-h-[calc(100dvh-2rem)] lg:min-w-0 lg:flex-1 lg:rounded-lg lg:border lg:border-line"
    >
      <header className="sticky top-0 z-1 flex items-start gap-1 border-b border-line bg-surface px-5 py-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap gap-x-4 text-xs text-muted">
            <span>
              <Trans>Row {number(rowNumber)}</Trans>
            </span>
            {row && <WordDot word={rowStatusWords[row.status]} />}
            {row && <Outcome row={row} />}
          </p>
          <h2 ref={heading} id={id} tabIndex={-1} className="mt-0.5 text-lg font-semibold break-words outline-none">
            {row ? <Bdi>{rowName(row)}</Bdi> : <Trans>Row {number(rowNumber)}</Trans>}
          </h2>
        </div>
        <IconButton
          label={t`Row before`}
          isDisabled={near.before === undefined}
          onPress={() => near.before !== undefined && onOpen(near.before)}
        >
          <ArrowUp aria-hidden className="size-4" />
        </IconButton>
        <IconButton
          label={t`Next row`}
          isDisabled={near.after === undefined}
          onPress={() => near.after !== undefined && onOpen(near.after)}
        >
          <ArrowDown aria-hidden className="size-4" />
        </IconButton>
        <IconButton label={t`Close`} onPress={onClose}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      {error && <Banner tone="bad">{sentenceFor(error)}</Banner>}
      {isMissing && (
        <p className="p-5 text-sm text-muted">
          <Trans>The list has no such row, or it is empty.</Trans>
        </p>
      )}
      {!row && !isMissing && !error && (
        <div className="p-5">
          <SkeletonText lines={8} />
        </div>
      )}
      {row && <RowBody run={run} row={row} onNext={() => near.after !== undefined && onOpen(near.after)} />}
    </aside>
  )
}

function Outcome({ row }: { row: ImportRow }) {
  const { i18n } = useLingui()
  return <span>{i18n._(rowOutcomeWords[row.outcome])}</span>
}

function RowBody({ run, row, onNext }: { run: ImportRun; row: ImportRow; onNext: () => void }) {
  const { t } = useLingui()
  const [isCorrecting, setCorrecting] = useState(false)
  const { decide, isPending } = useRowDecision(run)
  const mayDecide = may(run, 'decide')
  const settle = async (body: RowDecision, goesOn: boolean) => {
    try {
      await decide(row.row, body)
      if (goesOn) onNext()
    } catch (error) {
      toast({ tone: 'bad', text: sentenceFor(error) })
    }
  }
  const isSkipped = row.status === 'skipped'
  return (
    <>
      {mayDecide && (
        <div className="flex flex-wrap gap-2 border-b border-line px-5 py-3">
          {row.status === 'doubtful' && (
            <Button isDisabled={isPending} onPress={() => void settle({ accepted: true }, true)}>
              {t`Accept as understood`}
            </Button>
          )}
          <Button isDisabled={isPending} onPress={() => setCorrecting(before => !before)}>
            {isCorrecting ? t`Stop correcting` : t`Correct by hand`}
          </Button>
          {isSkipped ? (
            <Button isDisabled={isPending} onPress={() => void settle({ skip: false }, false)}>
              {t`Take it in again`}
            </Button>
          ) : (
            <Button variant="quiet" isDisabled={isPending} onPress={() => void settle({ skip: true }, true)}>
              {t`Leave this row out`}
            </Button>
          )}
        </div>
      )}
      <div className="grid gap-x-6 gap-y-6 p-5 @min-[38rem]:grid-cols-2">
        <OriginalCells run={run} row={row} />
        {isCorrecting ? (
          <RowForm run={run} row={row} onDone={() => setCorrecting(false)} />
        ) : (
          <Understood
            run={run}
            row={row}
            onDecide={body => void settle(body, false)}
            isDisabled={!mayDecide || isPending}
          />
        )}
      </div>
    </>
  )
}
