// Takes back what an import recorded while nobody has built on it: the records are hidden, the trail stays.
import type { ActionContext } from '#core/actions.ts'
import { ensure } from '#core/policy.ts'
import { setTurns } from '#core/turns.ts'
import { AgreementRemoved } from '../agreement.events.ts'
import { canEdit } from '../agreement.policy.ts'
import { agreementWorkflow } from '../agreement.states.ts'
import { markRemoved } from '../agreement.store.ts'
import { listVisible, standingOf } from '../agreement-record.store.ts'

/** Hides agreements; the caller has made sure that nobody built on them (`isBuiltOn`). */
export async function removeAgreements(ctx: ActionContext, ids: readonly string[], reason: string): Promise<number> {
  const rows = []
  for (let start = 0; start < ids.length; start += 5000)
    rows.push(...(await listVisible(ctx.db, ctx.actor, ids.slice(start, start + 5000))))
  for (const row of rows) ensure(canEdit(ctx.actor, standingOf(row)))
  await markRemoved(
    ctx.db,
    rows.map(row => row.id),
    new Date(ctx.now.epochMilliseconds).toISOString(),
  )
  await setTurns(
    ctx,
    agreementWorkflow,
    rows.map(row => ({ subjectId: row.id, homeId: row.home_id, state: 'withdrawn' as const })),
  )
  for (const row of rows)
    ctx.record(AgreementRemoved, {
      subjectId: row.id,
      homeId: row.home_id,
      data: { number: row.number, title: row.title as Record<string, string>, importId: row.import_id },
      reason,
    })
  return rows.length
}
