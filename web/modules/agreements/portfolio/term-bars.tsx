// Terms of agreements as bars on one time axis, grouped by partner; HTML with logical sides, so it mirrors by itself.
import { Trans, useLingui } from '@lingui/react/macro'
import { useSearch } from '@tanstack/react-router'
import type { ResponseOf } from '#core/contract.ts'
import { agreementStateTerms, liveStates, pendingStates } from '#modules/agreements/agreement.states.ts'
import type { getPortfolioTimeline } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { useReader } from '../../../core/reader.ts'
import { BareLink, Link } from '../../../kit/link.tsx'
import { Dot } from '../../../kit/status-dot.tsx'
import { pulseTones, StateDot } from '../agreement-words.tsx'
import type { TermScale } from './term-scale.ts'

export type TermGroup = ResponseOf<typeof getPortfolioTimeline>['groups'][number]
type TermBar = TermGroup['bars'][number]

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

function look(bar: TermBar): string {
  if ((liveStates as readonly string[]).includes(bar.state)) return 'bg-accent'
  if ((pendingStates as readonly string[]).includes(bar.state))
    return 'border border-dashed border-accent bg-accent-soft'
  return bar.state === 'suspended' ? 'bg-warn' : 'bg-quiet/60'
}

/** Where the bar stands; unknown starts and open ends run to the edge of the axis. */
function placeOf(bar: TermBar, scale: TermScale, today: string) {
  const isUndatedPending = bar.start === null && bar.end === null
  const start = isUndatedPending ? scale.shareOf(today) : bar.start === null ? 0 : scale.shareOf(bar.start)
  const end = bar.end !== null ? scale.shareOf(bar.end) : bar.openEnd ? 1 : Math.max(start, scale.shareOf(today))
  return { insetInlineStart: percent(start), width: percent(Math.max(0.004, end - start)) }
}

function useTermWords() {
  const { t } = useLingui()
  const { date } = useFormat()
  return (bar: TermBar): string => {
    const start = bar.start ? date(bar.start) : t`unknown`
    const end = bar.end ? date(bar.end) : bar.openEnd ? t`no end date` : t`unknown`
    return `${start} – ${end}`
  }
}

function BarRow({ bar, scale, today }: { bar: TermBar; scale: TermScale; today: string }) {
  const term = useTerm()
  const words = useTermWords()
  const renewed = bar.firstEnd !== null && bar.end !== null && bar.firstEnd < bar.end
  return (
    <div className="group relative grid min-h-6 items-center py-0.5 hover:bg-raised md:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[23rem_minmax(0,1fr)]">
      <span className="flex min-w-0 items-center gap-1.5 ps-4 pe-3 text-xs">
        {bar.pulse && <Dot tone={pulseTones[bar.pulse]} />}
        <BareLink
          to="/portfolio/$agreementId"
          params={{ agreementId: bar.id }}
          search={true}
          className="truncate rounded-sm after:absolute after:inset-0 focus-ring"
          title={`${bar.title} · ${words(bar)} · ${term(agreementStateTerms[bar.state])}`}
        >
          <bdi>{bar.title}</bdi>
        </BareLink>
      </span>
      <span aria-hidden className="relative mx-4 block h-4 md:mx-0">
        <span
          className={`absolute inset-y-0.5 min-w-1.5 rounded-xs forced-color-adjust-none ${look(bar)} ${bar.openEnd && bar.end === null ? 'rounded-e-none mask-r-from-70% rtl:mask-r-from-100% rtl:mask-l-from-70%' : ''}`}
          style={placeOf(bar, scale, today)}
        />
        {renewed && bar.firstEnd && (
          <span
            className="absolute inset-y-0 w-px bg-surface"
            style={{ insetInlineStart: percent(scale.shareOf(bar.firstEnd)) }}
          />
        )}
      </span>
    </div>
  )
}

/** Lines of the years and of today behind the bars. */
function Lines({ scale, today }: { scale: TermScale; today: string }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 start-4 end-4 md:start-60 md:end-0 xl:start-92">
      {scale.years.map(year => (
        <span
          key={year.label}
          className="absolute inset-y-0 w-px bg-line"
          style={{ insetInlineStart: percent(year.share) }}
        />
      ))}
      <span
        className="absolute inset-y-0 z-1 w-px bg-bad"
        style={{ insetInlineStart: percent(scale.shareOf(today)) }}
      />
    </div>
  )
}

