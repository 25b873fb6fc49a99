// The list of the product: sorted, paged by the server, as quick with 100,000 rows as with 100, and all by keyboard.
import { Trans, useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { sentenceFor } from '../core/problem.ts'
import { useReader } from '../core/reader.ts'
import { Banner } from './banner.tsx'
import { Button } from './button.tsx'
import { rowsToRender, useFixedRows } from './fixed-rows.ts'
import type { LinkProps } from './link.tsx'
import type { RowSource } from './row-source.ts'
import { SkeletonRows } from './skeleton.tsx'
import { type Column, columnsBelow, fitColumns, useColumnChoice } from './table-columns.ts'
import { type Sort, TableHead } from './table-head.tsx'
import { selectWidth, TableRow } from './table-row.tsx'
import { addAll, isSelected, type Selection, toggle } from './table-selection.ts'
import { TableToolbar } from './table-toolbar.tsx'

export type { Sort } from './table-head.tsx'

export interface DataTableProps<T> {
  /** Keeps the reader's columns apart from those of other tables. */
  id: string
  /** What the rows are: "Agreements". */
  label: string
  /** Not built anew at every rendering: `useMemo`. */
  columns: readonly Column<T>[]
  rows: RowSource<T>
  rowId: (row: T) => string
  /** Plain words for a row, for screen readers: its title. */
  rowLabel: (row: T) => string
  /** Where a row leads. */
  rowLink?: (row: T) => Pick<LinkProps, 'to' | 'params' | 'search'>
  /** The row whose detail is open. */
  currentId?: string | undefined
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selection?: Selection
  onSelection?: (selection: Selection) => void
  /** Buttons for the chosen rows. */
  bulkActions?: ReactNode
  /** The count in words: "214 agreements". */
  count?: (total: number) => ReactNode
  /** Export and the like, at the end of the line above the table. */
  actions?: ReactNode
  /** An EmptyState: what to do first, or that the filters find nothing. */
  empty: ReactNode
}

const headHeight = 36
/** Rows of two lines; Persian lines are taller. */
const rowHeights = { en: 54, ru: 54, fa: 56 } as const
const lineHeights = { en: 24, ru: 24, fa: 32 } as const

function useWidth() {
  const element = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return undefined
    const watcher = new ResizeObserver(() => setWidth(box.clientWidth))
    watcher.observe(box)
    setWidth(box.clientWidth)
    return () => watcher.disconnect()
  }, [])
  return [element, width] as const
}

/** Where the keys lead; null for keys that are not ours. */
export function nextIndex(key: string, index: number, total: number, page: number): number | null {
  const last = total - 1
  const moves: Record<string, number> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: last,
  }
  const wanted = moves[key]
  return wanted === undefined ? null : Math.min(Math.max(wanted, 0), last)
}

export function DataTable<T>(props: DataTableProps<T>) {
  const { columns, rows, selection, onSelection } = props
  const { language } = useReader()
  const [scroller, width] = useWidth()
  const choice = useColumnChoice(props.id, columns)
  const isSelectable = selection !== undefined && onSelection !== undefined
  const shown = fitColumns(
    choice.chosen,
    width === 0 ? Number.POSITIVE_INFINITY : width,
    isSelectable ? selectWidth : 0,
  )
  const below = columnsBelow(choice.chosen, shown)
  const template = [
    ...(isSelectable ? [`${selectWidth}px`] : []),
    ...shown.map(column => (column.isPrimary ? `minmax(0,1fr)` : `${column.width}px`)),
  ].join(' ')
  const total = rows.total ?? 0
  return (
    <div className="flex min-h-0 flex-col">
      <TableToolbar {...props} choice={choice} total={rows.total} />
      {rows.error && <TableProblem error={rows.error} retry={rows.retry} />}
      <div
        ref={scroller}
        className={`relative max-h-[75dvh] min-h-0 overflow-x-hidden overflow-y-auto overscroll-contain rounded-lg border-line bg-surface md:max-h-none ${rows.total === undefined && rows.error ? '' : 'border'}`}
      >
        {rows.total === undefined && !rows.error && <LoadingRows label={props.label} />}
        {rows.total === 0 && props.empty}
        {total > 0 && (
          <Grid
            {...props}
            key={language}
            scroller={scroller}
            shown={shown}
            below={below}
            template={template}
            total={total}
            isSelectable={isSelectable}
            rowHeight={rowHeights[language] + (below.length > 0 ? lineHeights[language] : 0)}
          />
        )}
      </div>
    </div>
  )
}

