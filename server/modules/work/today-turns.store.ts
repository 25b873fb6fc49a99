// The part of Today that are turns of agreements: those a reader holds or gave on, those nobody has, and the office's.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, actsAs, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { visibleAgreement } from '#modules/agreements/index.ts'
import { countLimit, type TodayGroup, type TodayScope } from './today.terms.ts'
import { within } from './today-cases.store.ts'

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

type Condition = RawBuilder<SqlBool>

/** Agreements that ran out stay as long as this many days if nobody said what becomes of them. */
const endedDays = 90

const runs = sql`t.state = 'in_force'`
const outside = sql`(t.holder = 'partner' or t.state = 'external_clearance')`

/** The day, and the last one looked ahead to, written into the query, so that the planner knows how little they leave. */
export interface Days {
  today: RawBuilder<unknown>
  until: RawBuilder<unknown>
}

export function daysOf({ today, days }: TodayQuestion): Days {
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
  /**
   * What the agreement says besides, of a turn that runs: the day may have moved on since the turn was written. Without it
   * what the turn says itself is enough, and many times cheaper.
   */
  besides?: RawBuilder<unknown>
  /** So many turns are asked for what the agreement says besides; without it as many as it takes. */
  asked?: number
}

/** Turns whose day has moved on are written anew every night, so that few of those that come up are out of date. */
const askedForComing = 3 * countLimit

function turnBranches(days: Days): readonly Branch[] {
  const { today, until } = days
  const [ends, due] = [endsOn(days), dueOn(days)]
  const notLate = sql`(t.due_on is null or t.due_on >= ${today})`
  return [
    {
      group: 'late',
      when: sql`t.due_on < ${today}`,
      order: sql`t.due_on`,
      besides: sql`case when ${runs} and ${ends} < ${today} then ${ends} >= ${today} - ${sql.lit(endedDays)} else ${due} < ${today} end`,
    },
    { group: 'turns', when: sql`t.holder = 'home' and ${notLate}`, order: sql`t.since` },
    {
      group: 'coming',
      when: sql`t.holder <> 'home' and not ${outside} and t.due_on between ${today} and ${until}`,
      order: sql`t.due_on`,
      besides: sql`${due} between ${today} and ${until}`,
      asked: askedForComing,
    },
    { group: 'waiting', when: sql`${outside} and ${notLate}`, order: sql`t.since` },
  ]
}

export const awake = (id: string): Condition =>
  sql<SqlBool>`not exists (select 1 from snoozed where snoozed.subject_id = ${sql.ref(id)})`

/**
 * Turns say themselves where they belong; of those that are confidential the agreement is asked. That it is named once more
 * within keeps the planner from reading all agreements for it.
 */
const turnSeen = (actor: Actor): Condition =>
  sql<SqlBool>`case when t.confidential then exists (select 1 from agreement where agreement.id = t.subject_id and t.confidential and ${visibleAgreement(actor)})
    else ${within(actor.reads, 't.home_id', 't.unit_id')} end`

/** Two short lists, with what was said when a turn was given on: what the reader holds, and what they gave to others. */
export const heldAndGiven = (mine: RawBuilder<unknown>): RawBuilder<unknown> => sql`held as materialized (
      select t.*, d.to_id, d.by_id, d.note from turn t left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state
      where t.workflow = 'agreement' and t.owner_id = ${mine} and (d.to_id is null or d.to_id = ${mine})
      union all
      select t.*, d.to_id, d.by_id, d.note from work_delegation d join turn t on t.subject_id = d.subject_id and t.state = d.state
      where t.workflow = 'agreement' and d.to_id = ${mine} and not coalesce(t.owner_id = ${mine}, false)),
    given as materialized (
      select t.*, d.to_id, d.by_id, d.note from work_delegation d join turn t on t.subject_id = d.subject_id and t.state = d.state
      where t.workflow = 'agreement' and not d.to_id = ${mine} and (d.by_id = ${mine} or t.owner_id = ${mine}))`

