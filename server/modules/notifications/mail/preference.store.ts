// Keeps how each person wants to be mailed; who chose nothing has the usual.
import type { SqlBool } from 'kysely'
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import { type NotificationKind, notificationKinds } from '../notification.terms.ts'
import { type MailMode, usualHour, usualModes, usualWeekday } from './mail.terms.ts'

export interface MailPreferences {
  modes: Record<NotificationKind, MailMode>
  /** IANA name; null follows the reader's display, else the installation. */
  timeZone: string | null
  hour: number
  /** 1 is Monday. */
  weekday: number
}

interface Row {
  modes: unknown
  time_zone: string | null
  hour: number | null
  weekday: number | null
}

export function preferencesFrom(row: Row | undefined): MailPreferences {
  const chosen = (row?.modes ?? {}) as Partial<Record<NotificationKind, MailMode>>
  return {
    modes: Object.fromEntries(notificationKinds.map(kind => [kind, chosen[kind] ?? usualModes[kind]])) as Record<
      NotificationKind,
      MailMode
    >,
    ...{ timeZone: row?.time_zone ?? null, hour: row?.hour ?? usualHour, weekday: row?.weekday ?? usualWeekday },
  }
}

export async function findPreferences(db: Db, userId: string): Promise<MailPreferences> {
  const row = await db
    .selectFrom('notification_preference')
    .select(['modes', 'time_zone', 'hour', 'weekday'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return preferencesFrom(row)
}

export async function putPreferences(db: Db, userId: string, preferences: MailPreferences): Promise<void> {
  const { modes, timeZone, hour, weekday } = preferences
  const values = { modes: json(modes), time_zone: timeZone, hour, weekday }
  await db
    .insertInto('notification_preference')
    .values({ user_id: userId, ...values })
    .onConflict(conflict => conflict.column('user_id').doUpdateSet(values))
    .execute()
}

/** A person to whom mail may be due. */
export interface MailReader {
  userId: string
  name: string
  email: string
  language: string
  /** Chosen for mails, or for the pages. */
  timeZone: string | null
  preferences: MailPreferences
}

interface ReaderRow extends Row {
  id: string
  name: string
  email: string
  language: string
  shown_zone: string | null
}

const readerFrom = (row: ReaderRow): MailReader => {
  const preferences = preferencesFrom(row)
  return {
    ...{ userId: row.id, name: row.name, email: row.email, language: row.language, preferences },
    timeZone: preferences.timeZone ?? row.shown_zone,
  }
}

const readers = (which: ReturnType<typeof sql<SqlBool>>) => sql<ReaderRow>`
  select u.id, u.name, u.email, u.language, u.preferences->>'timeZone' as shown_zone, p.modes, p.time_zone, p.hour, p.weekday
  from auth_user u left join notification_preference p on p.user_id = u.id
  where u.disabled_at is null and ${which}`

export async function findMailReaders(db: Db, userIds: readonly string[]): Promise<MailReader[]> {
  const { rows } = await readers(sql<SqlBool>`u.id = any(${[...userIds]}::text[])`).execute(db)
  return rows.map(readerFrom)
}

/** Everybody who was told something since an instant that was neither read nor mailed. */
export async function listMailReaders(db: Db, since: string): Promise<MailReader[]> {
  const { rows } = await readers(sql<SqlBool>`exists (select 1 from notification n
    where n.user_id = u.id and n.mailed_at is null and n.read_at is null and n.at > ${since})`).execute(db)
  return rows.map(readerFrom)
}
