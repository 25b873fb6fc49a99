// Changes what a draft says of itself: its languages, the one that prevails, its title.
import { defineAction } from '#core/actions.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { changesBetween } from '#core/events.ts'
import { ensure } from '#core/policy.ts'
import { DraftChanged } from '../draft.events.ts'
import { canEditDraft } from '../draft.policy.ts'
import { appendEdits, updateDraft } from '../draft.store.ts'
import { changeOf, loadState } from '../draft-state.ts'
import { completeCells } from '../draft-text.ts'
import { openBegunDraft } from '../open-draft.ts'
import { checkPrevailing, instantOf } from './begin-draft.ts'

export interface ChangeInput {
  agreementId: string
  languages?: string[] | undefined
  prevailing?: string | null | undefined
  title?: Record<string, string> | undefined
  version: number
}

export const changeDraft = defineAction({
  name: 'draft.change',
  /** Answers the edit by which clauses get a place for a new language; null when none was needed. */
  async run(ctx, { agreementId, version, ...input }: ChangeInput): Promise<Uint8Array | null> {
    const { draft, standing, record } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    const before = { languages: draft.languages, prevailing: draft.prevailing, title: draft.title }
    const after = {
      languages: input.languages ?? before.languages,
      prevailing: input.prevailing === undefined ? before.prevailing : input.prevailing,
      title: input.title ?? before.title,
    }
    if (after.prevailing !== null && input.prevailing === undefined && !after.languages.includes(after.prevailing))
      after.prevailing = null
    checkPrevailing(after.languages, after.prevailing)
    if (!(await updateDraft(ctx.db, agreementId, version, after))) throw new Refusal(StaleVersion)
    const { doc } = await loadState(ctx.db, agreementId)
    const update = changeOf(doc, () => completeCells(doc, after.languages))
    if (update) {
      const edit = { content: update, personId: ctx.actor.id, guestId: null, clauseIds: [] }
      await appendEdits(ctx.db, agreementId, [edit], instantOf(ctx), true)
    }
    ctx.record(DraftChanged, {
      ...{ subjectId: agreementId, homeId: record.homeId, changes: changesBetween(before, after) },
      data: { languages: after.languages, prevailing: after.prevailing },
    })
    return update
  },
})
