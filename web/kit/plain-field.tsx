// Label and notes for fields that need nothing of React Aria while they are closed.
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
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
        {isRequired && <RequiredMark />}
      </label>
      {children}
      <Notes id={ids.notes} help={help} error={error} />
    </div>
  )
}

export interface FieldGroupProps extends FieldProps {
  children: ReactNode
}

/** A label for several controls that belong together. */
export function FieldGroup({
  label,
  help,
  error,
  isRequired,
  isDisabled,
  isReadOnly,
  name,
  hidesLabel,
  className = '',
  children,
}: FieldGroupProps) {
  const notes = useId()
  return (
    <fieldset
      {...(name !== undefined && { 'data-field': name })}
      {...((error || help) && { 'aria-describedby': notes })}
      disabled={Boolean(isDisabled || isReadOnly)}
      className={`flex min-w-0 flex-col gap-1.5 ${className}`}
    >
      <legend data-field-label className={hidesLabel ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>
        {label}
        {isRequired && <RequiredMark />}
      </legend>
      {children}
      <Notes id={notes} help={help} error={error} />
    </fieldset>
  )
}

function RequiredMark() {
  return (
    <span aria-hidden className="ms-0.5 text-bad">
      *
    </span>
  )
}

function Notes({ id, help, error }: { id: string } & Pick<FieldProps, 'help' | 'error'>) {
  if (error)
    return (
      <div id={id} className="flex items-start gap-1.5 text-xs text-bad">
        <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        <span>{error}</span>
      </div>
    )
  return help ? (
    <div id={id} className="text-xs text-muted">
      {help}
    </div>
  ) : null
}
