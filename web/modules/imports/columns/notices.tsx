// What was odd about the file and what was done about it; calm, and only the first few until asked.
import { Plural, useLingui } from '@lingui/react/macro'
import { Info, TriangleAlert } from 'lucide-react'
import type { DoubtView } from '#modules/imports/import.contract.ts'

export function Notices({ notices }: { notices: readonly DoubtView[] }) {
  const { t } = useLingui()
  if (notices.length === 0) return null
  return (
    <details className="rounded-lg border border-line bg-surface text-sm">
      <summary className="cursor-default rounded-lg px-4 py-2.5 focus-ring">
        <Plural value={notices.length} one="# note about the file" other="# notes about the file" />
      </summary>
      <ul aria-label={t`Notes about the file`} className="flex flex-col gap-2 px-4 pb-4 text-muted">
        {notices.map((notice, index) => {
          const Icon = notice.severity === 'info' ? Info : TriangleAlert
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: notices have no identity and never move
            <li key={index} className="flex gap-2.5">
              <Icon
                aria-hidden
                className={`mt-0.5 size-4 shrink-0 ${notice.severity === 'info' ? 'text-quiet' : 'text-warn'}`}
              />
              <span>{notice.text}</span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
