// Organisations, people and other agreements that agreements name: whether they exist, and what they are called.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { pickText } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { rolesWith } from '#core/identity/roles.terms.ts'
import type { StoredOrganisation } from './agreement-record.store.ts'

export interface KnownParts {
  homes: Set<string>
  /** Organisation or unit -> the organisation it is a unit of. */
  organisations: Map<string, string | null>
  owners: Set<string>
}

/** What of the organisations and people that agreements name exists. */
export async function findParts(
  db: Db,
  organisationIds: readonly string[],
  ownerIds: readonly string[],
): Promise<KnownParts> {
  const { rows } = await sql<{
    id: string
    unit_of: string | null
    home: boolean
  }>`select id, unit_of, home from organisation
    where id = any(${[...new Set(organisationIds)]}::uuid[])`.execute(db)
  const people =
    ownerIds.length === 0
      ? []
      : await db
          .selectFrom('auth_user')
          .select('id')
          .where('id', 'in', [...new Set(ownerIds)])
          .execute()
  return {
    homes: new Set(rows.filter(row => row.home).map(row => row.id)),
    organisations: new Map(rows.map(row => [row.id, row.unit_of])),
    owners: new Set(people.map(person => person.id)),
  }
}

export async function organisationNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{
    id: string
    name: string
  }>`select id, name from organisation where id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** The partners of agreements, by agreement; merged ones as what they were merged into. */
export async function listPartnersOf(db: Db, ids: readonly string[]): Promise<Map<string, StoredOrganisation[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<
    StoredOrganisation & { agreement_id: string }
  >`select p.agreement_id, o.id, o.name, o.names, o.country, o.city
    from agreement_party p join organisation w on w.id = p.organisation_id join organisation o on o.id = coalesce(w.canonical_id, w.id)
    where p.agreement_id = any(${[...ids]}::uuid[]) and p.side = 'partner' order by p.agreement_id, p.position, p.id`.execute(
    db,
  )
  return Map.groupBy(rows, row => row.agreement_id)
}

/** People with a grant that reaches a home the actor reads, or one of them. */
export async function listOwners(db: Db, actor: Actor, homeId: string | null): Promise<{ id: string; name: string }[]> {
  const reads = actor.reads === 'everywhere' ? sql`true` : sql`h.id = any(${[...actor.reads]}::uuid[])`
  const { rows } = await sql<{
    id: string
    name: string
  }>`select u.id, u.name from auth_user u where u.disabled_at is null and exists (
      select 1 from role_grant g join organisation h on h.home and (${homeId}::uuid is null or h.id = ${homeId}) and ${reads}
      where g.user_id = u.id and g.role = any(${rolesWith('write')}) and (g.scope_id is null or g.scope_id = h.id
        or exists (select 1 from organisation x where x.id = g.scope_id and x.unit_of = h.id)))
    order by u.name, u.id`.execute(db)
  return rows
}

export async function listTitles(
  db: Db,
  ids: readonly string[],
): Promise<{ id: string; number: string | null; title: Record<string, string> }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; number: string | null; title: Record<string, string> }>`
    select id, number, title from agreement where id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** Number and title, or the title alone. */
export const agreementNames = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (await listTitles(db, ids)).map(row => [
      row.id,
      [row.number, pickText(row.title, 'en')].filter(Boolean).join(' · '),
    ]),
  )

export async function ownerNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('auth_user')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Agreements that a person owns, those of the past too. */
export async function listOwned(
  db: Db,
  ownerId: string,
): Promise<{ id: string; number: string | null; title: unknown; confidentiality: string }[]> {
  const { rows } = await sql<{ id: string; number: string | null; title: unknown; confidentiality: string }>`
    select id, number, title, confidentiality from agreement where owner_id = ${ownerId} and removed_at is null order by number nulls last, id`.execute(
    db,
  )
  return rows
}
