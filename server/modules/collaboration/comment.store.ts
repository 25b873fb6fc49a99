// Keeps comments, what they said before, and finds the threads of a record.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { RecordRef } from '#core/records.ts'

/** By which names somebody reads comments that are for some alone; null: they read all of them. */
export type ReadBy = readonly string[] | null

const meantFor = (names: ReadBy, column: string): RawBuilder<SqlBool> =>
  names === null
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(${sql.ref(column)} is null or ${sql.ref(column)} && ${[...names]}::text[])`

export interface StoredComment {
  id: string
  subject: string
  subject_id: string
  parent_id: string | null
  author_id: string | null
  guest_id: string | null
  author: string | null
  body: string
  mentions: string[]
  /** Whom alone it is for, its author among them. */
  only_for: string[] | null
  posted_at: string
  edited_at: string | null
  removed_at: string | null
  removed_by: string | null
  version: number
}

const comments = (db: Db) =>
  db
    .selectFrom('record_comment as c')
    .leftJoin('auth_user as u', 'u.id', 'c.author_id')
    .leftJoin('auth_user as r', 'r.id', 'c.removed_by_id')
    .select([
      'c.id',
      'c.subject',
      'c.subject_id',
      'c.parent_id',
      'c.author_id',
      'c.guest_id',
      'c.body',
      'c.mentions',
      'c.only_for',
    ])
    .select(['c.posted_at', 'c.edited_at', 'c.removed_at', 'c.version', 'r.name as removed_by'])
    .select(eb => eb.fn.coalesce('u.name', 'c.author_name').as('author'))

/** The newest threads, or those before one, with all their answers, oldest first; one more head than `limit` when there are more. */
export async function listThreads(
  db: Db,
  ids: readonly string[],
  names: ReadBy,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<StoredComment[]> {
  const heads = await db
    .selectFrom('record_comment')
    .select('id')
    .where('subject_id', 'in', ids)
    .where('parent_id', 'is', null)
    .where(meantFor(names, 'only_for'))
    .$if(before !== undefined, query => query.where('id', '<', before!))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  if (heads.length === 0) return []
  const headIds = heads.map(head => head.id)
  return comments(db)
    .where(eb => eb.or([eb('c.id', 'in', headIds), eb('c.parent_id', 'in', headIds)]))
    .where(meantFor(names, 'c.only_for'))
    .orderBy('c.id')
    .execute()
}

export async function countComments(db: Db, ids: readonly string[], names: ReadBy): Promise<number> {
  const { count } = await db
    .selectFrom('record_comment')
    .select(sql<number>`count(*)`.as('count'))
    .where('subject_id', 'in', ids)
    .where('removed_at', 'is', null)
    .where(meantFor(names, 'only_for'))
    .executeTakeFirstOrThrow()
  return count
}

export async function findComment(db: Db, id: string): Promise<StoredComment | undefined> {
  return comments(db).where('c.id', '=', id).executeTakeFirst()
}

/** The same, locked until the end of the transaction. */
export async function lockComment(db: Db, id: string): Promise<StoredComment | undefined> {
  return comments(db).where('c.id', '=', id).forUpdate('c').executeTakeFirst()
}

export interface NewComment {
  id: string
  ref: RecordRef
  homeId: string | null
  parentId: string | null
  author: { userId: string } | { guestId: string; name: string }
  body: string
  mentions: string[]
  onlyFor: readonly string[] | null
  at: string
}

export async function insertComment(db: Db, one: NewComment): Promise<void> {
  const author =
    'userId' in one.author
      ? { author_id: one.author.userId }
      : { guest_id: one.author.guestId, author_name: one.author.name }
  await db
    .insertInto('record_comment')
    .values({
      ...{ id: one.id, subject: one.ref.subject, subject_id: one.ref.id, home_id: one.homeId },
      ...{ parent_id: one.parentId, body: one.body, mentions: one.mentions, posted_at: one.at },
      only_for: one.onlyFor && [...one.onlyFor],
      ...author,
    })
    .execute()
}

/** Says something else from now on, and keeps what it said. */
export async function rewriteComment(
  db: Db,
  before: StoredComment,
  after: { body: string; mentions: string[]; at: string },
): Promise<void> {
  await db
    .insertInto('record_comment_version')
    .values({
      ...{ comment_id: before.id, version: before.version, body: before.body },
      written_at: before.edited_at ?? before.posted_at,
    })
    .execute()
  await db
    .updateTable('record_comment')
    .set({ body: after.body, mentions: after.mentions, edited_at: after.at, version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
}

export async function markCommentRemoved(db: Db, id: string, byId: string | null, at: string): Promise<void> {
  await db
    .updateTable('record_comment')
    .set(eb => ({ removed_at: at, removed_by_id: byId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function listVersions(
  db: Db,
  commentId: string,
): Promise<{ version: number; body: string; written_at: string }[]> {
  return db
    .selectFrom('record_comment_version')
    .select(['version', 'body', 'written_at'])
    .where('comment_id', '=', commentId)
    .orderBy('version', 'desc')
    .execute()
}

/** Names of people by id, as they are called now. */
export async function namesOfPeople(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('auth_user')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
