// Keeps how somebody wants to be mailed, chosen by themselves or by the link in a mail.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Malformed, Refusal } from '#core/errors.ts'
import { isTimeZone } from '../mail/digest-moment.ts'
import { MailChoicesSaved, MailEnded } from '../mail/mail.events.ts'
import type { MailStream } from '../mail/mail.terms.ts'
import { settleUnmailed } from '../mail/outbox.store.ts'
import { findPreferences, type MailPreferences, putPreferences } from '../mail/preference.store.ts'
import { TimeZoneUnknown } from '../notification.errors.ts'
import { notificationKinds } from '../notification.terms.ts'

async function keep(ctx: ActionContext, before: MailPreferences, after: MailPreferences): Promise<void> {
  // What came while nobody wanted mail about it is not mailed because of a later choice.
  const woken = notificationKinds.filter(kind => before.modes[kind] === 'in_app' && after.modes[kind] !== 'in_app')
  await settleUnmailed(ctx.db, ctx.actor.id!, woken, new Date(ctx.now.epochMilliseconds).toISOString())
  await putPreferences(ctx.db, ctx.actor.id!, after)
}

export const chooseMail = defineAction({
  name: 'notification.choose_mail',
  async run(ctx, choices: MailPreferences): Promise<void> {
    if (choices.timeZone !== null && !isTimeZone(choices.timeZone))
      throw new Refusal(Malformed, {}, { fields: [{ path: 'timeZone', message: TimeZoneUnknown.text }] })
    await keep(ctx, await findPreferences(ctx.db, ctx.actor.id!), choices)
    ctx.record(MailChoicesSaved, { subjectId: ctx.actor.id!, data: { modes: choices.modes } })
  },
})

export const endMail = defineAction({
  name: 'notification.end_mail',
  async run(ctx, { stream }: { stream: MailStream }): Promise<void> {
    const before = await findPreferences(ctx.db, ctx.actor.id!)
    const ended = notificationKinds.filter(kind => before.modes[kind] === stream)
    // Mail programs post more than once.
    if (ended.length === 0) return ctx.unchanged()
    const modes = { ...before.modes, ...Object.fromEntries(ended.map(kind => [kind, 'in_app'])) }
    await keep(ctx, before, { ...before, modes })
    ctx.record(MailEnded, { subjectId: ctx.actor.id!, data: { stream } })
  },
})
