// Accounts that a sign-on provider vouches for, and the roles that its groups give.
import type { Db } from '../../database/connect.ts'
import { newId } from '../../ids.ts'
import { hasAdministrator } from '../accounts.ts'
import type { GroupRole } from './providers.ts'

const named = (provider: string) => `oidc:${provider}`

interface FoundAccount {
  id: string
  name: string
  email: string
  disabled_at: string | null
}

/** The account linked to a person of the provider. */
export async function findLinked(db: Db, provider: string, subject: string): Promise<FoundAccount | undefined> {
  return db
    .selectFrom('auth_account as a')
    .innerJoin('auth_user as u', 'u.id', 'a.user_id')
    .select(['u.id', 'u.name', 'u.email', 'u.disabled_at'])
    .where('a.provider_id', '=', named(provider))
    .where('a.account_id', '=', subject)
    .executeTakeFirst()
}

export async function findByEmail(db: Db, email: string): Promise<FoundAccount | undefined> {
  return db
    .selectFrom('auth_user')
    .select(['id', 'name', 'email', 'disabled_at'])
    .where('email', '=', email.trim().toLowerCase())
    .executeTakeFirst()
}

export async function linkAccount(db: Db, userId: string, provider: string, subject: string): Promise<void> {
  await db
    .insertInto('auth_account')
    .values({ id: newId(), user_id: userId, provider_id: named(provider), account_id: subject })
    .execute()
}

const keyOf = (grant: { role: string; scopeId: string | null }) => `${grant.role} ${grant.scopeId ?? ''}`

/**
 * Makes the roles that came from a provider those of the person's groups today; others stay. The last administrator of
 * the installation stays one whatever the groups say. Answers the keys before and after.
 */
export async function setGroupGrants(
  db: Db,
  userId: string,
  provider: string,
  wanted: readonly GroupRole[],
): Promise<{ before: string[]; after: string[] }> {
  const rows = await db
    .selectFrom('role_grant')
    .select(['id', 'role', 'scope_id as scopeId'])
    .where('user_id', '=', userId)
    .where('source', '=', provider)
    .execute()
  const present = new Map(rows.map(row => [keyOf(row), row.id]))
  const after = new Map(wanted.map(one => [keyOf(one), one]))
  const gone = rows.filter(row => !after.has(keyOf(row))).map(row => row.id)
  const fresh = [...after].filter(([key]) => !present.has(key)).map(([, one]) => one)
  if (gone.length > 0) await db.deleteFrom('role_grant').where('id', 'in', gone).execute()
  if (fresh.length > 0)
    await db
      .insertInto('role_grant')
      .values(
        fresh.map(one => ({
          ...{ id: newId(), user_id: userId, role: one.role, scope_id: one.scopeId, source: provider },
        })),
      )
      .execute()
  const administers = rows.find(row => row.role === 'administrator' && row.scopeId === null)
  if (administers && gone.includes(administers.id) && !(await hasAdministrator(db))) {
    const { id, role, scopeId } = administers
    await db
      .insertInto('role_grant')
      .values({ id, user_id: userId, role, scope_id: scopeId, source: provider })
      .execute()
    after.set(keyOf(administers), { group: '', role: 'administrator', scopeId })
  }
  return { before: [...present.keys()].sort(), after: [...after.keys()].sort() }
}
