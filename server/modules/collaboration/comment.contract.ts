// Talk about a record on the wire: comments with mentions, who may be mentioned, and watching.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, Nullable, route } from '#core/contract.ts'

const tag = 'collaboration'

/** Which record: its kind, as in events, and its id. */
export const RecordParams = Type.Object({ subject: Type.String({ pattern: '^[a-z_]{1,40}$' }), id: Id })

export const PersonChoice = Type.Object({ id: Type.String(), name: Type.String() })
export type PersonChoice = Static<typeof PersonChoice>

const commentFields = {
  id: Id,
  author: Type.Object({ id: Nullable(Type.String()), name: Type.String(), isGuest: Type.Boolean() }),
  /** Plain text; `@[id]` stands for a person of `mentions`. Null when the comment was removed. */
  body: Nullable(Type.String()),
  mentions: Type.Array(PersonChoice),
  /** Whom it is for, its author among them; null: for everybody who sees the record. */
  onlyFor: Nullable(Type.Array(PersonChoice)),
  postedAt: Instant,
  editedAt: Nullable(Instant),
  removed: Nullable(Type.Object({ by: Type.String(), at: Instant })),
  version: Type.Integer(),
  abilities: Abilities,
}
export const CommentView = Type.Object(commentFields)
export type CommentView = Static<typeof CommentView>

/** A comment with the answers to it. */
export const CommentThread = Type.Object({ ...commentFields, replies: Type.Array(CommentView) })
export type CommentThread = Static<typeof CommentThread>

const Body = Type.String({ minLength: 1, maxLength: 10_000 })

export const listComments = route({
  method: 'GET',
  path: '/api/records/:subject/:id/comments',
  summary: 'Comments on a record in the order of time; the newest threads, or those before one of them',
  tag,
  access: 'session',
  params: RecordParams,
  query: Type.Object({
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 30 })),
  }),
  response: Type.Object({
    items: Type.Array(CommentThread),
    /** There are threads before these. */
    hasEarlier: Type.Boolean(),
    abilities: Abilities,
  }),
})

export const postComment = route({
  method: 'POST',
  path: '/api/records/:subject/:id/comments',
  summary: 'Comment on a record, or answer a comment; `@[id]` mentions a person who may see the record',
  tag,
  access: 'session',
  params: RecordParams,
  body: Type.Object(
    {
      body: Body,
      parentId: Type.Optional(Nullable(Id)),
      /** People beside the author whom alone it is for; an answer to such a comment is for the same people. */
      onlyFor: Type.Optional(Nullable(Type.Array(Type.String({ maxLength: 100 }), { minItems: 1, maxItems: 50 }))),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ id: Id }),
})

export const changeComment = route({
  method: 'PATCH',
  path: '/api/comments/:id',
  summary: 'Change what one’s own comment says; what it said before is kept',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  body: Type.Object({ body: Body, version: Type.Integer() }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const removeComment = route({
  method: 'DELETE',
  path: '/api/comments/:id',
  summary: 'Remove a comment; that there was one is still told',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})

export const listCommentVersions = route({
  method: 'GET',
  path: '/api/comments/:id/versions',
  summary: 'What a comment said before it was changed, the newest first',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({
    items: Type.Array(Type.Object({ version: Type.Integer(), body: Type.String(), writtenAt: Instant })),
    mentions: Type.Array(PersonChoice),
  }),
})

export const listReaders = route({
  method: 'GET',
  path: '/api/records/:subject/:id/readers',
  summary: 'People who may see a record: those who can be mentioned and given tasks',
  tag,
  access: 'session',
  params: RecordParams,
  response: Type.Object({ items: Type.Array(PersonChoice) }),
})

export const getDiscussion = route({
  method: 'GET',
  path: '/api/records/:subject/:id/discussion',
  summary: 'How much is said about a record, and whether the reader watches it',
  tag,
  access: 'session',
  params: RecordParams,
  response: Type.Object({
    comments: Type.Integer(),
    openTasks: Type.Integer(),
    isWatching: Type.Boolean(),
    abilities: Abilities,
  }),
})

export const watchRecord = route({
  method: 'PUT',
  path: '/api/records/:subject/:id/watch',
  summary: 'Watch a record, or stop watching it',
  tag,
  access: 'session',
  params: RecordParams,
  body: Type.Object({ isWatching: Type.Boolean() }, { additionalProperties: false }),
  response: Type.Object({}),
})
