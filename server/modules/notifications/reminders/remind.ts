// Reminds people of the dates that come: each rule, record and date once, whatever the job is run.
import type { Db } from '#core/database/connect.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { deputiesOn } from '#core/identity/people/deputies.store.ts'
import { listActors } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { findRecords, type RecordAccess } from '#core/records.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import type { WorkCalendar } from '#core/working-days.ts'
import { calendarsOf } from '../calendars/calendar.store.ts'
import { queueAtOnce } from '../mail/compose-mail.ts'
import { addNotifications, type NewNotification } from '../notification.store.ts'
import { type DueReminder, graceDays, reminderOn, remindersOf } from './due-reminders.ts'
import { effectDays } from './reminder.terms.ts'
import { furthestOf, listHomes, listRules, ruleFor, type StoredRule } from './rule.store.ts'
import { type ComingDate, listComingDates } from './upcoming.store.ts'

/** The longest rest that a reminder may be moved over. */
const slackDays = 40

interface Planning {
  rules: StoredRule[]
  dates: ComingDate[]
  calendarOf(homeId: string | null): WorkCalendar | undefined
}

async function plan(db: Db, today: Temporal.PlainDate, ahead: number): Promise<Planning> {
  const rules = await listRules(db)
  const until = today.add({ days: furthestOf(rules) + ahead + slackDays })
  const dates = await listComingDates(db, today, today, until)
  const homes = await listHomes(db)
  const countries = [...new Set(homes.flatMap(home => home.country ?? []))]
  const from = today.subtract({ days: graceDays + slackDays })
  const calendars = await calendarsOf(db, countries, from.toString(), until.toString())
  const countryOf = new Map(homes.map(home => [home.id, home.country]))
  // What belongs to no home follows the first one.
  const first = homes[0]?.country ?? ''
  return {
    ...{ rules, dates },
    calendarOf: homeId => calendars.get((homeId === null ? first : countryOf.get(homeId)) ?? ''),
  }
}

/** How many reminders each kind of date brings in the coming days, in a home or in all; as the rules are or as they are tried. */
export async function countReminders(
  db: Db,
  today: Temporal.PlainDate,
  homeId: string | null,
  tried?: Pick<StoredRule, 'kind' | 'days'>,
): Promise<Map<string, number>> {
  const { rules, dates, calendarOf } = await plan(db, today, effectDays)
  const last = today.add({ days: effectDays })
  const counts = new Map<string, number>()
  for (const date of dates.filter(one => homeId === null || one.homeId === homeId)) {
    const rule = tried?.kind === date.kind ? tried : ruleFor(rules, date.kind, date.homeId)
    const coming = remindersOf(date.dueOn, rule, calendarOf(date.homeId)).filter(
      ({ on }) => Temporal.PlainDate.compare(on, today) > 0 && Temporal.PlainDate.compare(on, last) <= 0,
    )
    counts.set(date.kind, (counts.get(date.kind) ?? 0) + coming.length)
  }
  return counts
}

interface DueDate {
  date: ComingDate
  rule: StoredRule
  reminder: DueReminder
}

const ownerOf = ({ date }: DueDate, record: RecordAccess): string | null => date.ownerId ?? record.ownerId

function recipientsOf(
  due: DueDate,
  record: RecordAccess,
  actors: readonly Actor[],
  deputies: ReadonlyMap<string, readonly string[]>,
): string[] {
  const { rule } = due
  const ownerId = ownerOf(due, record)
  const standIns = ownerId === null ? [] : (deputies.get(ownerId) ?? [])
  const isFree = ownerId === null
  const wanted = (actor: Actor) => {
    const { read, write, conclude } = record.decide(actor)
    if (!read) return false
    if (actor.id === ownerId) return rule.who.includes('owner')
    if (rule.who.includes('owner') && standIns.includes(actor.id!)) return true
    const works = rule.who.includes('workers') || (isFree && rule.who.includes('owner'))
    return (works && write) || (rule.who.includes('concluders') && conclude)
  }
  return actors.filter(wanted).map(actor => actor.id!)
}

function notificationOf(due: DueDate, record: RecordAccess, userId: string, at: string): NewNotification {
  const { date, rule, reminder } = due
  const { kind, dueOn, what, renewsItself } = date
  return {
    ...{ id: newId(), userId, kind: 'reminder', record: date.record, eventId: null, homeId: record.homeId, at },
    key: `reminder:${kind}:${date.itemId}:${dueOn}:${reminder.days}`,
    data: { dateKind: kind, dueOn, days: reminder.days, setById: rule.setBy?.id ?? null, what, renewsItself },
  }
}

/** Tells what is due today and was not told; returns how many reminders are new. */
export async function remind(
  services: Pick<Services, 'db' | 'clock' | 'timeZone' | 'mail' | 'enqueueAll'>,
): Promise<number> {
  const { db, clock, timeZone } = services
  const now = clock.now()
  const today = dayIn(now, timeZone)
  const { rules, dates, calendarOf } = await plan(db, today, 0)
  const due = dates.flatMap((date): DueDate[] => {
    const rule = ruleFor(rules, date.kind, date.homeId)
    const reminder = reminderOn(remindersOf(date.dueOn, rule, calendarOf(date.homeId)), today)
    return reminder ? [{ date, rule, reminder }] : []
  })
  if (due.length === 0) return 0
  const records = await findRecords(
    db,
    systemActor(),
    due.map(one => one.date.record),
  )
  const actors = await listActors(db, today.toString())
  const at = new Date(now.epochMilliseconds).toISOString()
  const held = due.flatMap(one => records.get(one.date.record.id) ?? [])
  const owners = [...due.map(one => one.date.ownerId), ...held.map(one => one.ownerId)].filter(one => one !== null)
  const deputies = await deputiesOn(db, [...new Set(owners)], today.toString())
  const rows = due.flatMap(one => {
    const record = records.get(one.date.record.id)
    if (!record) return []
    return recipientsOf(one, record, actors, deputies).map(userId => notificationOf(one, record, userId, at))
  })
  return addNotifications(db, rows, (tx, told) => queueAtOnce(services, tx, told))
}
