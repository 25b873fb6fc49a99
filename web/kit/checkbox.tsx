// A box to tick, and a group of them.
import { Check, Minus } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { Choice } from './choice.ts'
import type { FieldProps } from './field-parts.tsx'
import { FieldGroup } from './plain-field.tsx'

export interface CheckboxProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isIndeterminate?: boolean
  isDisabled?: boolean
  name?: string
  error?: string | null | undefined
  help?: ReactNode
  children?: ReactNode
  'aria-label'?: string
  excludeFromTabOrder?: boolean
}

const box = 'flex size-4.5 shrink-0 items-center justify-center rounded-sm border text-on-accent transition-colors'

/** The mark beside a hidden native box. */
function BoxMark({
  isSelected,
  isIndeterminate = false,
  isInvalid = false,
}: {
  isSelected: boolean
  isIndeterminate?: boolean
  isInvalid?: boolean
}) {
  const isFilled = isSelected || isIndeterminate
  const look = isFilled ? 'border-accent bg-accent' : `bg-surface ${isInvalid ? 'border-bad' : 'border-line-strong'}`
  return (
    <span aria-hidden className={`${box} ${look}`}>
      {isIndeterminate ? (
        <Minus className="size-3.5" strokeWidth={3} />
      ) : (
        isSelected && <Check className="size-3.5" strokeWidth={3} />
      )}
    </span>
  )
}

const boxRow = 'relative flex min-h-6 min-w-6 cursor-default items-start gap-2.5 text-sm'
/** Over the whole row, so that it can be pressed everywhere and has its place for screen readers. */
const hiddenBox = 'peer absolute inset-0 size-full opacity-0'

export function Checkbox(props: CheckboxProps) {
  const { isSelected, onChange, isIndeterminate = false, children, help, error, name } = props
  const notes = useId()
  return (
    <div {...(name !== undefined && { 'data-field': name })} className="flex flex-col justify-center gap-1">
      <label className={`${boxRow} ${children ? '' : 'justify-center'}`}>
        <input
          type="checkbox"
          checked={isSelected}
          ref={input => {
            if (input) input.indeterminate = isIndeterminate
          }}
          onChange={event => onChange(event.target.checked)}
          disabled={props.isDisabled ?? false}
          {...(name !== undefined && { name })}
          {...(props['aria-label'] !== undefined && { 'aria-label': props['aria-label'] })}
          {...((help || error) && { 'aria-describedby': notes })}
          aria-invalid={error ? true : undefined}
          tabIndex={props.excludeFromTabOrder ? -1 : 0}
          className={hiddenBox}
        />
        <span
          className={`flex items-center peer-focus-visible:rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-disabled:opacity-50 ${children ? 'h-lh' : 'h-6'}`}
        >
          <BoxMark isSelected={isSelected} isIndeterminate={isIndeterminate} isInvalid={Boolean(error)} />
        </span>
        {children && (
          <span data-field-label className="peer-disabled:opacity-50">
            {children}
          </span>
        )}
      </label>
      {(error || help) && (
        <p id={notes} className={`ms-7 text-xs ${error ? 'text-bad' : 'text-muted'}`}>
          {error || help}
        </p>
      )}
    </div>
  )
}

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[]
  value: readonly Id[]
  onChange: (value: Id[]) => void
}

export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  const { choices, value, onChange } = props
  const change = (id: Id, isSelected: boolean) =>
    onChange(choices.map(choice => choice.id).filter(each => (each === id ? isSelected : value.includes(each))))
  return (
    <FieldGroup {...props}>
      {choices.map(choice => (
        <Checkbox
          key={choice.id}
          isSelected={value.includes(choice.id)}
          onChange={isSelected => change(choice.id, isSelected)}
          isDisabled={choice.isDisabled ?? false}
        >
          {choice.label}
          {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
        </Checkbox>
      ))}
    </FieldGroup>
  )
}
