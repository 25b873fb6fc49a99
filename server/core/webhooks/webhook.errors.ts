// Refusals of webhooks.
import { declareError } from '../errors.ts'

export const WebhookAddressRefused = declareError(
  'webhook.address_refused',
  422,
  /*i18n*/ {
    id: 'core.error.webhook_address_refused',
    message:
      'This address is not accepted: it must begin with https:// and lead out of the own network, without a name and password in it.',
  },
)
export const WebhookEventUnknown = declareError(
  'webhook.event_unknown',
  422,
  /*i18n*/ { id: 'core.error.webhook_event_unknown', message: 'There is no event {type}.' },
)
export const WebhookStopped = declareError(
  'webhook.stopped',
  409,
  /*i18n*/ { id: 'core.error.webhook_stopped', message: 'This webhook is stopped. Start it first.' },
)
