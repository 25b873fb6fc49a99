// Moving and removing one of a list of things in a form.
import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { IconButton } from '../../../kit/button.tsx'

/** The list with the thing at one place moved to another. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = items.toSpliced(from, 1)
  return next.toSpliced(to, 0, items[from] as T)
}

interface ListButtonsProps<T> {
  /** What is moved or removed, for the names of the buttons. */
  label: string
  items: readonly T[]
  at: number
  onChange: (items: T[]) => void
  canMove?: boolean
}

export function ListButtons<T>({ label, items, at, onChange, canMove = true }: ListButtonsProps<T>) {
  const { t } = useLingui()
  return (
    <span className="flex shrink-0 gap-1">
      {canMove && (
        <>
          <IconButton
            label={t`Move up: ${label}`}
            size="small"
            isDisabled={at === 0}
            onPress={() => onChange(moved(items, at, at - 1))}
          >
            <ArrowUp aria-hidden className="size-4" />
          </IconButton>
          <IconButton
            label={t`Move down: ${label}`}
            size="small"
            isDisabled={at === items.length - 1}
            onPress={() => onChange(moved(items, at, at + 1))}
          >
            <ArrowDown aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
      <IconButton label={t`Remove ${label}`} size="small" onPress={() => onChange(items.toSpliced(at, 1))}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
    </span>
  )
}
