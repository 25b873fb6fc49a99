// SQL of webhooks: addresses, what is due to them, and every try.
import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { newId } from '../ids.ts'
import type { Posted } from './post-message.ts'
import type { Webhook, WebhookDelivery } from './webhook.contract.ts'
import type { DeliveryState, WebhookState } from './webhook.terms.ts'

const selection = (db: Db) =>
  db
    .selectFrom('webhook as w')
    .selectAll('w')
    .select([
      sql<number>`(select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting')`.as(
        'waiting',
      ),
      sql<number>`(select count(*)::int from webhook_delivery d where d.webhook_id = w.id and d.state = 'parked')`.as(
        'parked',
      ),
    ])

export type WebhookRow = Awaited<ReturnType<ReturnType<typeof selection>['execute']>>[number]

export const listWebhookRows = (db: Db): Promise<WebhookRow[]> => selection(db).orderBy('w.id').execute()

export const findWebhook = (db: Db, id: string): Promise<WebhookRow | undefined> =>
  selection(db).where('w.id', '=', id).executeTakeFirst()

/** The webhook, locked until the end of the transaction. */
export const lockWebhook = (db: Db, id: string): Promise<WebhookRow | undefined> =>
  selection(db).where('w.id', '=', id).forNoKeyUpdate('w').executeTakeFirst()

function stateOf(row: WebhookRow): WebhookState {
  if (row.stopped_as !== null) return row.stopped_as === 'failing' ? 'given_up' : 'stopped'
  return row.failing_since === null ? 'active' : 'failing'
}

export const presentWebhook = (row: WebhookRow): Webhook => ({
  ...{ id: row.id, name: row.name, url: row.url, events: row.events, state: stateOf(row) },
  ...{ failingSince: row.failing_since, lastSuccessAt: row.last_success_at, createdAt: row.created_at },
  ...{ waiting: row.waiting, parked: row.parked },
})

export interface NewWebhook {
  id: string
  name: string
  url: string
  events: readonly string[]
  secretSealed: string
  createdBy: string | null
}

export async function insertWebhook(db: Db, one: NewWebhook): Promise<void> {
  await db
    .insertInto('webhook')
    .values({
      ...{ id: one.id, name: one.name, url: one.url, events: [...one.events] },
      ...{ secret_sealed: one.secretSealed, created_by: one.createdBy },
    })
    .execute()
}

export async function updateWebhook(
  db: Db,
  id: string,
  change: { name: string; url: string; events: readonly string[] },
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ ...change, events: [...change.events] })
    .where('id', '=', id)
    .execute()
}

export async function setStopped(db: Db, id: string, as: 'person' | 'failing' | null, at: string): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ stopped_as: as, stopped_at: as && at, ...(as === null && { failing_since: null }) })
    .where('id', '=', id)
    .execute()
  if (as !== null) return
  // Whoever starts it again does not want to wait for the next try.
  await sql`update webhook_delivery set next_at = least(next_at, ${at}::timestamptz)
    where webhook_id = ${id} and state = 'waiting'`.execute(db)
}

export async function setSecret(db: Db, id: string, secretSealed: string): Promise<void> {
  await db.updateTable('webhook').set({ secret_sealed: secretSealed }).where('id', '=', id).execute()
}

export async function deleteWebhook(db: Db, id: string): Promise<void> {
  await db.deleteFrom('webhook').where('id', '=', id).execute()
}

export async function insertPing(db: Db, webhookId: string, type: string, at: string): Promise<string> {
  const id = newId()
  const row = { id, webhook_id: webhookId, message_id: newId(), type, next_at: at, created_at: at }
  await db.insertInto('webhook_delivery').values(row).execute()
  return id
}

const anew = (at: string) => ({ state: 'waiting', tries: 0, next_at: at, claimed_until: null, delivered_at: null })

