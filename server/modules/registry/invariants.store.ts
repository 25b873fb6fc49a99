// Truths about the registry, checked in tests, by the doctor and nightly.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Invariant } from '#core/module.ts'

const mostShown = 20

/** A truth with a query for the organisations for which it does not hold. */
const invariant = (name: string, sentence: string, rows: RawBuilder<{ id: string; name: string }>): Invariant => ({
  name,
  async check(db: Db) {
    const result = await sql<{ id: string; name: string }>`select * from (${rows}) broken limit ${mostShown}`.execute(
      db,
    )
    return result.rows.map(row => `${row.name} (${row.id}) ${sentence}`)
  },
})

export const registryInvariants: Invariant[] = [
  invariant(
    'registry: every organisation has its shown name among its names',
    'has no name that is the one shown',
    sql`select o.id, o.name from organisation o
      where not exists (select 1 from organisation_name n where n.organisation_id = o.id and n.text = o.name)`,
  ),
  invariant(
    'registry: a merged organisation counts as one that is not merged itself',
    'was merged, but not into an organisation that counts',
    sql`select o.id, o.name from organisation o left join organisation c on c.id = o.canonical_id
      where (o.merged_into is null) <> (o.canonical_id is null) or c.canonical_id is not null or o.canonical_id = o.id`,
  ),
  invariant(
    'registry: following mergers leads to the organisation that counts',
    'was merged along a path that does not end where it counts',
    sql`with recursive path as (
        select id as start, merged_into as at, 1 as steps from organisation where merged_into is not null
        union all select path.start, o.merged_into, steps + 1 from path join organisation o on o.id = path.at
          where o.merged_into is not null and steps < 100
      ), ends as (select distinct on (start) start, at from path order by start, steps desc)
      select o.id, o.name from organisation o left join ends on ends.start = o.id
      where o.merged_into is not null and ends.at is distinct from o.canonical_id`,
  ),
  invariant(
    'registry: no organisation is a unit of itself',
    'is a unit of itself or of one of its own units',
    sql`with recursive above as (
        select id as start, unit_of as at, 1 as steps from organisation where unit_of is not null
        union all select above.start, o.unit_of, steps + 1 from above join organisation o on o.id = above.at
          where o.unit_of is not null and steps < 50 and above.at <> above.start
      )
      select o.id, o.name from organisation o where o.id in (select start from above where at = start)`,
  ),
  invariant(
    'registry: home organisations are not merged away',
    'is a home organisation and was merged into another one',
    sql`select id, name from organisation where home and merged_into is not null`,
  ),
  invariant(
    'registry: relations that name a known organisation point to it',
    'has a relation to an organisation that is here but is not pointed to',
    sql`select distinct o.id, o.name from organisation_relation r join organisation o on o.id = r.organisation_id
      join organisation_identifier i on i.scheme = 'ror' and i.value = r.other_ror where r.other_id is null
        and not exists (select 1 from registry_run where finished_at is null)`,
  ),
]
