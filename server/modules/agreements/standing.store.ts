// Gathers what the ledger says of agreements and partnerships, in a fixed number of queries, and keeps it on the agreements.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Db, json } from '#core/database/connect.ts'
import type { AgreementRow } from './agreement.store.ts'

export const listForStanding = (db: Db, ids: readonly string[]): Promise<AgreementRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('agreement')
        .selectAll()
        .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
        .execute()

export async function* pagesOfAgreementIds(db: Db, size: number): AsyncGenerator<string[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const rows = await db
      .selectFrom('agreement')
      .select('id')
      .where('removed_at', 'is', null)
      .where('id', '>', after)
      .orderBy('id')
      .limit(size)
      .execute()
    if (rows.length === 0) return
    yield rows.map(row => row.id)
    after = rows.at(-1)!.id
  }
}

export interface ActivityRow {
  key: string
  /** First day of the month -> confirmed entries that start in it. */
  months: Record<string, number>
  last_confirmed_on: string | null
  last_entry_on: string | null
  next_entry_on: string | null
  unconfirmed: number
}

/** The last day up to today on which an entry counts: of units split by days the last day, of others the first. */
const countedOn = (today: string) => sql`case when e.starts_on > ${today}::date then null
  when e.unit in ('person_month', 'day', 'hour') then least(coalesce(e.ends_on, e.starts_on), ${today}::date) else e.starts_on end`

const activity = (key: RawBuilder<unknown>, condition: RawBuilder<unknown>, today: string) => sql<ActivityRow>`
  with live as (
    select ${key} as key, e.status, e.starts_on, coalesce(e.ends_on, e.starts_on) as ends_on, ${countedOn(today)} as counted_on
    from entry e where e.reverses_id is null and e.reversed_by_id is null and ${condition}),
  months as (
    select key, date_trunc('month', starts_on)::date as month, count(*) as entries from live
    where status = 'confirmed' and counted_on is not null group by 1, 2),
  by_month as (select key, jsonb_object_agg(month, entries) as months from months group by key),
  days as (
    select key, max(counted_on) filter (where status = 'confirmed') as last_confirmed_on, max(counted_on) as last_entry_on,
      min(starts_on) filter (where counted_on is null) as next_entry_on,
      count(*) filter (where status = 'planned' and ends_on < ${today}::date) as unconfirmed
    from live group by key)
  select days.*, coalesce(by_month.months, '{}') as months from days left join by_month using (key)`

/** What live entries say of each agreement; agreements without any are left out. */
export async function activityOfAgreements(
  db: Db,
  ids: readonly string[],
  today: string,
): Promise<Map<string, ActivityRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await activity(sql`e.agreement_id`, sql`e.agreement_id = any(${[...ids]}::uuid[])`, today).execute(
    db,
  )
  return new Map(rows.map(row => [row.key, row]))
}

/** Which flows are meant: between homes and partners, as far as they may be seen. */
export interface BetweenFilter {
  homeIds: readonly string[]
  partnerIds: readonly string[]
  /** Which agreements' entries count; entries without an agreement always do. */
  visible: RawBuilder<SqlBool>
  /** Agreements that are visible for sure, so that nearly no entry must be looked up. */
  knownIds: readonly string[]
}

const uuids = (ids: readonly string[]) => sql`any(${[...ids]}::uuid[])`

/** Whether what stands under an agreement may be seen; the cheap answers come first. */
const mayBeSeen = (agreementId: RawBuilder<unknown>, { visible, knownIds }: BetweenFilter) =>
  sql`(${agreementId} = ${uuids(knownIds)} or exists (select 1 from agreement where agreement.id = ${agreementId} and ${visible}))`

/** Live entries between homes and partners of one kind, state and month of start. */
export interface BetweenRow {
  kind: string
  status: 'planned' | 'confirmed'
  month: string
  entries: number
  /** Of these, those that have counted by today. */
  counted: number
  last_start_on: string
  last_counted_on: string | null
  next_start_on: string | null
  /** Planned ones whose day has passed. */
  unconfirmed: number
}

