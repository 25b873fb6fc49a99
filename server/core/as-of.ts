// Which moment a reader means who wants to see a record as it stood, and what of it is different today.
import type { AsOf, AsOfQuery, Difference } from './as-of.contract.ts'
import type { Db } from './database/connect.ts'
import { declareError, Refusal } from './errors.ts'
import { type Changes, findEvent, type RecordedEvent } from './events.ts'
import type { Translator } from './i18n.ts'
import { deny, found } from './policy.ts'
import { dayIn } from './time.ts'
import { type FieldTerms, formatDate, presentTimeline } from './timeline.ts'

const AsOfUnclear = declareError(
  'as_of.unclear',
  422,
  /*i18n*/ {
    id: 'core.as_of.unclear',
    message: 'Name one thing: a day, or an event of the timeline before or after which to look.',
  },
)
const AsOfAhead = declareError(
  'as_of.ahead',
  422,
  /*i18n*/ {
    id: 'core.as_of.ahead',
    message: 'This day lies ahead. Choose today or an earlier day.',
  },
)
const NotKeptYet = declareError(
  'as_of.not_kept_yet',
  422,
  /*i18n*/ {
    id: 'core.as_of.not_kept_yet',
    message:
      'This record was not kept here yet at that time. It is here since {since}; choose that day or a later one.',
  },
)

/** Nothing of the past can be changed. */
export const ofThePast = deny(
  /*i18n*/ {
    id: 'core.as_of.of_the_past',
    message: 'You see how the record stood then. Changes are made in the record of today.',
  },
)

export interface Moment {
  /** Everything written before it counts. */
  before: Temporal.Instant
  /** The day that it lies in. */
  day: Temporal.PlainDate
  event: { recorded: RecordedEvent; side: 'before' | 'after' } | null
}

const millisecond = { milliseconds: 1 }
const longAgo = Temporal.PlainDate.from('1900-01-01')

/**
 * The moment that is meant. `belongs` says whether an event is one of the record's timeline.
 * @throws Refusal 422 without one clear moment or with a day ahead, 404 when there is no such event.
 */
export async function momentOf(
  db: Db,
  query: AsOfQuery,
  here: { today: Temporal.PlainDate; timeZone: string },
  belongs: (event: RecordedEvent) => boolean,
): Promise<Moment> {
  const { on, before, after } = query
  if ([on, before, after].filter(one => one !== undefined).length !== 1) throw new Refusal(AsOfUnclear)
  if (on !== undefined) {
    const day = Temporal.PlainDate.from(on)
    if (Temporal.PlainDate.compare(day, here.today) > 0)
      throw new Refusal(AsOfAhead, {}, { fields: [{ path: 'on', message: AsOfAhead.text }] })
    // The database knows no year 0, and nothing was kept here so long ago.
    const end = Temporal.PlainDate.compare(day, longAgo) < 0 ? longAgo : day.add({ days: 1 })
    return { before: end.toZonedDateTime(here.timeZone).toInstant(), day, event: null }
  }
  const recorded = found(await findEvent(db, (before ?? after)!))
  found(belongs(recorded) ? recorded : undefined)
  const at = Temporal.Instant.from(recorded.at)
  const side = before === undefined ? 'after' : 'before'
  return {
    before: side === 'before' ? at : at.add(millisecond),
    day: dayIn(at, here.timeZone),
    event: { recorded, side },
  }
}

/** What the past had. @throws Refusal 422 that says since which day the record is kept. */
export function foundThen<T>(value: T | undefined, keptSince: string, timeZone: string, t: Translator): T {
  if (value !== undefined) return value
  const since = formatDate(dayIn(Temporal.Instant.from(keptSince), timeZone).toString(), t.language)
  throw new Refusal(NotKeptYet, { since }, { fields: [{ path: 'on', message: NotKeptYet.text, values: { since } }] })
}

export function presentMoment({ day, event }: Moment, keptSince: string, t: Translator, fields: FieldTerms): AsOf {
  const { recorded, side } = event ?? {}
  return {
    on: day.toString(),
    event: recorded
      ? {
          ...{ id: recorded.id, side: side!, at: recorded.at },
          sentence: presentTimeline([recorded], t, fields)[0]!.sentence,
        }
      : null,
    keptSince,
  }
}

/** Changes since then, in the words of a timeline. */
export function presentDifferences(changes: Changes, t: Translator, fields: FieldTerms): Difference[] {
  const event = { type: '', actorName: '', onBehalfOf: null, data: {}, changes } as unknown as RecordedEvent
  return presentTimeline([event], t, fields)[0]!.changes.map(({ label, from, to }) => ({ label, was: from, is: to }))
}
