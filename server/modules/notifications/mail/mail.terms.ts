// How what people are told is mailed, and what becomes of a mail.
import { keysOf, type Terms } from '#core/terms.ts'
import type { NotificationKind } from '../notification.terms.ts'

export type MailMode = 'at_once' | 'daily' | 'weekly' | 'in_app'

export const mailModeTerms: Terms<MailMode> = {
  at_once: /*i18n*/ { id: 'notifications.mode.at_once', message: 'At once' },
  daily: /*i18n*/ { id: 'notifications.mode.daily', message: 'Once a day' },
  weekly: /*i18n*/ { id: 'notifications.mode.weekly', message: 'Once a week' },
  in_app: /*i18n*/ { id: 'notifications.mode.in_app', message: 'Only here' },
}
export const mailModes = keysOf(mailModeTerms)

/** What somebody is waiting for comes at once, the rest can be read together. */
export const usualModes: Readonly<Record<NotificationKind, MailMode>> = {
  mention: 'at_once',
  turn: 'at_once',
  task: 'at_once',
  own: 'daily',
  watch: 'daily',
  reminder: 'daily',
  import: 'in_app',
}

/** Morning, before the work begins; Monday for the week. */
export const usualHour = 7
export const usualWeekday = 1

/** The rows of mails that end together when somebody wants no more of them. */
export const mailStreams = ['at_once', 'daily', 'weekly'] as const
export type MailStream = (typeof mailStreams)[number]

export type OutboxState = 'queued' | 'sent' | 'failed' | 'bounced'

export const outboxStateTerms: Terms<OutboxState> = {
  queued: /*i18n*/ { id: 'notifications.outbox.queued', message: 'Waiting' },
  sent: /*i18n*/ { id: 'notifications.outbox.sent', message: 'Sent' },
  failed: /*i18n*/ { id: 'notifications.outbox.failed', message: 'Given up' },
  bounced: /*i18n*/ { id: 'notifications.outbox.bounced', message: 'Refused' },
}
export const outboxStates = keysOf(outboxStateTerms)
