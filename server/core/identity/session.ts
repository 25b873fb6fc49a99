// The session check of every request: one signed cookie, one query, an actor with its reach.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../database/connect.ts'
import { type Actor, type Grant, personWith } from './actor.ts'
import type { Role } from './roles.terms.ts'
import { expiryOf, type SessionLife, tokenHash } from './sign-in/sessions.ts'

/** Name of the session cookie; with https its prefix keeps every other host from setting it (browsers refuse the prefix without). */
export const sessionCookieName = (secure: boolean): string => `${secure ? '__Host-' : ''}concord.session_token`

/** The token of a signed cookie value `token.signature`, or undefined when the signature does not hold. */
export function tokenFromCookie(value: string | undefined, secret: string): string | undefined {
  if (!value) return undefined
  let decoded: string
  try {
    decoded = decodeURIComponent(value)
  } catch {
    return undefined
  }
  const dot = decoded.lastIndexOf('.')
  if (dot < 1) return undefined
  const token = decoded.slice(0, dot)
  const given = Buffer.from(decoded.slice(dot + 1), 'base64')
  const expected = createHmac('sha256', secret).update(token).digest()
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

/** Cookies of a request header, by name; the first of a name wins. */
export function parseCookies(header: string | undefined): Map<string, string> {
  const cookies = new Map<string, string>()
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at < 0) continue
    const name = part.slice(0, at).trim()
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim())
  }
  return cookies
}

interface GrantRow {
  role: Role
  scope_id: string | null
  reach: string[] | null
  until: string | null
  source: string | null
  deputy_for: { id: string; name: string } | null
}

interface SessionRow {
  session_id: string
  is_stale: boolean
  signed_in_at: string
  user_id: string
  name: string
  email: string
  language: string
  preferences: Record<string, unknown>
  grants: GrantRow[] | null
}

export interface Session {
  id: string
  /** Not marked as used for some minutes. */
  isStale: boolean
  actor: Actor
  preferences: Record<string, unknown>
}

/**
 * The grants of a person that are valid on a day, each with everything below its scope; those of absent colleagues whom
 * the person stands in for are among them, but for administering, which nobody passes on.
 */
const grantsOn = (
  day: string,
) => sql`(select json_agg(json_build_object('role', g.role, 'scope_id', g.scope_id, 'until', g.valid_until,
  'source', g.source, 'deputy_for', g.deputy_for, 'reach', (
    with recursive below as (
      select g.scope_id as id where g.scope_id is not null
      union
      select step.id from below cross join lateral (
        select o.id from organisation o where o.unit_of = below.id
        union all
        select h.id from organisation_relation r join organisation h on h.id = r.organisation_id and h.home
        where r.other_id = below.id and r.kind = 'parent'
      ) step
    ) select json_agg(id) from below)))
  from (
    select own.role, own.scope_id, own.valid_from, own.valid_until, own.source, null::json as deputy_for
    from role_grant own where own.user_id = u.id
    union all
    select lent.role, lent.scope_id, lent.valid_from, least(lent.valid_until, d.valid_until), lent.source,
      json_build_object('id', p.id, 'name', p.name)
    from deputy d join auth_user p on p.id = d.person_id and p.disabled_at is null
      join role_grant lent on lent.user_id = p.id and lent.role <> 'administrator'
    where d.deputy_id = u.id and d.ended_at is null and ${day}::date between d.valid_from and d.valid_until
  ) g
  where (g.valid_from is null or g.valid_from <= ${day}::date) and (g.valid_until is null or g.valid_until >= ${day}::date))`

/** The live session of a token, with the person's valid grants and everything below their scopes. */
export async function findSession(db: Db, token: string, today: string): Promise<Session | undefined> {
  const { rows } = await sql<SessionRow>`
    select s.id as session_id, s.updated_at < now() - interval '5 minutes' as is_stale, s.created_at as signed_in_at, u.id as user_id, u.name, u.email, u.language, u.preferences, ${grantsOn(today)} as grants
    from auth_session s join auth_user u on u.id = s.user_id
    where s.token_hash = ${tokenHash(token)} and s.expires_at > now() and u.disabled_at is null`.execute(db)
  const row = rows[0]
  if (!row) return undefined
  const { language = row.language } = row.preferences as { language?: string }
  const actor = { ...actorFrom(row), language, sessionId: row.session_id, signedInAt: row.signed_in_at }
  return { id: row.session_id, isStale: row.is_stale, actor, preferences: row.preferences }
}

/** A person as actor, for work that goes on after the request; undefined when the account was closed meanwhile. */
export async function findActor(db: Db, userId: string, today: string): Promise<Actor | undefined> {
  const { rows } = await sql<SessionRow>`
    select u.id as user_id, u.name, u.email, u.language, ${grantsOn(today)} as grants
    from auth_user u where u.id = ${userId} and u.disabled_at is null`.execute(db)
  return rows[0] && actorFrom(rows[0])
}

/** Those of the people whose accounts are open, in no order. */
export async function findActors(db: Db, userIds: readonly string[], today: string): Promise<Actor[]> {
  if (userIds.length === 0) return []
  const { rows } = await sql<SessionRow>`
    select u.id as user_id, u.name, u.email, u.language, ${grantsOn(today)} as grants
    from auth_user u where u.id = any(${[...userIds]}::text[]) and u.disabled_at is null`.execute(db)
  return rows.map(actorFrom)
}

/** Everybody with an open account, by name. */
export async function listActors(db: Db, today: string): Promise<Actor[]> {
  const { rows } = await sql<SessionRow>`
    select u.id as user_id, u.name, u.email, u.language, ${grantsOn(today)} as grants
    from auth_user u where u.disabled_at is null order by u.name, u.id`.execute(db)
  return rows.map(actorFrom)
}

const grantFrom = (row: GrantRow): Grant => ({
  role: row.role,
  scopeId: row.scope_id,
  reach: row.scope_id === null ? 'everywhere' : new Set(row.reach ?? []),
  validUntil: row.until,
  source: row.source,
  deputyFor: row.deputy_for,
})

const actorFrom = (row: SessionRow): Actor =>
  personWith(
    { id: row.user_id, name: row.name, email: row.email, language: row.language },
    (row.grants ?? []).map(grantFrom),
  )

/** Marks a session as used and prolongs it, at most every five minutes and never beyond its longest life. */
export async function prolongSession(db: Db, session: Session, life: SessionLife): Promise<void> {
  if (!session.isStale) return
  await sql`update auth_session set updated_at = now(), expires_at = ${expiryOf(life, sql`created_at`)}
    where id = ${session.id}`.execute(db)
}
