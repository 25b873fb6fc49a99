// The frame of a page: where I am, its title, number, status, and the one primary action.
import { useLingui } from '@lingui/react/macro'
import { ChevronRight } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { BareLink } from './link.tsx'

export interface Crumb {
  label: string
  to: string
  params?: Record<string, string>
}

export interface PageHeaderProps {
  title: ReactNode
  /** For the browser's tab when the title is not plain text. */
  documentTitle?: string
  crumbs?: readonly Crumb[]
  /** Number or code before the title. */
  number?: string
  status?: ReactNode
  /** One muted line: parties, count, whose turn. */
  subtitle?: ReactNode
  /** Further actions, then the primary one. */
  actions?: ReactNode
}

/** Names the browser's tab. */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = `${title} · Concord`
  }, [title])
}

export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLingui()
  return (
    <nav aria-label={t`You are here`} className="mb-1">
      <ol className="flex flex-wrap items-center gap-1 text-xs text-muted">
        {crumbs.map((crumb, position) => (
          <li key={crumb.to + crumb.label} className="flex items-center gap-1">
            {position > 0 && <ChevronRight aria-hidden className="size-3 text-quiet rtl:rotate-180" />}
            <BareLink
              to={crumb.to}
              {...(crumb.params && { params: crumb.params })}
              className="rounded-sm py-0.5 hover:text-ink hover:underline focus-ring"
            >
              {crumb.label}
            </BareLink>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export function PageHeader({ title, documentTitle, crumbs, number, status, subtitle, actions }: PageHeaderProps) {
  useDocumentTitle(documentTitle ?? (typeof title === 'string' ? title : undefined))
  return (
    <header className="mb-5">
      {crumbs && crumbs.length > 0 && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-72">
          {number && (
            <p className="text-xs text-muted tabular-nums">
              <bdi>{number}</bdi>
            </p>
          )}
          <h1
            tabIndex={-1}
            className="text-xl font-semibold tracking-tight text-balance outline-none rtl:tracking-normal"
          >
            {title}
          </h1>
          {(subtitle || status) && (
            <div className="mt-0.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
              {status && <span className="text-ink">{status}</span>}
              {subtitle && <span className="min-w-0">{subtitle}</span>}
            </div>
          )}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 no-print">{actions}</div>}
      </div>
    </header>
  )
}

const pageWidths = { full: '', reading: 'max-w-4xl', form: 'max-w-2xl' } as const

/**
 * Padding and width of a page. `fill` makes it as high as the window, for a list that scrolls inside.
 */
export function Page({
  width = 'full',
  fill = false,
  children,
}: {
  width?: keyof typeof pageWidths
  fill?: boolean
  children: ReactNode
}) {
  const height = fill ? 'md:h-dvh flex flex-col' : ''
  return <div className={`px-4 py-5 md:px-8 md:py-6 ${height} ${pageWidths[width]}`}>{children}</div>
}

/** A part of a page with a heading; hairline above instead of a box. */
export function Section({ title, actions, children }: { title: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-5 pb-6">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <h2 className="flex-1 text-lg font-semibold">{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}
