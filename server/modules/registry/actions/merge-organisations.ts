// Says that two organisations are one, and takes that back; no record of theirs is moved or lost.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { ensure, found } from '#core/policy.ts'
import { canonicalIds } from '../organisation.store.ts'
import { loadFacts } from '../organisation-facts.store.ts'
import { findPlaces, setMerged, setUnmerged, unitsBelow } from '../organisation-history.store.ts'
import { AlreadyMerged, MergeRefused, NotMerged } from '../registry.errors.ts'
import { MergeUndone, OrganisationMerged } from '../registry.events.ts'
import { canMergeOrganisation, canUndoMerge } from '../registry.policy.ts'

export const mergeOrganisations = defineAction({
  name: 'merge-organisations',
  async run(ctx: ActionContext, { id, intoId, reason }: { id: string; intoId: string; reason: string }): Promise<void> {
    const kept = await loadFacts(ctx.db, [id, intoId], 'for change')
    const from = found(kept.get(id))
    const into = found(kept.get(intoId))
    const { places, homes } = await findPlaces(ctx.db, [id, intoId])
    ensure(canMergeOrganisation(ctx.actor, places.get(id)!, homes))
    if (into.mergedInto !== null) throw new Refusal(AlreadyMerged, { name: into.name })
    const isOwnUnit = (await unitsBelow(ctx.db, id)).has(intoId)
    const isUnitOf = (await unitsBelow(ctx.db, intoId)).has(id)
    if (isOwnUnit || isUnitOf) throw new Refusal(MergeRefused, {}, { reason: ownUnit })
    await setMerged(ctx.db, id, intoId)
    const data = { name: from.name, other: into.name, otherId: intoId }
    ctx.record(OrganisationMerged, { subjectId: id, homeId: places.get(id)!.homeId, data, reason })
  },
})

const ownUnit = /*i18n*/ {
  id: 'registry.merge.own_unit',
  message: 'They are the same, or one is a unit of the other.',
}

export const undoMerge = defineAction({
  name: 'undo-merge',
  async run(ctx: ActionContext, { id, reason }: { id: string; reason: string }): Promise<void> {
    const from = found((await loadFacts(ctx.db, [id], 'for change')).get(id))
    if (from.mergedInto === null) throw new Refusal(NotMerged)
    const { places, homes } = await findPlaces(ctx.db, [id])
    ensure(canUndoMerge(ctx.actor, places.get(id)!, homes))
    const into = (await loadFacts(ctx.db, [from.mergedInto], 'for reading')).get(from.mergedInto)!
    await setUnmerged(ctx.db, id, (await canonicalIds(ctx.db, [id])).get(id)!)
    const data = { name: from.name, other: into.name, otherId: into.id }
    ctx.record(MergeUndone, { subjectId: id, homeId: places.get(id)!.homeId, data, reason })
  },
})
