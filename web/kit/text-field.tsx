// One line of text.
import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react'
import * as Aria from 'react-aria-components'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn, inputLook } from './field-parts.tsx'

export interface TextFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  type?: 'text' | 'email' | 'password' | 'url' | 'tel'
  autoComplete?: HTMLInputAutoCompleteAttribute
  placeholder?: string
  maxLength?: number
  /** Language of the text, for fonts and direction; `auto` lets the letters decide. */
  language?: string
  isCode?: boolean
  /** Icon or unit inside the frame, before and after. */
  before?: ReactNode
  after?: ReactNode
  autoFocus?: boolean
  inputRef?: Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    help,
    error,
    value,
    onChange,
    onBlur,
    type,
    autoComplete,
    placeholder,
    maxLength,
    language,
    before,
    after,
  } = props
  return (
    <Aria.TextField
      {...ariaField(props)}
      value={value}
      onChange={onChange}
      {...(onBlur && { onBlur })}
      {...(type && { type })}
      {...(autoComplete && { autoComplete })}
      {...(maxLength !== undefined && { maxLength })}
      autoFocus={props.autoFocus ?? false}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} label={label} />
      <div className="field-frame">
        {before && <span className="ps-2.5 text-muted">{before}</span>}
        <Aria.Input
          {...(props.inputRef && { ref: props.inputRef })}
          {...(placeholder && { placeholder })}
          {...(language && { lang: language })}
          dir={props.isCode || (type && type !== 'text') ? 'ltr' : 'auto'}
          className={`${inputLook} ${props.isCode ? 'font-mono' : ''} ${value === '' ? 'text-start' : ''} rtl:text-right`}
        />
        {after && <span className="pe-2.5 text-muted">{after}</span>}
      </div>
      <FieldNotes help={help} error={error} />
    </Aria.TextField>
  )
}