/** Everything that pages about a partner or country say of entries, in one look at them. */
export async function entriesBetween(db: Db, filter: BetweenFilter, today: string): Promise<BetweenRow[]> {
  const { rows } = await sql<BetweenRow>`
    select kind, status, date_trunc('month', starts_on)::date as month, count(*) as entries, count(counted_on) as counted,
      max(starts_on) as last_start_on, max(counted_on) as last_counted_on,
      min(starts_on) filter (where counted_on is null) as next_start_on,
      count(*) filter (where status = 'planned' and ends_on < ${today}::date) as unconfirmed
    from (select e.kind, e.status, e.starts_on, coalesce(e.ends_on, e.starts_on) as ends_on, ${countedOn(today)} as counted_on
      from entry e where e.reverses_id is null and e.reversed_by_id is null and e.home_id = ${uuids(filter.homeIds)}
        and (e.from_id = ${uuids(filter.partnerIds)} or e.to_id = ${uuids(filter.partnerIds)})
        and (e.agreement_id is null or ${mayBeSeen(sql`e.agreement_id`, filter)})) live
    group by 1, 2, 3`.execute(db)
  return rows
}

export interface BalanceRow {
  key: string
  unit: string
  currency: string
  /** Out less in, a base quantity as decimal text. */
  balance: string
}

const outLessIn = sql`sum(case when t.from_id = t.home_id then t.base_quantity else -t.base_quantity end)::text as balance`

/** What homes gave less what they received under each agreement, confirmed within the window. */
export async function balancesOfAgreements(
  db: Db,
  ids: readonly string[],
  from: string,
  until: string,
): Promise<BalanceRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<BalanceRow>`select t.agreement_id as key, t.unit, t.currency, ${outLessIn}
    from ledger_total t where t.agreement_id = any(${[...ids]}::uuid[]) and t.month between ${from}::date and ${until}::date
      and t.status = 'confirmed' and (t.from_id = t.home_id or t.to_id = t.home_id)
    group by 1, 2, 3`.execute(db)
  return rows
}

/** Totals between homes and partners since a month, each direction by its own index. */
const totalsBetween = (filter: BetweenFilter, from: string) => {
  const [homes, partners] = [uuids(filter.homeIds), uuids(filter.partnerIds)]
  return sql`(
    select x.*, true as outgoing from ledger_total x where x.to_id = ${partners} and x.from_id = ${homes}
    union all
    select x.*, false from ledger_total x where x.from_id = ${partners} and x.to_id = ${homes}) t
    where t.home_id = ${homes} and t.month >= ${from}::date
      and (t.agreement_id = '00000000-0000-0000-0000-000000000000' or ${mayBeSeen(sql`t.agreement_id`, filter)})`
}

/** What homes gave partners less what they received, over everything that the reader may see. */
export async function balancesBetween(
  db: Db,
  filter: BetweenFilter,
  window: { from: string; until: string },
): Promise<BalanceRow[]> {
  const { rows } = await sql<BalanceRow>`select '' as key, t.unit, t.currency,
      sum(case when t.outgoing then t.base_quantity else -t.base_quantity end)::text as balance
    from ${totalsBetween(filter, window.from)} and t.status = 'confirmed' and t.month <= ${window.until}::date group by 2, 3`.execute(
    db,
  )
  return rows
}

export interface FlowRow {
  kind: string
  unit: string
  currency: string
  status: 'planned' | 'confirmed'
  outgoing: boolean
  year: number
  base_quantity: string
}

/** What homes gave to partners and received from them: confirmed within the window, planned after it began. */
export async function flowsBetween(
  db: Db,
  filter: BetweenFilter,
  window: { from: string; until: string },
): Promise<FlowRow[]> {
  const { rows } =
    await sql<FlowRow>`select t.kind, t.unit, t.currency, t.status, t.outgoing, extract(year from t.month)::int as year,
      sum(t.base_quantity)::text as base_quantity
    from ${totalsBetween(filter, window.from)} and (t.status = 'planned' or t.month <= ${window.until}::date)
    group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3`.execute(db)
  return rows
}

