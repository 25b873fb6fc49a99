// Notifications on the wire: what I am told, how much of it is unread, and the stream that says when that changes.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, LocalisedText, Nullable, OneOf, route } from '#core/contract.ts'
import { notificationKinds } from './notification.terms.ts'

const place = { tag: 'notifications', access: 'session' } as const

export const NotificationView = Type.Object({
  id: Id,
  kind: OneOf(notificationKinds),
  at: Instant,
  isRead: Type.Boolean(),
  /** What happened, in the reader's language. */
  sentence: Type.String(),
  /** What the person said to it: a reason, the note to a turn, how a comment begins. */
  words: Nullable(Type.String()),
  /** Names of the fields that changed. */
  fields: Type.Array(Type.String()),
  /** The record it is about. */
  record: Type.Object({
    subject: Type.String(),
    /** What such a record is called. */
    kind: Type.String(),
    id: Id,
    title: LocalisedText,
    number: Nullable(Type.String()),
    path: Type.String(),
  }),
})
export type NotificationView = Static<typeof NotificationView>

export const listNotifications = route({
  ...place,
  method: 'GET',
  path: '/api/notifications',
  summary: 'What I am told, the newest first; only of records that I may see now',
  query: Type.Object({
    unread: Type.Optional(Type.Boolean()),
    /** Older than this one: `next` of the answer before. */
    before: Type.Optional(Id),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 30 })),
  }),
  response: Type.Object({
    items: Type.Array(NotificationView),
    /** Where to go on; null at the end. A page may hold fewer than asked for. */
    next: Nullable(Id),
  }),
})

/** `count` stops at the limit of counting plus one; `revision` rises whenever the list of the person changes. */
export const Unread = Type.Object({ count: Type.Integer(), revision: Type.Integer() })
export type Unread = Static<typeof Unread>

export const countUnread = route({
  ...place,
  method: 'GET',
  path: '/api/notifications/unread',
  summary: 'How many notifications are unread, counted up to 100',
  response: Unread,
})

export const readNotifications = route({
  ...place,
  method: 'POST',
  path: '/api/notifications/read',
  summary: 'Mark notifications as read or unread: some, or all up to one',
  body: Type.Object(
    {
      ids: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 500 })),
      /** This one and all older ones. */
      until: Type.Optional(Id),
      isRead: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  response: Unread,
})

export const streamNotifications = route({
  ...place,
  method: 'GET',
  path: '/api/notifications/stream',
  summary:
    'Server-sent events `unread`, each with the answer of /api/notifications/unread, whenever it changes; without Accept: text/event-stream one event and the end',
  transfer: 'download',
})
