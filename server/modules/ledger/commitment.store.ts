// SQL of commitments: the promises, their waivers and the families of their sources.
import { sql } from 'kysely'
import type { PartialDate } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { sourceVisible } from './ledger.policy.ts'
import type { Commitment, DateText, PeriodRule } from './ledger.shapes.ts'
import type { Carry, CommitmentState, Comparator, Condition, Ending, PeriodKind, Unit } from './ledger.terms.ts'

export const commitmentColumns = [
  'c.id',
  'c.home_id',
  'c.source_type',
  'c.source_id',
  'c.clause',
  'c.kind',
  'c.promisor_id',
  'c.promisor_unit_id',
  'c.beneficiary_id',
  'c.beneficiary_unit_id',
  'c.unit',
  'c.currency',
  'c.base_quantity',
  'c.comparator',
  'c.period',
  'c.period_years',
  'c.start_month',
  'c.due_on',
  'c.valid_from',
  'c.valid_from_precision',
  'c.valid_until',
  'c.valid_until_precision',
  'c.carry',
  'c.condition',
  'c.condition_words',
  'c.refines_id',
  'c.pair_id',
  'c.owner_id',
  'c.partner_owner',
  'c.state',
  'c.ended_as',
  'c.ended_on',
  'c.suspended_from',
  'c.note',
  'c.version',
] as const

type CommitmentRow = Awaited<ReturnType<typeof selectRows>>[number]

const selectRows = (db: Db) => db.selectFrom('commitment as c').select(commitmentColumns).execute()

/** A commitment as it is stored: what the arithmetic needs, and what is shown beside it. */
export interface StoredCommitment extends Commitment {
  homeId: string
  sourceType: 'agreement' | 'meeting' | 'programme'
  sourceId: string
  clause: string | null
  validFromDate: PartialDate | null
  validUntilDate: PartialDate | null
  dueOn: string | null
  conditionWords: string | null
  pairId: string | null
  ownerId: string | null
  partnerOwner: string | null
  suspendedFrom: string | null
  note: string | null
  version: number
}

/** "2026", "2026-08" or "2026-08-15": as much of a stored day as is known. */
export const dateText = (on: string, precision: string | null): DateText =>
  precision === 'year' ? on.slice(0, 4) : precision === 'month' ? on.slice(0, 7) : on

const partialDate = (on: string | null, precision: string | null): PartialDate | null =>
  on === null ? null : { on, precision: (precision ?? 'day') as PartialDate['precision'] }

function periodRule(row: CommitmentRow): PeriodRule {
  const kind = row.period as PeriodKind
  if (kind === 'once') return { kind, dueOn: row.due_on }
  if (kind === 'per_academic_year' || kind === 'per_semester') return { kind, startMonth: row.start_month ?? 9 }
  if (kind === 'every_n_years') return { kind, years: row.period_years ?? 1 }
  return { kind }
}

export function commitmentFromRow(row: CommitmentRow): StoredCommitment {
  return {
    id: row.id,
    homeId: row.home_id,
    sourceType: row.source_type as StoredCommitment['sourceType'],
    sourceId: row.source_id,
    agreementId: row.source_type === 'agreement' ? row.source_id : null,
    clause: row.clause,
    kind: row.kind,
    promisor: { organisationId: row.promisor_id, unitId: row.promisor_unit_id },
    beneficiary: { organisationId: row.beneficiary_id, unitId: row.beneficiary_unit_id },
    unit: row.unit as Unit,
    currency: row.currency,
    baseQuantity: row.base_quantity,
    comparator: row.comparator as Comparator,
    period: periodRule(row),
    dueOn: row.due_on,
    validFrom: row.valid_from && dateText(row.valid_from, row.valid_from_precision),
    validUntil: row.valid_until && dateText(row.valid_until, row.valid_until_precision),
    validFromDate: partialDate(row.valid_from, row.valid_from_precision),
    validUntilDate: partialDate(row.valid_until, row.valid_until_precision),
    carry: row.carry as Carry,
    condition: row.condition as Condition,
    conditionWords: row.condition_words,
    refinesId: row.refines_id,
    pairId: row.pair_id,
    ownerId: row.owner_id,
    partnerOwner: row.partner_owner,
    state: row.state as CommitmentState,
    ending: row.ended_as as Ending | null,
    endedOn: row.ended_on,
    suspendedFrom: row.suspended_from,
    note: row.note,
    version: row.version,
  }
}

export interface CommitmentFilter {
  agreementId?: string | undefined
  agreementIds?: readonly string[] | undefined
  partnerId?: string | undefined
  states?: readonly string[] | undefined
}

const filtered = (db: Db, actor: Actor, filter: CommitmentFilter) =>
  db
    .selectFrom('commitment as c')
    .where(sourceVisible(actor, 'c.source_id'))
    .$if(filter.agreementId !== undefined, q => q.where('c.source_id', '=', filter.agreementId!))
    .$if(filter.agreementIds !== undefined, q => q.where('c.source_id', '=', sql<string>`any(${filter.agreementIds!})`))
    .$if(filter.partnerId !== undefined, q =>
      q.where(eb =>
        eb.or([eb('c.promisor_id', '=', filter.partnerId!), eb('c.beneficiary_id', '=', filter.partnerId!)]),
      ),
    )
    .$if((filter.states?.length ?? 0) > 0, q => q.where('c.state', 'in', [...filter.states!]))

