// How agreements divide by kind, state or pulse: a word, a bar, a number that leads to the records.
import type { ReactNode } from 'react'
import { useFormat } from '../../../core/format.ts'
import { BareLink } from '../../../kit/link.tsx'

export interface Share {
  id: string
  label: ReactNode
  count: number
  /** The search of the portfolio that shows them. */
  search: Record<string, unknown>
}

export function ShareList({ label, shares }: { label: string; shares: readonly Share[] }) {
  const { number } = useFormat()
  const most = Math.max(1, ...shares.map(share => share.count))
  return (
    <section aria-label={label} className="min-w-0">
      <h3 className="mb-1.5 text-xs font-medium text-muted">{label}</h3>
      <ul className="divide-y divide-line border-y border-line text-sm">
        {shares.map(share => (
          <li key={share.id}>
            <BareLink
              to="/portfolio"
              search={share.search}
              className="grid grid-cols-[minmax(0,1fr)_5rem_3rem] items-center gap-3 px-1 py-1.5 hover:bg-raised focus-ring"
            >
              <span className="truncate">{share.label}</span>
              <span aria-hidden className="h-1.5 rounded-full bg-line">
                <span
                  className="block h-full rounded-full bg-accent forced-color-adjust-none"
                  style={{ width: `${(share.count / most) * 100}%` }}
                />
              </span>
              <span className="text-end tabular-nums">{number(share.count)}</span>
            </BareLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
