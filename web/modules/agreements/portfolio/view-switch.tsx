// Three ways to look at the same agreements: table, map, terms.
import { useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { CalendarRange, Map as MapIcon, Rows3 } from 'lucide-react'
import { type Reads, readOneOf } from '../../../core/url-state.ts'
import { BareLink } from '../../../kit/link.tsx'
import { withFilter } from './portfolio-filter.ts'

export type PortfolioView = 'table' | 'map' | 'timeline'
export const readView: Reads<PortfolioView> = readOneOf(['table', 'map', 'timeline'])

export function ViewSwitch({ view }: { view: PortfolioView }) {
  const { t } = useLingui()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const views = [
    { id: 'table', label: t`Table`, icon: Rows3 },
    { id: 'map', label: t`Map`, icon: MapIcon },
    { id: 'timeline', label: t`Terms`, icon: CalendarRange },
  ] as const
  return (
    <nav aria-label={t`View`} className="flex overflow-hidden rounded-md border border-line-strong/50 bg-surface">
      {views.map(({ id, label, icon: Icon }) => (
        <BareLink
          key={id}
          to="/portfolio"
          search={withFilter(search, { view: id === 'table' ? undefined : id })}
          aria-current={view === id ? 'page' : undefined}
          className={`flex h-8.5 items-center gap-1.5 border-s border-line px-2.5 text-sm first:border-s-0 focus-visible:-outline-offset-2 focus-ring ${view === id ? 'bg-accent-soft font-medium text-ink' : 'text-muted hover:text-ink'}`}
        >
          <Icon aria-hidden className="size-4 shrink-0 max-sm:hidden" />
          {label}
        </BareLink>
      ))}
    </nav>
  )
}
