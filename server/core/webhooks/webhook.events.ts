// What happened to webhooks themselves.
import Type from 'typebox'
import { defineEvent } from '../events.ts'

const subject = 'webhook'
const About = Type.Object({ name: Type.String() })

export const WebhookAdded = defineEvent({
  type: 'webhook.added',
  subject,
  data: About,
  text: /*i18n*/ { id: 'core.event.webhook_added', message: '{actor} added the webhook {name}' },
})
export const WebhookChanged = defineEvent({
  type: 'webhook.changed',
  subject,
  data: About,
  text: /*i18n*/ { id: 'core.event.webhook_changed', message: '{actor} changed the webhook {name}' },
})
export const WebhookRemoved = defineEvent({
  type: 'webhook.removed',
  subject,
  data: About,
  text: /*i18n*/ { id: 'core.event.webhook_removed', message: '{actor} removed the webhook {name}' },
})
export const WebhookSecretRenewed = defineEvent({
  type: 'webhook.secret_renewed',
  subject,
  data: About,
  text: /*i18n*/ { id: 'core.event.webhook_secret_renewed', message: '{actor} gave the webhook {name} a new secret' },
})
export const WebhookReplayed = defineEvent({
  type: 'webhook.replayed',
  subject,
  data: Type.Object({ name: Type.String(), count: Type.Integer() }),
  text: /*i18n*/ {
    id: 'core.event.webhook_replayed',
    message: '{actor} had {count, plural, one {# message} other {# messages}} sent again to the webhook {name}',
  },
})
export const WebhookGivenUp = defineEvent({
  type: 'webhook.given_up',
  subject,
  data: About,
  text: /*i18n*/ {
    id: 'core.event.webhook_given_up',
    message: '{actor} stopped the webhook {name}, as nothing arrived there for days',
  },
})
