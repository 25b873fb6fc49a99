// The head of a table: names of columns, sorting, choosing all rows in sight.
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { Checkbox } from './checkbox.tsx'
import type { Column } from './table-columns.ts'
import { addAll, isSelected, noSelection, type Selection } from './table-selection.ts'

export interface Sort {
  by: string
  direction: 'ascending' | 'descending'
}

export interface TableHeadProps<T> {
  shown: readonly Column<T>[]
  template: string
  isSelectable: boolean
  sort?: Sort | null
  onSort?: (sort: Sort) => void
  selection?: Selection
  onSelection?: (selection: Selection) => void
  /** Ids of the rows that are loaded and in sight. */
  idsSeen: readonly string[]
}

/** Same column again turns the order round. */
export const nextSort = (sort: Sort | null | undefined, by: string): Sort => ({
  by,
  direction: sort?.by === by && sort.direction === 'ascending' ? 'descending' : 'ascending',
})

function HeadCell<T>({
  column,
  sort,
  onSort,
}: {
  column: Column<T>
  sort?: Sort | null
  onSort?: (sort: Sort) => void
}) {
  const direction = sort?.by === column.id ? sort.direction : undefined
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: in this grid the rows have the focus, not the cells
    <div
      role="columnheader"
      {...(column.isSortable && { 'aria-sort': direction ?? ('none' as const) })}
      className={`flex min-w-0 items-center px-4 ${column.align === 'end' ? 'justify-end' : ''}`}
    >
      {column.isSortable && onSort ? (
        <button
          type="button"
          onClick={() => onSort(nextSort(sort, column.id))}
          className={`-mx-1 inline-flex min-h-6 min-w-0 items-center gap-1 rounded-sm px-1 font-medium hover:text-ink focus-ring ${column.align === 'end' ? 'flex-row-reverse' : ''}`}
        >
          <span className="truncate">{column.header}</span>
          <Arrow aria-hidden className={`size-3 shrink-0 ${direction ? '' : 'invisible'}`} />
        </button>
      ) : (
        <span className="truncate font-medium">{column.header}</span>
      )}
    </div>
  )
}

export function TableHead<T>({
  shown,
  template,
  isSelectable,
  sort,
  onSort,
  selection = noSelection,
  onSelection,
  idsSeen,
}: TableHeadProps<T>) {
  const { t } = useLingui()
  const chosen = idsSeen.filter(id => isSelected(selection, id)).length
  const isAll = idsSeen.length > 0 && chosen === idsSeen.length
  const change = () => onSelection?.(isAll ? noSelection : addAll(selection, idsSeen))
  return (
    <div role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-raised">
      {/* biome-ignore lint/a11y/useFocusableInteractive: in this grid the rows have the focus, not the cells */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-9 items-center text-xs text-muted"
        style={{ gridTemplateColumns: template }}
      >
        {isSelectable && (
          // biome-ignore lint/a11y/useFocusableInteractive: in this grid the rows have the focus, not the cells
          <div role="columnheader" className="flex justify-center ps-2">
            <Checkbox
              aria-label={t`Select the rows in sight`}
              isSelected={isAll}
              isIndeterminate={chosen > 0 && !isAll}
              onChange={change}
            />
          </div>
        )}
        {shown.map(column => (
          <HeadCell key={column.id} column={column} {...(sort !== undefined && { sort })} {...(onSort && { onSort })} />
        ))}
      </div>
    </div>
  )
}
