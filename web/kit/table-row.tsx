// A row of a table, and the cell with a title and a muted second line.
import { useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, use } from 'react'
import { Checkbox } from './checkbox.tsx'
import { BareLink, type LinkProps } from './link.tsx'
import { SkeletonLine } from './skeleton.tsx'
import type { Column } from './table-columns.ts'
import { type Selection, toggle } from './table-selection.ts'

/** Width of the column with the boxes. */
export const selectWidth = 44

type RowLink = Pick<LinkProps, 'to' | 'params' | 'search'>
const RowLinkContext = createContext<RowLink | undefined>(undefined)

/** The primary cell: the title is the row's link, the whole row can be pressed. */
export function RowTitle({ children, second }: { children: ReactNode; second?: ReactNode }) {
  const link = use(RowLinkContext)
  return (
    <span className="block min-w-0">
      {link ? (
        <BareLink
          {...link}
          data-row-link=""
          tabIndex={-1}
          className="block truncate font-medium outline-none after:absolute after:inset-0"
        >
          {children}
        </BareLink>
      ) : (
        <span className="block truncate font-medium">{children}</span>
      )}
      {second && <span className="block truncate text-xs text-muted">{second}</span>}
    </span>
  )
}

export interface TableRowProps<T> {
  row: T | undefined
  index: number
  /** Pixels from the top of the body. */
  top: number
  rowHeight: number
  shown: readonly Column<T>[]
  /** Columns without room, told on a line below the title. */
  below: readonly Column<T>[]
  template: string
  isSelectable: boolean
  isActive: boolean
  isChosen: boolean
  isCurrent: boolean
  rowId: (row: T) => string
  rowLabel: (row: T) => string
  rowLink?: (row: T) => RowLink
  selection?: Selection
  onSelection?: (selection: Selection) => void
  onFocus: () => void
}

export function TableRow<T>(props: TableRowProps<T>) {
  const { row, index, top, rowHeight, shown, template, isSelectable, isActive, isChosen, isCurrent } = props
  const { t } = useLingui()
  const look = isCurrent ? 'bg-accent-soft' : isChosen ? 'bg-accent-soft/60' : 'hover:bg-raised'
  return (
    <div
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      {...(isSelectable && { 'aria-selected': isChosen })}
      {...(isCurrent && { 'aria-current': true })}
      tabIndex={isActive ? 0 : -1}
      onFocus={props.onFocus}
      className={`absolute inset-x-0 grid items-center border-b border-line text-sm outline-none focus-visible:z-1 focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent ${look}`}
      style={{ top, height: rowHeight, gridTemplateColumns: template }}
    >
      {isSelectable && (
        // biome-ignore lint/a11y/useFocusableInteractive: in this grid the rows have the focus, not the cells
        <div role="gridcell" className="relative z-1 flex justify-center ps-2">
          {row !== undefined && (
            <Checkbox
              aria-label={t`Select ${props.rowLabel(row)}`}
              isSelected={isChosen}
              excludeFromTabOrder
              onChange={() => props.selection && props.onSelection?.(toggle(props.selection, props.rowId(row)))}
            />
          )}
        </div>
      )}
      <RowLinkContext value={row === undefined ? undefined : props.rowLink?.(row)}>
        {shown.map(column => (
          // biome-ignore lint/a11y/useFocusableInteractive: in this grid the rows have the focus, not the cells
          <div
            key={column.id}
            role="gridcell"
            className={`min-w-0 px-4 ${column.isPrimary ? '' : 'truncate'} ${column.align === 'end' ? 'text-end tabular-nums' : ''}`}
          >
            {row === undefined ? <SkeletonLine width={column.isPrimary ? 0.5 : 0.7} /> : column.cell(row)}
            {row !== undefined && column.isPrimary && <LineBelow row={row} columns={props.below} />}
          </div>
        ))}
      </RowLinkContext>
    </div>
  )
}

/** On a phone: what the columns without room would say, one beside the other. */
function LineBelow<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  if (columns.length === 0) return null
  return (
    <span className="mt-1 flex min-w-0 items-center gap-3 text-xs text-muted">
      {columns.map(column => (
        <span key={column.id} className="min-w-0 truncate">
          {typeof column.below === 'function' ? column.below(row) : column.cell(row)}
        </span>
      ))}
    </span>
  )
}
