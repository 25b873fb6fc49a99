// Feeds the name index from the database in pages, and tells what changed since it was fed.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { OrganisationRecord } from './resolution/organisation-record.ts'

const pageSize = 4000

interface RecordRow {
  id: string
  touched: string
  country: string | null
  region: string | null
  city: string | null
  types: string[]
  status: string
  website: string | null
  names: { text: string; lang: string | null; kind: OrganisationRecord['names'][number]['kind'] }[] | null
  identifiers: { scheme: string; value: string }[] | null
  relations: { kind: string; id: string }[] | null
}

const recordsWhere = (condition: ReturnType<typeof sql>) => sql<RecordRow>`
  with page as (
    select o.* from organisation o where o.canonical_id is null and ${condition}
  ), family as (
    select id, id as canonical from page
    union all select m.id, m.canonical_id from organisation m join page on m.canonical_id = page.id
  ), names as (
    select f.canonical, json_agg(json_build_object('text', n.text, 'lang', n.language, 'kind', n.kind)
      order by f.id <> f.canonical, n.id) as list
    from family f join organisation_name n on n.organisation_id = f.id group by f.canonical
  ), identifiers as (
    select f.canonical, json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by f.id <> f.canonical, i.value) as list
    from family f join organisation_identifier i on i.organisation_id = f.id group by f.canonical
  ), relations as (
    select r.organisation_id, json_agg(json_build_object('kind', r.kind, 'id', r.other_id)) as list
    from page join organisation_relation r on r.organisation_id = page.id
    where r.other_id is not null and r.kind in ('parent', 'successor') group by r.organisation_id
  )
  select p.id, to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as touched, p.country, p.region, p.city,
    p.types, p.status, p.website, names.list as names, identifiers.list as identifiers,
    case when p.unit_of is null then relations.list::jsonb
      else coalesce(relations.list::jsonb, '[]') || jsonb_build_object('kind', 'parent', 'id', p.unit_of) end as relations
  from page p left join names on names.canonical = p.id left join identifiers on identifiers.canonical = p.id
    left join relations on relations.organisation_id = p.id
  order by p.id`

/** A record of the index with the moment of its last change (microseconds, comparable as text). */
export interface IndexedRecord {
  record: OrganisationRecord
  touched: string
}

const rorAddress = (value: string): string => `https://ror.org/${value}`

function fromRow(row: RecordRow): IndexedRecord {
  const identifiers = row.identifiers ?? []
  const relations = row.relations ?? []
  const ror = identifiers.find(one => one.scheme === 'ror')?.value
  const record: OrganisationRecord = {
    id: row.id,
    names: (row.names ?? []).map(({ text, lang, kind }) => ({ text, kind, ...(lang !== null && { lang }) })),
    types: row.types,
    // An organisation that nobody has verified yet is as alive as any.
    status: row.status === 'unverified' ? 'active' : row.status,
    identifiers: identifiers.filter(one => one.scheme !== 'domain'),
    domains: identifiers.filter(one => one.scheme === 'domain' || one.scheme === 'schac').map(one => one.value),
    parents: relations.filter(one => one.kind === 'parent').map(one => one.id),
    successors: relations.filter(one => one.kind === 'successor').map(one => one.id),
    ...(ror !== undefined && { rorId: rorAddress(ror) }),
    ...(row.country !== null && { country: row.country }),
    ...(row.region !== null && { region: row.region }),
    ...(row.city !== null && { city: row.city }),
    ...(row.website !== null && { website: row.website }),
  }
  return { record, touched: row.touched }
}

/** All organisations that count, page by page. */
export async function* readRecords(db: Db): AsyncGenerator<IndexedRecord[]> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await recordsWhere(
      sql`o.id in (select id from organisation where id > ${last}::uuid and canonical_id is null order by id limit ${pageSize})`,
    ).execute(db)
    if (rows.length === 0) return
    last = rows.at(-1)!.id
    yield rows.map(fromRow)
  }
}

export interface RegistryChanges {
  /** Changed since the moment, a merged one by the one that counts. */
  records: IndexedRecord[]
  /** Ids that were merged into another one since the moment. */
  merged: string[]
  /** More have changed than are worth reading one by one. */
  tooMany: boolean
  /** Organisations that count now. */
  count: number
}

const mostChanges = 5000

/** What changed at or after a moment. */
export async function readChanges(db: Db, since: string): Promise<RegistryChanges> {
  const { rows } = await sql<{ id: string; canonical: string | null }>`
    select id, canonical_id as canonical from organisation where updated_at >= ${since}::timestamp at time zone 'UTC'
    limit ${mostChanges + 1}`.execute(db)
  const counted = await sql<{
    count: number
  }>`select count(*) as count from organisation where canonical_id is null`.execute(db)
  const count = counted.rows[0]!.count
  if (rows.length > mostChanges) return { records: [], merged: [], tooMany: true, count }
  const merged = rows.filter(row => row.canonical !== null).map(row => row.id)
  const ids = [...new Set(rows.map(row => row.canonical ?? row.id))]
  if (ids.length === 0) return { records: [], merged, tooMany: false, count }
  const found = await recordsWhere(sql`o.id = any(${ids}::uuid[])`).execute(db)
  return { records: found.rows.map(fromRow), merged, tooMany: false, count }
}
