// Home of the product: numbers, one filter, and three views on the same agreements.
import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Outlet } from '@tanstack/react-router'
import { FileUp, Plus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { getPortfolioCounts, type PortfolioCounts } from '#modules/agreements/portfolio.contract.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callOptions } from '../../../core/query.ts'
import { useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { LinkButton } from '../../../kit/link.tsx'
import { Page, PageHeader } from '../../../kit/page.tsx'
import { ListWithPanel } from '../../../kit/panel.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { ExportMenu } from '../portfolio/export-menu.tsx'
import { useFilter } from '../portfolio/portfolio-filter.ts'
import { PortfolioFilters } from '../portfolio/portfolio-filters.tsx'
import { NothingYet, PortfolioTable, sortReaders } from '../portfolio/portfolio-table.tsx'
import { PortfolioTiles } from '../portfolio/portfolio-tiles.tsx'
import { ViewMenu } from '../portfolio/view-menu.tsx'
import { readView, ViewSwitch } from '../portfolio/view-switch.tsx'

const PortfolioMap = lazy(() => import('../portfolio/portfolio-map.tsx').then(file => ({ default: file.PortfolioMap })))
const PortfolioTerms = lazy(() =>
  import('../portfolio/portfolio-terms.tsx').then(file => ({ default: file.PortfolioTerms })),
)

const readers = { view: readView, ...sortReaders }

export function PortfolioPage() {
  return (
    <ListWithPanel panel={<Outlet />}>
      <Portfolio />
    </ListWithPanel>
  )
}

function isNothingAtAll(counts: PortfolioCounts | undefined, filter: object): boolean {
  return counts?.total === 0 && Object.values(filter).every(value => value === undefined)
}

function Portfolio() {
  const { t } = useLingui()
  const { filter } = useFilter()
  const [{ view = 'table', sort, direction }] = useUrlState(readers)
  const counts = useQuery({ ...callOptions(getPortfolioCounts, { query: filter }), placeholderData: keepPreviousData })
  const isEmpty = isNothingAtAll(counts.data, filter)
  return (
    <Page fill={view === 'table' && !isEmpty}>
      <PageHeader
        title={t`Portfolio`}
        actions={
          <>
            {!isEmpty && <ExportMenu query={{ filter, sort, direction }} />}
            <LinkButton
              to="/imports/new"
              icon={<FileUp aria-hidden className="size-4 text-muted" />}
            >{t`Import`}</LinkButton>
            <LinkButton variant="primary" to="/agreements/new" icon={<Plus aria-hidden className="size-4" />}>
              {t`New agreement`}
            </LinkButton>
          </>
        }
      />
      {counts.error && (
        <Banner
          tone="bad"
          className="mb-4"
          actions={<Button size="small" onPress={() => void counts.refetch()}>{t`Try again`}</Button>}
        >
          {sentenceFor(counts.error)}
        </Banner>
      )}
      {isEmpty ? (
        <div className="rounded-lg border border-line bg-surface">
          <NothingYet />
        </div>
      ) : (
        <>
          <PortfolioTiles counts={counts.data} />
          <PortfolioFilters
            counts={counts.data}
            end={
              <>
                <ViewSwitch view={view} />
                <ViewMenu />
              </>
            }
          />
          {view === 'table' && <PortfolioTable />}
          {view !== 'table' && (
            <Suspense fallback={<SkeletonBox height={520} />}>
              {view === 'map' ? <PortfolioMap /> : <PortfolioTerms />}
            </Suspense>
          )}
        </>
      )}
      <p className="sr-only" role="status">
        {counts.data && <Trans>{counts.data.total} agreements fit</Trans>}
      </p>
    </Page>
  )
}
