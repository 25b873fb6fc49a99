// Keeps the draft as it stands: under a name by hand, at each hand-over by itself; and writes a kept one into the draft again.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { withoutDirectionControls } from '#core/bidi.ts'
import { ensure, found } from '#core/policy.ts'
import type { DraftText } from '../draft.contract.ts'
import { DraftRestored, DraftVersionKept } from '../draft.events.ts'
import { canEditDraft } from '../draft.policy.ts'
import { appendEdits, findDraft, findVersion, insertVersion, noteClauses, type StoredDraft } from '../draft.store.ts'
import type { VersionKind } from '../draft.terms.ts'
import { changeOf, loadState } from '../draft-state.ts'
import { hashOf, openSuggestions, textOf, writeText } from '../draft-text.ts'
import { openBegunDraft } from '../open-draft.ts'
import { instantOf } from './begin-draft.ts'

/** The draft as it stands in the database now. */
export async function textNow(ctx: Pick<ActionContext, 'db'>, draft: StoredDraft) {
  const { doc } = await loadState(ctx.db, draft.agreement_id)
  const content = textOf(doc, draft, 'without_suggestions')
  const hasSuggestions = openSuggestions(doc, draft.languages).size > 0
  return { doc, content, suggested: hasSuggestions ? textOf(doc, draft, 'with_suggestions') : null }
}

async function keep(ctx: ActionContext, draft: StoredDraft, kind: VersionKind, name: string | null): Promise<number> {
  const { content, suggested } = await textNow(ctx, draft)
  const hash = hashOf(content)
  const version = { kind, name, content, suggested, hash, madeBy: ctx.actor.id, at: instantOf(ctx) }
  const number = await insertVersion(ctx.db, draft.agreement_id, version)
  ctx.record(DraftVersionKept, {
    ...{ subjectId: draft.agreement_id, homeId: draft.home_id },
    data: { number, kind, name, hash },
  })
  return number
}

export const nameVersion = defineAction({
  name: 'draft.name_version',
  async run(ctx, { agreementId, name }: { agreementId: string; name: string }): Promise<{ number: number }> {
    const { draft, standing } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    return { number: await keep(ctx, draft, 'named', withoutDirectionControls(name).trim() || null) }
  },
})

/** At a hand-over; an agreement without a draft has none. */
export const keepHandover = defineAction({
  name: 'draft.keep_handover',
  async run(ctx, { agreementId, state }: { agreementId: string; state: string }): Promise<void> {
    const draft = await findDraft(ctx.db, agreementId)
    if (draft) await keep(ctx, draft, 'handover', state)
    else ctx.unchanged()
  },
})

export const restoreVersion = defineAction({
  name: 'draft.restore_version',
  async run(ctx, { agreementId, number }: { agreementId: string; number: number }): Promise<Uint8Array | null> {
    const { draft, standing } = await openBegunDraft(ctx.db, ctx.actor, agreementId)
    ensure(canEditDraft(ctx.actor, standing))
    const version = found(await findVersion(ctx.db, agreementId, number))
    await keep(ctx, draft, 'before_restoring', null)
    const { doc } = await loadState(ctx.db, agreementId)
    const content: DraftText = { ...version.content, languages: draft.languages }
    const update = changeOf(doc, () => writeText(doc, content))
    const clauseIds = content.clauses.map(clause => clause.id)
    if (update) {
      const edit = { content: update, personId: ctx.actor.id, guestId: null, clauseIds }
      await appendEdits(ctx.db, agreementId, [edit], instantOf(ctx), true)
      await noteClauses(ctx.db, agreementId, clauseIds)
    }
    ctx.record(DraftRestored, { subjectId: agreementId, homeId: draft.home_id, data: { number } })
    return update
  },
})
