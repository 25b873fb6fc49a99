// SQL of which commitment an entry serves by rule: the only thing about an entry that may follow what is known later.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Entry } from './ledger.shapes.ts'

/** The first key of the advisory locks on the postings of a home. */
const postingLock = 20_261_124

/**
 * Postings of a home share a lock until their commit; whoever changes which promises there are waits for them, and they
 * for him, so that no deed is served by the rule over promises that are about to change.
 */
export async function lockPostingsOf(db: Db, homeId: string, how: 'shared' | 'alone'): Promise<void> {
  const lock = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock')
  await sql`select ${lock}(${postingLock}, hashtext(${homeId}))`.execute(db)
}

/** Where deeds that a promise might count are found: a kind, between a home and another organisation. */
export interface Scope {
  homeId: string
  kind: string
  /** The side by which entries are looked up, the rarer one. */
  partnerId: string
  otherId: string
}

/** Ids of entries that stand in these scopes and whose commitment nobody chose, oldest deed first. */
export async function idsServedByRule(db: Db, scopes: readonly Scope[]): Promise<string[]> {
  if (scopes.length === 0) return []
  const side = (near: string, far: string) => sql`
    select e.id, e.starts_on from scope s join entry e on e.${sql.ref(near)} = s.partner_id and e.${sql.ref(far)} = s.other_id
    where e.home_id = s.home_id and e.kind = s.kind and e.served_by in ('none', 'rule')
      and e.reverses_id is null and e.reversed_by_id is null`
  const { rows } = await sql<{ id: string }>`
    with scope as (
      select distinct * from unnest(
        ${scopes.map(one => one.homeId)}::uuid[], ${scopes.map(one => one.kind)}::text[],
        ${scopes.map(one => one.partnerId)}::uuid[], ${scopes.map(one => one.otherId)}::uuid[]
      ) as s (home_id, kind, partner_id, other_id))
    select id from (${side('from_id', 'to_id')} union ${side('to_id', 'from_id')}) found order by starts_on, id`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Ids of entries, reversed ones among them, that serve these commitments by rule. */
export async function idsServing(db: Db, commitmentIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('entry')
    .select('id')
    .where('commitment_id', '=', sql<string>`any(${commitmentIds})`)
    .where('served_by', '=', 'rule')
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** Says anew what entries serve by rule; the database refuses it for entries whose commitment somebody chose. */
export async function writeServices(
  db: Db,
  services: readonly Pick<Entry, 'id' | 'commitmentId' | 'servedBy'>[],
): Promise<void> {
  for (let start = 0; start < services.length; start += 5000) {
    const batch = services.slice(start, start + 5000)
    await sql`update entry e set commitment_id = s.commitment_id, served_by = s.served_by
      from unnest(${batch.map(one => one.id)}::uuid[], ${batch.map(one => one.commitmentId)}::uuid[],
        ${batch.map(one => one.servedBy)}::text[]) as s (id, commitment_id, served_by)
      where e.id = s.id`.execute(db)
  }
}
