// Who may link and tag records: those who work on them. Tags belong to a home organisation.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, reaches, reachesNothing } from '#core/identity/actor.ts'
import { type Decision, when } from '#core/policy.ts'
import type { RecordAccess } from '#core/records.ts'
import type { Term } from '#core/terms.ts'

const notYours: Term = /*i18n*/ {
  id: 'collaboration.policy.not_your_record',
  message: 'Only those who work on this record may do this.',
}
const notYourHome: Term = /*i18n*/ {
  id: 'collaboration.policy.not_your_tags',
  message: 'Only those who write for the home organisation may do this with its tags.',
}

type Side = Pick<RecordAccess, 'decide'>

export const canLink = (actor: Actor, record: Side): Decision => when(record.decide(actor).write, notYours)

/** Either side may let go. */
export const canUnlink = (actor: Actor, one: Side, other: Side): Decision =>
  when(one.decide(actor).write || other.decide(actor).write, notYours)

export const canWriteTag = (actor: Actor, homeId: string): Decision => when(reaches(actor.writes, homeId), notYourHome)

/** A tag of a home on a record: one of that home, or one that is common to all. */
export const canPutTag = (actor: Actor, tagHomeId: string, record: Pick<RecordAccess, 'homeId' | 'unitId'>): Decision =>
  when(
    (record.homeId === null || record.homeId === tagHomeId) && reaches(actor.writes, tagHomeId, record.unitId),
    notYourHome,
  )

/** Whether there is any tag that the actor could put on it. */
export const canTag = (actor: Actor, record: Pick<RecordAccess, 'homeId' | 'unitId'>): Decision =>
  record.homeId === null ? when(!reachesNothing(actor.writes), notYourHome) : canPutTag(actor, record.homeId, record)

/** Tags `t` of homes that the reader reads. */
export const visibleTags = (actor: Actor): RawBuilder<SqlBool> =>
  actor.reads === 'everywhere' ? sql<SqlBool>`true` : sql<SqlBool>`t.home_id = any(${[...actor.reads]}::uuid[])`
