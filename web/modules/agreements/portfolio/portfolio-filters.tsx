// The filter bar of portfolio and partners: text in any script, the usual filters in line, all of them in a sheet.
import { Trans, useLingui } from '@lingui/react/macro'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { PortfolioCounts } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { Button } from '../../../kit/button.tsx'
import { Drawer } from '../../../kit/drawer.tsx'
import { FilterBar } from '../../../kit/filter-bar.tsx'
import { SearchBox } from '../../../kit/search-box.tsx'
import { SkeletonText } from '../../../kit/skeleton.tsx'
import { type FacetName, useFacetChoices } from './facet-choices.ts'
import { FacetSelect } from './facet-select.tsx'
import { useFilterChips } from './filter-chips.ts'
import { useFilter } from './portfolio-filter.ts'

const inLine = ['country', 'kind', 'state', 'pulse'] as const satisfies readonly FacetName[]
const FilterSheet = lazy(() => import('./filter-sheet.tsx').then(file => ({ default: file.FilterSheet })))

export function PortfolioFilters({ counts, end }: { counts: PortfolioCounts | undefined; end?: ReactNode }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { values, change, clear } = useFilter()
  const facets = useFacetChoices(counts)
  const chips = useFilterChips(values, change, facets)
  const [isOpen, setOpen] = useState(false)
  const part = { values, change, facets }
  return (
    <>
      <FilterBar
        search={
          <SearchBox
            label={t`Search agreements, partners, numbers`}
            value={values.text ?? ''}
            onChange={text => change({ text })}
            className="w-full sm:w-72"
          />
        }
        filters={
          <>
            {inLine.map(name => (
              <FacetSelect key={name} {...part} name={name} isInLine />
            ))}
            <Button
              icon={<SlidersHorizontal aria-hidden className="size-4 text-muted" />}
              onPress={() => setOpen(true)}
            >
              {chips.length > 0 ? t`Filters (${number(chips.length)})` : t`Filters`}
            </Button>
          </>
        }
        savedViews={end}
        chips={chips}
        onClear={clear}
      />
      <Drawer isOpen={isOpen} onClose={() => setOpen(false)} title={t`Filters`}>
        <div className="flex flex-col gap-5 p-6">
          <Suspense fallback={<SkeletonText lines={12} />}>
            <FilterSheet {...part} />
          </Suspense>
          <div className="flex gap-2 border-t border-line pt-5">
            <Button variant="primary" onPress={() => setOpen(false)}>
              {counts ? t`Show ${number(counts.total)}` : t`Show`}
            </Button>
            <Button variant="quiet" onPress={clear}>
              <Trans>Clear all</Trans>
            </Button>
          </div>
        </div>
      </Drawer>
    </>
  )
}
