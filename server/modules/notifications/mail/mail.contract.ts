// Mail about notifications on the wire: my choices, ending it by a link, and the outbox for administrators.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, PageOf, Paging, route } from '#core/contract.ts'
import { notificationKinds } from '../notification.terms.ts'
import { mailModes, mailStreams, outboxStates } from './mail.terms.ts'

const tag = 'notifications'

const Modes = Type.Object(
  Object.fromEntries(notificationKinds.map(kind => [kind, OneOf(mailModes)])) as Record<
    (typeof notificationKinds)[number],
    ReturnType<typeof OneOf<(typeof mailModes)[number]>>
  >,
  { additionalProperties: false },
)

const choices = {
  modes: Modes,
  /** IANA name; null follows the pages, else the installation. */
  timeZone: Nullable(Type.String({ maxLength: 64 })),
  /** Of the digests, in that time zone. */
  hour: Type.Integer({ minimum: 0, maximum: 23 }),
  /** Of the weekly digest; Monday is 1. */
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
}

export const MailChoices = Type.Object({
  ...choices,
  /** Where mails go. */
  address: Type.String(),
  /** Whether the installation sends mail at all. */
  delivers: Type.Boolean(),
  /** What the mail server said when it last refused the address. */
  trouble: Nullable(Type.Object({ answer: Type.String(), at: Instant })),
})
export type MailChoices = Static<typeof MailChoices>

export const getMailChoices = route({
  method: 'GET',
  path: '/api/notifications/preferences',
  summary: 'How I want to be mailed, and whether mail reaches me',
  tag,
  access: 'session',
  response: MailChoices,
})

export const changeMailChoices = route({
  method: 'PUT',
  path: '/api/notifications/preferences',
  summary: 'Choose for each kind of notification whether and when it is mailed',
  tag,
  access: 'session',
  body: Type.Object(choices, { additionalProperties: false }),
  response: MailChoices,
})

const token = { params: Type.Object({ token: Type.String({ maxLength: 300 }) }) }

export const getUnsubscription = route({
  method: 'GET',
  path: '/api/unsubscribe/:token',
  summary: 'Which mails the link of a mail ends',
  tag,
  access: 'public',
  ...token,
  response: Type.Object({ stream: OneOf(mailStreams), hasEnded: Type.Boolean() }),
})

/** The address stands in the header List-Unsubscribe; mail programs post a form to it (RFC 8058). */
export const unsubscribe = route({
  method: 'POST',
  path: '/unsubscribe/:token',
  summary: 'End the mails that the link of a mail belongs to, without signing in',
  tag,
  access: 'public',
  transfer: 'upload',
  ...token,
  response: Type.Object({}),
})

export const OutboxMail = Type.Object({
  id: Id,
  name: Type.String(),
  to: Type.String(),
  stream: OneOf(mailStreams),
  state: OneOf(outboxStates),
  subject: Type.String(),
  tries: Type.Integer(),
  /** What the mail server said last. */
  answer: Nullable(Type.String()),
  queuedAt: Instant,
  nextTryAt: Instant,
  sentAt: Nullable(Instant),
})
export type OutboxMail = Static<typeof OutboxMail>

const administrators = { tag, access: 'administrator' } as const

export const listOutbox = route({
  ...administrators,
  method: 'GET',
  path: '/api/operation/outbox',
  summary: 'Mails about notifications that wait, went, were refused or given up, the newest first',
  query: Type.Object({ state: Type.Optional(OneOf(outboxStates)), ...Paging }),
  response: PageOf(OutboxMail),
})

export const getOutboxState = route({
  ...administrators,
  method: 'GET',
  path: '/api/operation/outbox-state',
  summary: 'How many mails are in which state, and whom mail does not reach',
  response: Type.Object({
    delivers: Type.Boolean(),
    counts: Type.Record(Type.String(), Type.Integer()),
    unreached: Type.Array(
      Type.Object({
        userId: Type.String(),
        name: Type.String(),
        address: Type.String(),
        answer: Type.String(),
        at: Instant,
      }),
    ),
  }),
})

const one = { params: Type.Object({ id: Id }) }

export const getOutboxMail = route({
  ...administrators,
  method: 'GET',
  path: '/api/operation/outbox/:id',
  summary: 'A mail with its text',
  ...one,
  response: Type.Object({ ...OutboxMail.properties, text: Type.String() }),
})

export const retryOutboxMail = route({
  ...administrators,
  method: 'POST',
  path: '/api/operation/outbox/:id/retry',
  summary: 'Send a mail now that was refused, given up or waits, to the present address of its receiver',
  ...one,
  response: Type.Object({}),
})
