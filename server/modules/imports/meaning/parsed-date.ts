// What is known before a date cell is read, and what a date is once it was read.
import type { DatePrecision } from './calendar-days.ts'
import type { DateOrder } from './date-scan.ts'
import type { CalendarName } from './month-names.ts'

export type DateRole = 'signed' | 'in_force' | 'approved' | 'expires' | 'review_due' | 'term'

/** The column's order and calendar where they are known, today, and what the date is for. */
export interface DateContext {
  order?: DateOrder
  calendar?: CalendarName
  today: Temporal.PlainDate
  role?: DateRole
}

/**
 * `on` is an ISO day: for a month or year its first day, or its last where the date is an end.
 * `edge` is set where the cell says so itself ("since 2015", the two ends of a range).
 */
export interface ParsedDate {
  on: string
  precision: DatePrecision
  calendar: CalendarName
  written: string
  edge?: 'start' | 'end'
}
