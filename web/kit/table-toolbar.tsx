// The line above a table: count and columns, or, when rows are chosen, what can be done with them.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Columns3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '../core/format.ts'
import { Button, IconButton } from './button.tsx'
import { Menu } from './menu.tsx'
import type { Column, ColumnChoice } from './table-columns.ts'
import { countSelected, noSelection, type Selection } from './table-selection.ts'

export interface TableToolbarProps<T> {
  columns: readonly Column<T>[]
  choice: ColumnChoice<T>
  total: number | undefined
  selection?: Selection
  onSelection?: (selection: Selection) => void
  bulkActions?: ReactNode
  count?: (total: number) => ReactNode
  actions?: ReactNode
}

function BulkBar({
  chosen,
  total,
  onSelection,
  children,
}: {
  chosen: number
  total: number
  onSelection: (selection: Selection) => void
  children: ReactNode
}) {
  const { number } = useFormat()
  return (
    <>
      <span role="status" className="text-sm font-medium">
        <Plural value={chosen} one="# row chosen" other="# rows chosen" />
      </span>
      {chosen < total && (
        <Button variant="quiet" size="small" onPress={() => onSelection({ mode: 'all', except: new Set() })}>
          <Trans>Choose all {number(total)}</Trans>
        </Button>
      )}
      <Button variant="quiet" size="small" onPress={() => onSelection(noSelection)}>
        <Trans>Choose none</Trans>
      </Button>
      <span className="flex-1" />
      {children}
    </>
  )
}

export function TableToolbar<T>({
  columns,
  choice,
  total,
  selection,
  onSelection,
  bulkActions,
  count,
  actions,
}: TableToolbarProps<T>) {
  const { t } = useLingui()
  const chosen = selection ? countSelected(selection, total ?? 0) : 0
  const choosable = columns.filter(column => !column.isPrimary)
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-2 pb-2 no-print">
      {chosen > 0 && onSelection ? (
        <BulkBar chosen={chosen} total={total ?? 0} onSelection={onSelection}>
          {bulkActions}
        </BulkBar>
      ) : (
        <>
          <span role="status" className="flex-1 text-xs text-muted">
            {total !== undefined && (count?.(total) ?? <Plural value={total} one="# row" other="# rows" />)}
          </span>
          {actions}
          {choosable.length > 0 && (
            <Menu
              label={t`Columns`}
              trigger={
                <IconButton label={t`Columns`} size="small">
                  <Columns3 aria-hidden className="size-4" />
                </IconButton>
              }
              sections={[
                {
                  id: 'columns',
                  items: choosable.map(column => ({ id: column.id, label: column.header })),
                  selection: {
                    mode: 'multiple',
                    chosen: choosable.filter(choice.isShown).map(column => column.id),
                    onChange: choice.show,
                  },
                },
              ]}
            />
          )}
        </>
      )}
    </div>
  )
}
