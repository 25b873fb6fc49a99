// Keeps what people are told: each event once a person, and a mark that rises whenever somebody's list changes.
import { type SqlBool, sql } from 'kysely'
import { type Db, json, type Pool } from '#core/database/connect.ts'
import type { RecordRef } from '#core/records.ts'
import type { NotificationKind } from './notification.terms.ts'

export interface NewNotification {
  id: string
  userId: string
  kind: NotificationKind
  record: RecordRef
  /** What happened; null where a rule speaks, which then has a key. */
  eventId: string | null
  key: string | null
  homeId: string | null
  data: object
  at: string
}

export interface StoredNotification extends RecordRef {
  notificationId: string
  userId: string
  kind: NotificationKind
  eventId: string | null
  data: Record<string, unknown>
  at: string
  readAt: string | null
}

/** Says to every process that the lists of these people have changed. In order, so that two writers never wait for each other. */
async function raiseMarks(db: Db, userIds: Iterable<string>): Promise<void> {
  const people = [...new Set(userIds)].sort()
  if (people.length === 0) return
  await sql`insert into notification_mark (user_id, revision) select unnest(${people}::text[]), 1
    on conflict (user_id) do update set revision = notification_mark.revision + 1`.execute(db)
}

export type Told = Pick<NewNotification, 'userId' | 'kind'>

/**
 * Adds what the people were not told yet; returns how many that were. Whoever is told twice of an event keeps the first.
 * `andThen` runs in the same transaction with those who were told.
 */
export async function addNotifications(
  pool: Pool,
  rows: readonly NewNotification[],
  andThen: (db: Db, told: readonly Told[]) => Promise<void> = async () => {},
): Promise<number> {
  if (rows.length === 0) return 0
  return pool.transaction().execute(async db => {
    const told: Told[] = []
    for (let start = 0; start < rows.length; start += 2000) {
      const added = await db
        .insertInto('notification')
        .values(
          rows.slice(start, start + 2000).map(row => ({
            ...{ id: row.id, user_id: row.userId, kind: row.kind, subject: row.record.subject },
            ...{ subject_id: row.record.id, event_id: row.eventId, key: row.key, home_id: row.homeId },
            ...{ data: json(row.data), at: row.at },
          })),
        )
        .onConflict(conflict => conflict.doNothing())
        .returning(['user_id', 'kind'])
        .execute()
      told.push(...added.map(row => ({ userId: row.user_id, kind: row.kind as NotificationKind })))
    }
    await raiseMarks(
      db,
      told.map(one => one.userId),
    )
    if (told.length > 0) await andThen(db, told)
    return told.length
  })
}

const columns = ['id', 'user_id', 'kind', 'subject', 'subject_id', 'event_id', 'data', 'at', 'read_at'] as const

type Row = {
  [K in (typeof columns)[number]]: K extends 'data'
    ? unknown
    : K extends 'event_id' | 'read_at'
      ? string | null
      : string
}

export const notificationFrom = (row: Row): StoredNotification => ({
  ...{ notificationId: row.id, userId: row.user_id, kind: row.kind as NotificationKind },
  ...{ subject: row.subject, id: row.subject_id, eventId: row.event_id },
  ...{ data: row.data as Record<string, unknown>, at: row.at, readAt: row.read_at },
})

/** Jobs tell in their own order; the list is in that of what happened. */
const placed = (compared: '<' | '<=', id: string) =>
  sql<SqlBool>`(at, id) ${sql.raw(compared)} (select at, id from notification where id = ${id})`

/** The newest of a person, whoever may see their records. */
export async function listNotifications(
  db: Db,
  userId: string,
  { unread, before, limit }: { unread: boolean; before?: string | undefined; limit: number },
): Promise<StoredNotification[]> {
  const rows = await db
    .selectFrom('notification')
    .select(columns)
    .where('user_id', '=', userId)
    .$if(unread, query => query.where('read_at', 'is', null))
    .$if(before !== undefined, query => query.where(placed('<', before!)))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(notificationFrom)
}

export interface UnreadGroup extends RecordRef {
  userId: string
  count: number
}

/** Unread notifications of people, counted by record; of each person the newest few hundred. */
export async function listUnread(db: Db, userIds: readonly string[]): Promise<UnreadGroup[]> {
  const { rows } = await sql<{ user_id: string; subject: string; subject_id: string; count: number }>`
    select p.user_id, n.subject, n.subject_id, count(*) as count
    from unnest(${[...userIds]}::text[]) p(user_id) cross join lateral (
      select subject, subject_id from notification where user_id = p.user_id and read_at is null order by at desc, id desc limit 400) n
    group by p.user_id, n.subject, n.subject_id`.execute(db)
  return rows.map(row => ({ userId: row.user_id, subject: row.subject, id: row.subject_id, count: row.count }))
}

/** Marks by person; nobody was told anything yet who is missing. */
export async function listMarks(db: Db, userIds: readonly string[]): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map()
  const rows = await db.selectFrom('notification_mark').selectAll().where('user_id', 'in', userIds).execute()
  return new Map(rows.map(row => [row.user_id, row.revision]))
}

/** Marks some, or all up to one, as read or not; returns whether anything changed. */
export async function markRead(
  db: Db,
  userId: string,
  which: { ids?: readonly string[] | undefined; until?: string | undefined },
  at: string | null,
): Promise<boolean> {
  const { ids, until } = which
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set({ read_at: at })
    .where('user_id', '=', userId)
    .where('read_at', at === null ? 'is not' : 'is', null)
    .$if(ids !== undefined, query => query.where('id', 'in', ids!))
    .$if(until !== undefined, query => query.where(placed('<=', until!)))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  await raiseMarks(db, [userId])
  return true
}

/** Those of the sessions that are still open. */
export async function openSessions(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select s.id from auth_session s join auth_user u on u.id = s.user_id
    where s.id = any(${[...ids]}::text[]) and s.expires_at > now() and u.disabled_at is null`.execute(db)
  return new Set(rows.map(row => row.id))
}
