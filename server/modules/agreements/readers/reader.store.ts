// Keeps the people named as readers of agreements; the rows of agreements follow by a trigger.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface StoredReader {
  id: string
  name: string
  since: string
  by: string | null
  closed: boolean
}

export async function listReaders(db: Db, agreementId: string): Promise<StoredReader[]> {
  return db
    .selectFrom('agreement_reader as r')
    .innerJoin('auth_user as u', 'u.id', 'r.person_id')
    .leftJoin('auth_user as b', 'b.id', 'r.by_id')
    .select(['u.id', 'u.name', 'r.since', 'b.name as by'])
    .select(sql<boolean>`u.disabled_at is not null`.as('closed'))
    .where('r.agreement_id', '=', agreementId)
    .orderBy('r.since')
    .orderBy('u.name')
    .execute()
}

export interface NewReader {
  agreementId: string
  personId: string
}

/** Those of them who were not named before. */
export async function insertReaders(
  db: Db,
  readers: readonly NewReader[],
  byId: string | null,
  at: string,
): Promise<NewReader[]> {
  if (readers.length === 0) return []
  const rows = await db
    .insertInto('agreement_reader')
    .values(readers.map(one => ({ agreement_id: one.agreementId, person_id: one.personId, since: at, by_id: byId })))
    .onConflict(conflict => conflict.doNothing())
    .returning(['agreement_id', 'person_id'])
    .execute()
  return rows.map(row => ({ agreementId: row.agreement_id, personId: row.person_id }))
}

export async function deleteReaders(db: Db, agreementIds: readonly string[], personId: string): Promise<number> {
  const rows = await db
    .deleteFrom('agreement_reader')
    .where('agreement_id', 'in', agreementIds)
    .where('person_id', '=', personId)
    .returning('agreement_id')
    .execute()
  return rows.length
}

const confided = (personIds: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`(owner_id = any(${[...personIds]}::text[])
    or id in (select agreement_id from agreement_reader where person_id = any(${[...personIds]}::text[])))`

/** How many confidential agreements are confided to people by name. */
export async function countConfided(db: Db, personIds: readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('agreement')
    .select(sql<number>`count(*)`.as('count'))
    .where('confidentiality', '=', 'confidential')
    .where('removed_at', 'is', null)
    .where(confided(personIds))
    .executeTakeFirstOrThrow()
  return count
}

/** Agreements on which a person is named, in no order that says anything. */
export async function listReadBy(
  db: Db,
  personId: string,
): Promise<{ id: string; confidentiality: string; number: string | null; title: unknown }[]> {
  return db
    .selectFrom('agreement_reader as r')
    .innerJoin('agreement as a', 'a.id', 'r.agreement_id')
    .select(['a.id', 'a.confidentiality', 'a.number', 'a.title'])
    .where('r.person_id', '=', personId)
    .where('a.removed_at', 'is', null)
    .orderBy('a.id')
    .execute()
}
