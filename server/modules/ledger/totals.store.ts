// SQL of the running totals: added to in the posting transaction, read as sums of a few rows, made anew on demand.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { Actor } from '#core/identity/actor.ts'
import { sourceVisible } from './ledger.policy.ts'
import type { CommitmentTotal, MonthTotal } from './totals.ts'

const nobody = '00000000-0000-0000-0000-000000000000'
const batch = 1000

/** Adds to the totals between parties; rows come in one order, so that two postings never wait for each other in a circle. */
export async function addMonthTotals(db: Db, homeId: string, totals: readonly MonthTotal[]): Promise<void> {
  for (let start = 0; start < totals.length; start += batch)
    await db
      .insertInto('ledger_total')
      .values(
        totals.slice(start, start + batch).map(total => ({
          home_id: homeId,
          from_id: total.from.organisationId,
          from_unit_id: total.from.unitId ?? nobody,
          to_id: total.to.organisationId,
          to_unit_id: total.to.unitId ?? nobody,
          kind: total.kind,
          unit: total.unit,
          currency: total.currency ?? '',
          agreement_id: total.agreementId ?? nobody,
          status: total.status,
          month: total.month,
          base_quantity: total.baseQuantity,
          entries: total.entries,
        })),
      )
      .onConflict(c =>
        c
          .columns([
            'from_id',
            'to_id',
            'home_id',
            'kind',
            'unit',
            'currency',
            'agreement_id',
            'status',
            'month',
            'from_unit_id',
            'to_unit_id',
          ])
          .doUpdateSet({
            base_quantity: sql`ledger_total.base_quantity + excluded.base_quantity`,
            entries: sql`ledger_total.entries + excluded.entries`,
          }),
      )
      .execute()
}

/** Adds to the totals of commitments. */
export async function addCommitmentTotals(db: Db, totals: readonly CommitmentTotal[]): Promise<void> {
  for (let start = 0; start < totals.length; start += batch)
    await db
      .insertInto('commitment_total')
      .values(
        totals.slice(start, start + batch).map(total => ({
          commitment_id: total.commitmentId,
          period_start: total.periodStart,
          status: total.status,
          base_quantity: total.baseQuantity,
          entries: total.entries,
        })),
      )
      .onConflict(c =>
        c.columns(['commitment_id', 'period_start', 'status']).doUpdateSet({
          base_quantity: sql`commitment_total.base_quantity + excluded.base_quantity`,
          entries: sql`commitment_total.entries + excluded.entries`,
        }),
      )
      .execute()
}

/** Replaces the totals of commitments. */
export async function replaceCommitmentTotals(
  db: Db,
  commitmentIds: readonly string[],
  totals: readonly CommitmentTotal[],
): Promise<void> {
  if (commitmentIds.length === 0) return
  await db.deleteFrom('commitment_total').where('commitment_id', '=', sql<string>`any(${commitmentIds})`).execute()
  await addCommitmentTotals(db, totals)
}

export async function listCommitmentTotals(db: Db, commitmentIds: readonly string[]): Promise<CommitmentTotal[]> {
  if (commitmentIds.length === 0) return []
  const rows = await db
    .selectFrom('commitment_total')
    .selectAll()
    .where('commitment_id', '=', sql<string>`any(${commitmentIds})`)
    .where(eb => eb.or([eb('base_quantity', '<>', '0'), eb('entries', '<>', 0)]))
    .execute()
  return rows.map(row => ({
    commitmentId: row.commitment_id,
    periodStart: row.period_start,
    status: row.status as CommitmentTotal['status'],
    baseQuantity: row.base_quantity,
    entries: row.entries,
  }))
}

export interface BalanceFilter {
  /** Only what this reader may see counts. */
  reader: Actor
  homeIds: readonly string[]
  partnerId?: string | undefined
  agreementId?: string | undefined
  country?: string | undefined
  /** First days of months, both included. */
  from?: string | undefined
  until?: string | undefined
}

export interface BalanceSum {
  kind: string
  unit: string
  currency: string
  status: 'planned' | 'confirmed'
  outgoing: boolean
  year: number
  base_quantity: string
}

