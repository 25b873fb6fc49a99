// The log of sign-ins: who came or tried to, how, and from where; also what slows down guessing, across processes.
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../../database/connect.ts'
import { newId } from '../../ids.ts'
import type { Reach } from '../actor.ts'
import type { AccessEntry } from './sign-in.contract.ts'
import type { AccessKind, SignInMethod } from './sign-in.terms.ts'

/** Where a request came from, as far as it can be told. */
export interface Caller {
  ip: string
  /** The browser's own description, shortened. */
  agent: string
}

export interface Access {
  kind: AccessKind
  method: SignInMethod | null
  userId: string | null
  email: string
  caller: Caller
}

export async function noteAccess(db: Db, access: Access): Promise<void> {
  await db
    .insertInto('access_log')
    .values({
      id: newId(),
      kind: access.kind,
      method: access.method,
      user_id: access.userId,
      email: access.email.trim().toLowerCase(),
      ip_address: access.caller.ip,
      user_agent: access.caller.agent,
    })
    .execute()
}

/** Failures that are forgiven within ten minutes: for one address and e-mail, and for one e-mail from anywhere. */
const most = { here: 10, anywhere: 50 } as const

/** Whether one more try is let through. A sign-in that worked forgives the failures from its address. */
export async function mayTry(db: Db, email: string, ip: string): Promise<boolean> {
  const { rows } = await sql<{ here: number; anywhere: number }>`
    select count(*)::int as anywhere, count(*) filter (where f.ip_address = ${ip} and f.at > coalesce((
        select max(s.at) from access_log s join auth_user u on u.id = s.user_id
        where u.email = ${email.trim().toLowerCase()} and s.kind = 'signed_in' and s.ip_address = ${ip}), '-infinity'))::int as here
    from access_log f where f.kind = 'failed' and f.email = ${email.trim().toLowerCase()} and f.at > now() - interval '10 minutes'`.execute(
    db,
  )
  return rows[0]!.here < most.here && rows[0]!.anywhere < most.anywhere
}

/** Wrong codes that one account forgives in a day: whoever types them knows the password already. */
const mostCodes = 30

export async function mayTryCode(db: Db, userId: string): Promise<boolean> {
  const { rows } = await sql<{ failures: number }>`select count(*)::int as failures from access_log
    where user_id = ${userId} and kind = 'failed' and method = 'code' and at > now() - interval '1 day'`.execute(db)
  return rows[0]!.failures < mostCodes
}

/** Links that one address may ask for in ten minutes, and that go to one e-mail in an hour. */
const mostLinks = { fromHere: 20, toOne: 5 } as const

export async function mayAskForLink(db: Db, email: string, ip: string): Promise<boolean> {
  const { rows } = await sql<{ here: number; one: number }>`select
    (select count(*)::int from access_log where kind = 'asked' and ip_address = ${ip} and at > now() - interval '10 minutes') as here,
    (select count(*)::int from access_log where kind = 'asked' and email = ${email.trim().toLowerCase()} and at > now() - interval '1 hour') as one`.execute(
    db,
  )
  return rows[0]!.here < mostLinks.fromHere && rows[0]!.one < mostLinks.toOne
}

export interface AccessFilter {
  userId?: string | undefined
  kind?: AccessKind | undefined
  q?: string | undefined
  /** Only people who have a role in one of these places. */
  within?: Reach | undefined
  offset?: number | undefined
  limit?: number | undefined
}

/** Newest first. */
export async function listAccess(
  db: Db,
  filter: AccessFilter,
): Promise<{ items: Static<typeof AccessEntry>[]; total: number }> {
  const text = filter.q?.trim()
    ? `%${filter.q
        .trim()
        .toLowerCase()
        .replace(/[\\%_]/g, '\\$&')}%`
    : null
  const matching = db
    .selectFrom('access_log as a')
    .leftJoin('auth_user as u', 'u.id', 'a.user_id')
    .$if(filter.userId !== undefined, q => q.where('a.user_id', '=', filter.userId!))
    .$if(filter.kind !== undefined, q => q.where('a.kind', '=', filter.kind!))
    .$if(filter.within !== undefined && filter.within !== 'everywhere', q =>
      q.where(
        'a.user_id',
        'in',
        sql<string>`(select g.user_id from role_grant g where g.scope_id = any(${[...(filter.within as Set<string>)]}::uuid[]))`,
      ),
    )
    .$if(text !== null, q =>
      q.where(eb =>
        eb.or([eb('a.email', 'like', text!), eb(sql`lower(u.name)`, 'like', text!), eb('a.ip_address', 'like', text!)]),
      ),
    )
  const rows = await matching
    .select(['a.id', 'a.kind', 'a.method', 'a.user_id', 'a.email', 'a.ip_address', 'a.user_agent', 'a.at', 'u.name'])
    .orderBy('a.id', 'desc')
    .offset(filter.offset ?? 0)
    .limit(filter.limit ?? 50)
    .execute()
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const items = rows.map(row => ({
    id: row.id,
    kind: row.kind as AccessKind,
    method: row.method as SignInMethod | null,
    personId: row.user_id,
    name: row.name,
    email: row.email,
    address: row.ip_address,
    device: row.user_agent,
    at: row.at,
  }))
  return { items, total }
}
