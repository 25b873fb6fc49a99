// API tokens as they are stored: by hash, with what they may do and until when.
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../../database/connect.ts'
import type { Power } from '../roles.terms.ts'
import type { ApiToken } from './token.contract.ts'

export async function insertToken(
  db: Db,
  token: { id: string; userId: string; name: string; hash: string; scopes: readonly Power[]; expiresOn: string },
): Promise<void> {
  await db
    .insertInto('api_token')
    .values({
      ...{ id: token.id, user_id: token.userId, name: token.name },
      ...{ token_hash: token.hash, scopes: [...token.scopes], expires_on: token.expiresOn },
    })
    .execute()
}

/** Tokens of a person that still work on a day, the newest first. */
export async function listTokens(db: Db, userId: string, today: string): Promise<Static<typeof ApiToken>[]> {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_on', '>=', today)
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({
    ...{ id: row.id, name: row.name, scopes: row.scopes as Power[], expiresOn: row.expires_on },
    ...{ createdAt: row.created_at, lastUsedAt: row.last_used_at, lastUsedFrom: row.last_used_from },
  }))
}

/** Names of the tokens that were revoked: one, or all of a person. */
export async function revokeTokens(db: Db, userId: string, id?: string): Promise<string[]> {
  const rows = await db
    .updateTable('api_token')
    .set({ revoked_at: sql`now()` })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .$if(id !== undefined, q => q.where('id', '=', id!))
    .returning('name')
    .execute()
  return rows.map(row => row.name)
}

export interface WorkingToken {
  id: string
  userId: string
  name: string
  scopes: Power[]
  /** Not marked as used for some minutes. */
  isStale: boolean
}

export async function findToken(db: Db, hash: string, today: string): Promise<WorkingToken | undefined> {
  const row = await db
    .selectFrom('api_token')
    .select(['id', 'user_id as userId', 'name', 'scopes'])
    .select(sql<boolean>`coalesce(last_used_at < now() - interval '5 minutes', true)`.as('isStale'))
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .where('expires_on', '>=', today)
    .executeTakeFirst()
  return row && { ...row, scopes: row.scopes as Power[] }
}

export async function markTokenUsed(db: Db, id: string, from: string): Promise<void> {
  await db
    .updateTable('api_token')
    .set({ last_used_at: sql`now()`, last_used_from: from })
    .where('id', '=', id)
    .execute()
}
