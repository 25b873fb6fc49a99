// Notes in the transaction of an action which of its events are due to which webhooks.
import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import type { RecordedEvent } from '../events.ts'

/** The job that sends what is due; it gets `{ webhookId }`. */
export const sendDueName = 'webhooks.send_due'

/**
 * What these events owe to webhooks, written in the transaction of the events; answers the webhooks concerned.
 * A webhook that is being removed is waited for: whoever does something else must not fail because of it.
 */
export async function planDeliveries(
  db: Db,
  events: readonly Pick<RecordedEvent, 'id' | 'type'>[],
  at: string,
): Promise<string[]> {
  if (events.length === 0) return []
  const { rows } = await sql<{ webhook_id: string }>`with planned as (
      insert into webhook_delivery (id, webhook_id, message_id, type, next_at, created_at)
      select gen_random_uuid(), w.id, e.id, e.type, ${at}::timestamptz, ${at}::timestamptz
      from unnest(${events.map(one => one.id)}::uuid[], ${events.map(one => one.type)}::text[]) e(id, type)
      join webhook w on w.stopped_at is null and (w.events = '{}' or e.type = any(w.events))
      for key share of w
      returning webhook_id)
    select distinct webhook_id from planned`.execute(db)
  return rows.map(row => row.webhook_id)
}