/** False when the webhook has no such delivery. */
export async function replayDelivery(db: Db, webhookId: string, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook_delivery')
    .set(anew(at))
    .where('id', '=', id)
    .where('webhook_id', '=', webhookId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Has every event from one on sent again, at most `limit` of them, oldest first. */
export async function replayEvents(
  db: Db,
  webhook: Pick<WebhookRow, 'id' | 'events'>,
  fromEventId: string,
  at: string,
  limit: number,
): Promise<{ count: number; nextEventId: string | null }> {
  const found = await db
    .selectFrom('event')
    .select(['id', 'type'])
    .where('id', '>=', fromEventId)
    .$if(webhook.events.length > 0, q => q.where('type', 'in', webhook.events))
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const events = found.slice(0, limit)
  if (events.length > 0)
    await sql`insert into webhook_delivery (id, webhook_id, message_id, type, next_at, created_at)
      select gen_random_uuid(), ${webhook.id}, e.id, e.type, ${at}::timestamptz, ${at}::timestamptz
      from unnest(${events.map(one => one.id)}::uuid[], ${events.map(one => one.type)}::text[]) e(id, type)
      on conflict (webhook_id, message_id) do update set state = 'waiting', tries = 0, next_at = excluded.next_at,
        claimed_until = null, delivered_at = null`.execute(db)
  return { count: events.length, nextEventId: found[limit]?.id ?? null }
}

export interface ClaimedDelivery {
  id: string
  message_id: string
  type: string
  tries: number
  created_at: string
}

/** Takes due deliveries for a minute, so that no other worker sends them meanwhile; one that was killed lets go by time. */
export async function claimDue(db: Db, webhookId: string, now: string, limit: number): Promise<ClaimedDelivery[]> {
  const { rows } =
    await sql<ClaimedDelivery>`update webhook_delivery set claimed_until = ${now}::timestamptz + interval '1 minute'
    where id in (select d.id from webhook_delivery d join webhook w on w.id = d.webhook_id and w.stopped_at is null
      where d.webhook_id = ${webhookId} and d.state = 'waiting' and d.next_at <= ${now}
        and (d.claimed_until is null or d.claimed_until < ${now})
      order by d.next_at, d.message_id limit ${limit} for update of d skip locked)
    returning id, message_id, type, tries, created_at`.execute(db)
  return rows
}

/** Webhooks with something that is due and nobody works at. */
export async function webhooksWithDue(db: Db, now: string): Promise<string[]> {
  const { rows } = await sql<{ webhook_id: string }>`select distinct d.webhook_id from webhook_delivery d
    join webhook w on w.id = d.webhook_id and w.stopped_at is null
    where d.state = 'waiting' and d.next_at <= ${now} and (d.claimed_until is null or d.claimed_until < ${now})`.execute(
    db,
  )
  return rows.map(row => row.webhook_id)
}

/** Keeps a try and what follows from it: delivered, another try at `nextAt`, or given up. */
export async function keepAttempt(
  db: Db,
  delivery: { id: string; webhookId: string },
  posted: Posted,
  outcome: { state: DeliveryState; nextAt: string | null; at: string },
): Promise<void> {
  const { status, milliseconds, answer, error } = posted
  const isGood = outcome.state === 'delivered'
  await db
    .insertInto('webhook_attempt')
    .values({ id: newId(), delivery_id: delivery.id, at: outcome.at, status, milliseconds, answer, error })
    .execute()
  await db
    .updateTable('webhook_delivery')
    .set(eb => ({
      ...{ state: outcome.state, tries: eb('tries', '+', 1), claimed_until: null },
      ...(outcome.nextAt !== null && { next_at: outcome.nextAt }),
      delivered_at: isGood ? outcome.at : null,
    }))
    .where('id', '=', delivery.id)
    .execute()
  await sql`update webhook set failing_since = case when ${isGood} then null else coalesce(failing_since, ${outcome.at}) end,
      last_success_at = case when ${isGood} then ${outcome.at}::timestamptz else last_success_at end
    where id = ${delivery.webhookId}`.execute(db)
}

export async function listDeliveryRows(
  db: Db,
  webhookId: string,
  state: DeliveryState | undefined,
  paging: { offset: number; limit: number },
): Promise<{ items: WebhookDelivery[]; total: number }> {
  const matching = db
    .selectFrom('webhook_delivery as d')
    .where('d.webhook_id', '=', webhookId)
    .$if(state !== undefined, q => q.where('d.state', '=', state!))
  const rows = await matching
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('webhook_attempt as a')
          .select(['a.at', 'a.status', 'a.milliseconds', 'a.answer', 'a.error'])
          .whereRef('a.delivery_id', '=', 'd.id')
          .orderBy('a.id', 'desc')
          .limit(1)
          .as('t'),
      join => join.onTrue(),
    )
    .selectAll('d')
    .select(['t.at', 't.status', 't.milliseconds', 't.answer', 't.error'])
    .orderBy('d.created_at', 'desc')
    .orderBy('d.message_id', 'desc')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const items = rows.map(row => ({
    ...{ id: row.id, messageId: row.message_id, type: row.type, state: row.state as DeliveryState, tries: row.tries },
    ...{ createdAt: row.created_at, deliveredAt: row.delivered_at },
    nextAt: row.state === 'waiting' ? row.next_at : null,
    last:
      row.at === null
        ? null
        : {
            ...{ at: row.at, status: row.status, milliseconds: row.milliseconds ?? 0 },
            ...{ answer: row.answer, error: row.error },
          },
  }))
  return { items, total }
}

/** How long delivered messages stay in the log. */
const keptDays = 30

export async function forgetDelivered(db: Db, now: string): Promise<void> {
  await sql`delete from webhook_delivery where state = 'delivered'
    and delivered_at < ${now}::timestamptz - make_interval(days => ${keptDays})`.execute(db)
}

/** Addresses of administrators, for notices. */
export async function administratorMails(db: Db): Promise<{ email: string; language: string }[]> {
  return db
    .selectFrom('auth_user as u')
    .innerJoin('role_grant as g', 'g.user_id', 'u.id')
    .select(['u.email', 'u.language'])
    .distinct()
    .where('g.role', '=', 'administrator')
    .where('g.scope_id', 'is', null)
    .where('u.disabled_at', 'is', null)
    .execute()
}
