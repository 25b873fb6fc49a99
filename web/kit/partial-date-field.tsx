// A date as far as it is known: a day, a month or only a year, in the reader's calendar.
import { lazy, Suspense } from 'react'
import type { KnownDate } from '../core/format.ts'
import type { FieldProps } from './field-parts.tsx'
import { FieldSkeleton } from './field-skeleton.tsx'
import type { DateEdge } from './partial-date.ts'

export interface PartialDateFieldProps extends FieldProps {
  value: KnownDate | null
  onChange: (value: KnownDate | null) => void
  /** Which day stands for a year or a month: the first (default) or, for an end of validity, the last. */
  edge?: DateEdge
}

const PartialDateFieldInput = lazy(() =>
  import('./partial-date-input.tsx').then(file => ({ default: file.PartialDateFieldInput })),
)

export function PartialDateField(props: PartialDateFieldProps) {
  return (
    <Suspense fallback={<FieldSkeleton {...props} />}>
      <PartialDateFieldInput {...props} />
    </Suspense>
  )
}
