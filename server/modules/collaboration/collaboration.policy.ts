// Who may talk about a record: whoever sees it, but those who are only there to look into it.
import { type Actor, type Reach, reaches, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { all, any, type Decision, when } from '#core/policy.ts'
import type { RecordAccess } from '#core/records.ts'
import type { Term } from '#core/terms.ts'

const notVisible: Term = /*i18n*/ {
  id: 'collaboration.policy.not_visible',
  message: 'This record is not visible to you.',
}
export const onlyLooks: Term = /*i18n*/ {
  id: 'collaboration.policy.only_looks',
  message: 'Your role looks into records and writes nothing.',
}
const notYours: Term = /*i18n*/ {
  id: 'collaboration.policy.not_your_comment',
  message: 'Only who wrote a comment may change it.',
}
const notYoursToRemove: Term = /*i18n*/ {
  id: 'collaboration.policy.not_your_comment_to_remove',
  message: 'Only who wrote a comment, or an administrator, may remove it.',
}
const removedAlready: Term = /*i18n*/ {
  id: 'collaboration.policy.comment_removed',
  message: 'This comment was removed.',
}

export type Standing = Pick<RecordAccess, 'homeId' | 'unitId' | 'decide'>

type Place = Pick<Standing, 'homeId' | 'unitId'>

const reachesRecord = (reach: Reach, { homeId, unitId }: Place): boolean =>
  homeId === null ? !reachesNothing(reach) : reaches(reach, homeId, unitId)

/** An auditor writes nothing, unless another role of theirs works on the record. */
export const audits = (actor: Actor, record: Place): boolean =>
  actor.powers !== undefined &&
  reachesRecord(reachOf(actor, 'audit'), record) &&
  !reachesRecord(reachOf(actor, 'record'), record)

export const canTalk = (actor: Actor, record: Standing): Decision =>
  all(when(record.decide(actor).read, notVisible), when(!audits(actor, record), onlyLooks))

export interface CommentStanding {
  authorId: string | null
  isRemoved: boolean
}

const isAuthor = (actor: Actor, { authorId }: CommentStanding) => actor.id !== null && authorId === actor.id

export const canChangeComment = (actor: Actor, comment: CommentStanding): Decision =>
  all(when(!comment.isRemoved, removedAlready), when(isAuthor(actor, comment), notYours))

export const canRemoveComment = (actor: Actor, comment: CommentStanding): Decision =>
  all(
    when(!comment.isRemoved, removedAlready),
    any(when(isAuthor(actor, comment), notYoursToRemove), when(actor.administers, notYoursToRemove)),
  )
