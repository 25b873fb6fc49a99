// SQL of the partners of an import: each distinct text once, with its match and decision.
import { sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { Totals } from './import.contract.ts'
import { batch } from './import.store.ts'
import type { PlannedPartner } from './planning/plan.ts'

/** Rows by status and outcome, partners by outcome. */
export async function countOutcomes(db: Db, runId: string): Promise<Omit<Totals, 'rows' | 'commitments'>> {
  const { rows } = await sql<{ status: string; outcome: string; count: number }>`
    select status, outcome, count(*)::int as count from import_row where run_id = ${runId} group by 1, 2`.execute(db)
  const partners = await countPartners(db, runId)
  const by = (field: 'status' | 'outcome', word: string) =>
    rows.filter(row => row[field] === word).reduce((sum, row) => sum + row.count, 0)
  const partnersBy = (word: string) => partners[word] ?? 0
  return {
    ready: by('status', 'ready'),
    doubtful: by('status', 'doubtful'),
    error: by('status', 'error'),
    skipped: by('status', 'skipped'),
    create: by('outcome', 'create'),
    update: by('outcome', 'update'),
    same: by('outcome', 'same'),
    partners: Object.values(partners).reduce((sum, count) => sum + count, 0),
    partnersMatched: partnersBy('matched'),
    partnersDoubtful: partnersBy('doubtful') + partnersBy('several'),
    partnersNew: partnersBy('new'),
  }
}

export async function replacePartners(db: Db, runId: string, partners: readonly PlannedPartner[]): Promise<void> {
  await db.deleteFrom('import_partner').where('run_id', '=', runId).execute()
  for (let start = 0; start < partners.length; start += batch)
    await db
      .insertInto('import_partner')
      .values(
        partners.slice(start, start + batch).map(partner => ({
          run_id: runId,
          key: partner.key,
          written: partner.written,
          country: partner.country,
          city: partner.city,
          hints: json(partner.hints),
          rows: partner.rows,
          outcome: partner.outcome,
          organisation_id: partner.organisationId,
          candidates: json(partner.candidates),
          evidence: json(partner.evidence),
          decision: partner.decision,
        })),
      )
      .execute()
}

export interface PartnerFilter {
  outcome?: readonly string[] | undefined
  text?: string | undefined
  keys?: readonly string[] | undefined
}

const partnersOf = (db: Db, runId: string, filter: PartnerFilter) =>
  db
    .selectFrom('import_partner')
    .where('run_id', '=', runId)
    .$if((filter.outcome?.length ?? 0) > 0, q => q.where('outcome', 'in', [...filter.outcome!]))
    .$if(filter.keys !== undefined, q => q.where('key', '=', sql<string>`any(${filter.keys!})`))
    .$if(Boolean(filter.text), q => q.where('written', 'ilike', `%${filter.text!.replace(/[\\%_]/g, '\\$&')}%`))

/** Partners of a run: the doubtful first, then by how many rows they stand in. */
export async function listPartners(
  db: Db,
  runId: string,
  filter: PartnerFilter = {},
  paging?: { offset: number; limit: number },
): Promise<{ items: PlannedPartner[]; total: number }> {
  const rows = await partnersOf(db, runId, filter)
    .selectAll()
    .orderBy(sql`array_position(array['several', 'doubtful', 'new', 'matched', 'ignored'], outcome)`)
    .orderBy(sql`cardinality(rows)`, 'desc')
    .orderBy('written')
    .$if(paging !== undefined, q => q.offset(paging!.offset).limit(paging!.limit))
    .execute()
  const items = rows.map(row => ({
    key: row.key,
    written: row.written,
    country: row.country,
    city: row.city,
    hints: row.hints as PlannedPartner['hints'],
    rows: row.rows,
    outcome: row.outcome as PlannedPartner['outcome'],
    organisationId: row.organisation_id,
    candidates: row.candidates as PlannedPartner['candidates'],
    evidence: row.evidence as PlannedPartner['evidence'],
    decision: row.decision as PlannedPartner['decision'],
  }))
  if (!paging) return { items, total: items.length }
  const { total } = await partnersOf(db, runId, filter)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { items, total }
}

export async function updatePartner(db: Db, runId: string, partner: PlannedPartner, by: string | null): Promise<void> {
  await db
    .updateTable('import_partner')
    .set({
      outcome: partner.outcome,
      organisation_id: partner.organisationId,
      decision: partner.decision,
      hints: json(partner.hints),
      decided_by: by,
    })
    .where('run_id', '=', runId)
    .where('key', '=', partner.key)
    .execute()
}

export async function countPartners(db: Db, runId: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('import_partner')
    .select(['outcome', sql<number>`count(*)`.as('count')])
    .where('run_id', '=', runId)
    .groupBy('outcome')
    .execute()
  return Object.fromEntries(rows.map(row => [row.outcome, row.count]))
}

/** Organisations that the writing of a run created, for taking them back. */
export async function linkCreatedOrganisations(
  db: Db,
  runId: string,
  created: readonly { key: string; organisationId: string }[],
): Promise<void> {
  if (created.length === 0) return
  await sql`update import_partner p set created_organisation_id = c.organisation_id
    from jsonb_to_recordset(${JSON.stringify(created.map(one => ({ key: one.key, organisation_id: one.organisationId })))}::jsonb)
      as c(key text, organisation_id uuid)
    where p.run_id = ${runId} and p.key = c.key`.execute(db)
}

export async function listCreatedOrganisations(db: Db, runId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('import_partner')
    .select('created_organisation_id')
    .where('run_id', '=', runId)
    .where('created_organisation_id', 'is not', null)
    .execute()
  return rows.map(row => row.created_organisation_id!)
}
