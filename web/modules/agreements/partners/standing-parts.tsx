// What partner and country have in common: promises with their kept share, deeds by kind.
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ListChecks } from 'lucide-react'
import type { PartnerView } from '#modules/agreements/portfolio.contract.ts'
import { fulfilmentTerms } from '#modules/ledger/ledger.terms.ts'
import { useFormat } from '../../../core/format.ts'
import { useTerm } from '../../../core/i18n.ts'
import { EmptyState } from '../../../kit/empty-state.tsx'
import { StatusDot } from '../../../kit/status-dot.tsx'
import { fulfilmentTones } from '../../ledger/ledger-words.ts'
import { ScrollRegion } from '../../ledger/scroll-region.tsx'

type Summary = PartnerView['commitments']

const judgedStatuses = [
  ['kept', 'kept'],
  ['partlyKept', 'partly_kept'],
  ['broken', 'broken'],
  ['onTrack', 'on_track'],
  ['atRisk', 'at_risk'],
] as const

/** The share is never shown without the numbers it is made of. */
export function PromiseCounts({ summary }: { summary: Summary }) {
  const term = useTerm()
  const { number, percent } = useFormat()
  const { commitments, kept, partlyKept, broken, neverStarted } = summary
  if (commitments === 0)
    return (
      <p className="text-sm text-muted">
        <Trans>No commitments are recorded.</Trans>
      </p>
    )
  const judged = kept + partlyKept + broken
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p>
        {judged > 0 ? (
          <span className="font-medium">
            <Trans>
              {percent(kept / judged)} kept: {number(kept)} of {number(judged)} past promises
            </Trans>
          </span>
        ) : (
          <span className="text-muted">
            <Trans>No past promise could be judged yet</Trans>
          </span>
        )}
        <span className="text-muted">
          {' · '}
          <Plural value={commitments} one="# commitment" other="# commitments" />
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {judgedStatuses
          .filter(([name]) => summary[name] > 0)
          .map(([name, status]) => (
            <StatusDot key={name} tone={fulfilmentTones[status]} className="text-muted">
              {term(fulfilmentTerms[status])} {number(summary[name])}
            </StatusDot>
          ))}
        {neverStarted > 0 && (
          <span className="text-warn">
            <Plural value={neverStarted} one="# never started" other="# never started" />
          </span>
        )}
      </p>
    </div>
  )
}

const head = 'px-3 py-2 text-xs font-medium text-muted whitespace-nowrap'
const numeric = 'px-3 py-2 text-end tabular-nums'

/** Entries by kind: how many happened, how many are planned, when the last was. */
export function EntrySums({ entries }: { entries: PartnerView['entries'] }) {
  const { t } = useLingui()
  const { number, date } = useFormat()
  if (entries.length === 0) return <EmptyState icon={<ListChecks />} title={t`Nothing is recorded yet`} />
  return (
    <ScrollRegion label={t`Entries by kind`}>
      <table className="w-full text-sm">
        <thead>
          <tr>
            <th scope="col" className={`${head} text-start`}>{t`Kind`}</th>
            <th scope="col" className={`${head} text-end`}>{t`Happened`}</th>
            <th scope="col" className={`${head} text-end`}>{t`Planned`}</th>
            <th scope="col" className={`${head} text-start`}>{t`Last`}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(sum => (
            <tr key={sum.kind} className="border-t border-line">
              <th scope="row" className="px-3 py-2 text-start font-normal">
                {sum.kindLabel}
              </th>
              <td className={numeric}>{number(sum.confirmed)}</td>
              <td className={numeric}>{number(sum.planned)}</td>
              <td className="px-3 py-2 whitespace-nowrap">{sum.lastOn ? date(sum.lastOn) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
