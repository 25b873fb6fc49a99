// Approves clauses and templates for use, takes them out of use and brings them back.
import { defineAction } from '#core/actions.ts'
import type { LocalisedText } from '#core/contract.ts'
import { Refusal, StaleVersion } from '#core/errors.ts'
import { pickText } from '#core/i18n.ts'
import { ensure, found } from '#core/policy.ts'
import type { TemplateContent } from '../content.contract.ts'
import { ItemRetired, TemplateEmpty, TemplateNotApprovable } from '../library.errors.ts'
import { LibraryItemApproved, LibraryItemRestored, LibraryItemRetired } from '../library.events.ts'
import { canApprove } from '../library.policy.ts'
import { findClauses, type ItemRow, lockItem, markApproved, markRetired } from '../library.store.ts'
import type { ItemKind } from '../library.terms.ts'
import { instantOf } from './write-item.ts'

interface ItemRef {
  kind: ItemKind
  id: string
}

const about = (item: ItemRow) => ({ kind: item.kind, title: pickText(item.title as LocalisedText, 'en') })

/** A template is only as good as its clauses: each must be in use. */
function ensureApprovable(content: TemplateContent, clauses: readonly ItemRow[], language: string): void {
  if (content.parts.length === 0 || Object.keys(content.title).length === 0) throw new Refusal(TemplateEmpty)
  const byId = new Map(clauses.map(one => [one.id, one]))
  const notYet = content.parts.flatMap(part => {
    const clause = byId.get(part.clauseId)
    return clause?.state === 'approved' ? [] : [pickText(clause?.title as LocalisedText, language) || '–']
  })
  if (notYet.length > 0) throw new Refusal(TemplateNotApprovable, { clauses: [...new Set(notYet)].join(' · ') })
}

export const approveItem = defineAction({
  name: 'library.approve',
  async run(ctx, { kind, id, version }: ItemRef & { version: number }): Promise<void> {
    const item = found(await lockItem(ctx.db, ctx.actor, kind, id))
    ensure(canApprove(ctx.actor, item.home_id))
    if (item.state === 'retired') throw new Refusal(ItemRetired)
    if (item.version !== version) throw new Refusal(StaleVersion)
    if (item.approved_version === version) return ctx.unchanged()
    if (kind === 'template') {
      const content = item.content as TemplateContent
      const clauses = await findClauses(
        ctx.db,
        ctx.actor,
        content.parts.map(part => part.clauseId),
      )
      ensureApprovable(content, clauses, ctx.actor.language)
    }
    await markApproved(ctx.db, { id, version, by: ctx.actor.id, at: instantOf(ctx) })
    ctx.record(LibraryItemApproved, { subjectId: id, homeId: item.home_id, data: { ...about(item), version } })
  },
})

export const retireItem = defineAction({
  name: 'library.retire',
  async run(ctx, { kind, id, reason }: ItemRef & { reason: string }): Promise<void> {
    const item = found(await lockItem(ctx.db, ctx.actor, kind, id))
    ensure(canApprove(ctx.actor, item.home_id))
    if (item.state === 'retired') return ctx.unchanged()
    await markRetired(ctx.db, id, { at: instantOf(ctx), because: reason.trim() })
    ctx.record(LibraryItemRetired, { subjectId: id, homeId: item.home_id, data: about(item), reason: reason.trim() })
  },
})

export const restoreItem = defineAction({
  name: 'library.restore',
  async run(ctx, { kind, id }: ItemRef): Promise<void> {
    const item = found(await lockItem(ctx.db, ctx.actor, kind, id))
    ensure(canApprove(ctx.actor, item.home_id))
    if (item.state !== 'retired') return ctx.unchanged()
    await markRetired(ctx.db, id, null)
    ctx.record(LibraryItemRestored, { subjectId: id, homeId: item.home_id, data: about(item) })
  },
})
