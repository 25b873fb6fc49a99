// Facts of a record: what it is called at the start, what it is after it, hairlines between.
import type { ReactNode } from 'react'
import { Missing } from './bdi.tsx'

export interface Fact {
  label: string
  /** Null and empty are shown as not known. */
  value: ReactNode
  /** Where the fact comes from or what it means. */
  note?: ReactNode
}

const isEmpty = (value: ReactNode): boolean => value === null || value === undefined || value === ''

export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="divide-y divide-line border-y border-line text-sm">
      {facts.map(fact => (
        <div key={fact.label} className="flex flex-wrap gap-x-4 gap-y-0.5 py-2">
          <dt className="w-32 shrink-0 text-muted">{fact.label}</dt>
          <dd className="min-w-0 flex-1 basis-40">
            {isEmpty(fact.value) ? <Missing /> : fact.value}
            {fact.note && <span className="block text-xs text-muted">{fact.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
