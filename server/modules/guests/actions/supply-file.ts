// Files of guests: supplied, then taken among the documents by an officer, or not.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord } from '#core/records.ts'
import {
  attachFile,
  type FilePurpose,
  keepFile,
  lineOrNull,
  plainText,
  type TakenFile,
} from '#modules/agreements/index.ts'
import { FileDecidedAlready, GuestMayNot, TooManyFilesWait } from '../guest.errors.ts'
import { GuestFileAccepted, GuestFileRefused, GuestSuppliedFile } from '../guest.events.ts'
import { allows, canInvite } from '../guest.policy.ts'
import { decideFile, insertSuppliedFile, lockGuest, lockSuppliedFile, type SuppliedFileRow } from '../guest.store.ts'
import { countWaitingFiles } from '../visit.store.ts'
import { visitOf } from '../visit.ts'

/** Files of one guest that may wait at the same time. */
const mostWaiting = 20

export const supplyFile = defineAction({
  name: 'guest.supply_file',
  async run(ctx, input: { guestId: string; taken: TakenFile; note: string | null }): Promise<void> {
    const row = await lockGuest(ctx.db, input.guestId)
    const { guest, agreement } = await visitOf(ctx.db, row, ctx.today.toString(), ctx.actor.name)
    if (!allows(guest.rights, 'file').allowed) throw new Refusal(GuestMayNot)
    if ((await countWaitingFiles(ctx.db, guest.id)) >= mostWaiting) throw new Refusal(TooManyFilesWait)
    const fileId = await keepFile(ctx, input.taken)
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    await insertSuppliedFile(ctx.db, { id: newId(), guestId: guest.id, fileId, note: lineOrNull(input.note), at })
    const data = { guestId: guest.id, fileId, name: input.taken.name }
    ctx.record(GuestSuppliedFile, { subjectId: agreement.id, homeId: guest.home_id, data })
  },
})

/** The file with its record, where the actor may decide and nobody has. */
async function waitingFile(ctx: ActionContext, id: string): Promise<{ file: SuppliedFileRow; homeId: string | null }> {
  const file = found(await lockSuppliedFile(ctx.db, id))
  const record = found(await findRecord(ctx.db, ctx.actor, { subject: 'agreement', id: file.agreement_id }))
  ensure(canInvite(ctx.actor, record))
  if (file.state !== 'waiting') throw new Refusal(FileDecidedAlready)
  return { file, homeId: record.homeId }
}

const about = (file: SuppliedFileRow) => ({
  ...{ guestId: file.guest_id, guest: file.guest_name, organisation: file.organisation_name },
  ...{ fileId: file.file_id, name: file.name },
})

interface Accepting {
  id: string
  purpose: FilePurpose
  /** What the documents say of where it comes from. */
  noteOf(file: SuppliedFileRow): string
}

export const acceptFile = defineAction({
  name: 'guest.accept_file',
  async run(ctx, { id, purpose, noteOf }: Accepting): Promise<void> {
    const { file, homeId } = await waitingFile(ctx, id)
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    await decideFile(ctx.db, id, { state: 'accepted', reason: null, by: ctx.actor.id, at })
    const named = { fileId: file.file_id, name: file.name, purpose, language: null, note: noteOf(file) }
    await attachFile(ctx, file.agreement_id, named)
    ctx.record(GuestFileAccepted, { subjectId: file.agreement_id, homeId, data: about(file) })
  },
})

export const refuseFile = defineAction({
  name: 'guest.refuse_file',
  async run(ctx, { id, reason: given }: { id: string; reason: string }): Promise<void> {
    const { file, homeId } = await waitingFile(ctx, id)
    const reason = plainText(given)
    const at = new Date(ctx.now.epochMilliseconds).toISOString()
    await decideFile(ctx.db, id, { state: 'refused', reason, by: ctx.actor.id, at })
    ctx.record(GuestFileRefused, { subjectId: file.agreement_id, homeId, data: about(file), reason })
  },
})
