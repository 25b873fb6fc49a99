// Sessions of people: opened, listed and ended; the browser holds a signed token, the database only its hash.
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Config } from '../../config.ts'
import type { Db } from '../../database/connect.ts'
import { newId } from '../../ids.ts'
import type { Caller } from './access-log.ts'
import type { OpenSession } from './sign-in.contract.ts'
import type { SignInMethod } from './sign-in.terms.ts'

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** How long sessions live, as the operator says. */
export type SessionLife = Pick<Config, 'sessionIdleHours' | 'sessionHours'>

/** When a session that begins or is used now ends unless it is used again. */
export const expiryOf = ({ sessionIdleHours, sessionHours }: SessionLife, begun = sql`now()`) => sql<string>`least(
    now() + make_interval(hours => ${sessionIdleHours}), ${begun} + make_interval(hours => ${sessionHours}))`

/** Adds a session; answers the token for the cookie. Times are those of the database, as for the check of each request. */
export async function insertSession(
  db: Db,
  session: { userId: string; method: SignInMethod; caller: Caller; life: SessionLife },
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('auth_session')
    .values({
      id: newId(),
      token_hash: tokenHash(token),
      user_id: session.userId,
      method: session.method,
      expires_at: expiryOf(session.life),
      ip_address: session.caller.ip,
      user_agent: session.caller.agent,
    })
    .execute()
  return token
}

/** Open sessions of a person, the latest used first. */
export async function listSessions(
  db: Db,
  userId: string,
  currentId: string | null,
): Promise<Static<typeof OpenSession>[]> {
  const rows = await db
    .selectFrom('auth_session')
    .select(['id', 'method', 'ip_address', 'user_agent', 'created_at', 'updated_at'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', sql<string>`now()`)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    current: row.id === currentId,
    method: row.method as SignInMethod,
    address: row.ip_address ?? '',
    device: row.user_agent ?? '',
    since: row.created_at,
    lastSeenAt: row.updated_at,
  }))
}

/** Ends one session, whosever it is. */
export async function endSession(db: Db, id: string): Promise<void> {
  await db.deleteFrom('auth_session').where('id', '=', id).execute()
}

/** Ends sessions of a person: one, all but one, or all. Answers how many. */
export async function deleteSessions(
  db: Db,
  userId: string,
  which: { only?: string | undefined; except?: string | null | undefined } = {},
): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('auth_session')
    .where('user_id', '=', userId)
    .$if(which.only !== undefined, q => q.where('id', '=', which.only!))
    .$if(which.except != null, q => q.where('id', '<>', which.except!))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

interface CookiePlace {
  secret: string
  publicUrl: string
}

const flagsOf = ({ publicUrl }: CookiePlace) =>
  `Path=/; HttpOnly; SameSite=Lax${publicUrl.startsWith('https:') ? '; Secure' : ''}`

/** A cookie `name=token.signature` that only this installation can have made. */
export function signedCookie(place: CookiePlace, name: string, token: string, seconds: number): string {
  const signature = createHmac('sha256', place.secret).update(token).digest('base64')
  return `${name}=${encodeURIComponent(`${token}.${signature}`)}; Max-Age=${seconds}; ${flagsOf(place)}`
}

/** Makes the browser forget a cookie. */
export const clearedCookie = (place: CookiePlace, name: string): string => `${name}=; Max-Age=0; ${flagsOf(place)}`
