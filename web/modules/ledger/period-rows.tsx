// What became of a promise, period by period: delivered against promised, the status in a word, the way to waive one.
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { CommitmentView, PeriodView } from '#modules/ledger/ledger.contract.ts'
import { fulfilmentTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../core/format.ts'
import { useTerm } from '../../core/i18n.ts'
import { Bar } from '../../kit/bar.tsx'
import { Button } from '../../kit/button.tsx'
import { StatusDot, type Tone } from '../../kit/status-dot.tsx'
import { fulfilmentTones, useLedgerWords } from './ledger-words.ts'

const shownAtFirst = 3

const barTone = (tone: Tone) => (tone === 'quiet' ? 'accent' : tone)

function PeriodRow({
  period,
  commitment,
  onWaive,
}: {
  period: PeriodView
  commitment: CommitmentView
  onWaive?: ((period: PeriodView) => void) | undefined
}) {
  const { t } = useLingui()
  const term = useTerm()
  const { dateRange } = useFormat()
  const words = useLedgerWords()
  const tone = fulfilmentTones[period.status]
  const carried = Number(period.carriedIn)
  const mayWaive = onWaive && period.waiver === null && !['kept', 'within', 'not_due'].includes(period.status)
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-2 sm:grid-cols-[9rem_minmax(0,1fr)_9rem_5.5rem]">
      <span className="text-sm tabular-nums" title={dateRange(period.start, period.end)}>
        <bdi>{period.label}</bdi>
      </span>
      <span className="order-3 col-span-2 sm:order-none sm:col-span-1">
        <Bar
          delivered={Number(period.delivered)}
          expected={Number(period.expected)}
          promised={Number(period.promised)}
          tone={barTone(tone)}
        />
        {carried !== 0 && (
          <span className="text-xs text-muted">
            {carried > 0 ? (
              <Trans>{words.quantity(carried, commitment.unit, commitment.currency)} carried over from before</Trans>
            ) : (
              <Trans>{words.quantity(-carried, commitment.unit, commitment.currency)} done in advance</Trans>
            )}
          </span>
        )}
        {period.waiver && (
          <span className="block text-xs text-muted">
            <Trans>
              Waived: <bdi>{period.waiver}</bdi>
            </Trans>
          </span>
        )}
      </span>
      <StatusDot tone={tone} className="justify-self-end text-sm sm:justify-self-start">
        {term(fulfilmentTerms[period.status])}
      </StatusDot>
      <span className="hidden justify-self-end sm:block">
        {mayWaive && (
          <Button
            variant="quiet"
            size="small"
            aria-label={t`Waive the period ${period.label}`}
            onPress={() => onWaive(period)}
          >
            <Trans>Waive …</Trans>
          </Button>
        )}
      </span>
    </li>
  )
}

/** The newest periods first; those to come are counted, not listed. */
export function PeriodRows({
  commitment,
  onWaive,
}: {
  commitment: CommitmentView
  onWaive?: (period: PeriodView) => void
}) {
  const { t } = useLingui()
  const { number } = useFormat()
  const [showsAll, setShowsAll] = useState(false)
  const begun = commitment.periods.filter(period => period.status !== 'not_due')
  const newestFirst = [...(begun.length > 0 ? begun : commitment.periods.slice(0, 1))].reverse()
  const rows = showsAll ? newestFirst : newestFirst.slice(0, shownAtFirst)
  return (
    <>
      <ol aria-label={t`Periods`} className="divide-y divide-line">
        {rows.map(period => (
          <PeriodRow key={period.start} period={period} commitment={commitment} onWaive={onWaive} />
        ))}
      </ol>
      {newestFirst.length > shownAtFirst && (
        <Button variant="quiet" size="small" className="-ms-2" onPress={() => setShowsAll(!showsAll)}>
          {showsAll ? t`Show fewer periods` : t`Show all ${number(newestFirst.length)} periods`}
        </Button>
      )}
    </>
  )
}
