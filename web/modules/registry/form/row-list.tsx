// Rows of a form that can be added and removed: names, identifiers, websites.
import { useLingui } from '@lingui/react/macro'
import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../../kit/button.tsx'

export interface RowListProps<T> {
  /** Path of the list; rows are `names.0`. */
  name: string
  rows: readonly T[]
  onChange: (rows: T[]) => void
  blank: T
  addLabel: string
  /** Which row, for screen readers. */
  rowLabel: (row: T) => string
  children: (row: T, change: (part: Partial<T>) => void, path: string) => ReactNode
}

export function RowList<T extends object>(props: RowListProps<T>) {
  const { name, rows, onChange, blank, addLabel, rowLabel, children } = props
  const { t } = useLingui()
  const change = (index: number, part: Partial<T>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)))
  return (
    <div className="flex flex-col gap-3" data-field={name}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form have no identity of their own
        <div key={index} className="flex items-start gap-1">
          <div className="min-w-0 flex-1">{children(row, part => change(index, part), `${name}.${index}`)}</div>
          <IconButton label={t`Remove ${rowLabel(row)}`} onPress={() => onChange(rows.filter((_, at) => at !== index))}>
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Plus aria-hidden className="size-3.5" />}
          onPress={() => onChange([...rows, blank])}
        >
          {addLabel}
        </Button>
      </div>
    </div>
  )
}
