// Words of webhooks that server and pages share.
import { keysOf } from '../terms.ts'

export const webhookStateTerms = {
  active: /*i18n*/ { id: 'core.webhook_state.active', message: 'Active' },
  failing: /*i18n*/ { id: 'core.webhook_state.failing', message: 'Failing' },
  stopped: /*i18n*/ { id: 'core.webhook_state.stopped', message: 'Stopped' },
  given_up: /*i18n*/ { id: 'core.webhook_state.given_up', message: 'Stopped after failing for days' },
} as const
export type WebhookState = keyof typeof webhookStateTerms
export const webhookStates = keysOf<WebhookState>(webhookStateTerms)

export const deliveryStateTerms = {
  waiting: /*i18n*/ { id: 'core.webhook_delivery.waiting', message: 'Waits for the next try' },
  delivered: /*i18n*/ { id: 'core.webhook_delivery.delivered', message: 'Delivered' },
  parked: /*i18n*/ { id: 'core.webhook_delivery.parked', message: 'Given up' },
} as const
export type DeliveryState = keyof typeof deliveryStateTerms
export const deliveryStates = keysOf<DeliveryState>(deliveryStateTerms)
