// The calendar of expiries: how many agreements end in each of the next months, and which.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { listPortfolio, type PortfolioFilter, type PortfolioRow } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { useCall } from '../../../core/query.ts'
import { useReader } from '../../../core/reader.ts'
import { Banner } from '../../../kit/banner.tsx'
import { BareLink, Link } from '../../../kit/link.tsx'
import { Section } from '../../../kit/page.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { withFilter } from './portfolio-filter.ts'
import { type MonthSpan, monthsFrom } from './term-scale.ts'

const monthsShown = 24
const monthsInDetail = 12
const shownInMonth = 5
const mostRows = 500

interface Month extends MonthSpan {
  rows: PortfolioRow[]
}

function useMonthName(): (month: MonthSpan, length?: 'short' | 'long') => string {
  const { date, reader } = useFormat()
  return (month, length = 'long') => date({ on: month.from, precision: 'month', calendar: reader.calendar }, length)
}

/** Columns of the months; each leads to the agreements that end in it. */
function MonthColumns({ months }: { months: readonly Month[] }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const nameOf = useMonthName()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const most = Math.max(1, ...months.map(month => month.rows.length))
  return (
    <ol
      aria-label={t`Expiries by month`}
      className="flex h-36 items-end gap-px overflow-x-auto rounded-lg border border-line bg-surface px-3 pt-4 pb-2"
    >
      {months.map((month, index) => {
        const count = month.rows.length
        const words = `${nameOf(month)}: ${number(count)}`
        const isYearStart = index === 0 || month.month === 1
        return (
          <li key={month.from} className="flex h-full min-w-5 flex-1 flex-col justify-end text-center">
            <BareLink
              to="/portfolio"
              search={withFilter(search, {
                view: undefined,
                endsFrom: month.from,
                endsUntil: month.until,
                sort: 'ends',
                direction: 'asc',
              })}
              aria-label={words}
              title={words}
              className="group flex min-h-0 flex-1 flex-col justify-end rounded-sm focus-ring"
            >
              <span className={`text-2xs tabular-nums ${count === 0 ? 'text-transparent' : 'text-muted'}`}>
                {number(count)}
              </span>
              <span
                className={`mx-auto block w-full max-w-6 rounded-t-xs ${count === 0 ? 'bg-line' : 'bg-accent/80 group-hover:bg-accent'}`}
                style={{ height: `${count === 0 ? 1 : Math.max(4, (count / most) * 64)}%` }}
              />
            </BareLink>
            <span aria-hidden className="h-8 overflow-visible text-2xs leading-4 whitespace-nowrap text-muted">
              {(index % 3 === 0 || isYearStart) && nameOf(month, 'short')}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function MonthCell({ month }: { month: Month }) {
  const { date, number } = useFormat()
  const nameOf = useMonthName()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const more = month.rows.length - shownInMonth
  return (
    <li className="min-h-24 bg-surface p-3">
      <h3 className="flex items-baseline justify-between gap-2 text-xs">
        <span className={month.rows.length > 0 ? 'font-semibold' : 'text-muted'}>{nameOf(month)}</span>
        {month.rows.length > 0 && <span className="text-muted tabular-nums">{number(month.rows.length)}</span>}
      </h3>
      <ul className="mt-1.5 flex flex-col gap-1 text-xs">
        {month.rows.slice(0, shownInMonth).map(row => (
          <li key={row.id} className="min-w-0">
            <BareLink
              to="/portfolio/$agreementId"
              params={{ agreementId: row.id }}
              search={true}
              className="block rounded-sm hover:underline focus-ring"
            >
              <span className="block truncate">
                <span className="text-muted tabular-nums">
                  {row.effectiveEnd && date(row.effectiveEnd, 'numeric')}{' '}
                </span>
                <bdi>{row.partners[0]?.name ?? row.title}</bdi>
              </span>
            </BareLink>
          </li>
        ))}
        {more > 0 && (
          <li>
            <Link
              to="/portfolio"
              search={withFilter(search, { view: undefined, endsFrom: month.from, endsUntil: month.until })}
            >
              <Trans>and {number(more)} more</Trans>
            </Link>
          </li>
        )}
      </ul>
    </li>
  )
}

export function ExpiryCalendar({ filter, today }: { filter: PortfolioFilter; today: string }) {
  const { t } = useLingui()
  const { number } = useFormat()
  const { calendar } = useReader()
  const spans = useMemo(() => monthsFrom(today, monthsShown, calendar), [today, calendar])
  const until = spans.at(-1)?.until ?? today
  const query = {
    ...filter,
    endsFrom: filter.endsFrom && filter.endsFrom > today ? filter.endsFrom : today,
    endsUntil: filter.endsUntil && filter.endsUntil < until ? filter.endsUntil : until,
    sort: 'ends' as const,
    direction: 'asc' as const,
    limit: mostRows,
  }
  const answer = useCall(listPortfolio, { query })
  const rows = answer.data?.items
  const months = useMemo(
    () =>
      spans.map(span => ({
        ...span,
        rows: (rows ?? []).filter(
          row => row.effectiveEnd !== null && row.effectiveEnd >= span.from && row.effectiveEnd <= span.until,
        ),
      })),
    [spans, rows],
  )
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonBox height={360} />
  const { total } = answer.data
  return (
    <Section title={t`Calendar of expiries`}>
      <p className="mb-3 text-sm text-muted">
        <Plural
          value={total}
          one="# agreement ends in the next 24 months"
          other="# agreements end in the next 24 months"
        />
        {total > mostRows && (
          <>
            {' · '}
            <Trans>the first {number(mostRows)} are shown; filter to see the others</Trans>
          </>
        )}
      </p>
      <MonthColumns months={months} />
      <ol
        aria-label={t`The next twelve months`}
        className="mt-4 grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4"
      >
        {months.slice(0, monthsInDetail).map(month => (
          <MonthCell key={month.from} month={month} />
        ))}
      </ol>
    </Section>
  )
}
