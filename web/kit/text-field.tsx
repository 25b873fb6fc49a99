// One line of text.
import { type HTMLInputAutoCompleteAttribute, type ReactNode, type Ref, useId } from 'react'
import { inputLook } from './field-look.ts'
import type { FieldProps } from './field-parts.tsx'
import { PlainField } from './plain-field.tsx'

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
  const { value, onChange, type = 'text', before, after, isCode = false, error } = props
  const id = useId()
  const ids = { label: `${id}label`, control: `${id}control`, notes: `${id}notes` }
  return (
    <PlainField {...props} ids={ids}>
      <div
        className="field-frame"
        data-invalid={error ? true : undefined}
        data-disabled={props.isDisabled || undefined}
      >
        {before && <span className="ps-2.5 text-muted">{before}</span>}
        <input
          ref={props.inputRef}
          id={ids.control}
          type={type}
          name={props.name}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={props.onBlur}
          autoComplete={props.autoComplete}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          lang={props.language}
          dir={isCode || type !== 'text' ? 'ltr' : 'auto'}
          required={props.isRequired}
          disabled={props.isDisabled}
          readOnly={props.isReadOnly}
          aria-invalid={error ? true : undefined}
          aria-describedby={error || props.help ? ids.notes : undefined}
          // biome-ignore lint/a11y/noAutofocus: pages with one thing to do ask for it
          autoFocus={props.autoFocus}
          className={`${inputLook} ${isCode ? 'font-mono' : ''} rtl:text-right`}
        />
        {after && <span className="pe-2.5 text-muted">{after}</span>}
      </div>
    </PlainField>
  )
}
