// Ties a proposed commitment to the clause that it stands in; the commitment itself is the ledger's.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { ensure } from '#core/policy.ts'
import { listCommitments } from '#modules/ledger/index.ts'
import { ClauseUnknown, PromiseElsewhere } from '../draft.errors.ts'
import { ClauseSettled, PromisePlaced } from '../draft.events.ts'
import { canEditDraft } from '../draft.policy.ts'
import { listNotedClauses, placePromise as place, settle } from '../draft.store.ts'
import { openBegunDraft } from '../open-draft.ts'
import { instantOf } from './begin-draft.ts'

export interface PlaceInput {
  agreementId: string
  commitmentId: string
  clauseId: string | null
}

export const placePromise = defineAction({
  name: 'draft.place_promise',
  async run(ctx, { agreementId, commitmentId, clauseId }: PlaceInput): Promise<void> {
    const { standing, record } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    const proposed = { agreementId, states: ['proposed'] }
    const { items } = await listCommitments(ctx.db, ctx.actor, proposed, { offset: 0, limit: 500 })
    if (!items.some(one => one.id === commitmentId)) throw new Refusal(PromiseElsewhere)
    if (clauseId !== null) {
      const [clause] = await listNotedClauses(ctx.db, [clauseId])
      if (clause?.agreement_id !== agreementId) throw new Refusal(ClauseUnknown)
    }
    await place(ctx.db, agreementId, commitmentId, clauseId)
    ctx.record(PromisePlaced, {
      ...{ subjectId: agreementId, homeId: record.homeId },
      data: { commitmentId, clauseId },
    })
  },
})

export const settleClause = defineAction({
  name: 'draft.settle_clause',
  async run(ctx, input: { agreementId: string; clauseId: string; isSettled: boolean }): Promise<void> {
    const { agreementId, clauseId, isSettled } = input
    const { standing, record } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    const settled = isSettled ? { at: instantOf(ctx), by: ctx.actor.id } : null
    if (!(await settle(ctx.db, agreementId, clauseId, settled))) throw new Refusal(ClauseUnknown)
    ctx.record(ClauseSettled, { subjectId: agreementId, homeId: record.homeId, data: { clauseId, isSettled } })
  },
})
