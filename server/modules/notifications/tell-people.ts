// Tells people of events: whoever an event concerns and who may see its record, each once, never of their own doing.
import type { Db } from '#core/database/connect.ts'
import { findEvents } from '#core/events.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import { deputiesOn } from '#core/identity/people/deputies.store.ts'
import { findActors } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { findRecords, type RecordAccess } from '#core/records.ts'
import type { Services } from '#core/services.ts'
import { dayIn } from '#core/time.ts'
import { watchersOf } from '#modules/collaboration/index.ts'
import { queueAtOnce } from './mail/compose-mail.ts'
import { type Notice, noticesOf } from './notices.ts'
import { addNotifications, type NewNotification } from './notification.store.ts'
import { type NotificationKind, notificationKinds } from './notification.terms.ts'

interface Candidate {
  userId: string
  kind: NotificationKind
  record: RecordAccess
  /** The absent person whom the reader stands in for. */
  insteadOf?: string
}

/** What waits for an absent person reaches who stands in; what somebody watches is their own curiosity. */
const passedOn: ReadonlySet<NotificationKind> = new Set(['mention', 'turn', 'task', 'own'])

const rank = (kind: NotificationKind) => notificationKinds.indexOf(kind)

/** Whom a notice is for, each with the strongest reason. Owners are watchers unless they stopped to be. */
function candidatesOf(
  notice: Notice,
  records: ReadonlyMap<string, RecordAccess>,
  watchers: ReadonlyMap<string, readonly string[]>,
): Candidate[] {
  const best = new Map<string, Candidate>()
  const offer = (one: Candidate) => {
    const known = best.get(one.userId)
    if (!known || rank(one.kind) < rank(known.kind)) best.set(one.userId, one)
  }
  for (const { id } of notice.records) {
    const record = records.get(id)
    if (!record) continue
    for (const { userId, kind } of notice.people) offer({ userId, kind, record })
    if (notice.isPersonal) continue
    for (const userId of watchers.get(id) ?? [])
      offer({ userId, kind: userId === record.ownerId ? 'own' : 'watch', record })
  }
  if (!notice.isPersonal && notice.event.actorId !== null) best.delete(notice.event.actorId)
  return [...best.values()]
}

/** The candidates with those who stand in for them; whoever has a reason of their own is told for that one. */
function withDeputies(
  { event }: Notice,
  candidates: readonly Candidate[],
  deputies: ReadonlyMap<string, readonly string[]>,
): Candidate[] {
  const told = new Map(candidates.map(one => [one.userId, one]))
  for (const one of candidates)
    for (const userId of passedOn.has(one.kind) ? (deputies.get(one.userId) ?? []) : [])
      if (!told.has(userId) && userId !== event.actorId) told.set(userId, { ...one, userId, insteadOf: one.userId })
  return [...told.values()]
}

function notificationOf({ event }: Notice, { userId, kind, record, insteadOf }: Candidate): NewNotification {
  return {
    ...{ id: newId(), userId, kind, record: { subject: record.subject, id: record.id }, eventId: event.id, key: null },
    ...{ homeId: record.homeId, data: insteadOf ? { insteadOf } : {}, at: event.at },
  }
}

async function actorsOf(db: Db, userIds: Iterable<string>, today: string): Promise<Map<string, Actor>> {
  const actors = await findActors(db, [...new Set(userIds)], today)
  return new Map(actors.map(actor => [actor.id!, actor]))
}

/** Tells of the events; returns how many notifications are new. The same events may come again. */
export async function tellPeople(
  services: Pick<Services, 'db' | 'clock' | 'timeZone' | 'mail' | 'enqueueAll'>,
  eventIds: readonly string[],
): Promise<number> {
  const { db, clock, timeZone } = services
  const notices = await noticesOf(db, await findEvents(db, eventIds))
  const refs = notices.flatMap(notice => notice.records)
  if (refs.length === 0) return 0
  const records = await findRecords(db, systemActor(), refs)
  const watchers = await watchersOf(db, refs)
  const today = dayIn(clock.now(), timeZone).toString()
  const wanted = notices.map(notice => ({ notice, candidates: candidatesOf(notice, records, watchers) }))
  const people = new Set(wanted.flatMap(({ candidates }) => candidates.map(one => one.userId)))
  const deputies = await deputiesOn(db, [...people], today)
  const offered = wanted.flatMap(({ notice, candidates }) =>
    withDeputies(notice, candidates, deputies).map(candidate => ({ notice, candidate })),
  )
  const actors = await actorsOf(
    db,
    offered.map(({ candidate }) => candidate.userId),
    today,
  )
  const mayKnow = ({ candidate }: { candidate: Candidate }) => {
    const actor = actors.get(candidate.userId)
    return actor !== undefined && candidate.record.decide(actor).read
  }
  return addNotifications(
    db,
    offered.filter(mayKnow).map(({ notice, candidate }) => notificationOf(notice, candidate)),
    (tx, told) => queueAtOnce(services, tx, told),
  )
}
