// Sends what is due to one webhook, keeps each try, and decides when to try again, to give up, and to stop.
import { defineAction, runAction } from '../actions.ts'
import { findEvent } from '../events.ts'
import { translator } from '../i18n.ts'
import { systemActor } from '../identity/actor.ts'
import { unseal } from '../identity/sign-in/sealed.ts'
import { concordVersion } from '../operation/backup-format.ts'
import type { Services } from '../services.ts'
import type { Term } from '../terms.ts'
import { bodyOfEvent, bodyOfPing, pingType } from './message-body.ts'
import { sendDueName } from './plan-deliveries.ts'
import { type Posted, postMessage } from './post-message.ts'
import { signatureOf } from './signing.ts'
import { WebhookGivenUp } from './webhook.events.ts'
import * as store from './webhook.store.ts'

export const sealPurpose = 'webhook secret'

/** Seconds before each further try; after the last one a message is given up. */
export const pauses = [5, 60, 300, 1800, 7200, 18_000, 36_000, 50_400, 86_400] as const
/** Days without a success after which a webhook is stopped. */
export const patienceDays = 5

const atOnce = 4
/** So that a job ends long before it counts as lost. */
const longestMs = 60_000

const instantOf = ({ clock }: Services): string => new Date(clock.now().epochMilliseconds).toISOString()

export async function sendDue(services: Services, webhookId: string, signal?: AbortSignal): Promise<void> {
  const { db } = services
  const began = performance.now()
  for (;;) {
    const claimed = await store.claimDue(db, webhookId, instantOf(services), atOnce)
    const webhook = claimed.length > 0 ? await store.findWebhook(db, webhookId) : undefined
    if (!webhook) return
    await Promise.all(claimed.map(delivery => deliver(services, webhook, delivery, signal)))
    if (await stopIfHopeless(services, webhookId)) return
    if (performance.now() - began < longestMs) continue
    return services.jobs.enqueue(db, sendDueName, { webhookId })
  }
}

async function bodyOf({ db }: Services, webhook: store.WebhookRow, delivery: store.ClaimedDelivery) {
  if (delivery.type === pingType) return bodyOfPing(webhook.id, delivery.created_at)
  const event = await findEvent(db, delivery.message_id)
  return event && bodyOfEvent(event)
}

async function deliver(
  services: Services,
  webhook: store.WebhookRow,
  delivery: store.ClaimedDelivery,
  signal: AbortSignal | undefined,
): Promise<void> {
  const secret = unseal(services.config.secret, sealPurpose, webhook.secret_sealed)?.toString()
  const body = await bodyOf(services, webhook, delivery)
  const nothing = { status: null, milliseconds: 0, answer: null }
  const posted: Posted =
    secret === undefined
      ? { ...nothing, error: 'The secret was kept under another SECRET. Give the webhook a new one.' }
      : body === undefined
        ? { ...nothing, error: 'The event is not there.' }
        : await post(services, webhook.url, secret, delivery.message_id, body, signal)
  // A process that is ending has not tried: the claim runs out and another one sends it.
  if (signal?.aborted && posted.status === null) return
  await keepOutcome(services, webhook.id, delivery, posted)
}

function post(
  { config, clock }: Services,
  url: string,
  secret: string,
  id: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<Posted> {
  const timestamp = Math.floor(clock.now().epochMilliseconds / 1000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': `Concord/${concordVersion}`,
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf(secret, id, timestamp, body),
  }
  return postMessage({ url, body, headers }, { allowsInside: config.webhooksInside, ...(signal && { signal }) })
}

async function keepOutcome(
  services: Services,
  webhookId: string,
  delivery: store.ClaimedDelivery,
  posted: Posted,
): Promise<void> {
  const at = instantOf(services)
  const isGood = posted.status !== null && posted.status >= 200 && posted.status < 300
  const pause = pauses[delivery.tries]
  const nextAt = isGood || pause === undefined ? null : new Date(Date.parse(at) + pause * 1000).toISOString()
  const state = isGood ? 'delivered' : nextAt === null ? 'parked' : 'waiting'
  await services.db.transaction().execute(async db => {
    await store.keepAttempt(db, { id: delivery.id, webhookId }, posted, { state, nextAt, at })
    if (nextAt !== null)
      await services.jobs.enqueue(
        db,
        sendDueName,
        { webhookId },
        { after: nextAt, singletonKey: `${webhookId} ${nextAt.slice(0, 19)}` },
      )
  })
}

const giveUp = defineAction({
  name: 'webhook.give_up',
  async run(ctx, { id }: { id: string }): Promise<string | null> {
    const row = await store.lockWebhook(ctx.db, id)
    const since = row?.failing_since ? Date.parse(row.failing_since) : Number.POSITIVE_INFINITY
    const isHopeless = row?.stopped_at === null && since < ctx.now.epochMilliseconds - patienceDays * 86_400_000
    if (!row || !isHopeless) {
      ctx.unchanged()
      return null
    }
    await store.setStopped(ctx.db, id, 'failing', new Date(ctx.now.epochMilliseconds).toISOString())
    ctx.record(WebhookGivenUp, { subjectId: id, data: { name: row.name } })
    return row.name
  },
})

const noticeSubject: Term = /*i18n*/ { id: 'core.webhook_notice.subject', message: 'The webhook {name} was stopped' }
const noticeText: Term = /*i18n*/ {
  id: 'core.webhook_notice.text',
  message:
    'Nothing has arrived at the webhook {name} for {days, plural, one {# day} other {# days}}, so it was stopped. Look at its log under “Operation”, start it again when the receiver works, and have sent again what was missed.',
}

/** Stops a webhook where nothing has arrived for days, and tells the administrators. */
async function stopIfHopeless(services: Services, id: string): Promise<boolean> {
  const row = await store.findWebhook(services.db, id)
  if (!row || row.failing_since === null) return false
  const name = await runAction(services, systemActor(), giveUp, { id })
  if (name === null) return false
  for (const { email, language } of await store.administratorMails(services.db)) {
    const t = translator(language)
    const text = t(noticeText, { name, days: patienceDays })
    await services.mail.send({ to: email, subject: t(noticeSubject, { name }), text })
  }
  return true
}
