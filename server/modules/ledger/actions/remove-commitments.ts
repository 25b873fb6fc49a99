// Takes commitments away as if they had never been recorded; what the rule had put under them is served anew.
import type { ActionContext } from '#core/actions.ts'
import { allocateAnew, applyMoves } from '../allocation.ts'
import { deleteCommitments, listByIds } from '../commitment.store.ts'
import { listEntriesByIds } from '../entry.store.ts'
import { idsServing, lockPostingsOf } from '../entry-service.store.ts'

/** Removes commitments that nobody has built on; the caller has decided that they may go. */
export async function removeCommitments(ctx: ActionContext, ids: readonly string[]): Promise<void> {
  const gone = await listByIds(ctx.db, ids)
  for (const [homeId, ofHome] of Map.groupBy(gone, one => one.homeId)) {
    const goneIds = ofHome.map(one => one.id)
    await lockPostingsOf(ctx.db, homeId, 'alone')
    const serving = await listEntriesByIds(ctx.db, await idsServing(ctx.db, goneIds))
    await applyMoves(
      ctx,
      homeId,
      serving.map(entry => ({ entry, to: null })),
    )
    await deleteCommitments(ctx.db, goneIds)
    await allocateAnew(ctx, homeId, { ids: [], before: ofHome })
  }
}
