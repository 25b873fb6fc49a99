// Keeps the mails that wait, went, were refused or given up; a mail is written in the transaction that says what is in it.
import { type SqlBool, sql } from 'kysely'
import { type Db, json, type Pool } from '#core/database/connect.ts'
import type { MailMessage } from '#core/mail/mail.ts'
import { notificationFrom, type StoredNotification } from '../notification.store.ts'
import type { NotificationKind } from '../notification.terms.ts'
import type { MailStream, OutboxState } from './mail.terms.ts'

export interface NewMail {
  id: string
  userId: string
  stream: MailStream
  key: string
  to: string
  language: string
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  queuedAt: string
}

/** What somebody was told of these kinds and neither read nor got by mail, oldest first; locked, and left out where another process has it. */
export async function lockUnmailed(
  db: Db,
  userId: string,
  which: { kinds: readonly NotificationKind[]; since: string; until: string },
): Promise<StoredNotification[]> {
  const rows = await db
    .selectFrom('notification')
    .select(['id', 'user_id', 'kind', 'subject', 'subject_id', 'event_id', 'data', 'at', 'read_at'])
    .where('user_id', '=', userId)
    .where('kind', 'in', which.kinds)
    .where('mailed_at', 'is', null)
    .where('read_at', 'is', null)
    .where('at', '>', which.since)
    .where('at', '<=', which.until)
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(notificationFrom)
}

export async function markMailed(db: Db, ids: readonly string[], at: string): Promise<void> {
  await db.updateTable('notification').set({ mailed_at: at }).where('id', 'in', ids).execute()
}

/** Leaves out of every mail what somebody was told of these kinds until now. */
export async function settleUnmailed(
  db: Db,
  userId: string,
  kinds: readonly NotificationKind[],
  at: string,
): Promise<void> {
  if (kinds.length === 0) return
  await db
    .updateTable('notification')
    .set({ mailed_at: at })
    .where('user_id', '=', userId)
    .where('kind', 'in', kinds)
    .where('mailed_at', 'is', null)
    .execute()
}

