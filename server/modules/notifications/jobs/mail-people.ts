// Mails what people were told: at once, in digests at the hour each has chosen, and whatever waits in the outbox.
import { readRetention } from '#core/identity/personal/retention.ts'
import type { JobDefinition } from '#core/module.ts'
import { composeMail, horizonDays, mailAtOnceName, sendMailsName } from '../mail/compose-mail.ts'
import { forgetUnsent } from '../mail/outbox.store.ts'
import { findMailReaders, listMailReaders } from '../mail/preference.store.ts'
import { sendMails } from '../mail/send-mails.ts'

export const mailAtOnce: JobDefinition = {
  name: mailAtOnceName,
  async run(payload, { services }) {
    const [reader] = await findMailReaders(services.db, [String(payload.userId)])
    if (reader && services.mail.delivers) await composeMail(services, reader, 'at_once')
  },
}

export const mailDigests: JobDefinition = {
  name: 'notifications.mail_digests',
  schedule: '*/15 * * * *',
  async run(_payload, { services, signal }) {
    if (!services.mail.delivers) return
    const since = services.clock.now().subtract({ hours: 24 * horizonDays })
    for (const reader of await listMailReaders(services.db, new Date(since.epochMilliseconds).toISOString())) {
      if (signal.aborted) return
      await composeMail(services, reader, 'daily')
      await composeMail(services, reader, 'weekly')
    }
  },
}

export const sendMailsJob: JobDefinition = {
  name: sendMailsName,
  schedule: '*/5 * * * *',
  async run(_payload, { services, signal }) {
    await sendMails(services, signal)
  },
}

/** As long as the rules of retention keep mail that went; those are taken out by core. */
export const forgetMailsNightly: JobDefinition = {
  name: 'notifications.forget_mails',
  schedule: '40 2 * * *',
  async run(_payload, { services: { db, clock, log } }) {
    const { mailMonths } = await readRetention(db)
    const day = clock.now().toZonedDateTimeISO('UTC').subtract({ months: mailMonths })
    const count = await forgetUnsent(db, new Date(day.epochMilliseconds).toISOString())
    log.info({ count }, 'old mails that never went taken out of the outbox')
  },
}
