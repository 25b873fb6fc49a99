// A day, typed or picked in the reader's calendar (Gregorian or Solar Hijri) and kept as an ISO date.
import { lazy, Suspense } from 'react'
import type { FieldProps } from './field-parts.tsx'
import { FieldSkeleton } from './field-skeleton.tsx'

export interface DateFieldProps extends FieldProps {
  /** ISO date, `2026-11-23`. */
  value: string | null
  onChange: (value: string | null) => void
  min?: string | null
  max?: string | null
}

const DateFieldInput = lazy(() => import('./date-field-input.tsx').then(file => ({ default: file.DateFieldInput })))

export function DateField(props: DateFieldProps) {
  return (
    <Suspense fallback={<FieldSkeleton {...props} />}>
      <DateFieldInput {...props} />
    </Suspense>
  )
}
