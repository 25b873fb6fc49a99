// SQL of parties: what the registry and people know of them, with the organisations above them.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface KnownOrganisation {
  /** As it was asked for. */
  askedId: string
  /** Itself, or what it was merged into. */
  id: string
  name: string
  names: string[]
  country: string | null
  identifiers: string[]
  /** 0 for those asked for, else how many steps above. */
  depth: number
}

const mostSteps = 5

/** The organisations with everything above them: units' houses and parents. */
export async function knownOrganisations(db: Db, ids: readonly string[]): Promise<KnownOrganisation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownOrganisation>`
    with recursive up as (
      select o.id as asked_id, coalesce(o.canonical_id, o.id) as id, 0 as depth from organisation o where o.id = any(${[...ids]}::uuid[])
      union
      select up.asked_id, coalesce(a.canonical_id, a.id), up.depth + 1
      from up join lateral (
          select o.unit_of as id from organisation o where o.id = up.id and o.unit_of is not null
          union select r.other_id from organisation_relation r where r.organisation_id = up.id and r.kind = 'parent' and r.other_id is not null
        ) above on true join organisation a on a.id = above.id
      where up.depth < ${sql.lit(mostSteps)}),
    nearest as (select id, min(depth) as depth, (array_agg(asked_id order by depth, asked_id))[1] as asked_id from up group by id)
    select n.asked_id as "askedId", o.id, o.name, o.country, n.depth,
      array(select distinct t from (select text as t from organisation_name w where w.organisation_id = o.id
        union select value from jsonb_each_text(o.names)) x where t <> '' order by t) as names,
      array(select i.value from organisation_identifier i where i.organisation_id = o.id order by i.scheme, i.value) as identifiers
    from nearest n join organisation o on o.id = n.id order by n.depth, o.name, o.id`.execute(db)
  return rows
}

export interface KnownPerson {
  id: string
  name: string
  names: string[]
  organisationId: string | null
  country: string | null
}

export async function knownPersons(db: Db, ids: readonly string[]): Promise<KnownPerson[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<KnownPerson>`
    select p.id, p.name, coalesce(o.canonical_id, o.id) as "organisationId", coalesce(c.country, o.country) as country,
      array(select value from jsonb_each_text(p.names) where value <> '' order by value) as names
    from person p left join organisation o on o.id = p.organisation_id left join organisation c on c.id = o.canonical_id
    where p.id = any(${[...ids]}::uuid[]) order by p.name, p.id`.execute(db)
  return rows
}

export interface PartyFactRow {
  party_key: string
  names: string[]
  birth_dates: string[]
  countries: string[]
  identifiers: string[]
}

/** What people of a home said of parties. */
export const listPartyFacts = (db: Db, homeId: string, keys: readonly string[]): Promise<PartyFactRow[]> =>
  db
    .selectFrom('screening_party_fact')
    .select(['party_key', 'names', 'birth_dates', 'countries', 'identifiers'])
    .where('home_id', '=', homeId)
    .where('party_key', '=', sql<string>`any(${[...keys]}::text[])`)
    .execute()

export async function writePartyFacts(
  db: Db,
  homeId: string,
  fact: PartyFactRow & { person_id: string | null; updated_by: string | null; updated_at: string },
): Promise<void> {
  const { party_key, ...rest } = fact
  await db
    .insertInto('screening_party_fact')
    .values({ home_id: homeId, party_key, ...rest })
    .onConflict(c => c.columns(['home_id', 'party_key']).doUpdateSet(rest))
    .execute()
}