/** What homes gave and received, by kind, unit, currency, state and calendar year. Homes count with their units and merged forms. */
export async function sumBalance(db: Db, filter: BalanceFilter): Promise<BalanceSum[]> {
  const side = (outgoing: boolean) => {
    const home = sql.ref(outgoing ? 't.from_id' : 't.to_id')
    const partner = sql.ref(outgoing ? 't.to_id' : 't.from_id')
    const conditions = [
      sql`${home} = any(${filter.homeIds})`,
      sql`t.home_id = any(${filter.homeIds})`,
      sql`${partner} <> all(${filter.homeIds})`,
      sql`(t.agreement_id = ${nobody} or ${sourceVisible(filter.reader, 't.agreement_id')})`,
      ...(filter.partnerId
        ? [
            sql`${partner} in (select id from organisation where id = ${filter.partnerId} or canonical_id = ${filter.partnerId})`,
          ]
        : []),
      ...(filter.country ? [sql`${partner} in (select id from organisation where country = ${filter.country})`] : []),
      ...(filter.agreementId ? [sql`t.agreement_id = ${filter.agreementId}`] : []),
      ...(filter.from ? [sql`t.month >= ${filter.from}::date`] : []),
      ...(filter.until ? [sql`t.month <= ${filter.until}::date`] : []),
    ]
    return sql`select t.kind, t.unit, t.currency, t.status, ${outgoing}::boolean as outgoing,
      extract(year from t.month)::int as year, sum(t.base_quantity) as base_quantity
      from ledger_total t where ${sql.join(conditions, sql` and `)} group by 1, 2, 3, 4, 5, 6`
  }
  const { rows } = await sql<BalanceSum>`${side(true)} union all ${side(false)} order by 1, 2, 3, 6`.execute(db)
  return rows
}

export async function listAllCommitmentIds(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('commitment').select('id').orderBy('id').execute()
  return rows.map(row => row.id)
}

const orNull = (id: string) => (id === nobody ? null : id)

/** All totals between parties, summed over homes as the arithmetic sees them. */
export async function pageOfMonthTotals(db: Db): Promise<MonthTotal[]> {
  const rows = await db
    .selectFrom('ledger_total')
    .selectAll()
    .where(eb => eb.or([eb('base_quantity', '<>', '0'), eb('entries', '<>', 0)]))
    .execute()
  return rows.map(row => ({
    from: { organisationId: row.from_id, unitId: orNull(row.from_unit_id) },
    to: { organisationId: row.to_id, unitId: orNull(row.to_unit_id) },
    kind: row.kind,
    unit: row.unit as MonthTotal['unit'],
    currency: row.currency === '' ? null : row.currency,
    agreementId: orNull(row.agreement_id),
    status: row.status as MonthTotal['status'],
    month: row.month,
    baseQuantity: row.base_quantity,
    entries: row.entries,
  }))
}

/** Sentences about entries that break the rules of the book. */
export async function countOddEntries(db: Db): Promise<string[]> {
  const { rows } = await sql<{ problem: string }>`
    select 'the reversal ' || r.id || ' differs from its entry' as problem from entry r join entry e on e.id = r.reverses_id
      where (r.base_quantity, r.kind, r.unit, r.from_id, r.to_id, r.starts_on, r.status, r.commitment_id) is distinct from
            (e.base_quantity, e.kind, e.unit, e.from_id, e.to_id, e.starts_on, e.status, e.commitment_id) or e.reversed_by_id is distinct from r.id
    union all
    select 'a reversal of ' || r.reverses_id || ' is reversed itself' from entry r where r.reverses_id is not null and r.reversed_by_id is not null
    union all
    select 'a total between ' || from_id || ' and ' || to_id || ' is negative' from ledger_total where base_quantity < 0 or entries < 0
    union all
    select 'a total of commitment ' || commitment_id || ' is negative' from commitment_total where base_quantity < 0 or entries < 0
    limit 20`.execute(db)
  return rows.map(row => row.problem)
}
