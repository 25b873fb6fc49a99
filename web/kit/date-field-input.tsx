// The working date field; fetched when the first one is shown.
import { type CalendarDate, parseDate } from '@internationalized/date'
import { useLingui } from '@lingui/react/macro'
import { CalendarDays, X } from 'lucide-react'
import * as Aria from 'react-aria-components'
import { useReader } from '../core/reader.ts'
import { CalendarGrid } from './calendar-grid.tsx'
import type { DateFieldProps } from './date-field.tsx'
import { isoFromText } from './date-text.ts'
import { ariaField, FieldLabel, FieldNotes, fieldColumn } from './field-parts.tsx'
import { useReaderDigits } from './reader-digits.ts'

/** A date that cannot be read is shown as empty rather than breaking the page. */
export function dateOrNull(iso: string | null | undefined): CalendarDate | null {
  if (!iso) return null
  try {
    return parseDate(iso)
  } catch {
    return null
  }
}

const segmentLook =
  'inline-block min-h-6 min-w-5 rounded-sm px-0.5 text-center leading-6 tabular-nums outline-none data-[placeholder]:text-muted focus:bg-accent focus:text-on-accent type-literal:min-w-0 type-literal:text-muted'

/** The segments; always left to right, as Iranians write ۱۴۰۳/۱۲/۱۱. The era goes without saying. */
export function DateSegments({ className = '' }: { className?: string }) {
  return (
    <Aria.DateInput dir="ltr" className={`flex whitespace-nowrap ${className}`}>
      {segment =>
        segment.type === 'era' || (segment.type === 'literal' && segment.text.trim() === '') ? (
          <span hidden />
        ) : (
          <Aria.DateSegment segment={segment} className={segmentLook} />
        )
      }
    </Aria.DateInput>
  )
}

export function DateFieldInput(props: DateFieldProps) {
  const { value, onChange, min, max } = props
  const { t } = useLingui()
  const { calendar } = useReader()
  const date = dateOrNull(value)
  const digits = useReaderDigits()
  const paste = (event: React.ClipboardEvent) => {
    const iso = isoFromText(event.clipboardData.getData('text'), calendar)
    if (iso === null || props.isDisabled || props.isReadOnly) return
    event.preventDefault()
    onChange(iso)
  }
  const isClearable = date !== null && !props.isRequired && !props.isDisabled && !props.isReadOnly
  return (
    <Aria.DatePicker
      {...ariaField(props)}
      value={date}
      onChange={next => onChange(next ? next.toString() : null)}
      minValue={dateOrNull(min) ?? null}
      maxValue={dateOrNull(max) ?? null}
      granularity="day"
      shouldForceLeadingZeros
      className={fieldColumn(props.className)}
    >
      <FieldLabel {...props} />
      <Aria.Group ref={digits} className="field-frame w-full min-w-44 ps-2 pe-1" onPaste={paste}>
        <div className="flex-1">
          <DateSegments className="w-fit" />
        </div>
        {isClearable && (
          // Not a React Aria button: those would open the calendar.
          <button
            type="button"
            aria-label={t`Clear the date`}
            onClick={() => onChange(null)}
            className="flex size-6 items-center justify-center rounded-sm text-muted hover:text-ink focus-ring"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
        <Aria.Button className="flex size-7 items-center justify-center rounded-sm text-muted hover:text-ink focus-ring">
          <CalendarDays aria-hidden className="size-4" />
        </Aria.Button>
      </Aria.Group>
      <FieldNotes {...props} />
      <Aria.Popover offset={4} className="popover-frame">
        <Aria.Dialog className="p-4 outline-none">
          <CalendarGrid />
        </Aria.Dialog>
      </Aria.Popover>
    </Aria.DatePicker>
  )
}
