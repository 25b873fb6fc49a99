// Compares checks anew in the background: after a list, an organisation or a record changed, and when time has passed.
import { runAction } from '#core/actions.ts'
import { findEvent } from '#core/events.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { JobContext, JobDefinition } from '#core/module.ts'
import { dayIn } from '#core/time.ts'
import { compareCheck } from '../actions/compare-check.ts'
import { compareAllJob } from '../actions/write-list.ts'
import { findCheckOf, idsDue, idsToCompare, idsWithParty } from '../check.store.ts'
import { loadLists } from '../matching/list-index.ts'

/** One action for each check, so that a failure or a stop leaves the others as they are. */
async function compareEach({ services, signal }: JobContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const lists = await loadLists(services.db, services.db)
  for (const checkId of ids) {
    if (signal.aborted) return
    await runAction(services, systemActor(), compareCheck, { checkId, lists, byHand: false })
  }
}

export const compareAll: JobDefinition = {
  name: compareAllJob,
  async run(_payload, context) {
    await compareEach(context, await idsToCompare(context.services.db))
  },
}

/** An organisation or a contact got another name, country or house. */
export const followParty: JobDefinition = {
  name: 'screening.follow_party',
  async run({ eventId }, context) {
    const event = await findEvent(context.services.db, String(eventId))
    if (event) await compareEach(context, await idsWithParty(context.services.db, [event.subjectId]))
  },
}

/** A record changed who takes part. */
export const followRecord: JobDefinition = {
  name: 'screening.follow_record',
  async run({ eventId }, context) {
    const { db } = context.services
    const event = await findEvent(db, String(eventId))
    const check = event && (await findCheckOf(db, event.subjectType, event.subjectId))
    if (check) await compareEach(context, [check.id])
  },
}

export const compareDue: JobDefinition = {
  name: 'screening.compare_due',
  schedule: '35 3 * * *',
  async run(_payload, context) {
    const { db, clock, timeZone } = context.services
    await compareEach(context, await idsDue(db, dayIn(clock.now(), timeZone).toString()))
  },
}
