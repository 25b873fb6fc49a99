// A big number that leads to what it counts.
import type { ReactNode } from 'react'
import { BareLink, type LinkProps } from './link.tsx'
import { SkeletonLine } from './skeleton.tsx'
import { Dot, type Tone } from './status-dot.tsx'

export interface NumberTileProps {
  label: string
  /** Written for the reader; undefined while it loads. */
  value: string | undefined
  /** A few muted words below. */
  note?: ReactNode
  tone?: Tone
  link?: Pick<LinkProps, 'to' | 'params' | 'search'>
  /** The filter this tile stands for is on. */
  isCurrent?: boolean
}

export function NumberTile({ label, value, note, tone, link, isCurrent = false }: NumberTileProps) {
  const content = (
    <>
      <span className="block text-2xl font-semibold tabular-nums">
        {value ?? <SkeletonLine width={0.4} className="my-2 h-5" />}
      </span>
      <span className="flex items-center gap-2 text-xs text-muted">
        {tone && <Dot tone={tone} />}
        {label}
      </span>
      {note && <span className="block text-xs text-muted">{note}</span>}
    </>
  )
  const look = `flex min-w-32 flex-1 flex-col gap-0.5 px-4 py-3 ${isCurrent ? 'bg-accent-soft' : 'bg-surface hover:bg-raised'}`
  return link ? (
    <BareLink
      {...link}
      aria-current={isCurrent ? 'page' : undefined}
      className={`${look} focus-visible:-outline-offset-2 focus-ring`}
    >
      {content}
    </BareLink>
  ) : (
    <div className={look}>{content}</div>
  )
}

/** Tiles in a row with hairlines between them. */
export function NumberTiles({ children }: { children: ReactNode }) {
  return (
    <div className="mb-5 flex shrink-0 flex-wrap gap-px overflow-hidden rounded-lg border border-line bg-line">
      {children}
    </div>
  )
}
