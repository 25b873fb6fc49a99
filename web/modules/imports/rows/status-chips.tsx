// How many rows are ready, doubtful, wrong or left out; each is a filter.
import { useLingui } from '@lingui/react/macro'
import type { ImportRun } from '#modules/imports/import.contract.ts'
import { useFormat } from '../../../core/format.ts'
import type { ChangeUrl } from '../../../core/url-state.ts'
import { Dot } from '../../../kit/status-dot.tsx'
import { rowStatusWords } from '../import-words.tsx'
import { type RowUrl, type rowReaders, rowStatusIds } from './row-filters.ts'

interface StatusChipsProps {
  run: ImportRun
  url: RowUrl
  onChange: ChangeUrl<typeof rowReaders>
}

const look =
  'inline-flex h-7 items-center gap-2 rounded-md border px-2.5 text-xs focus-ring transition-colors aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium'

export function StatusChips({ run, url, onChange }: StatusChipsProps) {
  const { t, i18n } = useLingui()
  const { number } = useFormat()
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">{t`Show rows that are`}</legend>
      {rowStatusIds
        .filter(status => run.totals[status] > 0 || url.status === status)
        .map(status => {
          const isOn = url.status === status
          const word = rowStatusWords[status]
          return (
            <button
              key={status}
              type="button"
              aria-pressed={isOn}
              onClick={() => onChange({ status: isOn ? undefined : status, row: undefined })}
              className={`${look} border-line bg-surface hover:border-line-strong`}
            >
              <Dot tone={word.tone} />
              {i18n._(word.label)}
              <span className="text-muted tabular-nums">{number(run.totals[status])}</span>
            </button>
          )
        })}
    </fieldset>
  )
}
