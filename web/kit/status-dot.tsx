// A status: an 8 px dot and a word, never the colour alone.
import type { ReactNode } from 'react'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'quiet' | 'accent'

const fills: Record<Tone, string> = {
  ok: 'bg-ok',
  warn: 'bg-warn',
  bad: 'bg-bad',
  info: 'bg-info',
  quiet: 'bg-quiet',
  accent: 'bg-accent',
}

export const toneText: Record<Tone, string> = {
  ok: 'text-ok',
  warn: 'text-warn',
  bad: 'text-bad',
  info: 'text-info',
  quiet: 'text-muted',
  accent: 'text-accent',
}

export function StatusDot({ tone, children, className = '' }: { tone: Tone; children: ReactNode; className?: string }) {
  return (
    <span className={`inline-flex max-w-full min-w-0 items-center gap-2 ${className}`}>
      <Dot tone={tone} />
      <span className="truncate">{children}</span>
    </span>
  )
}

/** The dot alone, where the word stands beside it already. */
export function Dot({ tone }: { tone: Tone }) {
  return <span aria-hidden className={`size-2 shrink-0 rounded-full forced-color-adjust-none ${fills[tone]}`} />
}
