// What is recorded of comments and of watching. Comments stand in the timeline of the record, their words do not: they may be removed.
import Type from 'typebox'
import { Id, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'record'
/** Ids of the people whom alone a comment is for; then the event keeps none of its words. */
const OnlyFor = { onlyFor: Type.Optional(Type.Array(Type.String())) }

export const CommentPosted = defineEvent({
  type: 'comment.posted',
  subject,
  data: Type.Object({
    commentId: Id,
    parentId: Nullable(Id),
    /** Whose comment it answers. */
    answers: Nullable(Type.String()),
    /** Ids of people. */
    mentions: Type.Array(Type.String()),
    excerpt: Type.String(),
    ...OnlyFor,
  }),
  text: /*i18n*/ { id: 'collaboration.event.comment_posted', message: '{actor} wrote a comment' },
})
export const CommentChanged = defineEvent({
  type: 'comment.changed',
  subject,
  data: Type.Object({
    commentId: Id,
    /** Ids of people who were not mentioned before. */
    mentions: Type.Array(Type.String()),
    excerpt: Type.String(),
    ...OnlyFor,
  }),
  text: /*i18n*/ { id: 'collaboration.event.comment_changed', message: '{actor} changed a comment' },
})
export const CommentRemoved = defineEvent({
  type: 'comment.removed',
  subject,
  data: Type.Object({ commentId: Id, ...OnlyFor }),
  text: /*i18n*/ { id: 'collaboration.event.comment_removed', message: '{actor} removed a comment' },
})
export const RecordWatched = defineEvent({
  type: 'record.watched',
  subject: 'watch',
  data: Type.Object({ subject: Type.String() }),
  text: /*i18n*/ { id: 'collaboration.event.watched', message: '{actor} watches the record' },
})
export const RecordUnwatched = defineEvent({
  type: 'record.unwatched',
  subject: 'watch',
  data: Type.Object({ subject: Type.String() }),
  text: /*i18n*/ { id: 'collaboration.event.unwatched', message: '{actor} stopped watching the record' },
})
