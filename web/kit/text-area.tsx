// Several lines of text; grows with what is typed.
import { useId } from 'react'
import { inputLook } from './field-look.ts'
import type { FieldProps } from './field-parts.tsx'
import { PlainField } from './plain-field.tsx'

export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  rows?: number
  placeholder?: string
  maxLength?: number
  language?: string
}

export function TextArea(props: TextAreaProps) {
  const id = useId()
  const ids = { label: `${id}label`, control: `${id}control`, notes: `${id}notes` }
  return (
    <PlainField {...props} ids={ids}>
      <div
        className="field-frame"
        data-invalid={props.error ? true : undefined}
        data-disabled={props.isDisabled || undefined}
      >
        <textarea
          id={ids.control}
          name={props.name}
          rows={props.rows ?? 3}
          dir="auto"
          lang={props.language}
          value={props.value}
          onChange={event => props.onChange(event.target.value)}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          required={props.isRequired}
          disabled={props.isDisabled}
          readOnly={props.isReadOnly}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={props.error || props.help ? ids.notes : undefined}
          className={`${inputLook} field-sizing-content max-h-96 min-h-16 resize-y rtl:text-right`}
        />
      </div>
    </PlainField>
  )
}
