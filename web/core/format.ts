// Dates, numbers, names and lists in the reader's language, calendar and digits.
import { useMemo } from 'react'
import { type Calendar, localeTag, type Reader, useReader } from './reader.ts'

/** How a date is known; the wire shape of `PartialDate` in the contracts. */
export interface KnownDate {
  on: string
  precision: 'day' | 'month' | 'year'
  calendar?: 'gregorian' | 'solar_hijri' | 'hijri' | undefined
}

export type DateLength = 'numeric' | 'short' | 'long'

const isoDate = /^(\d{4})-(\d{2})-(\d{2})/

/** UTC midnight of an ISO date; null when the text is none. */
function dayOf(iso: string): Date | null {
  const match = isoDate.exec(iso)
  if (!match) return null
  const date = new Date(0)
  date.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return date
}

const patterns: Record<DateLength, Intl.DateTimeFormatOptions> = {
  numeric: { year: 'numeric', month: '2-digit', day: '2-digit' },
  short: { year: 'numeric', month: 'short', day: 'numeric' },
  long: { year: 'numeric', month: 'long', day: 'numeric' },
}

const cached = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = cached.get(key) ?? new Intl.DateTimeFormat(locale, options)
  cached.set(key, known)
  return known
}

/** Parts without the era: the reader chose the calendar, so "AP" and "перс. год" only disturb. */
function withoutEra(parts: Intl.DateTimeFormatPart[]): string {
  const kept = parts.filter(
    (part, index) =>
      part.type !== 'era' && !(parts[index + 1]?.type === 'era' && part.type === 'literal' && part.value.trim() === ''),
  )
  return kept
    .map(part => part.value)
    .join('')
    .trim()
}

/** CLDR writes the Persian month after the year ("۱۴۰۵ آذر"); Iranians write it before. */
function monthAndYear(parts: Intl.DateTimeFormatPart[]): string {
  const month = parts.find(part => part.type === 'month')?.value ?? ''
  const year = parts.find(part => part.type === 'year')?.value ?? ''
  return `${month} ${year}`
}

const eras: Record<Calendar, Record<Reader['language'], string>> = {
  gregorian: { en: 'CE', fa: 'م.', ru: 'по григ. календарю' },
  solar_hijri: { en: 'SH', fa: 'ه‍.ش.', ru: 'по иранскому календарю' },
}

/** A year or month that was written in another calendar covers other days there, so it keeps its own and says which. */
function foreignCalendar(date: KnownDate, reader: Reader): Calendar | null {
  if (date.precision === 'day' || !date.calendar || date.calendar === 'hijri') return null
  return date.calendar === reader.calendar ? null : date.calendar
}

function writeKnown(date: KnownDate, day: Date, reader: Reader, length: DateLength): string {
  const foreign = foreignCalendar(date, reader)
  const locale = foreign ? localeTag(reader.language, foreign, reader.digits) : reader.locale
  if (date.precision === 'day')
    return withoutEra(dateFormat(locale, { ...patterns[length], timeZone: 'UTC' }).formatToParts(day))
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' }
  if (date.precision === 'month') options.month = length === 'short' ? 'short' : 'long'
  const parts = dateFormat(locale, options).formatToParts(day)
  const text = date.precision === 'month' && reader.language === 'fa' ? monthAndYear(parts) : withoutEra(parts)
  return foreign ? `${text} ${eras[foreign][reader.language]}` : text
}

const dayMilliseconds = 86_400_000
type RelativeUnit = 'day' | 'week' | 'month' | 'year'

/** The coarsest unit in which a distance still reads naturally. */
function relativeUnit(days: number): { value: number; unit: RelativeUnit } {
  const size = Math.abs(days)
  if (size < 14) return { value: days, unit: 'day' }
  if (size < 60) return { value: Math.round(days / 7), unit: 'week' }
  if (size < 730) return { value: Math.round(days / 30.44), unit: 'month' }
  return { value: Math.round(days / 365.25), unit: 'year' }
}

/** Today's ISO date in a time zone. */
export const todayIn = (timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date())

function named(type: 'region' | 'language' | 'currency', locale: string): (code: string) => string {
  const names = new Intl.DisplayNames(locale, { type, fallback: 'code' })
  return code => {
    try {
      return names.of(code) ?? code
    } catch {
      return code
    }
  }
}

