// Puts something off until a day, and brings it back.
import { defineAction } from '#core/actions.ts'
import { NotFound, Refusal } from '#core/errors.ts'
import { isSeen } from '../today.store.ts'
import type { TodaySubject } from '../today.terms.ts'
import { SnoozeDayWrong } from '../work.errors.ts'
import { ItemSnoozed, ItemWoken } from '../work.events.ts'
import { dropSnoozes, putSnooze } from '../work.store.ts'

export const snoozeItem = defineAction({
  name: 'today.snooze',
  async run(ctx, { subject, id, until }: { subject: TodaySubject; id: string; until: string }): Promise<void> {
    if (!(await isSeen(ctx.db, ctx.actor, subject, id))) throw new Refusal(NotFound)
    if (until <= ctx.today.toString() || until > ctx.today.add({ years: 2 }).toString())
      throw new Refusal(SnoozeDayWrong, {}, { fields: [{ path: 'until', message: SnoozeDayWrong.text }] })
    await putSnooze(ctx.db, { userId: ctx.actor.id!, subject, id, until })
    ctx.record(ItemSnoozed, { subjectId: id, data: { subject, until } })
  },
})

/** One, or everything when no id is given. */
export const wakeItems = defineAction({
  name: 'today.wake',
  async run(ctx, { id }: { id?: string }): Promise<void> {
    const woken = await dropSnoozes(ctx.db, ctx.actor.id!, id)
    if (woken.length === 0) ctx.unchanged()
    for (const one of woken) ctx.record(ItemWoken, { subjectId: one.subject_id, data: { subject: one.subject_type } })
  },
})
