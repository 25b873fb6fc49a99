// How far something is: a bar, and the report of long work with count, rate, time left and a way to stop it.
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../core/format.ts'
import { Button } from './button.tsx'

export interface ProgressBarProps {
  label: string
  /** From 0 to 1; null while it cannot be told. */
  share: number | null
}

/** The native element says its value to screen readers by itself; its look is ours. */
export function ProgressBar({ label, share }: ProgressBarProps) {
  const { percent } = useFormat()
  const clamped = share === null ? null : Math.min(1, Math.max(0, share))
  return (
    <div
      role="progressbar"
      aria-label={label}
      {...(clamped !== null && {
        'aria-valuenow': Math.round(clamped * 100),
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuetext': percent(clamped),
      })}
      className="h-1.5 overflow-hidden rounded-full bg-line forced-colors:border"
    >
      <div
        className={`h-full rounded-full bg-accent transition-[width] forced-colors:bg-[Highlight] ${clamped === null ? 'w-1/3 animate-breathe' : ''}`}
        style={clamped === null ? undefined : { width: `${clamped * 100}%` }}
      />
    </div>
  )
}

export interface ProgressReportProps {
  /** What is being done: "Reading agreements.xlsx". */
  title: string
  done: number
  total: number | null
  /** Items a second. */
  rate?: number | null
  secondsLeft?: number | null
  /** What is counted, in words with the number: `count => t`${count} rows``. */
  unit?: (count: string) => ReactNode
  onCancel?: () => void
  isCancelling?: boolean
}

export function ProgressReport(props: ProgressReportProps) {
  const { title, done, total, rate, secondsLeft, onCancel, isCancelling = false } = props
  const { t } = useLingui()
  const { number, percent, duration } = useFormat()
  const share = total === null || total === 0 ? null : done / total
  const counted = total === null ? number(done) : t`${number(done)} of ${number(total)}`
  return (
    <section aria-label={title} className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5">
      <div className="flex items-center gap-4">
        <p className="min-w-0 flex-1 text-sm font-medium">{title}</p>
        {share !== null && <span className="text-sm text-muted tabular-nums">{percent(share)}</span>}
        {onCancel && (
          <Button size="small" onPress={onCancel} isPending={isCancelling}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </div>
      <ProgressBar label={title} share={share} />
      <p className="flex min-h-5 flex-wrap gap-x-4 text-xs text-muted tabular-nums">
        <span>{props.unit?.(counted) ?? counted}</span>
        {rate ? (
          <span>
            <Trans>{number(rate, { maximumFractionDigits: rate < 10 ? 1 : 0 })} a second</Trans>
          </span>
        ) : null}
        {secondsLeft ? (
          <span>
            <Trans>about {duration(secondsLeft)} left</Trans>
          </span>
        ) : null}
      </p>
    </section>
  )
}
