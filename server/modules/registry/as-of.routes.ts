// HTTP of organisations as they stood.
import { momentOf } from '#core/as-of.ts'
import type { RecordedEvent } from '#core/events.ts'
import { type Actor, reaches } from '#core/identity/actor.ts'
import { handle, type RouteRegistration } from '#core/module.ts'
import { found } from '#core/policy.ts'
import { getOrganisationAsOf } from './as-of.contract.ts'
import { viewOrganisationAsOf } from './as-of.view.ts'
import { organisationsById } from './organisation.store.ts'
import { mergedFamily } from './organisation-history.store.ts'
import { ContactAdded, ContactLeft } from './registry.events.ts'

const ofHomes: readonly string[] = [ContactAdded.type, ContactLeft.type]

/** Whether the reader's timeline of the organisation has the event. */
const isTold = (actor: Actor, family: readonly string[], event: RecordedEvent): boolean =>
  event.subjectType === 'organisation' &&
  family.includes(event.subjectId) &&
  (!ofHomes.includes(event.type) || event.homeId === null || reaches(actor.reads, event.homeId))

export const asOfRoutes: RouteRegistration[] = [
  handle(getOrganisationAsOf, async ({ actor, t, params, query, today, services }) => {
    const { db, timeZone } = services
    found((await organisationsById(db, [params.id])).get(params.id))
    const family = await mergedFamily(db, params.id)
    const moment = await momentOf(db, query, { today, timeZone }, event => isTold(actor, family, event))
    return viewOrganisationAsOf({ db, actor, t, timeZone }, params.id, moment)
  }),
]
