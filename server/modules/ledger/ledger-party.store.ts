// SQL of the parties of commitments and entries: names, units, homes.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'

/** Units with the unit or organisation they belong to, of these organisations; for the rule "or their units". */
export async function unitParents(db: Db, organisationIds: readonly string[]): Promise<Record<string, string | null>> {
  const { rows } = await sql<{ id: string; unit_of: string | null }>`
    with recursive below as (
      select id, unit_of from organisation where unit_of = any(${organisationIds})
      union all select o.id, o.unit_of from organisation o join below b on o.unit_of = b.id
    ) select id, unit_of from below`.execute(db)
  return Object.fromEntries(rows.map(row => [row.id, row.unit_of]))
}

/** Organisations with everything that was merged into the same one, and what each of them counts as. */
export async function mergedFamilies(
  db: Db,
  organisationIds: readonly string[],
): Promise<{ ids: string[]; merged: Record<string, string> }> {
  const { rows } = await sql<{ id: string; canonical_id: string | null }>`
    with counted as materialized (
      select distinct coalesce(canonical_id, id) as id from organisation where id = any(${[...organisationIds]}::uuid[]))
    select o.id, o.canonical_id from counted join organisation o on o.id = counted.id
    union select o.id, o.canonical_id from counted join organisation o on o.canonical_id = counted.id
    order by id`.execute(db)
  const merged = rows.filter(row => row.canonical_id !== null).map(row => [row.id, row.canonical_id!] as const)
  return { ids: rows.map(row => row.id), merged: Object.fromEntries(merged) }
}

export interface PartyNames {
  id: string
  name: string
  names: Record<string, string>
  country: string | null
}

/** Names of organisations and units, for showing. */
export async function partyNames(db: Db, ids: readonly string[]): Promise<Map<string, PartyNames>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'names', 'country'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute()
  return new Map(rows.map(row => [row.id, { ...row, names: row.names as Record<string, string> }]))
}

/** Which of these organisations are homes of the installation. */
export async function homesAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('home', '=', true)
    .where('id', '=', sql<string>`any(${ids})`)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

/** Homes whose sums the actor may read: all of them, or one; units alone give no sums of the whole home. */
export async function readHomes(db: Db, actor: Actor, homeId?: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where('home', '=', true)
    .$if(homeId !== undefined, q => q.where('id', '=', homeId!))
    .$if(actor.reads !== 'everywhere', q => q.where('id', '=', sql<string>`any(${[...(actor.reads as Set<string>)]})`))
    .execute()
  return rows.map(row => row.id)
}

/** Names of the people who own commitments. */
export async function ownerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('auth_user')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...new Set(ids)]})`)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}
