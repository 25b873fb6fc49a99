// Several lines of text; grows with what is typed.
import * as Aria from 'react-aria-components'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn, inputLook } from './field-parts.tsx'

export interface TextAreaProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  rows?: number
  placeholder?: string
  maxLength?: number
  language?: string
}

export function TextArea(props: TextAreaProps) {
  return (
    <Aria.TextField
      {...ariaField(props)}
      value={props.value}
      onChange={props.onChange}
      {...(props.maxLength !== undefined && { maxLength: props.maxLength })}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <div className="field-frame">
        <Aria.TextArea
          rows={props.rows ?? 3}
          dir="auto"
          {...(props.language && { lang: props.language })}
          {...(props.placeholder && { placeholder: props.placeholder })}
          className={`${inputLook} field-sizing-content min-h-16 max-h-96 resize-y rtl:text-right`}
        />
      </div>
      <FieldNotes {...props} />
    </Aria.TextField>
  )
}
