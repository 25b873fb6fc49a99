// The parts every field has: label above, help below, the error in its place with an icon and words.
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import * as Aria from 'react-aria-components'

/** What every field of the kit understands. */
export interface FieldProps {
  label: string
  /** One sentence below the field. */
  help?: ReactNode
  /** What is wrong and what to do; shown in place of the help. */
  error?: string | null | undefined
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  /** Name in forms; the error summary leads to it. */
  name?: string
  /** For screen readers only, where a heading above already says it. */
  hidesLabel?: boolean
  className?: string
}

export function FieldLabel({ label, isRequired, hidesLabel }: Pick<FieldProps, 'label' | 'isRequired' | 'hidesLabel'>) {
  return (
    <Aria.Label data-field-label className={hidesLabel ? 'sr-only' : 'text-sm font-medium'}>
      {label}
      {isRequired && (
        <span aria-hidden className="ms-0.5 text-bad">
          *
        </span>
      )}
    </Aria.Label>
  )
}

export function FieldNotes({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  return (
    <>
      {help && !error && (
        <Aria.Text slot="description" className="text-xs text-muted">
          {help}
        </Aria.Text>
      )}
      <Aria.FieldError className="flex items-start gap-1.5 text-xs text-bad">
        {({ validationErrors }) => (
          <>
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>{error || validationErrors.join(' ')}</span>
          </>
        )}
      </Aria.FieldError>
    </>
  )
}

/** Props that the React Aria field gets from ours. */
export const ariaField = ({ name, error, isRequired, isDisabled, isReadOnly }: Partial<FieldProps>) => ({
  // The error summary finds the field by this mark.
  ...(name !== undefined && { name, 'data-field': name }),
  isInvalid: Boolean(error),
  isRequired: isRequired ?? false,
  isDisabled: isDisabled ?? false,
  isReadOnly: isReadOnly ?? false,
  // The form decides when to complain; the browser's own bubbles stay away.
  validationBehavior: 'aria' as const,
})

export const fieldColumn = (className = '') => `flex min-w-0 flex-col gap-1.5 ${className}`
