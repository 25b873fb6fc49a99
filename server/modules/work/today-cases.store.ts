// The part of Today that are cases of other workflows than agreements: whose move they wait for, and until when.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type Actor, actsAs, type Reach, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { powers } from '#core/identity/roles.terms.ts'
import type { TodayGroup, TodayScope } from './today.terms.ts'
import { recordSeen } from './today-tasks.store.ts'

type Condition = RawBuilder<SqlBool>

/** Whether a place is within a reach; `unit` may be empty. */
export function within(reach: Reach, home: string, unit: string): Condition {
  if (reach === 'everywhere') return sql<SqlBool>`true`
  const ids = [...reach]
  if (ids.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.ref(home)} = any(${ids}::uuid[]) or coalesce(${sql.ref(unit)} = any(${ids}::uuid[]), false))`
}

/** Cases that nobody owns are for everybody who has the power that the move takes. */
function freeFor(actor: Actor): Condition {
  const conditions = powers
    .filter(power => !reachesNothing(reachOf(actor, power)))
    .map(power => sql`(t.power = ${sql.lit(power)} and ${within(reachOf(actor, power), 't.home_id', 't.unit_id')})`)
  return conditions.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(conditions, sql` or `)})`
}

/** Nobody sees the case of a record that is hidden from them; the kind of the case itself is asked afterwards. */
const caseSeen = (actor: Actor): Condition =>
  sql<SqlBool>`(t.about_id is null or ${recordSeen(actor, 't.about_type', 't.about_id')})`

export interface CaseQuestion {
  actor: Actor
  scope: TodayScope
  group?: TodayGroup | undefined
  today: RawBuilder<unknown>
  awake: Condition
}

const groupsOfCases: readonly TodayGroup[] = ['late', 'turns', 'waiting']

/** So many cases are read at most. */
const most = sql.lit(2000)

/** Cases in the form of the other parts, all of their groups at once. */
export function caseBranches({ actor, scope, group, today, awake }: CaseQuestion): RawBuilder<unknown>[] {
  if (group !== undefined && !groupsOfCases.includes(group)) return []
  const own = sql`t.owner_id = any(${actsAs(actor)}::text[])`
  const who =
    scope === 'office'
      ? sql`(${own} or ${within(actor.reads, 't.home_id', 't.unit_id')})`
      : sql`(${own} or t.owner_id is null and ${freeFor(actor)})`
  const name = sql`case when t.holder <> 'home' then 'waiting' when t.due_on < ${today} then 'late' else 'turns' end`
  const wanted = group === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${name} = ${sql.lit(group)}`
  return [
    sql`(select ${name} as "group", 'case' as subject, t.subject_id as id, case when t.about_type = 'agreement' then t.about_id end as agreement_id,
        t.since, t.due_on, coalesce(t.due_on::timestamptz, t.since) as place, t.owner_id, null::text as to_id, null::text as by_id, null::text as note
      from turn t where t.workflow <> 'agreement' and ${who} and ${wanted} and ${caseSeen(actor)} and ${awake}
      order by t.due_on limit ${most})`,
  ]
}

/** A case that the reader may see. */
export const seenCase = (id: string, actor: Actor): RawBuilder<unknown> =>
  sql`select 1 from turn t where t.subject_id = ${id} and t.workflow <> 'agreement'
    and (t.owner_id = any(${actsAs(actor)}::text[]) or ${within(actor.reads, 't.home_id', 't.unit_id')}) and ${caseSeen(actor)}`