/** All groups of a short list in one part: planning one for each of them would cost more than walking the list. */
function turnsInHand(question: TodayQuestion): RawBuilder<unknown>[] {
  const { actor, group } = question
  const days = daysOf(question)
  const branches = turnBranches(days)
  const name = sql`case ${sql.join(
    branches.map(({ group, when, besides }) => sql`when ${when} and ${besides ?? sql`true`} then ${sql.lit(group)}`),
    sql` `,
  )} end`
  const wanted = group === undefined ? sql<SqlBool>`g.name is not null` : sql<SqlBool>`g.name = ${sql.lit(group)}`
  const seen = sql<SqlBool>`${turnSeen(actor)} and ${awake('t.subject_id')}`
  // No id, no look at the agreement: only those that run and fall due soon are asked.
  const soonDue = sql`case when ${runs} and t.due_on <= ${days.until} then t.subject_id end`
  const inHand = sql`(select g.name as "group", 'agreement' as subject, t.subject_id as id, t.subject_id as agreement_id, t.since,
      ${dueOn(days)} as due_on, case when g.name in ('late', 'coming') then t.due_on::timestamptz else t.since end as place,
      t.owner_id, t.to_id, t.by_id, t.note
    from held t left join agreement on agreement.id = ${soonDue}
      cross join lateral (select ${name} as name) g where ${wanted} and ${seen})`
  const givenOn = sql`(select 'waiting' as "group", 'agreement' as subject, t.subject_id as id, t.subject_id as agreement_id, t.since,
      t.due_on, t.since as place, t.owner_id, t.to_id, t.by_id, t.note
    from given t where t.holder = 'home' and ${seen})`
  return group === undefined || group === 'waiting' ? [inHand, givenOn] : [inHand]
}

/** One group of the turns of everybody that `who` leaves. */
function turnsOfGroup({ group, when, order, besides, asked }: Branch, who: Condition, question: TodayQuestion) {
  const days = daysOf(question)
  const limit = sql`order by ${order} limit ${sql.lit(countLimit + 1)}`
  const given = sql`left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state`
  const fits = sql`t.workflow = 'agreement' and ${who} and ${when} and ${turnSeen(question.actor)} and ${awake('t.subject_id')}`
  const columns = (due: RawBuilder<unknown>, by: RawBuilder<unknown>) =>
    sql`select ${sql.lit(group)} as "group", 'agreement' as subject, t.subject_id as id, t.subject_id as agreement_id, t.since,
      ${due} as due_on, (${order})::timestamptz as place, t.owner_id, ${by}`
  const own = sql`d.to_id, d.by_id, d.note`
  if (besides === undefined) return sql`(${columns(sql`t.due_on`, own)} from turn t ${given} where ${fits} ${limit})`
  const agreement = sql`join agreement on agreement.id = t.subject_id`
  if (asked === undefined)
    return sql`(${columns(dueOn(days), own)} from turn t ${agreement} ${given} where ${fits} and ${besides} ${limit})`
  return sql`(${columns(dueOn(days), sql`t.to_id, t.by_id, t.note`)}
    from (select t.*, ${own} from turn t ${given} where ${fits} order by ${order} limit ${sql.lit(asked)}) t ${agreement}
    where ${besides} ${limit})`
}

// Written so that it stays a condition: as an anti-join the planner expects one row, and sorts thousands instead of walking
// an index up to the limit.
const nobodys = sql<SqlBool>`t.owner_id is null and coalesce(d.to_id is null, false)`

function turnsForMe(branch: Branch, question: TodayQuestion): RawBuilder<unknown>[] {
  const { actor } = question
  if (!reachesNothing(actor.writes))
    return [
      turnsOfGroup(branch, sql<SqlBool>`${nobodys} and ${within(actor.writes, 't.home_id', 't.unit_id')}`, question),
    ]
  // Who concludes but does not write has the turn when a text waits for approval or signature.
  const concludes = reachOf(actor, 'conclude')
  if (branch.group !== 'turns' || reachesNothing(concludes)) return []
  const mine = sql`any(${actsAs(actor)}::text[])`
  const approving = sql<SqlBool>`t.state in ('internal_review', 'approved_to_sign') and ${within(concludes, 't.home_id', 't.unit_id')}
    and not coalesce(coalesce(d.to_id, t.owner_id) = ${mine}, false)`
  return [turnsOfGroup(branch, approving, question)]
}

const turnsForOffice = (branch: Branch, question: TodayQuestion): RawBuilder<unknown>[] => [
  turnsOfGroup(branch, within(question.actor.reads, 't.home_id', 't.unit_id'), question),
]

/** The turns of agreements that a question asks for, as parts of one union; they stand on `heldAndGiven` and `snoozed`. */
export function turnsOf(question: TodayQuestion): RawBuilder<unknown>[] {
  const { group, scope } = question
  const branches = turnBranches(daysOf(question)).filter(branch => group === undefined || group === branch.group)
  return scope === 'mine'
    ? [...turnsInHand(question), ...branches.flatMap(branch => turnsForMe(branch, question))]
    : branches.flatMap(branch => turnsForOffice(branch, question))
}
