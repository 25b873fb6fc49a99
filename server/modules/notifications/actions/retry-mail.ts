// Has a mail of the outbox sent now.
import { defineAction } from '#core/actions.ts'
import { found } from '#core/policy.ts'
import { sendMailsName } from '../mail/compose-mail.ts'
import { MailRetried } from '../mail/mail.events.ts'
import { findOutboxMail, requeueMail } from '../mail/outbox.store.ts'

export const retryMail = defineAction({
  name: 'mail.retry',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const { to, answer } = found(await findOutboxMail(ctx.db, id))
    if (!(await requeueMail(ctx.db, id, new Date(ctx.now.epochMilliseconds).toISOString()))) return ctx.unchanged()
    ctx.enqueue(sendMailsName, {}, { singletonKey: 'due' })
    ctx.record(MailRetried, { subjectId: id, data: { to, answer } })
  },
})
