// A number in the reader's digits; Latin and Persian digits can both be typed.
import { lazy, Suspense } from 'react'
import type { FieldProps } from './field-parts.tsx'
import { FieldSkeleton } from './field-skeleton.tsx'

export interface NumberFieldProps extends FieldProps {
  /** null is "not filled in". */
  value: number | null
  onChange: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  /** Digits after the point; 0 by default. */
  fractionDigits?: number
  unit?: string
  /** Years and codes are written without thousands separators. */
  hasGrouping?: boolean
}

const NumberFieldInput = lazy(() =>
  import('./number-field-input.tsx').then(file => ({ default: file.NumberFieldInput })),
)

export function NumberField(props: NumberFieldProps) {
  return (
    <Suspense fallback={<FieldSkeleton {...props} />}>
      <NumberFieldInput {...props} />
    </Suspense>
  )
}
