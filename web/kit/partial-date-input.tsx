// The working partial date field; fetched when the first one is shown.
import { useLingui } from '@lingui/react/macro'
import { useId, useState } from 'react'
import type { KnownDate } from '../core/format.ts'
import { type Calendar, localeTag, useReader } from '../core/reader.ts'
import { DateField } from './date-field.tsx'
import type { FieldProps } from './field-parts.tsx'
import { NumberField } from './number-field.tsx'
import { partialDate, partsOf } from './partial-date.ts'
import type { PartialDateFieldProps } from './partial-date-field.tsx'
import { Select } from './select.tsx'

type Precision = KnownDate['precision']

/** A value keeps the calendar it was written in when that calendar is one of ours. */
function calendarFor(value: KnownDate | null, reader: Calendar): Calendar {
  if (!value || value.precision === 'day') return reader
  return value.calendar === 'gregorian' || value.calendar === 'solar_hijri' ? value.calendar : reader
}

function useMonthChoices(calendar: Calendar) {
  const { language, digits } = useReader()
  const format = new Intl.DateTimeFormat(localeTag(language, calendar, digits), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, index) => {
    const { on } = partialDate(calendar === 'gregorian' ? 2023 : 1402, index + 1, calendar, 'first')
    return { id: String(index + 1), label: format.format(new Date(`${on}T00:00:00Z`)) }
  })
}

function YearAndMonth(props: PartialDateFieldProps & { precision: Precision; calendar: Calendar }) {
  const { value, onChange, edge = 'first', precision, calendar } = props
  const { t } = useLingui()
  const parts = value ? partsOf(value.on, calendar) : null
  const months = useMonthChoices(calendar)
  const [month, setMonth] = useState(parts?.month ?? 1)
  const write = (year: number | null, nextMonth: number) => {
    setMonth(nextMonth)
    onChange(year === null ? null : partialDate(year, precision === 'year' ? null : nextMonth, calendar, edge))
  }
  const shared = { ...props, hidesLabel: true, className: '' }
  return (
    <>
      {precision === 'month' && (
        <Select
          {...shared}
          label={t`Month`}
          help={undefined}
          error={undefined}
          className="flex-1 basis-32"
          choices={months}
          value={String(parts?.month ?? month)}
          onChange={next => write(parts?.year ?? null, Number(next))}
        />
      )}
      <YearInput
        {...shared}
        label={t`Year`}
        value={parts?.year ?? null}
        onChange={year => write(year, parts?.month ?? month)}
      />
    </>
  )
}

/** The year without thousands separators. */
function YearInput(props: FieldProps & { value: number | null; onChange: (year: number | null) => void }) {
  return (
    <NumberField
      {...props}
      help={undefined}
      error={undefined}
      min={1}
      max={9999}
      hasGrouping={false}
      className="flex-1 basis-28"
    />
  )
}

export function PartialDateFieldInput(props: PartialDateFieldProps) {
  const { value, onChange, edge = 'first', label, help, error } = props
  const { t } = useLingui()
  const reader = useReader()
  const id = useId()
  const [chosen, setChosen] = useState<Precision>(value?.precision ?? 'day')
  const precision = value?.precision ?? chosen
  const calendar = calendarFor(value, reader.calendar)
  const changePrecision = (next: Precision) => {
    setChosen(next)
    const parts = value ? partsOf(value.on, calendar) : null
    if (!value || !parts) return
    onChange(
      next === 'day'
        ? { on: value.on, precision: 'day' }
        : partialDate(parts.year, next === 'year' ? null : parts.month, calendar, edge),
    )
  }
  return (
    <fieldset
      aria-describedby={help || error ? id : undefined}
      className={`flex min-w-0 flex-col gap-1.5 ${props.className ?? ''}`}
    >
      <legend className={props.hidesLabel ? 'sr-only' : 'mb-1.5 text-sm font-medium'}>
        {label}
        {props.isRequired && (
          <span aria-hidden className="ms-0.5 text-bad">
            *
          </span>
        )}
      </legend>
      <div className="flex flex-wrap gap-2">
        <Select<Precision>
          label={t`How exactly is the date known?`}
          hidesLabel
          isDisabled={props.isDisabled ?? false}
          className="w-28"
          choices={[
            { id: 'day', label: t`Day` },
            { id: 'month', label: t`Month` },
            { id: 'year', label: t`Year` },
          ]}
          value={precision}
          onChange={changePrecision}
        />
        {precision === 'day' ? (
          <DateField
            {...props}
            hidesLabel
            help={undefined}
            className="flex-1 basis-44"
            value={value?.on ?? null}
            onChange={on => onChange(on === null ? null : { on, precision: 'day', calendar: reader.calendar })}
          />
        ) : (
          <YearAndMonth key={precision} {...props} precision={precision} calendar={calendar} />
        )}
      </div>
      {(help || error) && (
        <p id={id} className={`text-xs ${error ? 'text-bad' : 'text-muted'}`}>
          {error && precision !== 'day' ? error : help}
        </p>
      )}
    </fieldset>
  )
}
