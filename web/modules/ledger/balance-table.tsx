// What went both ways, by kind and unit: given, received, the balance in words, what is planned, and each year.
import { Trans, useLingui } from '@lingui/react/macro'
import { Scale } from 'lucide-react'
import { useState } from 'react'
import { type BalanceLine, getBalance } from '#modules/ledger/ledger.contract.ts'
import { unitTerms } from '#modules/ledger/ledger.terms.ts'
import { useTerm } from '../../core/i18n.ts'
import { sentenceFor } from '../../core/problem.ts'
import { useCall } from '../../core/query.ts'
import { useReader } from '../../core/reader.ts'
import { Banner } from '../../kit/banner.tsx'
import { Button } from '../../kit/button.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { SkeletonBox } from '../../kit/skeleton.tsx'
import { useLedgerWords } from './ledger-words.ts'
import { ScrollRegion } from './scroll-region.tsx'
import { YearBars } from './year-bars.tsx'

export interface BalanceTableProps {
  about: { agreementId?: string; partnerId?: string; country?: string }
}

const head = 'px-3 py-2 text-start text-xs font-medium text-muted whitespace-nowrap'
const cell = 'px-3 py-2 align-middle'
const numeric = `${cell} text-end tabular-nums whitespace-nowrap`

/** A calendar year of the ledger as the reader writes years; Gregorian years stay what they are. */
function useYearText(): (year: number) => string {
  const { locale } = useReader()
  const format = new Intl.NumberFormat(locale, { useGrouping: false })
  return year => format.format(year)
}

function BalanceWords({ line }: { line: BalanceLine }) {
  const words = useLedgerWords()
  const value = Number(line.balance)
  const amount = words.quantity(Math.abs(value), line.unit, line.currency)
  if (value === 0) return <Trans>even</Trans>
  return value > 0 ? <Trans>{amount} more given</Trans> : <Trans>{amount} more received</Trans>
}

function BalanceRow({ line }: { line: BalanceLine }) {
  const term = useTerm()
  const words = useLedgerWords()
  const planned = Number(line.plannedGiven) + Number(line.plannedReceived)
  return (
    <tr className="border-t border-line">
      <th scope="row" className={`${cell} text-start font-medium`}>
        {words.kind(line.kind)}
        <span className="block text-xs font-normal text-muted">{line.currency ?? term(unitTerms[line.unit])}</span>
      </th>
      <td className={numeric}>{words.number(line.given)}</td>
      <td className={numeric}>{words.number(line.received)}</td>
      <td className={`${cell} whitespace-nowrap`}>
        <BalanceWords line={line} />
        {planned > 0 && (
          <span className="block text-xs text-muted">
            <Trans>
              planned: {words.number(line.plannedGiven)} out, {words.number(line.plannedReceived)} in
            </Trans>
          </span>
        )}
      </td>
      <td className={cell}>
        <YearBars
          years={line.years.map(each => ({
            year: each.year,
            given: Number(each.given),
            received: Number(each.received),
          }))}
        />
      </td>
    </tr>
  )
}

function YearTable({ lines }: { lines: readonly BalanceLine[] }) {
  const { t } = useLingui()
  const words = useLedgerWords()
  const yearText = useYearText()
  const years = [...new Set(lines.flatMap(line => line.years.map(each => each.year)))].sort((a, b) => b - a)
  return (
    <div className="mt-4 overflow-x-auto">
      <table className="text-sm">
        <caption className="sr-only">{t`Given and received by year`}</caption>
        <thead>
          <tr>
            <th scope="col" className={head}>{t`Year`}</th>
            {lines.map(line => (
              <th key={line.kind + line.unit + line.currency} scope="col" className={head}>
                {words.kind(line.kind)}
                <span className="block font-normal">{t`given / received`}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(year => (
            <tr key={year} className="border-t border-line">
              <th scope="row" className={`${cell} text-start font-normal`}>
                {yearText(year)}
              </th>
              {lines.map(line => {
                const sum = line.years.find(each => each.year === year)
                return (
                  <td key={line.kind + line.unit + line.currency} className={numeric}>
                    {sum ? `${words.number(sum.given)} / ${words.number(sum.received)}` : '–'}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function BalanceTable({ about }: BalanceTableProps) {
  const { t } = useLingui()
  const answer = useCall(getBalance, { query: about })
  const [showsYears, setShowsYears] = useState(false)
  if (answer.error) return <Banner tone="bad">{sentenceFor(answer.error)}</Banner>
  if (!answer.data) return <SkeletonBox height={140} />
  const lines = answer.data.items
  if (lines.length === 0)
    return (
      <EmptyState icon={<Scale />} title={t`Nothing has gone either way yet`}>
        <Trans>As soon as something is recorded, this shows what each side gave and received.</Trans>
      </EmptyState>
    )
  return (
    <>
      <ScrollRegion label={t`Balance`}>
        <table className="w-full text-sm">
          <thead>
            <tr>
              <th scope="col" className={head}>{t`Kind and unit`}</th>
              <th scope="col" className={`${head} !text-end`}>
                <span aria-hidden className="me-1.5 inline-block size-2 rounded-xs bg-accent" />
                {t`Given`}
              </th>
              <th scope="col" className={`${head} !text-end`}>
                <span aria-hidden className="me-1.5 inline-block size-2 rounded-xs bg-info" />
                {t`Received`}
              </th>
              <th scope="col" className={head}>{t`Balance`}</th>
              <th scope="col" className={head}>{t`By year`}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(line => (
              <BalanceRow key={line.kind + line.unit + line.currency} line={line} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <Button variant="quiet" size="small" className="mt-2 -ms-2" onPress={() => setShowsYears(!showsYears)}>
        {showsYears ? t`Hide the years` : t`Show the years as a table`}
      </Button>
      {showsYears && <YearTable lines={lines} />}
    </>
  )
}
