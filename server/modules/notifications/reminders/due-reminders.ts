// Which reminders fall on which day: so many days before the date, on the working day before where that is a free day.
import { previousWorkingDay, type WorkCalendar } from '#core/working-days.ts'
import type { ReminderRule } from './reminder.terms.ts'

export interface DueReminder {
  /** The day on which one is told. */
  on: Temporal.PlainDate
  /** Days before the date, as the rule says. */
  days: number
}

const monday: WorkCalendar = { weekend: new Set([6, 7]), holidays: new Set() }

/** The reminders of one date, the earliest first. */
export function remindersOf(
  dueOn: string,
  { days }: Pick<ReminderRule, 'days'>,
  calendar: WorkCalendar = monday,
): DueReminder[] {
  const date = Temporal.PlainDate.from(dueOn)
  return days
    .toSorted((a, b) => b - a)
    .map(before => ({ on: previousWorkingDay(date.subtract({ days: before }), calendar), days: before }))
}

/** A worker that was away for so long still tells; what was due earlier was due before the rule or the date was set. */
export const graceDays = 7

/** The one that is to be told on a day: the latest that has come, unless its time is long past or the date itself. */
export function reminderOn(reminders: readonly DueReminder[], today: Temporal.PlainDate): DueReminder | undefined {
  const earliest = today.subtract({ days: graceDays })
  const come = reminders.filter(
    ({ on }) => Temporal.PlainDate.compare(on, today) <= 0 && Temporal.PlainDate.compare(on, earliest) > 0,
  )
  return come.at(-1)
}
