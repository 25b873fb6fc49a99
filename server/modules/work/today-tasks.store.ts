// The part of Today that are tasks: those to do by their day, and those that colleagues were asked for.
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Actor } from '#core/identity/actor.ts'
import { visibleAgreement } from '#modules/agreements/index.ts'
import { entryVisible } from '#modules/ledger/index.ts'
import { visiblePersons } from '#modules/registry/index.ts'
import type { TodayGroup, TodayScope } from './today.terms.ts'

type Condition = RawBuilder<SqlBool>

/** Whether the reader sees the record that two columns name; the same rules as the kinds of records have. */
export function recordSeen(actor: Actor, subject: string, id: string): Condition {
  const kind = sql.ref(subject)
  const wanted = sql.ref(id)
  // The kind is named once more within, so that the planner looks up the few instead of reading whole tables.
  return sql<SqlBool>`case ${kind}
    when 'agreement' then exists (select 1 from agreement where agreement.id = ${wanted} and ${kind} = 'agreement' and ${visibleAgreement(actor)})
    when 'commitment' then exists (select 1 from commitment c join agreement on agreement.id = c.source_id
      where c.id = ${wanted} and ${kind} = 'commitment' and ${visibleAgreement(actor)})
    when 'entry' then exists (select 1 from entry e where e.id = ${wanted} and ${kind} = 'entry' and ${entryVisible(actor)})
    when 'person' then exists (select 1 from person where person.id = ${wanted} and ${visiblePersons(actor)})
    when 'organisation' then ${sql.lit(actor.kind !== 'anonymous')} else false end`
}

const open = sql<SqlBool>`k.done_at is null and k.removed_at is null`

/** One task of the reader, or of the office: whether they see what it is about. */
export const seenTask = (id: string, actor: Actor, mine: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select 1 from task k where k.id = ${id} and ${open} and (k.owner_id = ${mine} or k.created_by_id = ${mine} or k.subject is not null)
    and (k.subject is null or ${recordSeen(actor, 'k.subject', 'k.subject_id')})`

export interface TaskQuestion {
  actor: Actor
  scope: TodayScope
  group?: TodayGroup | undefined
  today: RawBuilder<unknown>
  until: RawBuilder<unknown>
  /** The reader and those for whom they stand in, as `any(…)`. */
  mine: RawBuilder<unknown>
  awake: Condition
}

/** Tasks about records of the homes that the reader reads; those about common records are their people's own. */
const ofOffice = ({ reads }: Actor): Condition =>
  reads === 'everywhere' ? sql<SqlBool>`k.subject is not null` : sql<SqlBool>`k.home_id = any(${[...reads]}::uuid[])`

/** So many tasks are read at most. */
const most = sql.lit(5000)

const groupsOfTasks: readonly TodayGroup[] = ['late', 'turns', 'coming', 'waiting']

/**
 * Tasks in the form of the other parts; what has no day is to do now, what falls due after the days ahead is left out. One
 * part for all of their groups: planning the query for each of them anew would cost more than finding the tasks.
 */
export function taskBranches(question: TaskQuestion): RawBuilder<unknown>[] {
  const { actor, scope, group, today, until, mine, awake } = question
  if (group !== undefined && !groupsOfTasks.includes(group)) return []
  const own = sql<SqlBool>`(k.owner_id = ${mine} or k.created_by_id = ${mine})`
  const who = scope === 'office' ? sql<SqlBool>`(${own} or ${ofOffice(actor)})` : own
  const asked = scope === 'office' ? sql`` : sql`when not k.owner_id = ${mine} then 'waiting'`
  const name = sql`case ${asked} when k.due_on < ${today} then 'late' when k.due_on > ${today} then 'coming' else 'turns' end`
  const wanted = group === undefined ? sql<SqlBool>`true` : sql<SqlBool>`${name} = ${sql.lit(group)}`
  return [
    sql`(select ${name} as "group", 'task' as subject, k.id, case when k.subject = 'agreement' then k.subject_id end as agreement_id,
        k.created_at as since, k.due_on, coalesce(k.due_on::timestamptz, k.created_at) as place, k.owner_id,
        case when not k.owner_id = ${mine} then k.owner_id end as to_id, k.created_by_id as by_id, null::text as note
      from task k where ${open} and ${who} and ${wanted} and (k.subject is null or ${recordSeen(actor, 'k.subject', 'k.subject_id')}) and ${awake}
        and (k.due_on is null or k.due_on <= ${until})
      order by k.due_on limit ${most})`,
  ]
}
