// A notice inside the page: what is the matter and what to do about it.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Tone, toneText } from './status-dot.tsx'

type BannerTone = Extract<Tone, 'ok' | 'warn' | 'bad' | 'info'>

const icons = { ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, info: Info } as const
const edges: Record<BannerTone, string> = {
  ok: 'border-s-ok',
  warn: 'border-s-warn',
  bad: 'border-s-bad',
  info: 'border-s-info',
}

export interface BannerProps {
  tone?: BannerTone
  title?: ReactNode
  children?: ReactNode
  /** Buttons or links at the end. */
  actions?: ReactNode
  className?: string
}

/** A bad one is read out at once, the others when there is time. */
export function Banner({ tone = 'info', title, children, actions, className = '' }: BannerProps) {
  const Icon = icons[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`flex flex-wrap items-start gap-x-3 gap-y-2 rounded-md border border-line border-s-3 bg-surface px-4 py-3 text-sm ${edges[tone]} ${className}`}
    >
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1 basis-60">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? 'text-muted' : ''}>{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
