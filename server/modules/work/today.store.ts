// Finds what the day asks of a reader: a few index ranges, each cut off at the count limit, joined in one query.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { type Actor, actsAs } from '#core/identity/actor.ts'
import { visibleAgreement } from '#modules/agreements/index.ts'
import { entryVisible } from '#modules/ledger/index.ts'
import { countLimit, type TodayGroup, type TodaySubject, todayGroups } from './today.terms.ts'
import { caseBranches, seenCase, within } from './today-cases.store.ts'
import { seenTask, taskBranches } from './today-tasks.store.ts'
import { awake, type Days, daysOf, heldAndGiven, type TodayQuestion, turnsOf } from './today-turns.store.ts'

export interface StoredTodayItem {
  group: TodayGroup
  total: number
  subject: TodaySubject
  id: string
  agreement_id: string | null
  /** Null for tasks about what belongs to no home organisation. */
  home_id: string | null
  unit_id: string | null
  confidentiality: string | null
  reader_ids: string[] | null
  owner_id: string | null
  number: string | null
  title: Record<string, string> | null
  partners: { name: string; names: Record<string, string> }[]
  state: string | null
  since: string | null
  due_on: string | null
  ends_on: string | null
  renews: boolean
  kind: string | null
  quantity: string | null
  unit: string | null
  currency: string | null
  owner: string | null
  given_to_id: string | null
  given_to: string | null
  given_by_id: string | null
  given_by: string | null
  note: string | null
  /** What a task says; what it is about, or the case itself. */
  text: string | null
  record_subject: string | null
  record_id: string | null
  version: number
}

type Condition = RawBuilder<SqlBool>

/** Deeds that were planned for a day that has passed. */
const plannedDeeds = (actor: Actor, who: Condition, { today }: Days) =>
  sql`(select 'confirm' as "group", 'entry' as subject, e.id, e.agreement_id, e.posted_at as since, coalesce(e.ends_on, e.starts_on) as due_on,
      coalesce(e.ends_on, e.starts_on)::timestamptz as place, s.owner_id, null::text as to_id, null::text as by_id, null::text as note
    from entry e left join ledger_source s on s.source_id = e.agreement_id
    where e.status = 'planned' and e.reverses_id is null and e.reversed_by_id is null and coalesce(e.ends_on, e.starts_on) < ${today}
      and ${who} and ${entryVisible(actor, 's')} and ${awake('e.id')}
    order by coalesce(e.ends_on, e.starts_on) limit ${sql.lit(countLimit + 1)})`

/** Promises that were proposed and wait for a yes or no. */
const proposals = (actor: Actor, who: Condition) =>
  sql`(select 'proposals' as "group", 'commitment' as subject, c.id, c.source_id as agreement_id, c.created_at as since, null::date as due_on,
      c.created_at as place, coalesce(c.owner_id, agreement.owner_id) as owner_id, null::text as to_id, null::text as by_id, c.note
    from commitment c join agreement on agreement.id = c.source_id
    where c.state = 'proposed' and ${who} and ${visibleAgreement(actor)} and ${awake('c.id')}
    order by c.created_at limit ${sql.lit(countLimit + 1)})`

function branchesFor(question: TodayQuestion, mine: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const { actor, scope, group } = question
  const days = daysOf(question)
  const isMine = scope === 'mine'
  const deeds = isMine
    ? sql<SqlBool>`${within(actor.writes, 'e.home_id', 's.unit_id')} and coalesce(s.owner_id = ${mine}, true)`
    : sql<SqlBool>`true`
  const promises = isMine
    ? sql<SqlBool>`${within(actor.writes, 'c.home_id', 'agreement.unit_id')} and coalesce(coalesce(c.owner_id, agreement.owner_id) = ${mine}, true)`
    : sql<SqlBool>`true`
  const wanted = (name: TodayGroup) => group === undefined || group === name
  return [
    ...turnsOf(question),
    ...(wanted('confirm') ? [plannedDeeds(actor, deeds, days)] : []),
    ...(wanted('proposals') ? [proposals(actor, promises)] : []),
    ...caseBranches({ actor, scope, group, today: days.today, awake: awake('t.subject_id') }),
    ...taskBranches({ actor, scope, group, ...days, mine, awake: awake('k.id') }),
  ]
}

