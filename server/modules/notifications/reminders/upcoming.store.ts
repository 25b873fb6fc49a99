// Finds the dates that come: always from what the records say now, so that a changed date or rule moves its reminders.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { RecordRef } from '#core/records.ts'
import { listCommitments, periodsOf } from '#modules/ledger/index.ts'
import type { DateKind } from './reminder.terms.ts'

export interface ComingDate {
  kind: DateKind
  /** The agreement, commitment or task that has the date. */
  itemId: string
  /** The record to open, by which it is decided who may know. */
  record: RecordRef
  dueOn: string
  homeId: string | null
  ownerId: string | null
  /** The text of a task, the kind of a commitment. */
  what: string | null
  renewsItself: boolean
}

interface Row {
  kind: DateKind
  item_id: string
  subject: string
  subject_id: string
  due_on: string
  home_id: string | null
  owner_id: string | null
  what: string | null
  renews: boolean
}

const datedRows = (today: string, from: string, until: string) => sql<Row>`
  with live as materialized (
    select id, home_id, owner_id, state, review_due_on, notice_amount, notice_unit, renewal = 'automatic' and state = 'in_force' as renews,
      agreement_effective_end(expires_on, case when state = 'in_force' then renewal else 'none' end, renewal_months, ${today}::date) as ends_on
    from agreement where state in ('in_force', 'renewal_in_progress') and removed_at is null),
  dated as (
    select 'expiry' as kind, id as item_id, 'agreement' as subject, id as subject_id, ends_on as due_on, home_id, owner_id, null::text as what, renews from live
    union all
    select 'review', id, 'agreement', id, coalesce(review_due_on, (ends_on - interval '12 months')::date), home_id, owner_id, null, renews from live
      where state = 'in_force'
    union all
    select 'notice', id, 'agreement', id,
      (ends_on - case when notice_unit = 'day' then make_interval(days => notice_amount) else make_interval(months => notice_amount) end)::date,
      home_id, owner_id, null, renews from live where notice_amount is not null
    union all
    select 'task', id, coalesce(subject, 'task'), coalesce(subject_id, id), due_on, home_id, owner_id, body, false from task
      where done_at is null and removed_at is null and due_on between ${from} and ${until}
    union all
    select 'turn', t.subject_id, t.subject_type, t.subject_id, t.due_on, t.home_id, coalesce(d.to_id, t.owner_id), null, false
      from turn t left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state
      where t.holder = 'home' and t.due_on between ${from} and ${until})
  select * from dated where due_on between ${from} and ${until}`

const page = 5000

/** Ends of the periods of active commitments that fall between two days. */
async function periodEnds(db: Db, from: Temporal.PlainDate, until: Temporal.PlainDate): Promise<ComingDate[]> {
  const found: ComingDate[] = []
  for (let offset = 0; ; offset += page) {
    const { items } = await listCommitments(db, systemActor(), { states: ['active'] }, { offset, limit: page })
    for (const one of items)
      for (const { end } of periodsOf(one, from, until))
        if (end !== null && end >= from.toString() && end <= until.toString())
          found.push({
            ...{ kind: 'commitment', itemId: one.id, record: { subject: 'agreement', id: one.sourceId }, dueOn: end },
            ...{ homeId: one.homeId, ownerId: one.ownerId, what: one.kind, renewsItself: false },
          })
    if (items.length < page) return found
  }
}

/** All dates between two days, both included. */
export async function listComingDates(
  db: Db,
  today: Temporal.PlainDate,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<ComingDate[]> {
  const { rows } = await datedRows(today.toString(), from.toString(), until.toString()).execute(db)
  return [
    ...rows.map(row => ({
      ...{ kind: row.kind, itemId: row.item_id, record: { subject: row.subject, id: row.subject_id } },
      ...{ dueOn: row.due_on, homeId: row.home_id, ownerId: row.owner_id, what: row.what, renewsItself: row.renews },
    })),
    ...(await periodEnds(db, from, until)),
  ]
}
