// What people decided a written name means, per home organisation.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { newId } from '#core/ids.ts'
import { fold } from './resolution/fold.ts'

export interface DecisionRow {
  id: string
  homeId: string
  written: string
  country: string | null
  organisationId: string | null
  decidedBy: string | null
  decidedAt: string
}

/** Decisions of a home organisation by `folded text \n country`: the id that counts, or 'none'. */
export async function listDecisionsOf(db: Db, homeId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ folded: string; country: string; meant: string | null }>`
    select d.folded, d.country, coalesce(o.canonical_id, o.id) as meant
    from name_decision d left join organisation o on o.id = d.organisation_id where d.home_id = ${homeId}`.execute(db)
  return new Map(rows.map(row => [`${row.folded}\n${row.country}`, row.meant ?? 'none']))
}

const columns = sql`d.id, d.home_id as "homeId", d.written, nullif(d.country, '') as country,
  coalesce(o.canonical_id, o.id) as "organisationId", u.name as "decidedBy", d.decided_at as "decidedAt"`

export async function findDecision(db: Db, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await sql<DecisionRow>`
    select ${columns} from name_decision d left join organisation o on o.id = d.organisation_id left join auth_user u on u.id = d.decided_by
    where d.id = ${id}`.execute(db)
  return rows[0]
}

/** The id of what was decided about a text. */
export async function findDecisionOn(
  db: Db,
  homeId: string,
  written: string,
  country: string | null,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('name_decision')
    .select('id')
    .where('home_id', '=', homeId)
    .where('folded', '=', fold(written))
    .where('country', '=', country ?? '')
    .executeTakeFirst()
  return row?.id
}

export interface DecisionFilter {
  homeIds: readonly string[] | 'everywhere'
  text?: string | undefined
  organisationId?: string | undefined
  offset?: number | undefined
  limit?: number | undefined
}

export async function listDecisions(db: Db, filter: DecisionFilter): Promise<{ items: DecisionRow[]; total: number }> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (filter.homeIds !== 'everywhere') parts.push(sql`d.home_id = any(${[...filter.homeIds]}::uuid[])`)
  if (filter.organisationId) parts.push(sql`coalesce(o.canonical_id, o.id) = ${filter.organisationId}`)
  for (const word of fold(filter.text ?? '')
    .split(' ')
    .filter(Boolean)
    .slice(0, 12))
    parts.push(sql`position(${word} in d.folded) > 0`)
  const where = sql.join(parts, sql` and `)
  const from = sql`from name_decision d left join organisation o on o.id = d.organisation_id left join auth_user u on u.id = d.decided_by where ${where}`
  const { rows } = await sql<DecisionRow>`
    select ${columns} ${from} order by d.decided_at desc, d.id limit ${filter.limit ?? 50} offset ${filter.offset ?? 0}`.execute(
    db,
  )
  const counted = await sql<{ total: number }>`select count(*) as total ${from}`.execute(db)
  return { items: rows, total: counted.rows[0]!.total }
}

export interface NewDecision {
  written: string
  country: string | null
  organisationId: string | null
}

/** Writes decisions over earlier ones about the same text; answers the ids of those that are new or different. */
export async function saveDecisions(
  db: Db,
  homeId: string,
  decisions: readonly NewDecision[],
  decidedBy: string | null,
): Promise<string[]> {
  const byKey = new Map(
    decisions.map(one => [
      `${fold(one.written)}\n${one.country ?? ''}`,
      { i: newId(), f: fold(one.written), c: one.country ?? '', w: one.written, o: one.organisationId },
    ]),
  )
  if (byKey.size === 0) return []
  const { rows } = await sql<{ id: string }>`
    insert into name_decision (id, home_id, folded, country, written, organisation_id, decided_by, decided_at)
    select i, ${homeId}::uuid, f, c, w, o, ${decidedBy}::text, clock_timestamp()
    from json_to_recordset(${JSON.stringify([...byKey.values()])}::json) as row(i uuid, f text, c text, w text, o uuid)
    on conflict (home_id, folded, country) do update
      set written = excluded.written, organisation_id = excluded.organisation_id, decided_by = excluded.decided_by, decided_at = excluded.decided_at
      where name_decision.organisation_id is distinct from excluded.organisation_id
    returning id`.execute(db)
  return rows.map(row => row.id)
}

export const deleteDecision = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('name_decision').where('id', '=', id).execute()
}
