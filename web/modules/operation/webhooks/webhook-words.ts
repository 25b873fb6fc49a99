// Colours of webhooks and of what is sent to them.
import type { DeliveryState, WebhookState } from '#core/webhooks/webhook.terms.ts'
import type { Tone } from '../../../kit/status-dot.tsx'

export const webhookTones: Record<WebhookState, Tone> = {
  active: 'ok',
  failing: 'warn',
  stopped: 'quiet',
  given_up: 'bad',
}

export const deliveryTones: Record<DeliveryState, Tone> = { waiting: 'info', delivered: 'ok', parked: 'bad' }