export interface Standing {
  id: string
  pulse: string | null
  pulse_details: object | null
  last_entry_on: string | null
  commitment_count: number
  kept_count: number
  partly_kept_count: number
  broken_count: number
}

/** Keeps what changed; the day of the judgement is set where the judgement itself is new. */
export async function writeStandings(db: Db, standings: readonly Standing[], today: string): Promise<void> {
  for (let start = 0; start < standings.length; start += 5000)
    await sql`update agreement a set pulse = r.pulse, pulse_details = r.pulse_details, pulse_on = ${today}::date,
        last_entry_on = r.last_entry_on, commitment_count = r.commitment_count, kept_count = r.kept_count,
        partly_kept_count = r.partly_kept_count, broken_count = r.broken_count
      from jsonb_populate_recordset(null::agreement, ${json(standings.slice(start, start + 5000))}) r
      where a.id = r.id and (a.pulse, a.pulse_details, a.last_entry_on, a.commitment_count, a.kept_count, a.partly_kept_count, a.broken_count)
        is distinct from (r.pulse, r.pulse_details, r.last_entry_on, r.commitment_count, r.kept_count, r.partly_kept_count, r.broken_count)`.execute(
      db,
    )
}

/** Agreements that commitments stand in, and those of the wider commitments that they make concrete. */
export async function agreementsOfCommitments(db: Db, commitmentIds: readonly string[]): Promise<string[]> {
  if (commitmentIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`with recursive wider as (
      select id, refines_id from commitment where id = any(${[...commitmentIds]}::uuid[])
      union select c.id, c.refines_id from commitment c join wider w on c.id = w.refines_id)
    select distinct c.source_id as id from commitment c join wider w on w.id = c.id where c.source_type = 'agreement'`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Agreements that the entries of activities belong to or serve. */
export async function agreementsOfActivities(db: Db, activityIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{
    agreement_id: string | null
    commitment_id: string | null
  }>`select distinct agreement_id, commitment_id
    from entry where activity_id = any(${[...activityIds]}::uuid[])`.execute(db)
  const served = await agreementsOfCommitments(
    db,
    rows.flatMap(row => row.commitment_id ?? []),
  )
  return [...new Set([...rows.flatMap(row => row.agreement_id ?? []), ...served])]
}

/** Commitments of agreements and activities with entries under them: whose events belong to the agreements' timeline. */
export async function subjectsOf(
  db: Db,
  agreementId: string,
): Promise<{ commitments: string[]; activities: string[] }> {
  const { rows } = await sql<{ id: string; type: string }>`
    select id, 'commitment' as type from commitment where source_type = 'agreement' and source_id = ${agreementId}
    union all (select distinct activity_id, 'activity' from entry where agreement_id = ${agreementId} limit 2000)`.execute(
    db,
  )
  return {
    commitments: rows.filter(row => row.type === 'commitment').map(row => row.id),
    activities: rows.filter(row => row.type === 'activity').map(row => row.id),
  }
}

/** Agreements of a set on which somebody built: commitments or entries of their own, files, or other agreements. */
export async function isBuiltOn(db: Db, ids: readonly string[], importId: string | null): Promise<string[]> {
  const set = sql`${[...ids]}::uuid[]`
  const { rows } = await sql<{ id: string }>`select a.id from agreement a where a.id = any(${set}) and (
      a.file_count > 0 or exists (select 1 from entry e where e.agreement_id = a.id)
      or exists (select 1 from agreement b where (b.parent_id = a.id or b.amends_id = a.id or b.supersedes_id = a.id)
        and b.removed_at is null and b.import_id is distinct from ${importId}::uuid)
      or exists (select 1 from event v where v.subject_type = 'agreement' and v.subject_id = a.id and v.type <> 'agreement.recorded'))`.execute(
    db,
  )
  return rows.map(row => row.id)
}