/** Commitments that the actor may see, in the order in which they were recorded. */
export async function listCommitments(
  db: Db,
  actor: Actor,
  filter: CommitmentFilter,
  paging: { offset: number; limit: number },
): Promise<{ items: StoredCommitment[]; total: number }> {
  const rows = await filtered(db, actor, filter)
    .select(commitmentColumns)
    .orderBy('c.created_at')
    .orderBy('c.id')
    .offset(paging.offset)
    .limit(paging.limit)
    .execute()
  const { total } = await filtered(db, actor, filter)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(commitmentFromRow), total }
}

export async function findCommitment(db: Db, actor: Actor, id: string): Promise<StoredCommitment | undefined> {
  const row = await db
    .selectFrom('commitment as c')
    .select(commitmentColumns)
    .where('c.id', '=', id)
    .where(sourceVisible(actor, 'c.source_id'))
    .executeTakeFirst()
  return row && commitmentFromRow(row)
}

/** Locks a commitment against postings until the commit. */
export async function lockCommitment(db: Db, actor: Actor, id: string): Promise<StoredCommitment | undefined> {
  const row = await db
    .selectFrom('commitment as c')
    .select(commitmentColumns)
    .where('c.id', '=', id)
    .where(sourceVisible(actor, 'c.source_id'))
    .forUpdate()
    .executeTakeFirst()
  return row && commitmentFromRow(row)
}

/** Commitments by id with everything that they refine, as far as it goes up; for adding to their sums. */
export async function listWithWider(db: Db, ids: readonly string[]): Promise<StoredCommitment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive wider as (
      select id, refines_id from commitment where id = any(${ids})
      union select c.id, c.refines_id from commitment c join wider w on c.id = w.refines_id
    ) select id from wider`.execute(db)
  return listByIds(
    db,
    rows.map(row => row.id),
  )
}

/** Commitments by id with everything that refines them, as far as it goes down; for making their sums anew. */
export async function listWithNarrower(db: Db, ids: readonly string[]): Promise<StoredCommitment[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    with recursive narrower as (
      select id from commitment where id = any(${ids})
      union select c.id from commitment c join narrower n on c.refines_id = n.id
    ) select id from narrower`.execute(db)
  return listByIds(
    db,
    rows.map(row => row.id),
  )
}

export async function listByIds(db: Db, ids: readonly string[]): Promise<StoredCommitment[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('commitment as c')
    .select(commitmentColumns)
    .where('c.id', '=', sql<string>`any(${ids})`)
    .orderBy('c.id')
    .execute()
  return rows.map(commitmentFromRow)
}

/** Commitments of homes between any of these organisations, in the order of their ids; those `seenBy` somebody, or all. */
export async function listAmong(
  db: Db,
  homeIds: readonly string[],
  organisationIds: readonly string[],
  seenBy?: Actor,
): Promise<StoredCommitment[]> {
  if (homeIds.length === 0 || organisationIds.length === 0) return []
  const rows = await db
    .selectFrom('commitment as c')
    .select(commitmentColumns)
    .where('c.home_id', '=', sql<string>`any(${homeIds})`)
    .where('c.promisor_id', '=', sql<string>`any(${organisationIds})`)
    .where('c.beneficiary_id', '=', sql<string>`any(${organisationIds})`)
    .$if(seenBy !== undefined, q => q.where(sourceVisible(seenBy!, 'c.source_id')))
    .orderBy('c.id')
    .execute()
  return rows.map(commitmentFromRow)
}

/** What a commitment says, as columns. */
export interface CommitmentColumns {
  clause: string | null
  kind: string
  promisor_id: string
  promisor_unit_id: string | null
  beneficiary_id: string
  beneficiary_unit_id: string | null
  unit: string
  currency: string | null
  base_quantity: string | null
  comparator: string
  period: string
  period_years: number | null
  start_month: number | null
  due_on: string | null
  valid_from: string | null
  valid_from_precision: string | null
  valid_until: string | null
  valid_until_precision: string | null
  carry: string
  condition: string
  condition_words: string | null
  refines_id: string | null
  owner_id: string | null
  partner_owner: string | null
  note: string | null
}

export interface NewCommitment extends CommitmentColumns {
  id: string
  home_id: string
  source_type: 'agreement' | 'meeting' | 'programme'
  source_id: string
  pair_id: string | null
  state: 'proposed' | 'active'
}

export async function insertCommitments(db: Db, rows: readonly NewCommitment[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000)
    await db
      .insertInto('commitment')
      .values(rows.slice(start, start + 1000))
      .execute()
}

/** Changes a commitment of a known version; false when someone was faster. */
export async function updateCommitment(
  db: Db,
  id: string,
  version: number,
  change: Partial<CommitmentColumns> & {
    state?: string
    ended_as?: string | null
    ended_on?: string | null
    suspended_from?: string | null
  },
): Promise<boolean> {
  const result = await db
    .updateTable('commitment')
    .set({ ...change, version: version + 1, updated_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function deleteCommitments(db: Db, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await db.deleteFrom('commitment').where('id', '=', sql<string>`any(${ids})`).execute()
}

/** Commitments that stand in these sources, and whether each was recorded, changed or chosen for an entry after a moment. */
export async function listCommitmentsSince(
  db: Db,
  sourceIds: readonly string[],
  moment: string,
): Promise<{ id: string; touched: boolean }[]> {
  if (sourceIds.length === 0) return []
  return db
    .selectFrom('commitment')
    .select([
      'id',
      sql<boolean>`created_at > ${moment} or version > 1 or exists (select 1 from entry e
        where e.commitment_id = commitment.id and e.served_by in ('activity', 'person'))`.as('touched'),
    ])
    .where('source_id', '=', sql<string>`any(${sourceIds})`)
    .execute()
}
