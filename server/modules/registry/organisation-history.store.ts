// Where organisations stand: the home organisation above them, what was merged into them, what carries their identifiers.
import { sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import { foldIdentifier, type Identifier } from './identifiers.ts'
import type { OrganisationPlace } from './registry.policy.ts'

/** What policies ask of organisations, and all home organisations of the installation. */
export async function findPlaces(
  db: Db,
  wanted: readonly string[],
): Promise<{ places: Map<string, OrganisationPlace>; homes: string[] }> {
  const { rows } = await sql<{ start: string; mergedInto: string | null; homeId: string | null }>`
    with recursive above as (
      select id as start, id, unit_of, home, 0 as depth from organisation where id = any(${[...wanted]}::uuid[])
      union all
      select above.start, o.id, o.unit_of, o.home, depth + 1 from above join organisation o on o.id = above.unit_of
      where not above.home and depth < 30
    )
    select a.start, o.merged_into as "mergedInto", (select id from above h where h.start = a.start and h.home limit 1) as "homeId"
    from above a join organisation o on o.id = a.start where a.depth = 0`.execute(db)
  const homes = await db.selectFrom('organisation').select('id').where('home', '=', true).execute()
  const places = rows.map(({ start, ...row }): [string, OrganisationPlace] => [start, { id: start, ...row }])
  return { places: new Map(places), homes: homes.map(row => row.id) }
}

export interface MergedOne {
  id: string
  name: string
  names: LocalisedText
  country: string | null
  at: string | null
}

/** Times of an organisation, and what was merged into it. */
export async function loadHistory(
  db: Db,
  id: string,
): Promise<{ names: LocalisedText; createdAt: string; updatedAt: string; mergedFrom: MergedOne[] }> {
  const row = await db
    .selectFrom('organisation')
    .select(['names', 'created_at', 'updated_at'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<MergedOne>`
    select o.id, o.name, o.names, o.country, to_char(max(e.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from organisation o
    left join event e on e.subject_type = 'organisation' and e.subject_id = o.id and e.type = 'organisation.merged'
    where o.merged_into = ${id} group by o.id, o.name, o.names, o.country
    order by max(e.at) desc nulls last, o.id`.execute(db)
  return { names: row.names as LocalisedText, createdAt: row.created_at, updatedAt: row.updated_at, mergedFrom: rows }
}

/** Ids of an organisation and of everything merged into it, for a common history. */
export async function mergedFamily(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation')
    .select('id')
    .where(eb => eb.or([eb('id', '=', id), eb('canonical_id', '=', id)]))
    .execute()
  return rows.map(row => row.id)
}

/** Schemes whose values name one organisation only; others (fundref, isni, domains) are shared in official data. */
const unique = ['ror', 'erasmus', 'pic', 'oid']

/** The first of the identifiers that another organisation carries. */
export async function findTaken(
  db: Db,
  identifiers: readonly Identifier[],
  exceptId: string | null,
): Promise<{ value: string; name: string; id: string } | undefined> {
  const asked = identifiers.filter(one => unique.includes(one.scheme))
  if (asked.length === 0) return undefined
  const { rows } = await sql<{ value: string; name: string; id: string }>`
    select i.value, o.name, o.id from organisation_identifier i join organisation o on o.id = i.organisation_id
    where (i.scheme, i.value) in (select * from unnest(${asked.map(one => one.scheme)}::text[], ${asked.map(one => one.value)}::text[]))
      and i.organisation_id is distinct from ${exceptId}::uuid limit 1`.execute(db)
  return rows[0]
}

/** Ids of all units below an organisation, itself included. */
export async function unitsBelow(db: Db, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select ${id}::uuid as id union select o.id from organisation o join below on o.unit_of = below.id
    ) select id from below`.execute(db)
  return new Set(rows.map(row => row.id))
}

/** Says that an organisation counts as another one, with all that was merged into it before. */
export async function setMerged(db: Db, id: string, intoId: string): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ merged_into: intoId, version: sql`version + 1`, updated_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  await db
    .updateTable('organisation')
    .set({ canonical_id: intoId, updated_at: sql`clock_timestamp()` })
    .where(eb => eb.or([eb('id', '=', id), eb('canonical_id', '=', id)]))
    .execute()
  await touch(db, intoId)
}

/** What counts for an organisation changed with what was merged into it. */
const touch = (db: Db, id: string) =>
  db.updateTable('organisation').set({ updated_at: sql`clock_timestamp()` }).where('id', '=', id).execute()

/** Takes an organisation out of the one it was merged into; what was merged into it before goes with it. */
export async function setUnmerged(db: Db, id: string, counted: string): Promise<void> {
  await touch(db, counted)
  await db
    .updateTable('organisation')
    .set({ merged_into: null, canonical_id: null, version: sql`version + 1`, updated_at: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
  await sql`
    with recursive below as (
      select id from organisation where merged_into = ${id}
      union select o.id from organisation o join below on o.merged_into = below.id
    )
    update organisation set canonical_id = ${id}, updated_at = clock_timestamp() where id in (select id from below)`.execute(
    db,
  )
}

export async function setHome(db: Db, ids: readonly string[], home: boolean): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('organisation')
    .set({ home, version: sql`version + 1`, updated_at: sql`clock_timestamp()` })
    .where('id', 'in', [...ids])
    .execute()
}

/** Home organisations among these that have cases: something of theirs stands in the trail besides the registry. */
export async function homesWithCases(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string; name: string }>`
    select o.id, o.name from organisation o where o.id = any(${[...ids]}::uuid[]) and exists (
      select 1 from event e where e.home_id = o.id and e.subject_type not in ('organisation', 'person', 'name_decision', 'account'))`.execute(
    db,
  )
  return rows
}

/** Columns of other tables that hold on to an organisation: whatever modules are installed. */
async function referencesTo(db: Db): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as table, a.attname as column
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = 'organisation'::regclass and c.confdeltype = 'a'
      and c.conrelid <> 'name_decision'::regclass`.execute(db)
  return rows
}

/** Deletes organisations that are unverified, untouched and named nowhere, with decisions that meant them; answers the others. */
export async function deleteUnused(db: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const unused = (await referencesTo(db)).map(
    ({ table, column }) => sql`not exists (select 1 from ${sql.table(table)} r where r.${sql.ref(column)} = o.id)`,
  )
  const { rows } = await sql<{ id: string }>`
    select o.id from organisation o where o.id = any(${[...ids]}::uuid[]) and o.status = 'unverified' and o.version = 1
      and ${sql.join(unused, sql` and `)} for update`.execute(db)
  const deletable = rows.map(row => row.id)
  const of = sql<string>`any(${deletable}::uuid[])`
  await db.deleteFrom('name_decision').where('organisation_id', '=', of).execute()
  await db.deleteFrom('organisation').where('id', '=', of).execute()
  const gone = new Set(deletable)
  return ids.filter(id => !gone.has(id))
}

export async function withdrawUnverified(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable('organisation')
    .set({ status: 'withdrawn', updated_at: sql`now()` })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('status', '=', 'unverified')
    .where('version', '=', 1)
    .execute()
}

/** Organisations that carry these identifiers, by `scheme value`; and the Erasmus codes, PICs and OIDs of organisations. */
export async function findByIdentifiers(
  db: Db,
  identifiers: readonly Identifier[],
  organisationIds: readonly string[] = [],
): Promise<{ byIdentifier: Map<string, string[]>; byOrganisation: Map<string, string[]> }> {
  const { rows } = await sql<{ id: string; scheme: string; value: string }>`
    select coalesce(o.canonical_id, o.id) as id, i.scheme, i.value
    from organisation_identifier i join organisation o on o.id = i.organisation_id
    where (i.folded, i.scheme) in (select * from unnest(
        ${identifiers.map(one => foldIdentifier(one.value))}::text[], ${identifiers.map(one => one.scheme)}::text[]))
      or (i.organisation_id = any(${[...organisationIds]}::uuid[]) and i.scheme in ('erasmus', 'pic', 'oid'))
    order by i.value`.execute(db)
  const byIdentifier = new Map<string, string[]>()
  const byOrganisation = new Map<string, string[]>()
  for (const { id, scheme, value } of rows) {
    const key = `${scheme} ${value}`
    byIdentifier.set(key, [...new Set([...(byIdentifier.get(key) ?? []), id])])
    byOrganisation.set(id, [...(byOrganisation.get(id) ?? []), value])
  }
  return { byIdentifier, byOrganisation }
}