const partners = sql`coalesce((select jsonb_agg(jsonb_build_object('name', o.name, 'names', o.names) order by p.position, p.id)
  from (select * from agreement_party where agreement_id = n.agreement_id and side = 'partner' order by position, id limit 3) p
  join organisation w on w.id = p.organisation_id join organisation o on o.id = coalesce(w.canonical_id, w.id)), '[]')`

/** Everything at once; rows of a group come with its whole count, at most one more than the limit of counting. */
export async function listToday(db: Db, question: TodayQuestion): Promise<StoredTodayItem[]> {
  const { actor, limit } = question
  const { today } = daysOf(question)
  const ends = sql`agreement_effective_end(a.expires_on, a.renewal, a.renewal_months, ${today})`
  const mine = sql`any(${actsAs(actor)}::text[])`
  const { rows } = await sql<StoredTodayItem>`
    with snoozed as materialized (select subject_id from work_snooze z where z.user_id = ${actor.id} and z.until > ${today}),
    ${heldAndGiven(mine)},
    found as (${sql.join(branchesFor(question, mine), sql` union all `)}),
    ranked as (select *, count(*) over (partition by "group") as total, row_number() over (partition by "group" order by place, id) as rank from found)
    select n."group", least(n.total, ${sql.lit(countLimit + 1)}) as total, n.subject, n.id, n.agreement_id,
      coalesce(a.home_id, e.home_id, k.home_id, w.home_id) as home_id, a.unit_id, a.confidentiality, a.reader_ids, case when n.subject in ('task', 'case') then n.owner_id else a.owner_id end as owner_id, a.number, a.title,
      ${partners} as partners, case when n.subject = 'case' then w.state when a.state = 'in_force' and ${ends} < ${today} then 'expired' else a.state end as state,
      case when n.subject = 'agreement' then a.state_since else n.since end as since, n.due_on,
      case when n.subject = 'agreement' then ${ends} end as ends_on,
      coalesce(a.renewal = 'automatic', false) as renews, coalesce(e.kind, c.kind) as kind,
      coalesce(e.base_quantity, c.base_quantity) as quantity, coalesce(e.unit, c.unit) as unit, coalesce(e.currency, c.currency) as currency,
      u.name as owner, n.to_id as given_to_id, g.name as given_to, n.by_id as given_by_id, b.name as given_by, n.note,
      k.body as text, coalesce(k.subject, w.subject_type) as record_subject, coalesce(k.subject_id, w.subject_id) as record_id, coalesce(k.version, c.version, a.version, 0) as version
    from ranked n left join agreement a on a.id = n.agreement_id
      left join entry e on n.subject = 'entry' and e.id = n.id left join commitment c on n.subject = 'commitment' and c.id = n.id
      left join task k on n.subject = 'task' and k.id = n.id
      left join turn w on n.subject = 'case' and w.subject_id = n.id and w.workflow <> 'agreement'
      left join auth_user u on u.id = n.owner_id left join auth_user g on g.id = n.to_id left join auth_user b on b.id = n.by_id
    where n.rank <= ${limit} order by array_position(${[...todayGroups]}::text[], n."group"), n.place, n.id`.execute(db)
  return rows
}

/** How much the reader has put off, and whether they see any agreement at all. */
export async function todayFacts(
  db: Db,
  actor: Actor,
  today: Temporal.PlainDate,
): Promise<{ snoozed: number; hasAgreements: boolean }> {
  const { rows } = await sql<{ snoozed: number; hasAgreements: boolean }>`
    select (select count(*) from work_snooze where user_id = ${actor.id} and until > ${today.toString()}::date) as snoozed,
      exists (select 1 from agreement where ${visibleAgreement(actor)}) as "hasAgreements"`.execute(db)
  return rows[0]!
}

/** Whether the reader sees what they want to put off. */
export async function isSeen(db: Db, actor: Actor, subject: TodaySubject, id: string): Promise<boolean> {
  const sources: Record<TodaySubject, RawBuilder<unknown>> = {
    agreement: sql`select 1 from agreement where agreement.id = ${id} and ${visibleAgreement(actor)}`,
    entry: sql`select 1 from entry e where e.id = ${id} and ${entryVisible(actor)}`,
    commitment: sql`select 1 from commitment c join agreement on agreement.id = c.source_id where c.id = ${id} and ${visibleAgreement(actor)}`,
    task: seenTask(id, actor, sql`any(${actsAs(actor)}::text[])`),
    case: seenCase(id, actor),
  }
  return (await sql`${sources[subject]}`.execute(db)).rows.length > 0
}
