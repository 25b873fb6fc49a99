// Delivered against promised: what was done, what is expected, and the mark of the promise.
import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../core/format.ts'
import type { Tone } from './status-dot.tsx'

export interface BarProps {
  delivered: number
  /** Delivered and planned together. */
  expected: number
  promised: number
  /** Unit in words, for the text: "persons". */
  unit?: string
  tone?: Extract<Tone, 'ok' | 'warn' | 'bad' | 'info' | 'accent'>
  /** Numbers before the bar; they are always in its text. */
  hidesNumbers?: boolean
}

const fills = { ok: 'bg-ok', warn: 'bg-warn', bad: 'bg-bad', info: 'bg-info', accent: 'bg-accent' } as const
const share = (part: number, whole: number): string =>
  `${whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100))}%`

/** More than promised makes the bar longer than the mark. */
export function Bar({ delivered, expected, promised, unit = '', tone = 'accent', hidesNumbers = false }: BarProps) {
  const { t } = useLingui()
  const { number } = useFormat()
  const whole = Math.max(promised, expected, delivered)
  const planned = Math.max(0, expected - delivered)
  const text =
    planned > 0
      ? t`${number(delivered)} of ${number(promised)} ${unit} delivered, ${number(planned)} more planned`
      : t`${number(delivered)} of ${number(promised)} ${unit} delivered`
  return (
    <span className="flex min-w-24 items-center gap-3">
      {!hidesNumbers && (
        <span aria-hidden className="shrink-0 text-sm tabular-nums">
          {number(delivered)}
          <span className="text-muted"> / {number(promised)}</span>
        </span>
      )}
      <span
        role="img"
        aria-label={text}
        title={text}
        className="relative h-2 min-w-12 flex-1 rounded-full bg-line forced-color-adjust-none"
      >
        <span
          className={`absolute inset-y-0 start-0 rounded-full opacity-35 ${fills[tone]}`}
          style={{ width: share(expected, whole) }}
        />
        <span
          className={`absolute inset-y-0 start-0 rounded-full ${fills[tone]}`}
          style={{ width: share(delivered, whole) }}
        />
        {whole > promised && promised > 0 && (
          <span className="absolute -inset-y-0.5 w-0.5 bg-ink" style={{ insetInlineStart: share(promised, whole) }} />
        )}
      </span>
    </span>
  )
}
