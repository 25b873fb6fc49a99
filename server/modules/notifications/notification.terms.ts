// Why a person is told of something; each kind has its own setting for mail.
import { keysOf, type Terms } from '#core/terms.ts'

export type NotificationKind = 'mention' | 'turn' | 'task' | 'own' | 'watch' | 'import' | 'reminder'

export const notificationKindTerms: Terms<NotificationKind> = {
  mention: /*i18n*/ { id: 'notifications.kind.mention', message: 'Mentions and replies' },
  turn: /*i18n*/ { id: 'notifications.kind.turn', message: 'Turns given to me' },
  task: /*i18n*/ { id: 'notifications.kind.task', message: 'Tasks given to me' },
  own: /*i18n*/ { id: 'notifications.kind.own', message: 'Changes of what I own' },
  watch: /*i18n*/ { id: 'notifications.kind.watch', message: 'Changes of what I watch' },
  reminder: /*i18n*/ { id: 'notifications.kind.reminder', message: 'Reminders of dates' },
  import: /*i18n*/ { id: 'notifications.kind.import', message: 'My imports' },
}
export const notificationKinds = keysOf(notificationKindTerms)

/** Unread ones are counted up to here. */
export const unreadLimit = 99
