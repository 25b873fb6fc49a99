// A word attached to a thing: kind, field of science, filter. Not a status; that is a StatusDot.
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { PressButton } from './press-button.tsx'

const look = 'inline-flex min-h-6 items-center gap-1 rounded-sm bg-ink/6 px-2 py-0.5 text-xs text-ink'

export function Tag({ children, className = '' }: { children: ReactNode; className?: string }) {
  return <span className={`${look} ${className}`}>{children}</span>
}

export interface RemovableTagProps {
  children: ReactNode
  /** What is removed, for the button's name. */
  label: string
  onRemove: () => void
  isDisabled?: boolean
}

export function RemovableTag({ children, label, onRemove, isDisabled = false }: RemovableTagProps) {
  const { t } = useLingui()
  return (
    <span className={`${look} pe-0`}>
      <span className="min-w-0 truncate">{children}</span>
      <PressButton
        aria-label={t`Remove ${label}`}
        onPress={onRemove}
        isDisabled={isDisabled}
        className="flex size-6 shrink-0 items-center justify-center rounded-sm text-muted hover:text-ink focus-ring disabled:opacity-40"
      >
        <X aria-hidden className="size-3" />
      </PressButton>
    </span>
  )
}
