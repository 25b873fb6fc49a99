// The line above a list: search, a few filters, saved views, and what is filtered now as chips.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { RemovableTag } from './tag.tsx'

export interface FilterChip {
  id: string
  /** Name of the filter: "Country". */
  label: string
  /** What it is set to: "Italy, France". */
  value: string
  onRemove: () => void
}

export interface FilterBarProps {
  search?: ReactNode
  /** Two or three selects; the rest behind a "more" button. */
  filters?: ReactNode
  savedViews?: ReactNode
  chips?: readonly FilterChip[]
  onClear?: () => void
}

export function FilterBar({ search, filters, savedViews, chips = [], onClear }: FilterBarProps) {
  const { t } = useLingui()
  return (
    <search aria-label={t`Search and filters`} className="mb-3 flex flex-col gap-2 no-print">
      <div className="flex flex-wrap items-center gap-2">
        {search}
        {filters}
        {savedViews && <div className="flex max-w-full flex-wrap items-center gap-2 sm:ms-auto">{savedViews}</div>}
      </div>
      {chips.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5">
          {chips.map(chip => (
            <RemovableTag key={chip.id} label={`${chip.label}: ${chip.value}`} onRemove={chip.onRemove}>
              <span className="text-muted">{chip.label}:</span> <bdi>{chip.value}</bdi>
            </RemovableTag>
          ))}
          {onClear && (
            <Button variant="quiet" size="small" onPress={onClear}>
              <Trans>Clear all</Trans>
            </Button>
          )}
        </div>
      )}
    </search>
  )
}
