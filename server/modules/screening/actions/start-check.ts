// Starts the due diligence of a record.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord, type RecordRef } from '#core/records.ts'
import { findCheck, findCheckOf, insertCheck } from '../check.store.ts'
import { instantOf, moveCheck } from '../move-check.ts'
import { checkableKind } from '../record-parties.ts'
import { NotCheckable } from '../screening.errors.ts'
import { CheckStarted } from '../screening.events.ts'
import { canCheck } from '../screening.policy.ts'

/** Answers the check; the one that is there when it was started already. */
export const startCheck = defineAction({
  name: 'screening.start',
  async run(ctx, ref: RecordRef): Promise<{ id: string }> {
    const record = found(await findRecord(ctx.db, ctx.actor, ref))
    if (record.homeId === null || !checkableKind(record.subject)) throw new Refusal(NotCheckable)
    const { homeId, unitId, subject, id: subjectId } = record
    ensure(canCheck(ctx.actor, { homeId, unitId, decide: actor => record.decide(actor) }))
    const known = await findCheckOf(ctx.db, subject, subjectId)
    if (known) {
      ctx.unchanged()
      return { id: known.id }
    }
    const id = newId()
    await insertCheck(ctx.db, { id, homeId, unitId, subject, subjectId, ownerId: ctx.actor.id, at: instantOf(ctx) })
    await moveCheck(ctx, found(await findCheck(ctx.db, id)), 'registered')
    ctx.record(CheckStarted, { subjectId, subjectType: subject, homeId, data: { checkId: id } })
    return { id }
  },
})
