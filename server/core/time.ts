// Clock and calendar dates: the one place that knows what "now" and "today" are.

export interface Clock {
  now(): Temporal.Instant
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() }

/** A clock that stands still, for tests and for reproducible demo data. */
export const fixedClock = (iso: string): Clock => {
  const instant = Temporal.Instant.from(iso)
  return { now: () => instant }
}

/** The calendar day in a time zone. */
export const dayIn = (instant: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate()
