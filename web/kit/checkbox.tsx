// A box to tick, and a group of them.
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import * as Aria from 'react-aria-components'
import type { Choice } from './choice.ts'
import { ariaField, FieldLabel, FieldNotes, type FieldProps, fieldColumn } from './field-parts.tsx'

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

const box =
  'flex size-4.5 shrink-0 items-center justify-center rounded-sm border border-line-strong bg-surface text-on-accent transition-colors group-hover:border-muted group-selected:border-accent group-selected:bg-accent group-indeterminate:border-accent group-indeterminate:bg-accent group-invalid:border-bad group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent'

function BoxMark({ isSelected, isIndeterminate }: { isSelected: boolean; isIndeterminate: boolean }) {
  return (
    <span className={box}>
      {isIndeterminate ? (
        <Minus aria-hidden className="size-3.5" strokeWidth={3} />
      ) : (
        isSelected && <Check aria-hidden className="size-3.5" strokeWidth={3} />
      )}
    </span>
  )
}

const row = 'group flex min-h-6 min-w-6 cursor-default items-start gap-2.5 text-sm disabled:opacity-50'

export function Checkbox({ children, help, error, name, ...rest }: CheckboxProps) {
  return (
    <div className="flex flex-col justify-center gap-1">
      <Aria.Checkbox
        {...rest}
        {...(name !== undefined && { name })}
        isInvalid={Boolean(error)}
        className={`${row} ${children ? '' : 'justify-center'}`}
      >
        {state => (
          <>
            <span className={`flex items-center ${children ? 'h-lh' : 'h-6'}`}>
              <BoxMark {...state} />
            </span>
            {children && <span>{children}</span>}
          </>
        )}
      </Aria.Checkbox>
      {help && !error && <p className="ms-7 text-xs text-muted">{help}</p>}
      {error && <p className="ms-7 text-xs text-bad">{error}</p>}
    </div>
  )
}

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  choices: readonly Choice<Id>[]
  value: readonly Id[]
  onChange: (value: Id[]) => void
}

export function CheckboxGroup<Id extends string>(props: CheckboxGroupProps<Id>) {
  return (
    <Aria.CheckboxGroup
      {...ariaField(props)}
      value={[...props.value]}
      onChange={next => props.onChange(next as Id[])}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      {props.choices.map(choice => (
        <Aria.Checkbox key={choice.id} value={choice.id} isDisabled={choice.isDisabled ?? false} className={row}>
          {state => (
            <>
              <span className="flex h-lh items-center">
                <BoxMark {...state} />
              </span>
              <span>
                {choice.label}
                {choice.detail && <span className="block text-xs text-muted">{choice.detail}</span>}
              </span>
            </>
          )}
        </Aria.Checkbox>
      ))}
      <FieldNotes {...props} />
    </Aria.CheckboxGroup>
  )
}
