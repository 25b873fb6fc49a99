// Adding, changing, removing webhooks; tests and sending again.
import { type ActionContext, defineAction } from '../actions.ts'
import { Refusal } from '../errors.ts'
import { changesBetween, eventType } from '../events.ts'
import { newId } from '../ids.ts'
import { found } from '../policy.ts'
import { pingType } from './message-body.ts'
import { callableUrl } from './outside-address.ts'
import { sendDueName } from './plan-deliveries.ts'
import { WebhookAddressRefused, WebhookEventUnknown, WebhookStopped } from './webhook.errors.ts'
import {
  WebhookAdded,
  WebhookChanged,
  WebhookRemoved,
  WebhookReplayed,
  WebhookSecretRenewed,
} from './webhook.events.ts'
import * as store from './webhook.store.ts'

interface Fields {
  name: string
  url: string
  events: readonly string[]
}

const instantOf = (ctx: ActionContext): string => new Date(ctx.now.epochMilliseconds).toISOString()

/** What is kept of the fields. @throws Refusal 422 with the field. */
function checked({ name, url, events }: Fields, allowsInside: boolean): Fields {
  const address = callableUrl(url.trim(), allowsInside)
  if (!address)
    throw new Refusal(WebhookAddressRefused, {}, { fields: [{ path: 'url', message: WebhookAddressRefused.text }] })
  const unknown = events.find(type => !eventType(type))
  if (unknown !== undefined) {
    const values = { type: unknown }
    throw new Refusal(WebhookEventUnknown, values, { fields: [{ path: 'events', message: WebhookEventUnknown.text }] })
  }
  return { name: name.trim() || address.hostname, url: address.href, events }
}

export const addWebhook = defineAction({
  name: 'webhook.add',
  async run(ctx, input: Fields & { secretSealed: string; allowsInside: boolean }): Promise<{ id: string }> {
    const fields = checked(input, input.allowsInside)
    const id = newId()
    await store.insertWebhook(ctx.db, { id, ...fields, secretSealed: input.secretSealed, createdBy: ctx.actor.id })
    ctx.record(WebhookAdded, { subjectId: id, data: { name: fields.name } })
    return { id }
  },
})

export const changeWebhook = defineAction({
  name: 'webhook.change',
  async run(ctx, input: Fields & { id: string; active: boolean; allowsInside: boolean }): Promise<void> {
    const row = found(await store.lockWebhook(ctx.db, input.id))
    const fields = checked(input, input.allowsInside)
    const isActive = row.stopped_at === null
    const before = { name: row.name, url: row.url, events: row.events, active: isActive }
    const changes = changesBetween(before, { ...fields, events: [...fields.events], active: input.active })
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await store.updateWebhook(ctx.db, row.id, fields)
    if (isActive !== input.active) {
      await store.setStopped(ctx.db, row.id, input.active ? null : 'person', instantOf(ctx))
      if (input.active) ctx.enqueue(sendDueName, { webhookId: row.id })
    }
    ctx.record(WebhookChanged, { subjectId: row.id, data: { name: fields.name }, changes })
  },
})

export const renewSecret = defineAction({
  name: 'webhook.renew_secret',
  async run(ctx, { id, secretSealed }: { id: string; secretSealed: string }): Promise<void> {
    const row = found(await store.lockWebhook(ctx.db, id))
    await store.setSecret(ctx.db, id, secretSealed)
    ctx.record(WebhookSecretRenewed, { subjectId: id, data: { name: row.name } })
  },
})

export const removeWebhook = defineAction({
  name: 'webhook.remove',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const row = found(await store.lockWebhook(ctx.db, id))
    await store.deleteWebhook(ctx.db, id)
    ctx.record(WebhookRemoved, { subjectId: id, data: { name: row.name } })
  },
})

async function running(ctx: ActionContext, id: string): Promise<store.WebhookRow> {
  const row = found(await store.lockWebhook(ctx.db, id))
  if (row.stopped_at !== null) throw new Refusal(WebhookStopped)
  return row
}

export const pingWebhook = defineAction({
  name: 'webhook.ping',
  async run(ctx, { id }: { id: string }): Promise<{ deliveryId: string }> {
    await running(ctx, id)
    const deliveryId = await store.insertPing(ctx.db, id, pingType, instantOf(ctx))
    ctx.enqueue(sendDueName, { webhookId: id })
    ctx.unchanged()
    return { deliveryId }
  },
})

/** Events of one call; whoever wants more asks again from `nextEventId` on. */
const mostAtOnce = 10_000

interface Replaying {
  id: string
  deliveryId?: string | undefined
  fromEventId?: string | undefined
}

export const replay = defineAction({
  name: 'webhook.replay',
  async run(ctx, { id, deliveryId, fromEventId }: Replaying): Promise<{ count: number; nextEventId: string | null }> {
    const row = await running(ctx, id)
    const at = instantOf(ctx)
    if (deliveryId !== undefined && !(await store.replayDelivery(ctx.db, id, deliveryId, at))) found(null)
    const done =
      fromEventId === undefined
        ? { count: 1, nextEventId: null }
        : await store.replayEvents(ctx.db, row, fromEventId, at, mostAtOnce)
    if (done.count === 0) {
      ctx.unchanged()
      return done
    }
    ctx.enqueue(sendDueName, { webhookId: id })
    ctx.record(WebhookReplayed, { subjectId: id, data: { name: row.name, count: done.count } })
    return done
  },
})
