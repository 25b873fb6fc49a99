// Reads what the portfolio in memory holds: all agreements page by page, then only what changed since.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

/** A row of `agreement` as the portfolio needs it, with its partners in order. */
export interface LoadedAgreement {
  id: string
  revision: number
  home_id: string
  unit_id: string | null
  owner_id: string | null
  confidentiality: string
  reader_ids: string[]
  number: string | null
  kinds: string[]
  title: Record<string, string>
  search: string
  state: string
  signed_on: string | null
  signed_precision: string | null
  start_on: string | null
  expires_on: string | null
  expires_precision: string | null
  end_kind: string
  ended_on: string | null
  review_due_on: string | null
  renewal: string
  renewal_months: number | null
  notice_amount: number | null
  notice_unit: string | null
  fields: string[]
  languages: string[]
  import_id: string | null
  pulse: string | null
  last_entry_on: string | null
  commitment_count: number
  kept_count: number
  partly_kept_count: number
  broken_count: number
  file_count: number
  version: number
  updated_at: string
  removed: boolean
  partners: string[]
}

const columns = sql`a.id, a.revision, a.home_id, a.unit_id, a.owner_id, a.confidentiality, a.reader_ids, a.number, a.kinds, a.title, a.search, a.state,
  a.signed_on, a.signed_precision, coalesce(a.in_force_on, a.signed_on, a.approved_on) as start_on, a.expires_on, a.expires_precision,
  a.end_kind, a.ended_on, a.review_due_on, a.renewal, a.renewal_months, a.notice_amount, a.notice_unit, a.fields, a.languages, a.import_id,
  a.pulse, a.last_entry_on, a.commitment_count, a.kept_count, a.partly_kept_count, a.broken_count, a.file_count, a.version, a.updated_at,
  a.removed_at is not null as removed,
  array(select p.organisation_id from agreement_party p where p.agreement_id = a.id and p.side = 'partner' order by p.position, p.id) as partners`

/** The oldest transaction that may still commit: whatever it or a later one writes is not seen yet. */
export async function readHorizon(db: Db): Promise<number> {
  const { rows } = await sql<{
    horizon: number
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon`.execute(db)
  return rows[0]!.horizon
}

/** In pages small enough that other readers get their turn between them. */
export async function* loadAgreements(db: Db, size = 2000): AsyncGenerator<LoadedAgreement[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<LoadedAgreement>`select ${columns} from agreement a
      where a.id > ${after} and a.removed_at is null order by a.id limit ${size}`.execute(db)
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.id
  }
}

/** Rows written since a horizon, by id and revision, with the horizon of this very look. */
export async function listWritten(
  db: Db,
  horizon: number,
): Promise<{ id: string; revision: number; horizon: number }[]> {
  const { rows } = await sql<{ id: string; revision: number; horizon: number }>`select a.id, a.revision,
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint as horizon from agreement a where a.revision >= ${horizon}`.execute(
    db,
  )
  return rows
}

export async function loadByIds(db: Db, ids: readonly string[]): Promise<LoadedAgreement[]> {
  const { rows } =
    await sql<LoadedAgreement>`select ${columns} from agreement a where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return rows
}

export interface LoadedOrganisation {
  /** As parties name it. */
  id: string
  /** What is shown: the organisation itself, or the one it was merged into. */
  shown_id: string
  name: string
  names: Record<string, string>
  country: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
  /** Folded names of both, and their identifiers as they are. */
  names_folded: string
  identifiers: string
}

export async function loadOrganisations(db: Db, ids: readonly string[]): Promise<LoadedOrganisation[]> {
  const { rows } =
    await sql<LoadedOrganisation>`select w.id, o.id as shown_id, o.name, o.names, o.country, o.city, o.latitude, o.longitude,
      coalesce((select string_agg(distinct n.folded, ' ') from organisation_name n where n.organisation_id in (w.id, o.id)), '') as names_folded,
      coalesce((select string_agg(i.value, ' ') from organisation_identifier i where i.organisation_id in (w.id, o.id)), '') as identifiers
    from organisation w join organisation o on o.id = coalesce(w.canonical_id, w.id) where w.id = any(${[...ids]}::uuid[])`.execute(
      db,
    )
  return rows
}

export async function loadOwners(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  return ids.length === 0
    ? []
    : db
        .selectFrom('auth_user')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute()
}

export interface HomeRow {
  id: string
  name: string
  names: Record<string, string>
  country: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
}

/** Home organisations of the installation. */
export async function listHomes(db: Db): Promise<HomeRow[]> {
  const { rows } =
    await sql<HomeRow>`select id, name, names, country, city, latitude, longitude from organisation where home order by name, id`.execute(
      db,
    )
  return rows
}

/** What an export needs beyond the portfolio in memory. */
export interface ExportDetails {
  id: string
  original: { cells: { header: string; value: string }[] } | null
  approved_on: string | null
  approved_precision: string | null
  in_force_on: string | null
  in_force_precision: string | null
  review_due_on: string | null
  review_due_precision: string | null
  scope: Record<string, string>
  remarks: string | null
  /** ROR ids of the partners, in their order. */
  rors: string[]
}

export async function loadExportDetails(db: Db, ids: readonly string[]): Promise<Map<string, ExportDetails>> {
  const { rows } =
    await sql<ExportDetails>`select a.id, a.original, a.approved_on, a.approved_precision, a.in_force_on, a.in_force_precision,
      a.review_due_on, a.review_due_precision, a.scope, a.remarks,
      array(select i.value from agreement_party p join organisation w on w.id = p.organisation_id
        join organisation_identifier i on i.organisation_id = coalesce(w.canonical_id, w.id) and i.scheme = 'ror'
        where p.agreement_id = a.id and p.side = 'partner' order by p.position, p.id) as rors
    from agreement a where a.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** The header lists of the original rows of these agreements, each once, in the order of their imports. */
export async function listHeaders(db: Db, ids: readonly string[]): Promise<string[][]> {
  const { rows } = await sql<{
    headers: string[]
  }>`select jsonb_path_query_array(original, '$.cells[*].header') as headers
    from agreement where id = any(${[...ids]}::uuid[]) and original is not null group by 1 order by min(created_at), min(id::text)`.execute(
    db,
  )
  return rows.map(row => row.headers)
}
