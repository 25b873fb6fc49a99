// The working number field; fetched when the first one is shown.
import { Minus, Plus } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { inputLook } from './field-look.ts'
import { ariaField, FieldLabel, FieldNotes, fieldColumn } from './field-parts.tsx'
import type { NumberFieldProps } from './number-field.tsx'
import { useReaderDigits } from './reader-digits.ts'

const stepLook =
  'flex min-w-8 items-center justify-center self-stretch border-s border-line text-muted hover:text-ink pressed:bg-ink/5 disabled:opacity-40'

export function NumberFieldInput(props: NumberFieldProps) {
  const { value, onChange, min, max, step, unit } = props
  const digits = useReaderDigits()
  return (
    <Aria.NumberField
      {...ariaField(props)}
      value={value ?? Number.NaN}
      onChange={next => onChange(Number.isNaN(next) ? null : next)}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      {...(step !== undefined && { step })}
      formatOptions={{ maximumFractionDigits: props.fractionDigits ?? 0, useGrouping: props.hasGrouping ?? true }}
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <Aria.Group ref={digits} className="field-frame overflow-hidden">
        <Aria.Input className={`${inputLook} tabular-nums`} />
        {unit && <span className="px-2 text-muted">{unit}</span>}
        <Aria.Button slot="decrement" className={stepLook}>
          <Minus aria-hidden className="size-3.5" />
        </Aria.Button>
        <Aria.Button slot="increment" className={stepLook}>
          <Plus aria-hidden className="size-3.5" />
        </Aria.Button>
      </Aria.Group>
      <FieldNotes {...props} />
    </Aria.NumberField>
  )
}
