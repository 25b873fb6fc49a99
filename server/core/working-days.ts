// Working days of a country: counted over its weekend and its holidays, which are data of the installation.

export interface WorkCalendar {
  /** Days of the week as ISO 8601 counts them: Monday is 1, Sunday 7. */
  weekend: ReadonlySet<number>
  /** ISO dates on which nobody works. */
  holidays: ReadonlySet<string>
}

/**
 * The weekend of a country by the week data of Unicode CLDR, which come with the runtime: Friday in Iran, Saturday and
 * Sunday in Russia. Halves of days, such as Thursday in Iran, are a choice of the installation.
 */
export function usualWeekend(country: string): number[] {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getWeekInfo(): { weekend: number[] } }
  return locale.getWeekInfo().weekend
}

const isFree = (day: Temporal.PlainDate, { weekend, holidays }: WorkCalendar): boolean =>
  weekend.has(day.dayOfWeek) || holidays.has(day.toString())

export const isWorkingDay = (day: Temporal.PlainDate, calendar: WorkCalendar): boolean => !isFree(day, calendar)

/** No country rests longer; a calendar that says so is wrong. */
const longestRest = 400

function walk(day: Temporal.PlainDate, step: 1 | -1, calendar: WorkCalendar): Temporal.PlainDate {
  let at = day
  for (let walked = 0; walked < longestRest; walked += 1) {
    if (!isFree(at, calendar)) return at
    at = at.add({ days: step })
  }
  throw new RangeError(`no working day within ${longestRest} days of ${day}`)
}

/** The day itself when one works on it, else the first one after. @throws RangeError where nobody ever works */
export const nextWorkingDay = (day: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate =>
  walk(day, 1, calendar)

/** The day itself when one works on it, else the last one before. @throws RangeError where nobody ever works */
export const previousWorkingDay = (day: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate =>
  walk(day, -1, calendar)

/** So many working days later, or earlier when negative; 0 gives the day itself, whatever it is. */
export function addWorkingDays(day: Temporal.PlainDate, days: number, calendar: WorkCalendar): Temporal.PlainDate {
  const step = days < 0 ? -1 : 1
  let at = day
  for (let left = Math.abs(days); left > 0; left -= 1) at = walk(at.add({ days: step }), step, calendar)
  return at
}
