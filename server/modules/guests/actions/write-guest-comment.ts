// A guest comments on the record: the words stand in the office's discussion, under the name of the guest.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { openRecord, writeComment } from '#modules/collaboration/index.ts'
import { GuestMayNot } from '../guest.errors.ts'
import { allows } from '../guest.policy.ts'
import { lockGuest } from '../guest.store.ts'
import { visitOf } from '../visit.ts'

export const writeGuestComment = defineAction({
  name: 'guest.comment',
  async run(ctx, input: { guestId: string; body: string }): Promise<void> {
    const row = await lockGuest(ctx.db, input.guestId)
    const { guest, agreement } = await visitOf(ctx.db, row, ctx.today.toString(), ctx.actor.name)
    if (!allows(guest.rights, 'comment').allowed) throw new Refusal(GuestMayNot)
    const open = await openRecord(ctx.db, ctx.actor, { subject: 'agreement', id: agreement.id })
    await writeComment(ctx, open, { body: input.body }, { guestId: guest.id, name: ctx.actor.name })
  },
})
