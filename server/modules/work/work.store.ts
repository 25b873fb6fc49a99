// Keeps what people put off and to whom turns were given.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import type { TodaySubject } from './today.terms.ts'

export interface Snooze {
  userId: string
  subject: TodaySubject
  id: string
  until: string
}

export async function putSnooze(db: Db, { userId, subject, id, until }: Snooze): Promise<void> {
  await db
    .insertInto('work_snooze')
    .values({ user_id: userId, subject_type: subject, subject_id: id, until })
    .onConflict(conflict => conflict.columns(['user_id', 'subject_id']).doUpdateSet({ until }))
    .execute()
}

/** Takes off one, or all; answers what it took off. */
export async function dropSnoozes(
  db: Db,
  userId: string,
  id?: string,
): Promise<{ subject_id: string; subject_type: string }[]> {
  return await db
    .deleteFrom('work_snooze')
    .where('user_id', '=', userId)
    .$if(id !== undefined, query => query.where('subject_id', '=', id!))
    .returning(['subject_id', 'subject_type'])
    .execute()
}

export interface OpenTurn {
  home_id: string
  state: string
  owner_id: string | null
  /** To whom it was given in this state. */
  to_id: string | null
  to_name: string | null
}

/** The turn of an agreement, locked; undefined when it waits for nobody. */
export async function lockTurn(db: Db, agreementId: string): Promise<OpenTurn | undefined> {
  const { rows } = await sql<OpenTurn>`
    select t.home_id, t.state, t.owner_id, d.to_id, u.name as to_name
    from turn t left join work_delegation d on d.subject_id = t.subject_id and d.state = t.state
      left join auth_user u on u.id = d.to_id
    where t.workflow = 'agreement' and t.subject_id = ${agreementId} for update of t`.execute(db)
  return rows[0]
}

export interface Delegation {
  agreementId: string
  state: string
  toId: string
  byId: string | null
  note: string | null
  at: string
}

export async function putDelegation(db: Db, given: Delegation): Promise<void> {
  const { agreementId, state, toId, byId, note, at } = given
  const values = { state, to_id: toId, by_id: byId, note, given_at: at }
  await db
    .insertInto('work_delegation')
    .values({ subject_id: agreementId, subject_type: 'agreement', ...values })
    .onConflict(conflict => conflict.column('subject_id').doUpdateSet(values))
    .execute()
}

export async function dropDelegation(db: Db, agreementId: string): Promise<void> {
  await db.deleteFrom('work_delegation').where('subject_id', '=', agreementId).execute()
}

/**
 * Turns of running agreements that renewed themselves follow to the review of their present term; returns how many moved.
 * They are written anew only when a case moves, and a renewal by itself is no move of anybody.
 */
export async function followRenewals(db: Db, today: Temporal.PlainDate): Promise<number> {
  const { numAffectedRows } = await sql`
    update turn t set due_on = r.due_on, due_source = jsonb_set(t.due_source, '{values,end}', to_jsonb(r.ends_on))
    from (select a.id, a.ends_on, (a.ends_on - interval '12 months')::date as due_on
      from (select id, agreement_effective_end(expires_on, renewal, renewal_months, ${today.toString()}::date) as ends_on
        from agreement where state = 'in_force' and renewal = 'automatic' and review_due_on is null and removed_at is null
          and expires_on < ${today.toString()}::date) a) r
    where t.workflow = 'agreement' and t.subject_id = r.id and t.state = 'in_force' and t.due_on is distinct from r.due_on`.execute(
    db,
  )
  return Number(numAffectedRows ?? 0)
}
