// One of a few choices that are all seen at once, each with room for a sentence.
import { useId } from 'react'
import type { Choice } from './choice.ts'
import type { FieldProps } from './field-parts.tsx'
import { FieldGroup } from './plain-field.tsx'

export interface RadioGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  direction?: 'column' | 'row'
}

const ring =
  'size-4.5 shrink-0 rounded-full bg-surface transition-colors peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent'

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { choices, value, onChange, error } = props
  const group = useId()
  const mark = (id: Id) =>
    id === value ? 'border-[5px] border-accent' : `border ${error ? 'border-bad' : 'border-line-strong'}`
  return (
    <FieldGroup {...props}>
      <div className={props.direction === 'row' ? 'flex flex-wrap gap-x-5 gap-y-2' : 'flex flex-col gap-2'}>
        {choices.map(choice => (
          <label key={choice.id} className="relative flex min-h-6 cursor-default items-start gap-2.5 text-sm">
            <input
              type="radio"
              name={group}
              checked={choice.id === value}
              onChange={() => onChange(choice.id)}
              disabled={choice.isDisabled}
              required={props.isRequired}
              className="peer absolute inset-0 size-full opacity-0"
            />
            <span className="flex h-lh items-center rounded-full peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent peer-disabled:opacity-50">
              <span className={`${ring} ${mark(choice.id)}`} />
            </span>
            <span className="peer-disabled:opacity-50">
              {choice.label}
              {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
