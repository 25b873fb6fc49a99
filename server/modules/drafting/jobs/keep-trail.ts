// What follows from edits and hand-overs: the trail learns who worked on what, and the text is kept at each hand-over.
import { defineAction, runAction } from '#core/actions.ts'
import { findEvent } from '#core/events.ts'
import { systemActor } from '#core/identity/actor.ts'
import type { JobDefinition } from '#core/module.ts'
import { keepHandover } from '../actions/keep-version.ts'
import { DraftEdited } from '../draft.events.ts'
import { listSittings, markTold, type Sitting } from '../draft.store.ts'

/** A sitting is over when its person has not written for so long. */
const quietMinutes = 10

const tellSitting = defineAction({
  name: 'draft.tell_sitting',
  async run(ctx, sitting: Sitting): Promise<void> {
    if ((await markTold(ctx.db, sitting)) === 0) return ctx.unchanged()
    ctx.record(DraftEdited, {
      ...{ subjectId: sitting.agreement_id, homeId: sitting.home_id },
      data: {
        author: sitting.person_name ?? '',
        clauseIds: sitting.clause_ids,
        clauses: sitting.clause_ids.length,
        edits: sitting.edits,
        from: new Date(sitting.from).toISOString(),
        until: new Date(sitting.until).toISOString(),
      },
    })
  },
})

export const tellSittings: JobDefinition = {
  name: 'drafting.tell_sittings',
  schedule: '*/5 * * * *',
  async run(_payload, { services }) {
    const before = new Date(services.clock.now().epochMilliseconds - quietMinutes * 60_000).toISOString()
    for (const sitting of await listSittings(services.db, before))
      await runAction(services, systemActor(), tellSitting, sitting)
  },
}

/** States in which somebody else has the text in hand. */
const handedTo: ReadonlySet<string> = new Set([
  'internal_review',
  'partner_review',
  'external_clearance',
  'approved_to_sign',
  'out_for_signature',
])

export const keepAtHandover: JobDefinition = {
  name: 'drafting.keep_at_handover',
  async run(payload, { services }) {
    const event = await findEvent(services.db, String(payload.eventId))
    const state = (event?.data as { to?: string } | undefined)?.to
    if (event && state && handedTo.has(state))
      await runAction(services, systemActor(), keepHandover, { agreementId: event.subjectId, state })
  },
}
