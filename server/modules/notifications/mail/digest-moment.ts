// When the digests of a person are due: the last of their hours that has passed, in their own time zone.

export interface DigestChoice {
  timeZone: string
  hour: number
  /** Monday is 1; of a daily digest undefined. */
  weekday?: number
}

/** Whether a name of a time zone is known here. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The latest moment, not after `now`, at which the digest was due; its day names the digest. */
export function lastDigestMoment(
  now: Temporal.Instant,
  { timeZone, hour, weekday }: DigestChoice,
): Temporal.ZonedDateTime {
  const here = now.toZonedDateTimeISO(timeZone)
  const midnight = here.startOfDay()
  const daysBack = weekday === undefined ? 0 : (here.dayOfWeek - weekday + 7) % 7
  const atHour = (day: Temporal.ZonedDateTime) =>
    day.with({ hour, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  const moment = atHour(midnight.subtract({ days: daysBack }))
  if (Temporal.ZonedDateTime.compare(moment, here) <= 0) return moment
  return atHour(moment.startOfDay().subtract({ days: weekday === undefined ? 1 : 7 }))
}
