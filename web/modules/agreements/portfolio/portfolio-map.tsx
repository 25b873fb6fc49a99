// The portfolio on a map, with the table of countries and of the partners of a chosen country beside it.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type Pulse, pulseOrder, pulseTerms } from '#modules/agreements/agreement.terms.ts'
import { getPortfolioMap, type PortfolioMap as MapAnswer } from '#modules/agreements/portfolio.contract.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { sentenceFor } from '../../../core/problem.ts'
import { callOptions } from '../../../core/query.ts'
import { Banner } from '../../../kit/banner.tsx'
import { Button } from '../../../kit/button.tsx'
import { Link } from '../../../kit/link.tsx'
import { SkeletonBox } from '../../../kit/skeleton.tsx'
import { Dot } from '../../../kit/status-dot.tsx'
import { PulseDot, pulseTones } from '../agreement-words.tsx'
import { bordersOptions } from './map-borders.ts'
import { MapCanvas } from './map-canvas.tsx'
import { useFilter } from './portfolio-filter.ts'
import { NothingFound } from './portfolio-table.tsx'

export function PortfolioMap() {
  const { filter, values, change, clear } = useFilter()
  const navigate = useNavigate()
  const answer = useQuery({ ...callOptions(getPortfolioMap, { query: filter }), placeholderData: keepPreviousData })
  const borders = useQuery(bordersOptions)
  const chosen = values.country ?? []
  const toggleCountry = (code: string) =>
    change({ country: chosen.includes(code) ? chosen.filter(each => each !== code) : [...chosen, code] })
  const error = answer.error ?? null
  if (error) return <Banner tone="bad">{sentenceFor(error)}</Banner>
  if (!answer.data) return <SkeletonBox height={520} />
  if (answer.data.countries.length === 0 && answer.data.partners.length === 0) return <NothingFound onClear={clear} />
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
      <div className={answer.isPlaceholderData ? 'opacity-60' : ''}>
        {borders.data ? (
          <MapCanvas
            borders={borders.data}
            answer={answer.data}
            chosen={chosen}
            onCountry={toggleCountry}
            onPartner={id =>
              void navigate({ to: '/partners/$organisationId', params: { organisationId: id } } as never)
            }
          />
        ) : borders.error ? (
          <Banner tone="warn">
            <Trans>The borders could not be read. The table holds the same numbers.</Trans>
          </Banner>
        ) : (
          <SkeletonBox height={420} />
        )}
        <Legend answer={answer.data} />
      </div>
      <CountryTable answer={answer.data} chosen={chosen} onToggle={toggleCountry} />
    </div>
  )
}

function Legend({ answer }: { answer: MapAnswer }) {
  const { number } = useFormat()
  const term = useTerm()
  const present = pulseOrder.filter(pulse => answer.partners.some(each => each.pulse === pulse))
  const shownPartners = answer.partners.length
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
      {present.map(pulse => (
        <span key={pulse} className="inline-flex items-center gap-1.5">
          <Dot tone={pulseTones[pulse]} />
          {term(pulseTerms[pulse])}
        </span>
      ))}
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden>★</span>
        <Trans>home</Trans>
      </span>
      <span>
        <Trans>Larger dots: more agreements. Ctrl and the wheel zoom, dragging moves.</Trans>
      </span>
      {answer.unplaced > 0 && (
        <span>
          <Plural
            value={answer.unplaced}
            one="# partner has no place on the map and is counted with its country."
            other="# partners have no place on the map and are counted with their countries."
          />
        </span>
      )}
      {answer.partnerTotal > shownPartners + answer.unplaced && (
        <span>
          <Trans>The {number(shownPartners)} partners with most agreements are drawn.</Trans>
        </span>
      )}
    </div>
  )
}

interface CountryTableProps {
  answer: MapAnswer
  chosen: readonly string[]
  onToggle: (code: string) => void
}

function CountryTable({ answer, chosen, onToggle }: CountryTableProps) {
  const { t } = useLingui()
  const { number, country } = useFormat()
  const head = 'sticky top-0 bg-raised px-3 py-2 text-xs font-medium text-muted'
  return (
    <section
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={t`Countries of the map`}
      className="max-h-[36rem] overflow-y-auto rounded-lg border border-line bg-surface focus-ring"
    >
      <table className="w-full text-sm">
        <thead>
          <tr>
            <th scope="col" className={`${head} text-start`}>{t`Country`}</th>
            <th scope="col" className={`${head} text-end`}>{t`Agreements`}</th>
            <th scope="col" className={`${head} text-start`}>{t`Pulse`}</th>
          </tr>
        </thead>
        <tbody>
          {answer.countries.map(each => {
            const isChosen = chosen.includes(each.country)
            return (
              <CountryRows key={each.country} each={each} isChosen={isChosen} answer={answer}>
                <th scope="row" className="px-3 py-1.5 text-start font-normal">
                  <Button
                    variant="quiet"
                    size="small"
                    aria-pressed={isChosen}
                    className={`-ms-2 !h-auto !py-1 !text-sm !whitespace-normal text-start ${isChosen ? '!text-ink font-semibold' : '!text-ink !font-normal'}`}
                    onPress={() => onToggle(each.country)}
                  >
                    {country(each.country)}
                  </Button>
                </th>
                <td className="px-3 py-1.5 text-end tabular-nums">{number(each.count)}</td>
                <td className="px-3 py-1.5">{each.pulse && <PulseDot pulse={each.pulse as Pulse} />}</td>
              </CountryRows>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function CountryRows({
  each,
  isChosen,
  answer,
  children,
}: {
  each: MapAnswer['countries'][number]
  isChosen: boolean
  answer: MapAnswer
  children: React.ReactNode
}) {
  const { number } = useFormat()
  const partners = isChosen ? answer.partners.filter(partner => partner.country === each.country).slice(0, 40) : []
  return (
    <>
      <tr className={`border-t border-line ${isChosen ? 'bg-accent-soft' : ''}`}>{children}</tr>
      {isChosen && (
        <tr className="bg-accent-soft/50 text-xs">
          <td colSpan={3} className="px-3 pb-2">
            <ul className="flex flex-col gap-1">
              {partners.map(partner => (
                <li key={partner.id} className="flex items-baseline gap-2">
                  <span className="min-w-0 flex-1">
                    <Link to="/partners/$organisationId" params={{ organisationId: partner.id }}>
                      <bdi>{partner.name}</bdi>
                    </Link>
                  </span>
                  <span className="tabular-nums">{number(partner.count)}</span>
                </li>
              ))}
              <li>
                <Link to="/countries/$code" params={{ code: each.country }}>
                  <Trans>Everything with this country</Trans>
                </Link>
              </li>
            </ul>
          </td>
        </tr>
      )}
    </>
  )
}
