// Retention: how long things are kept is a setting, and a job of the night follows it.
import { sql } from 'kysely'
import { type ActionContext, defineAction, runAction } from '../../actions.ts'
import type { Db } from '../../database/connect.ts'
import { changesBetween } from '../../events.ts'
import { noteDiscard } from '../../operation/actions/settle-parked-jobs.ts'
import type { Services } from '../../services.ts'
import { readSetting, writeSetting } from '../../settings.ts'
import { systemActor } from '../actor.ts'
import { RetentionChanged } from './personal.events.ts'
import { type RetentionRule, retentionBounds, retentionRules } from './retention.terms.ts'

const settingKey = 'retention'
/** Events of the installation itself have this subject. */
const installation = '00000000-0000-7000-8000-000000000001'

export type Retention = Record<RetentionRule, number>

export async function readRetention(db: Db): Promise<Retention> {
  const stored = await readSetting<Partial<Retention>>(db, settingKey, {})
  return Object.fromEntries(
    retentionRules.map(rule => [rule, stored[rule] ?? retentionBounds[rule].usual]),
  ) as unknown as Retention
}

export const changeRetention = defineAction({
  name: 'change-retention',
  async run(ctx: ActionContext, rules: Retention): Promise<void> {
    const changes = changesBetween(await readRetention(ctx.db), rules)
    if (Object.keys(changes).length === 0) return ctx.unchanged()
    await writeSetting(ctx.db, settingKey, rules)
    ctx.record(RetentionChanged, { subjectId: installation, data: {}, changes })
  },
})

/** Forgets what was kept long enough; also sessions that are over. */
export async function applyRetention(services: Services): Promise<void> {
  const { db, clock } = services
  const rules = await readRetention(db)
  const now = new Date(clock.now().epochMilliseconds)
  const monthsAgo = (months: number) => {
    const day = Temporal.PlainDate.from(now.toISOString().slice(0, 10)).subtract({ months })
    return `${day}T00:00:00Z`
  }
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
  const access = monthsAgo(rules.accessLogMonths)
  await sql`delete from access_log where at < ${access}`.execute(db)
  // Addresses under which somebody tried to sign in who has no account.
  await sql`delete from sealed_value v where v.sealed_at < ${access} and v.person_id is not null
    and not exists (select 1 from auth_user u where u.id = v.person_id)
    and not exists (select 1 from person p where p.id::text = v.person_id)
    and exists (select 1 from event e where e.subject_type = 'account' and e.subject_id::text = v.person_id)`.execute(
    db,
  )
  await sql`delete from auth_session where expires_at < ${now.toISOString()}`.execute(db)
  await sql`delete from one_time_link where expires_at < ${daysAgo(rules.linkDays)}`.execute(db)
  await sql`delete from mail_outbox where sent_at < ${monthsAgo(rules.mailMonths)}`.execute(db)
  await sql`delete from notification where read_at < ${monthsAgo(rules.notificationMonths)}`.execute(db)
  const before = monthsAgo(rules.parkedJobMonths)
  const old = (await services.jobs.listParked()).filter(job => job.parkedAt < before)
  if (old.length === 0) return
  await runAction(services, systemActor(), noteDiscard, { jobs: old })
  await services.jobs.discardParked(old.map(job => job.id))
}
