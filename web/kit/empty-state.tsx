// An empty page says what to do first.
import type { ReactNode } from 'react'

export interface EmptyStateProps {
  icon?: ReactNode
  title: ReactNode
  /** One or two sentences. */
  children?: ReactNode
  /** The one thing to do first, and perhaps a second. */
  actions?: ReactNode
}

export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-3 px-6 py-14 text-center">
      {icon && (
        <span
          aria-hidden
          className="flex size-10 items-center justify-center text-quiet [&>svg]:size-8 [&>svg]:stroke-[1.5]"
        >
          {icon}
        </span>
      )}
      <p className="text-base font-medium text-balance">{title}</p>
      {children && <div className="max-w-prose text-sm text-muted text-balance">{children}</div>}
      {actions && <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
