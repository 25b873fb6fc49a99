// One of a few choices that are all seen at once, each with room for a sentence.
import * as Aria from 'react-aria-components'
import type { Choice } from './choice.ts'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn } from './field-parts.tsx'

export interface RadioGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[]
  value: Id | null
  onChange: (value: Id) => void
  direction?: 'column' | 'row'
}

const ring =
  'flex size-4.5 shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface transition-colors group-hover:border-muted group-selected:border-[5px] group-selected:border-accent group-invalid:border-bad group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent'

export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  return (
    <Aria.RadioGroup
      {...ariaField(props)}
      value={props.value}
      onChange={next => props.onChange(next as Id)}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <div className={props.direction === 'row' ? 'flex flex-wrap gap-x-5 gap-y-2' : 'flex flex-col gap-2'}>
        {props.choices.map(choice => (
          <Aria.Radio
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className="group flex min-h-6 cursor-default items-start gap-2.5 text-sm disabled:opacity-50"
          >
            <span className="flex h-lh items-center">
              <span className={ring} />
            </span>
            <span>
              {choice.label}
              {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
            </span>
          </Aria.Radio>
        ))}
      </div>
      <FieldNotes {...props} />
    </Aria.RadioGroup>
  )
}