function LoadingRows({ label }: { label: string }) {
  const { t } = useLingui()
  return (
    <div role="status" aria-label={t`Loading: ${label}`}>
      <div className="h-9 border-b border-line bg-raised" />
      <SkeletonRows rows={10} />
    </div>
  )
}

function TableProblem({ error, retry }: { error: Error; retry: () => void }) {
  return (
    <Banner
      tone="bad"
      className="mb-3"
      actions={
        <Button size="small" onPress={retry}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {sentenceFor(error)}
    </Banner>
  )
}

interface GridProps<T> extends DataTableProps<T> {
  scroller: React.RefObject<HTMLDivElement | null>
  shown: readonly Column<T>[]
  below: readonly Column<T>[]
  template: string
  total: number
  isSelectable: boolean
  rowHeight: number
}

function Grid<T>(props: GridProps<T>) {
  const { rows, rowId, scroller, total, rowHeight, selection, onSelection, currentId } = props
  const [active, setActive] = useState(0)
  const activeIndex = Math.min(active, total - 1)
  const body = useRef<HTMLDivElement>(null)
  const { inSight, scrollTo } = useFixedRows(scroller, total, rowHeight, headHeight)
  const rendered = rowsToRender(inSight, total, activeIndex)
  const { want } = rows
  useEffect(() => want(inSight.first, inSight.last), [want, inSight.first, inSight.last])
  useReturnOfFocus(currentId, () => rowElement(body.current, activeIndex)?.focus())

  const focusRow = (index: number) => {
    setActive(index)
    scrollTo(index)
    requestAnimationFrame(() => rowElement(body.current, index)?.focus({ preventScroll: true }))
  }
  const idAt = (index: number) => {
    const row = rows.rowAt(index)
    return row === undefined ? undefined : rowId(row)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[role=row]')
    if (event.target !== row || event.altKey) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const next = nextIndex(event.key, activeIndex, total, page)
    const id = idAt(activeIndex)
    if (next !== null) {
      const nextId = idAt(next)
      if (event.shiftKey && selection && onSelection && id && nextId) onSelection(addAll(selection, [id, nextId]))
      focusRow(next)
    } else if (event.key === 'Enter') row?.querySelector<HTMLElement>('a[data-row-link]')?.click()
    else if (event.key === ' ' && selection && onSelection && id) onSelection(toggle(selection, id))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && onSelection)
      onSelection({ mode: 'all', except: new Set() })
    else return
    event.preventDefault()
  }

  return (
    <div
      role="grid"
      aria-label={props.label}
      aria-rowcount={total + 1}
      aria-colcount={props.shown.length + (props.isSelectable ? 1 : 0)}
      aria-busy={rows.isStale}
      aria-multiselectable={props.isSelectable || undefined}
      onKeyDown={onKeyDown}
      className={rows.isStale ? 'opacity-60' : ''}
    >
      <TableHead {...props} idsSeen={rendered.map(idAt).filter(id => id !== undefined)} />
      <div ref={body} role="rowgroup" className="relative" style={{ height: total * rowHeight }}>
        {rendered.map(index => {
          const row = rows.rowAt(index)
          return (
            <TableRow
              {...props}
              key={index}
              row={row}
              index={index}
              top={index * rowHeight}
              isActive={index === activeIndex}
              isChosen={row !== undefined && selection !== undefined && isSelected(selection, rowId(row))}
              isCurrent={row !== undefined && currentId !== undefined && rowId(row) === currentId}
              onFocus={() => setActive(index)}
            />
          )
        })}
      </div>
    </div>
  )
}

const rowElement = (body: HTMLElement | null, index: number): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null

/** When the detail beside the list closes, the keyboard is back on its row. */
function useReturnOfFocus(currentId: string | undefined, focus: () => void): void {
  const last = useRef(currentId)
  const latest = useRef(focus)
  latest.current = focus
  useEffect(() => {
    if (last.current !== undefined && currentId === undefined) latest.current()
    last.current = currentId
  }, [currentId])
}
