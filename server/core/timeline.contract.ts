// A timeline on the wire: what happened to a record, in sentences of the reader's language.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Instant, Nullable } from './contract.ts'

export const TimelineItem = Type.Object({
  id: Type.String(),
  type: Type.String(),
  at: Instant,
  actor: Type.String(),
  sentence: Type.String(),
  reason: Nullable(Type.String()),
  changes: Type.Array(Type.Object({ label: Type.String(), from: Type.String(), to: Type.String() })),
})
export type TimelineItem = Static<typeof TimelineItem>

export const Timeline = Type.Object({ items: Type.Array(TimelineItem) })
