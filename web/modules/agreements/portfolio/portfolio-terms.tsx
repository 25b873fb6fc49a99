// The portfolio over time: terms as bars by partner, country or year of signing, then the calendar of expiries.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { getPortfolioTimeline, type PortfolioTimeline } from '#modules/agreements/portfolio.contract.ts'
import { call } from '../../../core/api.ts'
import { todayIn, useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callKey } from '../../../core/query.ts'
import { useSession } from '../../../core/session.ts'
import { readFlag, readOneOf, useUrlState } from '../../../core/url-state.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Select } from '../../../kit/select.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { Switch } from '../../../kit/switch.tsx'
import { ExpiryCalendar } from './expiry-calendar.tsx'
import { useFilter } from './portfolio-filter.ts'
import { NothingFound } from './portfolio-table.tsx'
import { TermBars, TermTable } from './term-bars.tsx'
import { termScale } from './term-scale.ts'

const groupings = ['partner', 'country', 'year'] as const
const readers = { group: readOneOf(groupings), plain: readFlag }
const groupsAtOnce = 25

function useTerms(group: (typeof groupings)[number]) {
  const { filter } = useFilter()
  const query = { ...filter, group, limit: groupsAtOnce }
  return useInfiniteQuery({
    queryKey: [...callKey(getPortfolioTimeline, { query }), 'pages'],
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }): Promise<PortfolioTimeline> =>
      call(getPortfolioTimeline, { query: { ...query, offset: pageParam }, signal }),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.groups.length, 0)
      return last.groups.length > 0 && loaded < last.groupTotal ? loaded : undefined
    },
  })
}

export function PortfolioTerms() {
  const { t } = useLingui()
  const { number, reader } = useFormat()
  const session = useSession()
  const { filter, clear } = useFilter()
  const [{ group = 'partner', plain }, change] = useUrlState(readers)
  const terms = useTerms(group)
  const today = session?.installation.today ?? todayIn(reader.timeZone)
  const groups = useMemo(() => terms.data?.pages.flatMap(page => page.groups) ?? [], [terms.data])
  const scale = useMemo(
    () =>
      termScale(
        groups.flatMap(each => each.bars),
        today,
        reader.calendar,
      ),
    [groups, today, reader.calendar],
  )
  const undated = terms.data?.pages[0]?.undated ?? 0
  if (terms.error) return <Banner tone="bad">{sentenceFor(terms.error)}</Banner>
  if (!terms.data) return <SkeletonBox height={520} />
  if (groups.length === 0 && undated === 0) return <NothingFound onClear={clear} />
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <Select
          label={t`Group by`}
          hidesLabel
          className="w-44"
          choices={[
            { id: 'partner', label: t`By partner` },
            { id: 'country', label: t`By country` },
            { id: 'year', label: t`By year of signing` },
          ]}
          value={group}
          onChange={next => change({ group: next === 'partner' ? undefined : next })}
        />
        <Switch isSelected={plain ?? false} onChange={on => change({ plain: on ? true : undefined })}>
          <Trans>Show as a table</Trans>
        </Switch>
        {undated > 0 && (
          <span className="text-xs text-muted">
            <Plural
              value={undated}
              one="# agreement has no dates and is not drawn"
              other="# agreements have no dates and are not drawn"
            />
          </span>
        )}
      </div>
      {plain ? (
        <TermTable groups={groups} />
      ) : (
        <TermBars groups={groups} scale={scale} today={today} isByPartner={group === 'partner'} />
      )}
      {terms.hasNextPage && (
        <div className="mt-3 flex items-center gap-3">
          <Button
            isPending={terms.isFetchingNextPage}
            onPress={() => void terms.fetchNextPage()}
          >{t`Show more`}</Button>
          <span className="text-xs text-muted">
            <Trans>
              {number(groups.length)} of {number(terms.data.pages[0]?.groupTotal ?? 0)} groups
            </Trans>
          </span>
        </div>
      )}
      <div className="mt-8">
        <ExpiryCalendar filter={filter} today={today} />
      </div>
    </>
  )
}