function Axis({ scale, today }: { scale: TermScale; today: string }) {
  const { locale } = useReader()
  const format = new Intl.NumberFormat(locale, { useGrouping: false })
  return (
    <div
      aria-hidden
      className="sticky top-0 z-2 border-b border-line bg-raised md:grid md:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[23rem_minmax(0,1fr)]"
    >
      <span />
      <span className="relative mx-4 block h-8 text-2xs text-muted md:mx-0">
        {scale.years.map(year => (
          <span
            key={year.label}
            className="absolute bottom-1 ps-1 tabular-nums"
            style={{ insetInlineStart: percent(year.share) }}
          >
            {format.format(year.label)}
          </span>
        ))}
        <span
          className="absolute top-0.5 -translate-x-1/2 font-medium text-bad rtl:translate-x-1/2"
          style={{ insetInlineStart: percent(scale.shareOf(today)) }}
        >
          <Trans>today</Trans>
        </span>
      </span>
    </div>
  )
}

export interface TermBarsProps {
  groups: readonly TermGroup[]
  scale: TermScale
  today: string
  /** Groups by partner lead to the partner. */
  isByPartner: boolean
}

export function TermBars({ groups, scale, today, isByPartner }: TermBarsProps) {
  const { number } = useFormat()
  return (
    <div className="rounded-lg border border-line bg-surface">
      <Axis scale={scale} today={today} />
      <div className="relative pb-2">
        <Lines scale={scale} today={today} />
        {groups.map(group => (
          <div key={group.key} className="pt-2">
            <h3 className="px-4 text-xs font-semibold">
              {isByPartner && group.key !== 'none' ? (
                <BareLink
                  to="/partners/$organisationId"
                  params={{ organisationId: group.key }}
                  className="rounded-sm hover:underline focus-ring"
                >
                  <bdi>{group.label}</bdi>
                </BareLink>
              ) : (
                <bdi>{group.label}</bdi>
              )}{' '}
              <span className="font-normal text-muted">{number(group.count)}</span>
            </h3>
            {group.bars.map(bar => (
              <BarRow key={bar.id} bar={bar} scale={scale} today={today} />
            ))}
            {group.count > group.bars.length && (
              <p className="px-4 text-xs text-muted">
                <Trans>and {number(group.count - group.bars.length)} more</Trans>
              </p>
            )}
          </div>
        ))}
      </div>
    </div>
  )
}

/** The same as a table. */
export function TermTable({ groups }: { groups: readonly TermGroup[] }) {
  const { t } = useLingui()
  const { date } = useFormat()
  const search = useSearch({ strict: false }) as Record<string, unknown>
  const head = 'px-3 py-2 text-start text-xs font-medium text-muted'
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t`Terms`}
      className="overflow-x-auto rounded-lg border border-line bg-surface focus-ring"
    >
      <table className="w-full text-sm">
        <thead className="bg-raised">
          <tr>
            <th scope="col" className={head}>{t`Group`}</th>
            <th scope="col" className={head}>{t`Agreement`}</th>
            <th scope="col" className={head}>{t`From`}</th>
            <th scope="col" className={head}>{t`Until`}</th>
            <th scope="col" className={head}>{t`State`}</th>
          </tr>
        </thead>
        <tbody>
          {groups.flatMap(group =>
            group.bars.map(bar => (
              <tr key={group.key + bar.id} className="border-t border-line">
                <td className="px-3 py-1.5 text-muted">
                  <bdi>{group.label}</bdi>
                </td>
                <td className="px-3 py-1.5">
                  <Link to="/portfolio/$agreementId" params={{ agreementId: bar.id }} search={search}>
                    <bdi>{bar.title}</bdi>
                  </Link>
                </td>
                <td className="px-3 py-1.5 whitespace-nowrap">{bar.start ? date(bar.start) : t`unknown`}</td>
                <td className="px-3 py-1.5 whitespace-nowrap">
                  {bar.end ? date(bar.end) : bar.openEnd ? t`no end date` : t`unknown`}
                </td>
                <td className="px-3 py-1.5">
                  <StateDot state={bar.state} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  )
}
