// Finds what the day asks of a reader: a few index ranges, each cut off at the count limit, joined in one query.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { type Actor, actsAs, type Reach, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { visibleAgreement } from '#modules/agreements/index.ts'
import { entryVisible } from '#modules/ledger/index.ts'
import { countLimit, type TodayGroup, type TodayScope, type TodaySubject, todayGroups } from './today.terms.ts'
import { seenTask, taskBranches } from './today-tasks.store.ts'

export interface TodayQuestion {
  actor: Actor
  today: Temporal.PlainDate
  scope: TodayScope
  /** Days ahead. */
  days: number
  group?: TodayGroup | undefined
  /** Rows of each group. */
  limit: number
}

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
  /** What a task says, and what it is about. */
  text: string | null
  record_subject: string | null
  record_id: string | null
  version: number
}

type Condition = RawBuilder<SqlBool>

function within(reach: Reach, home: string, unit: string): Condition {
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const ids = [...reach]
  if (ids.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.ref(home)} = any(${ids}::uuid[]) or coalesce(${sql.ref(unit)} = any(${ids}::uuid[]), false))`
}

/** Agreements that ran out stay as long as this many days if nobody said what becomes of them. */
const endedDays = 90

const runs = sql`t.state = 'in_force'`
const outside = sql`(t.holder = 'partner' or t.state = 'external_clearance')`

/** The day, and the last one looked ahead to, written into the query, so that the planner knows how little they leave. */
interface Days {
  today: RawBuilder<unknown>
  until: RawBuilder<unknown>
}

function daysOf({ today, days }: TodayQuestion): Days {
  const lit = (day: Temporal.PlainDate) => sql`${sql.lit(day.toString())}::date`
  return { today: lit(today), until: lit(today.add({ days })) }
}

// The end of a running agreement moves on by itself when it renews automatically, and its review with it.
const endsOn = ({ today }: Days) =>
  sql`agreement_effective_end(agreement.expires_on, agreement.renewal, agreement.renewal_months, ${today})`
const dueOn = (days: Days) =>
  sql`case when ${runs} and agreement.review_due_on is null then (${endsOn(days)} - interval '12 months')::date else t.due_on end`

interface Branch {
  group: TodayGroup
  /** In terms of the turn `t` and `agreement`. */
  when: RawBuilder<unknown>
  /** A column of an index alone: then the database stops at the limit instead of sorting everything. */
  order: RawBuilder<unknown>
}

function turnBranches(days: Days): readonly Branch[] {
  const { today, until } = days
  const [ends, due] = [endsOn(days), dueOn(days)]
  const notLate = sql`(t.due_on is null or t.due_on >= ${today})`
  return [
    {
      group: 'late',
      when: sql`t.due_on < ${today} and case when ${runs} and ${ends} < ${today} then ${ends} >= ${today} - ${sql.lit(endedDays)}
        else ${due} < ${today} end`,
      order: sql`t.due_on`,
    },
    { group: 'turns', when: sql`t.holder = 'home' and ${notLate}`, order: sql`t.since` },
    {
      group: 'coming',
      when: sql`t.holder <> 'home' and not ${outside} and t.due_on between ${today} and ${until} and ${due} between ${today} and ${until}`,
      order: sql`t.due_on`,
    },
    { group: 'waiting', when: sql`${outside} and ${notLate}`, order: sql`t.since` },
  ]
}

const awake = (id: string): Condition =>
  sql<SqlBool>`not exists (select 1 from snoozed where snoozed.subject_id = ${sql.ref(id)})`

/** One group of turns from one source: a table, or a list of ids that is known to be short. */
function turnsOf(
  { group, when, order }: Branch,
  source: RawBuilder<unknown>,
  who: Condition,
  { actor, ...question }: TodayQuestion,
) {
  const days = daysOf({ actor, ...question })
  return sql`(select ${sql.lit(group)} as "group", 'agreement' as subject, t.subject_id as id, t.subject_id as agreement_id, t.since,
      ${dueOn(days)} as due_on, (${order})::timestamptz as place, t.owner_id, d.to_id, d.by_id, d.note, ${endsOn(days)} as ends_on
    from ${source} t join agreement on agreement.id = t.subject_id
      left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state
    where t.workflow = 'agreement' and ${who} and ${when} and ${visibleAgreement(actor)} and ${awake('t.subject_id')}
    order by ${order} limit ${sql.lit(countLimit + 1)})`
}

const turn = sql`turn`
// Written so that it stays a condition: as an anti-join the planner expects one row, and sorts thousands instead of walking
// an index up to the limit.
const nobodys = sql<SqlBool>`t.owner_id is null and coalesce(d.to_id is null, false)`

function turnsForMe(branch: Branch, question: TodayQuestion): RawBuilder<unknown>[] {
  const { actor } = question
  const held = turnsOf(branch, sql`held`, sql<SqlBool>`true`, question)
  const free = sql<SqlBool>`${nobodys} and ${within(actor.writes, 't.home_id', 't.unit_id')}`
  const found = [held]
  if (!reachesNothing(actor.writes)) found.push(turnsOf(branch, turn, free, question))
  if (branch.group === 'waiting')
    found.push(turnsOf({ ...branch, when: sql`t.holder = 'home'` }, sql`given`, sql<SqlBool>`true`, question))
  // Who concludes but does not write has the turn when a text waits for approval or signature.
  const concludes = reachOf(actor, 'conclude')
  if (branch.group === 'turns' && reachesNothing(actor.writes) && !reachesNothing(concludes)) {
    const approving = sql<SqlBool>`t.state in ('internal_review', 'approved_to_sign') and ${within(concludes, 't.home_id', 't.unit_id')}
      and not exists (select 1 from held where held.id = t.id)`
    found.push(turnsOf(branch, turn, approving, question))
  }
  return found
}

const turnsForOffice = (branch: Branch, question: TodayQuestion): RawBuilder<unknown>[] => [
  turnsOf(branch, turn, within(question.actor.reads, 't.home_id', 't.unit_id'), question),
]

/** Deeds that were planned for a day that has passed. */
const plannedDeeds = (actor: Actor, who: Condition, { today }: Days) =>
  sql`(select 'confirm' as "group", 'entry' as subject, e.id, e.agreement_id, e.posted_at as since, coalesce(e.ends_on, e.starts_on) as due_on,
      coalesce(e.ends_on, e.starts_on)::timestamptz as place, agreement.owner_id, null::text as to_id, null::text as by_id, null::text as note, null::date as ends_on
    from entry e left join agreement on agreement.id = e.agreement_id
    where e.status = 'planned' and e.reverses_id is null and e.reversed_by_id is null and coalesce(e.ends_on, e.starts_on) < ${today}
      and ${who} and ${entryVisible(actor)} and ${awake('e.id')}
    order by coalesce(e.ends_on, e.starts_on) limit ${sql.lit(countLimit + 1)})`

/** Promises that were proposed and wait for a yes or no. */
const proposals = (actor: Actor, who: Condition) =>
  sql`(select 'proposals' as "group", 'commitment' as subject, c.id, c.source_id as agreement_id, c.created_at as since, null::date as due_on,
      c.created_at as place, coalesce(c.owner_id, agreement.owner_id) as owner_id, null::text as to_id, null::text as by_id, c.note, null::date as ends_on
    from commitment c join agreement on agreement.id = c.source_id
    where c.state = 'proposed' and ${who} and ${visibleAgreement(actor)} and ${awake('c.id')}
    order by c.created_at limit ${sql.lit(countLimit + 1)})`

function branchesFor(question: TodayQuestion, mine: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const { actor, scope, group } = question
  const days = daysOf(question)
  const isMine = scope === 'mine'
  const deeds = isMine
    ? sql<SqlBool>`${within(actor.writes, 'e.home_id', 'agreement.unit_id')} and coalesce(agreement.owner_id = ${mine}, true)`
    : sql<SqlBool>`true`
  const promises = isMine
    ? sql<SqlBool>`${within(actor.writes, 'c.home_id', 'agreement.unit_id')} and coalesce(coalesce(c.owner_id, agreement.owner_id) = ${mine}, true)`
    : sql<SqlBool>`true`
  const wanted = (name: TodayGroup) => group === undefined || group === name
  return [
    ...turnBranches(days)
      .filter(branch => wanted(branch.group))
      .flatMap(branch => (isMine ? turnsForMe(branch, question) : turnsForOffice(branch, question))),
    ...(wanted('confirm') ? [plannedDeeds(actor, deeds, days)] : []),
    ...(wanted('proposals') ? [proposals(actor, promises)] : []),
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
  const mine = sql`any(${actsAs(actor)}::text[])`
  const { rows } = await sql<StoredTodayItem>`
    with snoozed as materialized (select subject_id from work_snooze z where z.user_id = ${actor.id} and z.until > ${today}),
    held as materialized (
      select t.* from turn t left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state
      where t.owner_id = ${mine} and (d.to_id is null or d.to_id = ${mine})
      union all
      select t.* from work_delegation d join turn t on t.subject_id = d.subject_id and t.state = d.state
      where d.to_id = ${mine} and not coalesce(t.owner_id = ${mine}, false)),
    given as materialized (
      select t.* from work_delegation d join turn t on t.subject_id = d.subject_id and t.state = d.state
      where not d.to_id = ${mine} and (d.by_id = ${mine} or t.owner_id = ${mine})),
    found as (${sql.join(branchesFor(question, mine), sql` union all `)}),
    ranked as (select *, count(*) over (partition by "group") as total, row_number() over (partition by "group" order by place, id) as rank from found)
    select n."group", least(n.total, ${sql.lit(countLimit + 1)}) as total, n.subject, n.id, n.agreement_id,
      coalesce(a.home_id, e.home_id, k.home_id) as home_id, a.unit_id, a.confidentiality, a.reader_ids, case when n.subject = 'task' then n.owner_id else a.owner_id end as owner_id, a.number, a.title,
      ${partners} as partners, case when a.state = 'in_force' and n.ends_on < ${today} then 'expired' else a.state end as state,
      case when n.subject = 'agreement' then a.state_since else n.since end as since, n.due_on, n.ends_on,
      coalesce(a.renewal = 'automatic', false) as renews, coalesce(e.kind, c.kind) as kind,
      coalesce(e.base_quantity, c.base_quantity) as quantity, coalesce(e.unit, c.unit) as unit, coalesce(e.currency, c.currency) as currency,
      u.name as owner, n.to_id as given_to_id, g.name as given_to, n.by_id as given_by_id, b.name as given_by, n.note,
      k.body as text, k.subject as record_subject, k.subject_id as record_id, coalesce(k.version, c.version, a.version, 0) as version
    from ranked n left join agreement a on a.id = n.agreement_id
      left join entry e on n.subject = 'entry' and e.id = n.id left join commitment c on n.subject = 'commitment' and c.id = n.id
      left join task k on n.subject = 'task' and k.id = n.id
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
  }
  return (await sql`${sources[subject]}`.execute(db)).rows.length > 0
}
