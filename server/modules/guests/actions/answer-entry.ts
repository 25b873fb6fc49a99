// A guest says whether something happened: a yes is evidence in the ledger, a no goes to the office with its reason.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { found } from '#core/policy.ts'
import { textOrNull } from '#modules/agreements/index.ts'
import { confirmByPartner } from '#modules/ledger/index.ts'
import { AnsweredAlready, AnswerNeedsReason, GuestMayNot } from '../guest.errors.ts'
import { GuestDisputed } from '../guest.events.ts'
import { allows } from '../guest.policy.ts'
import { lockGuest } from '../guest.store.ts'
import { answersOf, keepAnswer } from '../visit.store.ts'
import { visitOf } from '../visit.ts'
import { entriesFor, isAsked } from '../visit.view.ts'

interface Answering {
  guestId: string
  entryId: string
  happened: boolean
  reason: string | null
  /** The visit was opened with a code by e-mail. */
  proved: boolean
}

export const answerEntry = defineAction({
  name: 'guest.answer_entry',
  async run(ctx, input: Answering): Promise<void> {
    const row = await lockGuest(ctx.db, input.guestId)
    const visit = await visitOf(ctx.db, row, ctx.today.toString(), ctx.actor.name)
    const { guest, agreement } = visit
    const rights = ['confirm', 'other_deeds'] as const
    if (!rights.some(right => allows(guest.rights, right).allowed)) throw new Refusal(GuestMayNot)
    const entries = await entriesFor(visit, ctx.db)
    const entry = found(
      entries.find(one => one.id === input.entryId && isAsked(one, guest.rights, ctx.today.toString())),
    )
    const reason = textOrNull(input.reason)
    const before = (await answersOf(ctx.db, guest.id)).get(entry.id)
    if (before?.happened) {
      if (!input.happened) throw new Refusal(AnsweredAlready)
      return ctx.unchanged()
    }
    if (!input.happened && reason === null)
      throw new Refusal(AnswerNeedsReason, {}, { fields: [{ path: 'reason', message: AnswerNeedsReason.text }] })
    if (before && !input.happened && before.reason === reason) return ctx.unchanged()
    const answeredAt = new Date(ctx.now.epochMilliseconds).toISOString()
    const said = { entryId: entry.id, happened: input.happened, reason, answeredAt }
    await keepAnswer(ctx.db, { id: newId(), guestId: guest.id, proved: input.proved, ...said })
    if (input.happened) return confirmByPartner(ctx, { id: entry.id, by: ctx.actor.name, note: reason })
    const data = { guestId: guest.id, entryId: entry.id, kind: entry.kind, title: entry.title ?? '' }
    ctx.record(GuestDisputed, { subjectId: agreement.id, homeId: guest.home_id, data, reason })
  },
})
