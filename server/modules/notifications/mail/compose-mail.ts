// Puts together what somebody was told and not mailed yet; the mail and the mark that it was mailed are one transaction.
import type { Db } from '#core/database/connect.ts'
import { translator } from '#core/i18n.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findActor } from '#core/identity/session.ts'
import { newId } from '#core/ids.ts'
import { findRecords } from '#core/records.ts'
import type { Services } from '#core/services.ts'
import { readSetting } from '#core/settings.ts'
import { dayIn } from '#core/time.ts'
import type { NotificationView } from '../notification.contract.ts'
import type { StoredNotification, Told } from '../notification.store.ts'
import { notificationKinds } from '../notification.terms.ts'
import { presentNotifications } from '../notification-list.ts'
import { isTimeZone, lastDigestMoment } from './digest-moment.ts'
import { writeLetter } from './letter.ts'
import type { MailStream } from './mail.terms.ts'
import { lockUnmailed, markMailed, type NewMail, queueMail } from './outbox.store.ts'
import { findMailReaders, type MailReader } from './preference.store.ts'
import { unsubscribeToken } from './unsubscribe-token.ts'

export const mailAtOnceName = 'notifications.mail_at_once'
export const sendMailsName = 'notifications.send_mails'

const gatherSeconds = 20
/** What is older was read elsewhere, or is no news. */
export const horizonDays = 14

type Composing = Pick<Services, 'db' | 'clock' | 'timeZone' | 'config' | 'enqueueAll'>

const isoOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString()

/** After people were told: whoever wants it at once gets a mail soon, with what else comes in the same moment. */
export async function queueAtOnce(
  { mail, clock, enqueueAll }: Pick<Services, 'mail' | 'clock' | 'enqueueAll'>,
  db: Db,
  told: readonly Told[],
): Promise<void> {
  if (!mail.delivers) return
  const readers = await findMailReaders(db, [...new Set(told.map(one => one.userId))])
  const wanted = new Map(readers.map(reader => [reader.userId, reader.preferences.modes]))
  const people = new Set(told.filter(one => wanted.get(one.userId)?.[one.kind] === 'at_once').map(one => one.userId))
  const after = isoOf(clock.now().add({ seconds: gatherSeconds }))
  await enqueueAll(
    db,
    [...people].map(userId => ({ job: mailAtOnceName, payload: { userId }, options: { after, singletonKey: userId } })),
  )
}

export const zoneOf = (reader: MailReader, fallback: string): string =>
  reader.timeZone !== null && isTimeZone(reader.timeZone) ? reader.timeZone : fallback

/** Until when a mail tells what happened, and under which key there is only one of it. */
function bounds(services: Composing, reader: MailReader, stream: MailStream): { until: string; key: string } {
  const now = services.clock.now()
  if (stream === 'at_once') return { until: isoOf(now), key: `at_once:${newId()}` }
  const { hour, weekday } = reader.preferences
  const choice = { timeZone: zoneOf(reader, services.timeZone), hour, ...(stream === 'weekly' && { weekday }) }
  const moment = lastDigestMoment(now, choice)
  return { until: isoOf(moment.toInstant()), key: `${stream}:${moment.toPlainDate()}` }
}

async function viewsFor(
  db: Db,
  actor: Actor,
  reader: MailReader,
  told: readonly StoredNotification[],
): Promise<NotificationView[]> {
  const records = await findRecords(db, actor, told)
  return presentNotifications(db, told, records, translator(reader.language))
}

async function mailOf(
  services: Composing,
  db: Db,
  reader: MailReader,
  { stream, key, items }: { stream: MailStream; key: string; items: readonly NotificationView[] },
): Promise<NewMail> {
  const { config } = services
  const token = unsubscribeToken(config.secret, { userId: reader.userId, stream })
  const unsubscribeUrl = `${config.publicUrl}/unsubscribe/${token}`
  const letter = writeLetter({
    ...{ name: reader.name, installation: await readSetting(db, 'installation.name', 'Concord'), stream, items },
    ...{ t: translator(reader.language), timeZone: zoneOf(reader, services.timeZone) },
    ...{ publicUrl: config.publicUrl, unsubscribeUrl },
  })
  return {
    ...{ id: newId(), userId: reader.userId, stream, key, to: reader.email, language: reader.language, ...letter },
    headers: {
      'List-Unsubscribe': `<${unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
    queuedAt: isoOf(services.clock.now()),
  }
}

/** Writes one mail of a stream when there is something for it; answers whether it did. Running it again adds nothing. */
export async function composeMail(services: Composing, reader: MailReader, stream: MailStream): Promise<boolean> {
  const kinds = notificationKinds.filter(kind => reader.preferences.modes[kind] === stream)
  if (kinds.length === 0) return false
  const { until, key } = bounds(services, reader, stream)
  const now = services.clock.now()
  const since = isoOf(now.subtract({ hours: 24 * horizonDays }))
  return services.db.transaction().execute(async db => {
    const told = await lockUnmailed(db, reader.userId, { kinds, since, until })
    const actor = told.length > 0 && (await findActor(db, reader.userId, dayIn(now, services.timeZone).toString()))
    if (!actor) return false
    const items = await viewsFor(db, actor, reader, told)
    if (items.length > 0 && !(await queueMail(db, await mailOf(services, db, reader, { stream, key, items }))))
      return false
    await markMailed(
      db,
      told.map(one => one.notificationId),
      isoOf(now),
    )
    if (items.length === 0) return false
    await services.enqueueAll(db, [{ job: sendMailsName, payload: {}, options: { singletonKey: 'due' } }])
    return true
  })
}
