// A record as it stood on a day, or beside one of its events, on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, IsoDate, Nullable, OneOf } from './contract.ts'

/** A day, of which the end counts; or an event of the record and the side of it. */
export const AsOfQuery = Type.Object({
  on: Type.Optional(IsoDate),
  before: Type.Optional(Id),
  after: Type.Optional(Id),
})
export type AsOfQuery = Static<typeof AsOfQuery>

export const AsOf = Type.Object({
  /** The day in the office's time zone by which dates, promises and liveliness are judged. */
  on: IsoDate,
  /** The event just before or after which the record is shown; null for the end of the day. */
  event: Nullable(
    Type.Object({ id: Id, side: OneOf(['before', 'after'] as const), at: Instant, sentence: Type.String() }),
  ),
  /** Since when the record is kept here. */
  keptSince: Instant,
})
export type AsOf = Static<typeof AsOf>

/** A field that says something else today; both in words. */
export const Difference = Type.Object({ label: Type.String(), was: Type.String(), is: Type.String() })
export type Difference = Static<typeof Difference>
