// Persons in the database: contacts of organisations, found in any script, seen where their home organisation is read.
import { type RawBuilder, sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import { type Db, json } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { visiblePersons } from './registry.policy.ts'
import { fold } from './resolution/fold.ts'

export interface PersonFacts {
  id: string
  homeId: string | null
  organisationId: string | null
  unitId: string | null
  name: string
  names: LocalisedText
  position: string | null
  email: string | null
  phone: string | null
  orcid: string | null
}

export type KeptPerson = PersonFacts & { version: number; userId: string | null }

const columns = [
  'id',
  'home_id as homeId',
  'organisation_id as organisationId',
  'unit_id as unitId',
  'name',
  'names',
  'position',
  'email',
  'phone',
  'orcid',
  'version',
  'user_id as userId',
] as const

/** All that a person is found by, folded. */
const foldedOf = (person: PersonFacts): string =>
  [...new Set([person.name, ...Object.values(person.names), person.email ?? '', person.position ?? ''].map(fold))]
    .join(' ')
    .trim()

const rowOf = (person: PersonFacts) => ({
  home_id: person.homeId,
  organisation_id: person.organisationId,
  unit_id: person.unitId,
  name: person.name,
  names: json(person.names),
  folded: foldedOf(person),
  position: person.position,
  email: person.email,
  phone: person.phone,
  orcid: person.orcid,
})

export async function insertPerson(db: Db, person: PersonFacts): Promise<void> {
  await db
    .insertInto('person')
    .values({ id: person.id, ...rowOf(person) })
    .execute()
}

export async function updatePerson(db: Db, person: PersonFacts): Promise<void> {
  await db
    .updateTable('person')
    .set({ ...rowOf(person), version: sql`version + 1`, updated_at: sql`clock_timestamp()` })
    .where('id', '=', person.id)
    .execute()
}

export const deletePersonRow = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('person').where('id', '=', id).execute()
}

/** The person, when the actor may see it; locked to be changed. */
export async function findPerson(db: Db, id: string, actor: Actor, lock = false): Promise<KeptPerson | undefined> {
  const row = await db
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .where(visiblePersons(actor))
    .$if(lock, query => query.forUpdate())
    .executeTakeFirst()
  return row && { ...row, names: row.names as LocalisedText }
}

/** Those of the persons that the actor may see. */
export async function listVisiblePersons(db: Db, actor: Actor, ids: readonly string[]): Promise<KeptPerson[]> {
  const rows = await db
    .selectFrom('person')
    .select(columns)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where(visiblePersons(actor))
    .execute()
  return rows as KeptPerson[]
}

export interface PersonFilter {
  text?: string | undefined
  /** With everything merged into it, and its units. */
  familyIds?: readonly string[] | undefined
  homeId?: string | undefined
  offset?: number | undefined
  limit?: number | undefined
}

const likePattern = (folded: string): string => `%${folded.replace(/[\\%_]/g, letter => `\\${letter}`)}%`

export async function listPersons(
  db: Db,
  filter: PersonFilter,
  actor: Actor,
): Promise<{ items: KeptPerson[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [visiblePersons(actor, 'p')]
  if (filter.familyIds)
    parts.push(
      sql`(p.organisation_id = any(${[...filter.familyIds]}::uuid[]) or p.unit_id = any(${[...filter.familyIds]}::uuid[]))`,
    )
  if (filter.homeId) parts.push(sql`p.home_id = ${filter.homeId}`)
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 12))
    parts.push(sql`p.folded like ${likePattern(word)}`)
  const where = sql.join(parts, sql` and `)
  const { rows } = await sql<KeptPerson & { total: number }>`
    select p.id, p.home_id as "homeId", p.organisation_id as "organisationId", p.unit_id as "unitId", p.name, p.names, p.position,
      p.email, p.phone, p.orcid, p.version, p.user_id as "userId", count(*) over () as total
    from person p where ${where} order by p.name collate "und-x-icu", p.id
    limit ${filter.limit ?? 50} offset ${filter.offset ?? 0}`.execute(db)
  const total = rows[0]?.total ?? (filter.offset ? await countWhere(db, where) : 0)
  return { items: rows.map(({ total: _total, ...person }) => person), total }
}

async function countWhere(db: Db, where: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from person p where ${where}`.execute(db)
  return rows[0]?.total ?? 0
}

/** Persons of an organisation, its units and what was merged into it, as far as the actor sees them. */
export async function countPersons(db: Db, organisationId: string, actor: Actor): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with recursive family as (
      select ${organisationId}::uuid as id
      union select o.id from family join organisation o on o.unit_of = family.id or o.canonical_id = family.id
    )
    select count(*) as count from person p
    where (p.organisation_id in (select id from family) or p.unit_id in (select id from family)) and ${visiblePersons(actor, 'p')}`.execute(
    db,
  )
  return rows[0]!.count
}
