// Private links to calendars: only the hash of a token is kept.
import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'

export const feedKind = 'agreement_calendar'

export interface StoredFeed {
  id: string
  userId: string
  query: Record<string, unknown>
  language: string
  createdAt: string
}

/** A new token and what is kept of it. */
export function makeToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOf(token) }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

const columns = sql`id, user_id as "userId", query, language, created_at as "createdAt"`

export async function listFeeds(db: Db, userId: string): Promise<StoredFeed[]> {
  const { rows } = await sql<StoredFeed>`select ${columns} from private_feed
    where user_id = ${userId} and kind = ${feedKind} and revoked_at is null order by created_at desc, id`.execute(db)
  return rows
}

export async function insertFeed(db: Db, feed: StoredFeed, tokenHash: string): Promise<void> {
  await db
    .insertInto('private_feed')
    .values({
      id: feed.id,
      user_id: feed.userId,
      kind: feedKind,
      token_hash: tokenHash,
      query: json(feed.query),
      language: feed.language,
      created_at: feed.createdAt,
    })
    .execute()
}

/** Answers whether there was such a feed of this person. */
export async function revoke(db: Db, userId: string, id: string, at: string): Promise<boolean> {
  const result = await db
    .updateTable('private_feed')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function findByToken(db: Db, token: string): Promise<StoredFeed | undefined> {
  const { rows } = await sql<StoredFeed>`select ${columns} from private_feed
    where token_hash = ${hashOf(token)} and kind = ${feedKind} and revoked_at is null`.execute(db)
  return rows[0]
}
