// Takes suggestions in or turns them down, as an edit of its own.
import { defineAction } from '#core/actions.ts'
import { ensure } from '#core/policy.ts'
import { SuggestionsDecided } from '../draft.events.ts'
import { canEditDraft } from '../draft.policy.ts'
import { appendEdits } from '../draft.store.ts'
import { changeOf, loadState } from '../draft-state.ts'
import { openSuggestions } from '../draft-text.ts'
import { openBegunDraft } from '../open-draft.ts'
import { type Settled, settleSuggestions } from '../settle-suggestions.ts'
import { instantOf } from './begin-draft.ts'

export interface DecideInput {
  agreementId: string
  takesIn: boolean
  /** Null: all of them. */
  ids: readonly string[] | null
}

export const decideSuggestions = defineAction({
  name: 'draft.decide_suggestions',
  async run(ctx, { agreementId, takesIn, ids }: DecideInput): Promise<{ decided: number; update: Uint8Array | null }> {
    const { draft, standing, record } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    const { doc } = await loadState(ctx.db, agreementId)
    const open = openSuggestions(doc, draft.languages)
    let settled: Settled = { decided: 0, clauseIds: [] }
    const update = changeOf(doc, () => {
      settled = settleSuggestions(doc, draft.languages, open, takesIn, ids === null ? null : new Set(ids))
    })
    const { decided, clauseIds } = settled
    if (!update || decided === 0) {
      ctx.unchanged()
      return { decided: 0, update: null }
    }
    const edit = { content: update, personId: ctx.actor.id, guestId: null, clauseIds }
    await appendEdits(ctx.db, agreementId, [edit], instantOf(ctx), true)
    ctx.record(SuggestionsDecided, {
      ...{ subjectId: agreementId, homeId: record.homeId },
      data: { takenIn: takesIn ? decided : 0, turnedDown: takesIn ? 0 : decided, clauseIds },
    })
    return { decided, update }
  },
})
