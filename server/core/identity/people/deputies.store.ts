// Who stands in for whom, from a day until a day.
import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { Db } from '../../database/connect.ts'
import type { Deputyship } from './people.contract.ts'

export interface NewDeputy {
  id: string
  personId: string
  deputyId: string
  validFrom: string
  validUntil: string
  note: string | null
}

export async function insertDeputy(db: Db, one: NewDeputy): Promise<void> {
  await db
    .insertInto('deputy')
    .values({
      ...{ id: one.id, person_id: one.personId, deputy_id: one.deputyId },
      ...{ valid_from: one.validFrom, valid_until: one.validUntil, note: one.note },
    })
    .execute()
}

/** Deputyships of a person on either side that are not over, the earliest first. */
export async function listDeputies(db: Db, personId: string, today: string): Promise<Static<typeof Deputyship>[]> {
  const rows = await db
    .selectFrom('deputy as d')
    .innerJoin('auth_user as p', 'p.id', 'd.person_id')
    .innerJoin('auth_user as s', 's.id', 'd.deputy_id')
    .select(['d.id', 'd.person_id', 'd.deputy_id', 'd.valid_from', 'd.valid_until', 'd.note'])
    .select(['p.name as person_name', 's.name as deputy_name'])
    .where(eb => eb.or([eb('d.person_id', '=', personId), eb('d.deputy_id', '=', personId)]))
    .where('d.ended_at', 'is', null)
    .where('d.valid_until', '>=', today)
    .orderBy('d.valid_from')
    .execute()
  return rows.map(row => ({
    id: row.id,
    person: { id: row.person_id, name: row.person_name },
    deputy: { id: row.deputy_id, name: row.deputy_name },
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    note: row.note,
  }))
}

/** Who stands in for each of the people on a day. */
export async function deputiesOn(db: Db, personIds: readonly string[], day: string): Promise<Map<string, string[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('deputy')
    .select(['person_id', 'deputy_id'])
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .where('valid_from', '<=', day)
    .where('valid_until', '>=', day)
    .execute()
  const byPerson = Map.groupBy(rows, row => row.person_id)
  return new Map([...byPerson].map(([personId, found]) => [personId, found.map(row => row.deputy_id)]))
}

export async function findDeputy(
  db: Db,
  id: string,
): Promise<{ personId: string; deputyId: string; personName: string; deputyName: string } | undefined> {
  return db
    .selectFrom('deputy as d')
    .innerJoin('auth_user as p', 'p.id', 'd.person_id')
    .innerJoin('auth_user as s', 's.id', 'd.deputy_id')
    .select(['d.person_id as personId', 'd.deputy_id as deputyId', 'p.name as personName', 's.name as deputyName'])
    .where('d.id', '=', id)
    .where('d.ended_at', 'is', null)
    .executeTakeFirst()
}

export async function endDeputy(db: Db, id: string): Promise<void> {
  await db.updateTable('deputy').set({ ended_at: sql`now()` }).where('id', '=', id).execute()
}

/** Ends everything that a person is or has as a deputy. */
export async function endDeputiesOf(db: Db, personId: string): Promise<void> {
  await db
    .updateTable('deputy')
    .set({ ended_at: sql`now()` })
    .where(eb => eb.or([eb('person_id', '=', personId), eb('deputy_id', '=', personId)]))
    .where('ended_at', 'is', null)
    .execute()
}
