// Reads a page of what a person was told, of records that they may see now.
import type { Db } from '#core/database/connect.ts'
import { findEvents, type RecordedEvent } from '#core/events.ts'
import type { Translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findRecords, type RecordAccess } from '#core/records.ts'
import { removedComments } from './event-circle.store.ts'
import type { NotificationView } from './notification.contract.ts'
import { presentNotification, presentReminderNotification } from './notification.presenter.ts'
import { listNotifications, type StoredNotification } from './notification.store.ts'
import { namesOf } from './reminders/rule.store.ts'

export interface NotificationPage {
  items: NotificationView[]
  next: string | null
}

/** Events by id; the words of a comment that was removed since are not said again. */
async function eventsFor(db: Db, told: readonly StoredNotification[]): Promise<Map<string, RecordedEvent>> {
  const events = await findEvents(
    db,
    told.flatMap(one => one.eventId ?? []),
  )
  const commentOf = (event: RecordedEvent) => (event.data as { commentId?: string }).commentId
  const removed = await removedComments(
    db,
    events.flatMap(event => commentOf(event) ?? []),
  )
  return new Map(
    events.map(event => {
      const isGone = removed.has(commentOf(event) ?? '')
      return [event.id, isGone ? { ...event, data: { ...(event.data as object), excerpt: undefined } } : event]
    }),
  )
}

/** Those whose records are among the given ones. */
export async function presentNotifications(
  db: Db,
  told: readonly StoredNotification[],
  records: ReadonlyMap<string, RecordAccess>,
  t: Translator,
): Promise<NotificationView[]> {
  const events = await eventsFor(db, told)
  const names = await namesOf(
    db,
    told.flatMap(one => [one.data.setById, one.data.insteadOf].filter(id => typeof id === 'string')),
  )
  return told.flatMap(one => {
    const record = records.get(one.id)
    if (!record) return []
    if (one.eventId === null) return [presentReminderNotification(one, record, names, t)]
    const event = events.get(one.eventId)
    return event ? [presentNotification(one, event, record, names, t)] : []
  })
}

export async function notificationPage(
  db: Db,
  actor: Actor,
  t: Translator,
  query: { unread: boolean; before?: string | undefined; limit: number },
): Promise<NotificationPage> {
  // More than asked for, as some may be hidden.
  const stored = await listNotifications(db, actor.id!, { ...query, limit: query.limit * 2 })
  const records = await findRecords(db, actor, stored)
  const seen = stored.filter(one => records.has(one.id)).slice(0, query.limit)
  const isFull = seen.length === query.limit
  const last = isFull ? seen.at(-1) : stored.at(-1)
  const isEnd = isFull ? last === stored.at(-1) && stored.length < query.limit * 2 : stored.length < query.limit * 2
  const items = await presentNotifications(db, seen, records, t)
  return { items, next: isEnd || !last ? null : last.notificationId }
}
