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
