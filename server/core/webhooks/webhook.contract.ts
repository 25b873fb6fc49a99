// Webhooks on the wire, for administrators.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, PageOf, Paging, route } from '../contract.ts'
import { deliveryStates, webhookStates } from './webhook.terms.ts'

const place = { tag: 'webhooks', access: 'administrator' } as const
const ById = Type.Object({ id: Id })

export const Webhook = Type.Object({
  id: Id,
  name: Type.String(),
  url: Type.String(),
  /** Types of events; none means all. */
  events: Type.Array(Type.String()),
  state: OneOf(webhookStates),
  failingSince: Nullable(Instant),
  lastSuccessAt: Nullable(Instant),
  createdAt: Instant,
  waiting: Type.Integer(),
  parked: Type.Integer(),
})
export type Webhook = Static<typeof Webhook>

const WithSecret = Type.Object({ webhook: Webhook, secret: Type.String() })

export const listWebhooks = route({
  ...place,
  method: 'GET',
  path: '/api/webhooks',
  summary: 'Addresses that are told of events',
  response: Type.Object({
    items: Type.Array(Webhook),
    /** Types of events that there are. */
    eventTypes: Type.Array(Type.String()),
  }),
})

const fields = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  url: Type.String({ minLength: 1, maxLength: 2000 }),
  events: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 500, uniqueItems: true }),
}

export const addWebhook = route({
  ...place,
  method: 'POST',
  path: '/api/webhooks',
  summary: 'Add an address that is told of events; its secret is shown once',
  body: Type.Object(fields, { additionalProperties: false }),
  response: WithSecret,
})

export const changeWebhook = route({
  ...place,
  method: 'PUT',
  path: '/api/webhooks/:id',
  summary: 'Change, stop or start a webhook',
  params: ById,
  body: Type.Object({ ...fields, active: Type.Boolean() }, { additionalProperties: false }),
  response: Webhook,
})

export const renewWebhookSecret = route({
  ...place,
  method: 'POST',
  path: '/api/webhooks/:id/secret',
  summary: 'Give a webhook a new secret; the former one signs no more',
  params: ById,
  response: WithSecret,
})

export const removeWebhook = route({
  ...place,
  method: 'DELETE',
  path: '/api/webhooks/:id',
  summary: 'Remove a webhook with its log',
  params: ById,
})

export const pingWebhook = route({
  ...place,
  method: 'POST',
  path: '/api/webhooks/:id/ping',
  summary: 'Send a test message',
  params: ById,
  response: Type.Object({ deliveryId: Id }),
})

export const WebhookDelivery = Type.Object({
  id: Id,
  messageId: Id,
  type: Type.String(),
  state: OneOf(deliveryStates),
  tries: Type.Integer(),
  createdAt: Instant,
  nextAt: Nullable(Instant),
  deliveredAt: Nullable(Instant),
  /** The newest try. */
  last: Nullable(
    Type.Object({
      at: Instant,
      status: Nullable(Type.Integer()),
      milliseconds: Type.Integer(),
      answer: Nullable(Type.String()),
      error: Nullable(Type.String()),
    }),
  ),
})
export type WebhookDelivery = Static<typeof WebhookDelivery>

export const listDeliveries = route({
  ...place,
  method: 'GET',
  path: '/api/webhooks/:id/deliveries',
  summary: 'What was sent to a webhook and what came back, the newest first',
  params: ById,
  query: Type.Object({ state: Type.Optional(OneOf(deliveryStates)), ...Paging }),
  response: PageOf(WebhookDelivery),
})

export const replayWebhook = route({
  ...place,
  method: 'POST',
  path: '/api/webhooks/:id/replay',
  summary: 'Send one message again, or every event from one on (10,000 at a time)',
  params: ById,
  /** One of the two. */
  body: Type.Object(
    { deliveryId: Type.Optional(Id), fromEventId: Type.Optional(Id) },
    { additionalProperties: false, minProperties: 1, maxProperties: 1 },
  ),
  response: Type.Object({
    count: Type.Integer(),
    /** The first event that did not fit any more; null when all did. */
    nextEventId: Nullable(Id),
  }),
})
