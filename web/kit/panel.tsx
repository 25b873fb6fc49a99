// The detail beside a list, 384 px wide with an address of its own; over the list where there is no room.
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './button.tsx'

export interface PanelProps {
  /** Small line above the title: number, kind. */
  overline?: ReactNode
  title: ReactNode
  subtitle?: ReactNode
  onClose: () => void
  children: ReactNode
}

/** Takes focus when it opens; Escape closes it. */
export function Panel({ overline, title, subtitle, onClose, children }: PanelProps) {
  const { t } = useLingui()
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
      className="fixed inset-y-0 end-0 z-20 w-full max-w-96 animate-slide overflow-y-auto border-s border-line bg-surface p-6 lg:sticky lg:top-0 lg:h-dvh lg:w-96 lg:shrink-0 lg:animate-none"
    >
      <header className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          {overline && <p className="text-xs text-muted">{overline}</p>}
          <h2 ref={heading} id={id} tabIndex={-1} className="mt-1 text-lg font-semibold outline-none">
            {title}
          </h2>
          {subtitle && <p className="text-sm text-muted">{subtitle}</p>}
        </div>
        <IconButton label={t`Close`} onPress={onClose} className="-me-2 -mt-1">
          <X aria-hidden className="size-4" />
        </IconButton>
      </header>
      <div className="mt-4 flex flex-col gap-5">{children}</div>
    </aside>
  )
}

/** A list with its panel: `<ListWithPanel panel={<Outlet />}>…</ListWithPanel>`. */
export function ListWithPanel({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className="flex min-h-full">
      <div className="min-w-0 flex-1">{children}</div>
      {panel}
    </div>
  )
}
