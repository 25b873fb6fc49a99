// Signs messages as Standard Webhooks 1.0.0 says (webhook-id, webhook-timestamp, webhook-signature v1).
import { createHmac, randomBytes } from 'node:crypto'

export const secretPrefix = 'whsec_'

/** 256 random bits, in the form in which libraries of receivers take them. */
export const newWebhookSecret = (): string => `${secretPrefix}${randomBytes(32).toString('base64')}`

/** `v1,<base64>` over `id.timestamp.body`; `timestamp` in seconds. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.slice(secretPrefix.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
