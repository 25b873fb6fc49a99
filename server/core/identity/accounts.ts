// Accounts, grants and one-time links: everything that is stored about who may sign in.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Static } from 'typebox'
import { type Db, json } from '../database/connect.ts'
import { Refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import type { PersonAccount } from './identity.contract.ts'
import { PlaceUnknown } from './identity.errors.ts'
import { type GivenRole, presentRole, type Role } from './roles.terms.ts'
import { deleteSessions } from './sign-in/sessions.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export type LinkPurpose =
  | 'first_administrator'
  | 'password'
  | 'mail_link'
  | 'second_step'
  | 'passkey_challenge'
  | 'sign_on'

/** Makes a link token valid for some hours; only its hash is stored. */
export async function makeLink(
  db: Db,
  purpose: LinkPurpose,
  details: object,
  hours: number,
  now: Temporal.Instant,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await db
    .insertInto('one_time_link')
    .values({
      id: newId(),
      purpose,
      token_hash: sha256(token),
      details: json(details),
      expires_at: new Date(now.epochMilliseconds + hours * 3_600_000).toISOString(),
    })
    .execute()
  return token
}

/** Uses up a link; undefined when it does not exist, was used, or is too old. */
export async function spendLink(
  db: Db,
  purpose: LinkPurpose,
  token: string,
  now: Temporal.Instant,
): Promise<Record<string, unknown> | undefined> {
  const at = new Date(now.epochMilliseconds).toISOString()
  const row = await db
    .updateTable('one_time_link')
    .set({ used_at: at })
    .where('purpose', '=', purpose)
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('details')
    .executeTakeFirst()
  return row?.details as Record<string, unknown> | undefined
}

/** What a link that still works holds, without using it up. */
export async function peekLink(
  db: Db,
  purpose: LinkPurpose,
  token: string,
  now: Temporal.Instant,
): Promise<Record<string, unknown> | undefined> {
  const row = await db
    .selectFrom('one_time_link')
    .select('details')
    .where('purpose', '=', purpose)
    .where('token_hash', '=', sha256(token))
    .where('used_at', 'is', null)
    .where('expires_at', '>', new Date(now.epochMilliseconds).toISOString())
    .executeTakeFirst()
  return row?.details as Record<string, unknown> | undefined
}

/** Withdraws every unused link of a purpose, so that only the newest one works. */
export async function withdrawLinks(db: Db, purpose: LinkPurpose, userId?: string): Promise<void> {
  await db
    .deleteFrom('one_time_link')
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .$if(userId !== undefined, q => q.where(sql<string>`details->>'userId'`, '=', userId!))
    .execute()
}

export async function hasAdministrator(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('role_grant')
    .innerJoin('auth_user', 'auth_user.id', 'role_grant.user_id')
    .select('role_grant.id')
    .where('role', '=', 'administrator')
    .where('scope_id', 'is', null)
    .where('disabled_at', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function createAccount(
  db: Db,
  input: { name: string; email: string; language: string; passwordHash: string | null },
): Promise<string> {
  const id = newId()
  await db
    .insertInto('auth_user')
    .values({
      id,
      name: input.name,
      email: input.email.trim().toLowerCase(),
      language: input.language,
      email_verified: true,
    })
    .execute()
  if (input.passwordHash !== null) await setPassword(db, id, input.passwordHash)
  return id
}

/** Stores the hash and ends all sessions of the person but the one that is kept; answers how many ended. */
export async function setPassword(db: Db, userId: string, hash: string, keptSession?: string): Promise<number> {
  await db
    .insertInto('auth_account')
    .values({ id: newId(), account_id: userId, provider_id: 'credential', user_id: userId, password: hash })
    .onConflict(c => c.columns(['provider_id', 'account_id']).doUpdateSet({ password: hash, updated_at: sql`now()` }))
    .execute()
  return deleteSessions(db, userId, { except: keptSession })
}

/** The name shown, and the language of mails. */
export async function renameAccount(db: Db, id: string, account: { name: string; language: string }): Promise<void> {
  await db
    .updateTable('auth_user')
    .set({ ...account, updated_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}

export interface GrantInput {
  role: GivenRole
  scopeId: string | null
  validFrom?: string | null | undefined
  validUntil?: string | null | undefined
}

/** @throws Refusal 422 with the field of each grant whose place nobody knows. */
async function mustExist(db: Db, grants: readonly GrantInput[]): Promise<void> {
  const ids = grants.flatMap(grant => grant.scopeId ?? [])
  if (ids.length === 0) return
  const rows = await db.selectFrom('organisation').select('id').where('id', 'in', ids).execute()
  const known = new Set(rows.map(row => row.id))
  const fields = grants.flatMap(({ scopeId }, at) =>
    scopeId === null || known.has(scopeId) ? [] : [{ path: `grants.${at}.scopeId`, message: PlaceUnknown.text }],
  )
  if (fields.length > 0) throw new Refusal(PlaceUnknown, {}, { fields })
}

/** Replaces the grants that administrators gave a person; those from groups follow the groups. @throws Refusal 422 */
export async function setGrants(db: Db, userId: string, grants: readonly GrantInput[]): Promise<void> {
  await mustExist(db, grants)
  await db.deleteFrom('role_grant').where('user_id', '=', userId).where('source', 'is', null).execute()
  if (grants.length === 0) return
  await db
    .insertInto('role_grant')
    .values(
      grants.map(grant => ({
        id: newId(),
        user_id: userId,
        role: presentRole(grant.role),
        scope_id: grant.scopeId,
        valid_from: grant.validFrom ?? null,
        valid_until: grant.validUntil ?? null,
      })),
    )
    .execute()
}

export async function setDisabled(db: Db, userId: string, disabled: boolean): Promise<void> {
  await db
    .updateTable('auth_user')
    .set({ disabled_at: disabled ? sql`coalesce(disabled_at, now())` : null, updated_at: sql`now()` })
    .where('id', '=', userId)
    .execute()
  if (disabled) await db.deleteFrom('auth_session').where('user_id', '=', userId).execute()
}

export async function findAccountByEmail(db: Db, email: string): Promise<{ id: string } | undefined> {
  return db.selectFrom('auth_user').select('id').where('email', '=', email.trim().toLowerCase()).executeTakeFirst()
}

/** The name in a language where it is known, else the one it has. */
const nameOfPlace = (language: string) => sql<string | null>`coalesce(o.names ->> ${language}, o.name)`

/** Accounts with their grants, by name; one of them when `id` is given. Places are named in `language` where they can be. */
export async function listAccounts(db: Db, id?: string, language = ''): Promise<Static<typeof PersonAccount>[]> {
  const rows = await db
    .selectFrom('auth_user as u')
    .select(['u.id', 'u.name', 'u.email', 'u.language', 'u.disabled_at', 'u.created_at'])
    .select(eb => [
      eb
        .exists(
          eb
            .selectFrom('auth_account as a')
            .select('a.id')
            .whereRef('a.user_id', '=', 'u.id')
            .where('a.password', 'is not', null),
        )
        .as('has_password'),
      eb
        .selectFrom('auth_session as s')
        .select(sql<string>`max(s.updated_at)`.as('at'))
        .whereRef('s.user_id', '=', 'u.id')
        .as('last_seen_at'),
    ])
    .$if(id !== undefined, q => q.where('u.id', '=', id!))
    .orderBy('u.name')
    .execute()
  const grants = await db
    .selectFrom('role_grant as g')
    .leftJoin('organisation as o', 'o.id', 'g.scope_id')
    .select([
      'g.id',
      'g.user_id',
      'g.role',
      'g.scope_id',
      'g.valid_from',
      'g.valid_until',
      'g.source',
      nameOfPlace(language).as('scope_name'),
    ])
    .$if(id !== undefined, q => q.where('g.user_id', '=', id!))
    .orderBy('g.created_at')
    .execute()
  const byUser = Map.groupBy(grants, grant => grant.user_id)
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    email: row.email,
    language: row.language,
    disabled: row.disabled_at !== null,
    invited: !row.has_password,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    grants: (byUser.get(row.id) ?? []).map(grant => ({
      id: grant.id,
      role: grant.role as Role,
      scopeId: grant.scope_id,
      scopeName: grant.scope_name,
      validFrom: grant.valid_from,
      validUntil: grant.valid_until,
      source: grant.source,
    })),
  }))
}

/** People with an open account, for choosing an owner. */
export async function listColleagues(db: Db): Promise<{ id: string; name: string }[]> {
  return db.selectFrom('auth_user').select(['id', 'name']).where('disabled_at', 'is', null).orderBy('name').execute()
}
