// Changes the facts of an agreement; every changed field goes to the trail.
import { defineAction } from '#core/actions.ts'
import { ensure, found } from '#core/policy.ts'
import { refuseStale } from '#core/stale.ts'
import { setTurns } from '#core/turns.ts'
import type { AgreementChange } from '../agreement.contract.ts'
import { AgreementChanged } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { type AgreementState, agreementWorkflow } from '../agreement.states.ts'
import { replaceFacts } from '../agreement.store.ts'
import { agreementFieldTerms, changesOf } from '../agreement-changes.ts'
import { checkCircles, checkFacts } from '../agreement-checks.ts'
import { type AgreementFacts, settleFacts } from '../agreement-facts.ts'
import { namesFor } from '../agreement-names.ts'
import { listVisible, loadFacts, lockAgreement, standingOf } from '../agreement-record.store.ts'
import { keepSources } from '../agreement-sources.ts'
import { turnOf } from '../agreement-turns.ts'
import { confide } from '../readers/name-readers.ts'
import { refreshStandings } from '../standing.ts'

const relationsOf = (facts: AgreementFacts) =>
  [facts.parentId, facts.amendsId, facts.supersedesId].filter(id => id !== null)

/** A relation to an agreement that the actor cannot see was set by someone else and stays as it is. */
function keepHidden(visible: ReadonlySet<string>, before: AgreementFacts, after: AgreementFacts): AgreementFacts {
  const kept = { ...after }
  for (const key of ['parentId', 'amendsId', 'supersedesId'] as const)
    if (before[key] !== null && !visible.has(before[key]) && kept[key] === null) kept[key] = before[key]
  return kept
}

export const updateAgreement = defineAction({
  name: 'agreement.update',
  async run(ctx, { id, change }: { id: string; change: AgreementChange }): Promise<void> {
    const row = found(await lockAgreement(ctx.db, ctx.actor, id))
    ensure(canEdit(ctx.actor, standingOf(row)))
    if (row.version !== change.version) await refuseStale(ctx, { type: 'agreement', id }, agreementFieldTerms)
    const before = (await loadFacts(ctx.db, [row])).get(id)!
    const visible = new Set((await listVisible(ctx.db, ctx.actor, relationsOf(before))).map(one => one.id))
    const after = keepHidden(visible, before, settleFacts(change))
    await checkFacts(ctx, [after], new Set(relationsOf(before).filter(one => !visible.has(one))))
    await checkCircles(ctx, id, after)
    const changes = changesOf(before, after, await namesFor(ctx.db, [before, after]))
    const named = after.confidentiality === 'confidential' ? (change.readerIds ?? []) : []
    const readerIds = named.filter(one => !row.reader_ids.includes(one))
    if (Object.keys(changes).length === 0 && readerIds.length === 0) return ctx.unchanged()
    await confide(ctx, [{ id, before, facts: after, readerIds }])
    if (Object.keys(changes).length === 0) return
    await replaceFacts(ctx.db, [{ id, facts: after }], new Date(ctx.now.epochMilliseconds).toISOString())
    await keepSources(ctx.db, [id, ...relationsOf(before)])
    await setTurns(ctx, agreementWorkflow, [turnOf(ctx, id, after, row.state as AgreementState, row.ended_on)])
    ctx.record(AgreementChanged, {
      subjectId: id,
      homeId: after.homeId,
      data: { number: after.number, title: after.title },
      changes,
      reason: change.reason ?? null,
    })
    await refreshStandings(ctx.db, [id], ctx.today)
  },
})
