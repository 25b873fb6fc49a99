// A partner confirms a deed in person: the strongest evidence, and one that names who said so.
import type { ActionContext } from '#core/actions.ts'
import { newId } from '#core/ids.ts'
import { found } from '#core/policy.ts'
import { findEntry } from '../entry.store.ts'
import { insertEvidence } from '../entry-evidence.store.ts'
import { EntryConfirmedByPartner } from '../ledger.events.ts'

/** `by` is who confirmed, as the evidence shows it; the caller has decided that they may. */
export async function confirmByPartner(
  ctx: ActionContext,
  { id, by, note }: { id: string; by: string; note: string | null },
): Promise<void> {
  const entry = found(await findEntry(ctx.db, ctx.actor, id))
  const empty = { fileId: null, url: null, addedBy: null }
  const evidence = { id: newId(), entryId: entry.id, kind: 'partner_confirmation', ...empty, note, addedByName: by }
  await insertEvidence(ctx.db, [evidence])
  const data = { kind: entry.kind, title: entry.title ?? '' }
  ctx.record(EntryConfirmedByPartner, { subjectId: entry.activityId, homeId: entry.homeId, data })
}