/** The formatters of a reader; what cannot be formatted comes back as it was. */
export function formatsFor(reader: Reader) {
  const { locale } = reader
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const lists = {
    and: new Intl.ListFormat(locale, { type: 'conjunction' }),
    or: new Intl.ListFormat(locale, { type: 'disjunction' }),
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const collator = new Intl.Collator(locale, { numeric: true })

  /** An ISO date or a partial date: `2 Dec 2026`, `۲ آذر ۱۴۰۵`, `2026`. */
  const date = (value: string | KnownDate, length: DateLength = 'short'): string => {
    const known: KnownDate = typeof value === 'string' ? { on: value, precision: 'day' } : value
    const day = dayOf(known.on)
    return day ? writeKnown(known, day, reader, length) : known.on
  }

  return {
    reader,
    date,
    /** Two dates; an open end is written with a dash. */
    dateRange(from: string | KnownDate | null, until: string | KnownDate | null, length: DateLength = 'short'): string {
      return `${from ? date(from, length) : '…'} – ${until ? date(until, length) : '…'}`
    },
    /** Month and year of an ISO date. */
    month: (iso: string): string => date({ on: iso, precision: 'month', calendar: reader.calendar }, 'long'),
    /** An instant in the reader's time zone, with the time of day. */
    instant(iso: string, length: DateLength = 'short'): string {
      const at = new Date(iso)
      if (Number.isNaN(at.getTime())) return iso
      const options = { ...patterns[length], hour: '2-digit', minute: '2-digit', timeZone: reader.timeZone } as const
      return withoutEra(dateFormat(locale, options).formatToParts(at))
    },
    time(iso: string): string {
      const at = new Date(iso)
      if (Number.isNaN(at.getTime())) return iso
      return dateFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone: reader.timeZone }).format(at)
    },
    /** The ISO day an instant falls on for this reader. */
    dayOfInstant(iso: string): string {
      const at = new Date(iso)
      if (Number.isNaN(at.getTime())) return iso.slice(0, 10)
      return new Intl.DateTimeFormat('en-CA', {
        timeZone: reader.timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }).format(at)
    },
    /** `in 3 days`, `2 years ago`, counted in calendar days from the reader's today. */
    relativeDay(iso: string): string {
      const day = dayOf(iso)
      const today = dayOf(todayIn(reader.timeZone))
      if (!day || !today) return iso
      const { value, unit } = relativeUnit(Math.round((day.getTime() - today.getTime()) / dayMilliseconds))
      return relative.format(value, unit)
    },
    /** `3 days ago` for an instant, minutes and hours when it is recent. */
    relativeInstant(iso: string): string {
      const seconds = (new Date(iso).getTime() - Date.now()) / 1000
      if (Number.isNaN(seconds)) return iso
      const size = Math.abs(seconds)
      if (size < 3600) return relative.format(Math.round(seconds / 60), 'minute')
      if (size < 86_400) return relative.format(Math.round(seconds / 3600), 'hour')
      const { value, unit } = relativeUnit(Math.round(seconds / 86_400))
      return relative.format(value, unit)
    },
    /** A number or an exact decimal text. */
    number: (value: number | string, options?: Intl.NumberFormatOptions): string =>
      (options ? new Intl.NumberFormat(locale, options) : numbers).format(value as number),
    /** A share from 0 to 1. */
    percent: (share: number): string => percents.format(share),
    /** An exact decimal amount with its ISO 4217 code. */
    money(amount: string | number, currency: string): string {
      try {
        return new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'code' }).format(
          amount as number,
        )
      } catch {
        return `${amount} ${currency}`
      }
    },
    /** Bytes as B, KB, MB. */
    fileSize(bytes: number): string {
      const unit = bytes < 1000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte'
      const size = unit === 'byte' ? bytes : unit === 'kilobyte' ? bytes / 1000 : bytes / 1_000_000
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: unit === 'megabyte' ? 1 : 0,
      }).format(size)
    },
    /** A length of time in words, for progress: seconds up to a minute and a half, then minutes, then hours. */
    duration(seconds: number): string {
      const [value, unit] =
        seconds < 90 ? [seconds, 'second'] : seconds < 5400 ? [seconds / 60, 'minute'] : [seconds / 3600, 'hour']
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: unit as string,
        unitDisplay: 'long',
        maximumFractionDigits: 0,
      }).format(Math.max(1, value as number))
    },
    list: (items: readonly string[], kind: 'and' | 'or' = 'and'): string => lists[kind].format(items),
    country: named('region', locale),
    languageName: named('language', locale),
    currencyName: named('currency', locale),
    compare: (a: string, b: string): number => collator.compare(a, b),
  }
}

export type Formats = ReturnType<typeof formatsFor>

/** The formatters of the present reader. */
export function useFormat(): Formats {
  const reader = useReader()
  return useMemo(() => formatsFor(reader), [reader])
}
