// Label and notes for fields that need nothing of React Aria while they are closed.
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { FieldProps } from './field-parts.tsx'

export interface PlainFieldIds {
  label: string
  control: string
  notes: string
}

export interface PlainFieldProps
  extends Pick<FieldProps, 'label' | 'help' | 'error' | 'isRequired' | 'name' | 'hidesLabel' | 'className'> {
  ids: PlainFieldIds
  children: ReactNode
}

export function PlainField({
  label,
  help,
  error,
  isRequired,
  name,
  hidesLabel,
  className = '',
  ids,
  children,
}: PlainFieldProps) {
  return (
    <div {...(name !== undefined && { 'data-field': name })} className={`flex min-w-0 flex-col gap-1.5 ${className}`}>
      <label
        id={ids.label}
        htmlFor={ids.control}
        data-field-label
        className={hidesLabel ? 'sr-only' : 'text-sm font-medium'}
      >
        {label}
        {isRequired && (
          <span aria-hidden className="ms-0.5 text-bad">
            *
          </span>
        )}
      </label>
      {children}
      {error ? (
        <span id={ids.notes} className="flex items-start gap-1.5 text-xs text-bad">
          <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
          <span>{error}</span>
        </span>
      ) : (
        help && (
          <span id={ids.notes} className="text-xs text-muted">
            {help}
          </span>
        )
      )}
    </div>
  )
}
