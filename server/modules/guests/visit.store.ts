// SQL of visits: the browser of a guest, its codes, its answers.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface Visitor {
  id: string
  name: string
  language: string
  organisationName: string
  isStale: boolean
}

/** Whose visit a cookie is: the link must still work on this day. */
export async function findVisitor(
  db: Db,
  tokenHash: string,
  guestId: string,
  now: string,
  today: string,
): Promise<Visitor | undefined> {
  return db
    .selectFrom('guest_visit as v')
    .innerJoin('guest as g', 'g.id', 'v.guest_id')
    .select(['g.id', 'g.name', 'g.language', 'g.organisation_name as organisationName'])
    .select(sql<boolean>`coalesce(g.last_used_at < ${now}::timestamptz - interval '1 minute', true)`.as('isStale'))
    .where('v.token_hash', '=', tokenHash)
    .where('g.id', '=', guestId)
    .where('v.expires_at', '>', now)
    .where('g.revoked_at', 'is', null)
    .where('g.expires_on', '>=', today)
    .executeTakeFirst()
}

export async function markUsed(db: Db, guestId: string, now: string): Promise<void> {
  await db.updateTable('guest').set({ last_used_at: now }).where('id', '=', guestId).execute()
}

/** Whether the visit of this cookie was opened with a code by e-mail. */
export async function isProved(db: Db, tokenHash: string): Promise<boolean> {
  const row = await db.selectFrom('guest_visit').select('proved').where('token_hash', '=', tokenHash).executeTakeFirst()
  return row?.proved ?? false
}

export async function openVisit(
  db: Db,
  visit: { id: string; guestId: string; tokenHash: string; proved: boolean; expiresAt: string; now: string },
): Promise<void> {
  await db
    .insertInto('guest_visit')
    .values({
      ...{ id: visit.id, guest_id: visit.guestId, token_hash: visit.tokenHash, proved: visit.proved },
      ...{ expires_at: visit.expiresAt, created_at: visit.now },
    })
    .execute()
  await sql`update guest set opened = opened + 1, first_opened_at = coalesce(first_opened_at, ${visit.now}),
    last_used_at = ${visit.now}, code_hash = null where id = ${visit.guestId}`.execute(db)
}

export async function endVisit(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('guest_visit').where('token_hash', '=', tokenHash).execute()
}

export async function endVisits(db: Db, guestId: string): Promise<void> {
  await db.deleteFrom('guest_visit').where('guest_id', '=', guestId).execute()
}

export async function forgetOldVisits(db: Db, now: string): Promise<void> {
  await db.deleteFrom('guest_visit').where('expires_at', '<', now).execute()
}

export async function keepCode(
  db: Db,
  guestId: string,
  code: { hash: string; expiresAt: string; sent: number; since: string },
): Promise<void> {
  await db
    .updateTable('guest')
    .set({
      ...{ code_hash: code.hash, code_expires_at: code.expiresAt, code_tries: 0 },
      ...{ codes_sent: code.sent, codes_since: code.since },
    })
    .where('id', '=', guestId)
    .execute()
}

export async function countTry(db: Db, guestId: string): Promise<void> {
  await sql`update guest set code_tries = code_tries + 1 where id = ${guestId}`.execute(db)
}

export interface StoredAnswer {
  entryId: string
  happened: boolean
  reason: string | null
  answeredAt: string
}

export async function answersOf(db: Db, guestId: string): Promise<Map<string, StoredAnswer>> {
  const rows = await db
    .selectFrom('guest_answer')
    .select(['entry_id as entryId', 'happened', 'reason', 'answered_at as answeredAt'])
    .where('guest_id', '=', guestId)
    .execute()
  return new Map(rows.map(row => [row.entryId, row]))
}

/** The newest answer of a guest to an entry counts. */
export async function keepAnswer(
  db: Db,
  answer: { id: string; guestId: string; proved: boolean } & StoredAnswer,
): Promise<void> {
  const said = {
    happened: answer.happened,
    reason: answer.reason,
    proved: answer.proved,
    answered_at: answer.answeredAt,
  }
  await db
    .insertInto('guest_answer')
    .values({ id: answer.id, guest_id: answer.guestId, entry_id: answer.entryId, ...said })
    .onConflict(c => c.columns(['guest_id', 'entry_id']).doUpdateSet(said))
    .execute()
}

/** What the guest wrote and nobody removed, oldest first. */
export async function commentsOf(db: Db, guestId: string): Promise<{ id: string; body: string; postedAt: string }[]> {
  return db
    .selectFrom('record_comment')
    .select(['id', 'body', 'posted_at as postedAt'])
    .where('guest_id', '=', guestId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function countWaitingFiles(db: Db, guestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('guest_file')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('guest_id', '=', guestId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return count
}