/** Writes the mail unless there is one under its key; answers whether it did. */
export async function queueMail(db: Db, mail: NewMail): Promise<boolean> {
  const added = await db
    .insertInto('mail_outbox')
    .values({
      ...{ id: mail.id, user_id: mail.userId, stream: mail.stream, key: mail.key, to_address: mail.to },
      ...{ language: mail.language, subject: mail.subject, text: mail.text, html: mail.html },
      ...{ headers: json(mail.headers), queued_at: mail.queuedAt, next_try_at: mail.queuedAt },
    })
    .onConflict(conflict => conflict.columns(['user_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return added.length > 0
}

export interface DueMail extends Pick<MailMessage, 'to' | 'subject' | 'text' | 'html' | 'headers'> {
  id: string
  tries: number
  queuedAt: string
}

/** What became of a try. */
export interface MailResult {
  state: OutboxState
  answer: string | null
  /** Of a mail that goes on waiting. */
  nextTryAt?: string
}

/**
 * Takes the next mail that is due and keeps it from others until `attempt` has said what became of it; false when none is due.
 * A process that dies between the server's yes and the commit sends this one mail again, under the same Message-ID.
 */
export async function withDueMail(
  pool: Pool,
  now: string,
  attempt: (mail: DueMail) => Promise<MailResult>,
): Promise<boolean> {
  return pool.transaction().execute(async db => {
    const row = await db
      .selectFrom('mail_outbox')
      .select(['id', 'to_address', 'subject', 'text', 'html', 'headers', 'tries', 'queued_at'])
      .where('state', '=', 'queued')
      .where('next_try_at', '<=', now)
      .orderBy('next_try_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!row) return false
    const { id, subject, text, html, tries } = row
    const headers = row.headers as Record<string, string>
    const due = { id, to: row.to_address, subject, text, html, headers, tries, queuedAt: row.queued_at }
    const { state, answer, nextTryAt } = await attempt(due)
    await db
      .updateTable('mail_outbox')
      .set({
        ...{ state, answer, tries: tries + 1 },
        ...(nextTryAt !== undefined && { next_try_at: nextTryAt }),
        ...(state === 'sent' && { sent_at: now }),
      })
      .where('id', '=', id)
      .execute()
    return true
  })
}

export interface OutboxRow {
  id: string
  userId: string
  name: string
  to: string
  stream: string
  state: OutboxState
  subject: string
  tries: number
  answer: string | null
  queuedAt: string
  nextTryAt: string
  sentAt: string | null
}

const listed = (db: Db) =>
  db
    .selectFrom('mail_outbox as m')
    .innerJoin('auth_user as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.user_id', 'u.name', 'm.to_address', 'm.stream', 'm.state', 'm.subject', 'm.tries', 'm.answer'])
    .select(['m.queued_at', 'm.next_try_at', 'm.sent_at', 'm.text'])

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number]

const rowFrom = (row: ListedRow): OutboxRow => ({
  ...{ id: row.id, userId: row.user_id, name: row.name, to: row.to_address, stream: row.stream },
  ...{ state: row.state as OutboxState, subject: row.subject, tries: row.tries, answer: row.answer },
  ...{ queuedAt: row.queued_at, nextTryAt: row.next_try_at, sentAt: row.sent_at },
})

/** The newest first. */
export async function listOutbox(
  db: Db,
  query: { state?: OutboxState | undefined; offset: number; limit: number },
): Promise<{ items: OutboxRow[]; total: number }> {
  const { state, offset, limit } = query
  const rows = await listed(db)
    .$if(state !== undefined, one => one.where('m.state', '=', state!))
    .orderBy('m.queued_at', 'desc')
    .orderBy('m.id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  const { total } = await db
    .selectFrom('mail_outbox')
    .select(sql<number>`count(*)`.as('total'))
    .$if(state !== undefined, one => one.where('state', '=', state!))
    .executeTakeFirstOrThrow()
  return { items: rows.map(rowFrom), total }
}

export async function countOutbox(db: Db): Promise<Partial<Record<OutboxState, number>>> {
  const rows = await db
    .selectFrom('mail_outbox')
    .select(['state', sql<number>`count(*)`.as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(row => [row.state, row.count]))
}

export async function findOutboxMail(db: Db, id: string): Promise<(OutboxRow & { text: string }) | undefined> {
  const row = await listed(db).where('m.id', '=', id).executeTakeFirst()
  return row && { ...rowFrom(row), text: row.text }
}

/** Puts a mail that was refused or given up, or waits for its next try, back to be sent now, to the person's present address. */
export async function requeueMail(db: Db, id: string, now: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update mail_outbox m set state = 'queued', tries = 0, next_try_at = ${now}, to_address = u.email
    from auth_user u where u.id = m.user_id and m.id = ${id} and m.state <> 'sent' returning m.id`.execute(db)
  return rows.length > 0
}

/** Mail that the server of a person's present address refused for good, with no mail since that it took. */
const undelivered = sql<SqlBool>`m.state = 'bounced' and m.to_address = u.email and not exists (
  select 1 from mail_outbox later where later.user_id = m.user_id and later.state = 'sent' and later.to_address = u.email
    and later.sent_at > m.next_try_at)`

export interface MailTrouble {
  userId: string
  name: string
  address: string
  answer: string
  at: string
}

/** People whom mail does not reach; the last refusal of each. */
export async function listMailTrouble(db: Db, userId?: string): Promise<MailTrouble[]> {
  const { rows } = await sql<{ user_id: string; name: string; to_address: string; answer: string; at: string }>`
    select distinct on (u.name, u.id) u.id as user_id, u.name, m.to_address, coalesce(m.answer, '') as answer, m.next_try_at as at
    from mail_outbox m join auth_user u on u.id = m.user_id and u.disabled_at is null
    where ${undelivered} and ${userId === undefined ? sql<SqlBool>`true` : sql<SqlBool>`u.id = ${userId}`}
    order by u.name, u.id, m.next_try_at desc limit 500`.execute(db)
  return rows.map(row => ({
    ...{ userId: row.user_id, name: row.name, address: row.to_address, answer: row.answer, at: row.at },
  }))
}

/** Takes mails out of the outbox that were refused or given up before an instant; how many. */
export async function forgetUnsent(db: Db, before: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('mail_outbox')
    .where('state', 'in', ['failed', 'bounced'])
    .where('queued_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
