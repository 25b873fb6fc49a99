// Sends what waits in the outbox; a server that is away is asked again, for days, and nothing is lost or sent twice.
import { finalRefusal } from '#core/mail/mail.ts'
import type { Services } from '#core/services.ts'
import { type DueMail, type MailResult, withDueMail } from './outbox.store.ts'

const firstPauseSeconds = 60
const longestPauseSeconds = 3600
const giveUpAfterDays = 5
/** A job counts as failed after 15 minutes; what is left goes with the next one. */
const longestRunMs = 600_000

type Sending = Pick<Services, 'db' | 'clock' | 'mail' | 'config' | 'log'>

const isoOf = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds).toISOString()

function afterFailure(mail: DueMail, error: unknown, now: Temporal.Instant): MailResult {
  const refusal = finalRefusal(error)
  if (refusal !== undefined) return { state: 'bounced', answer: refusal, nextTryAt: isoOf(now) }
  const answer = (error as Error).message.slice(0, 1000)
  const age = now.since(Temporal.Instant.from(mail.queuedAt)).total('hours')
  if (age > giveUpAfterDays * 24) return { state: 'failed', answer }
  const pause = Math.min(firstPauseSeconds * 2 ** mail.tries, longestPauseSeconds)
  return { state: 'queued', answer, nextTryAt: isoOf(now.add({ seconds: pause })) }
}

/** An answer of the server concerns one mail; without one the server is away, and the other mails need not try. */
const isAway = (error: unknown) => (error as { responseCode?: number }).responseCode === undefined

/** Sends all that is due; returns how many went. */
export async function sendMails(
  services: Sending,
  signal: AbortSignal = new AbortController().signal,
): Promise<number> {
  const { db, clock, mail, config, log } = services
  const host = new URL(config.publicUrl).hostname
  const began = Date.now()
  let sent = 0
  let away = false
  const attempt = async (due: DueMail): Promise<MailResult> => {
    const { id, to, subject, text, html, headers } = due
    try {
      // The same for every try, so that a receiver knows the second copy.
      await mail.send({
        to,
        subject,
        text,
        ...(html && { html }),
        ...(headers && { headers }),
        messageId: `<${id}@${host}>`,
      })
      sent += 1
      return { state: 'sent', answer: null }
    } catch (error) {
      away = isAway(error)
      log.warn({ err: error, mail: id, tries: due.tries + 1 }, 'a mail could not be sent')
      return afterFailure(due, error, clock.now())
    }
  }
  let isMore = mail.delivers
  while (isMore && !away && !signal.aborted && Date.now() - began < longestRunMs)
    isMore = await withDueMail(db, isoOf(clock.now()), attempt)
  return sent
}
