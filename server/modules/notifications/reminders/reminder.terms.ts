// Of which dates people are reminded, and who of them.
import { keysOf, type Terms } from '#core/terms.ts'

export type DateKind = 'expiry' | 'notice' | 'review' | 'commitment' | 'task' | 'turn'

export const dateKindTerms: Terms<DateKind> = {
  expiry: /*i18n*/ { id: 'notifications.date.expiry', message: 'An agreement ends or renews itself' },
  notice: /*i18n*/ { id: 'notifications.date.notice', message: 'The last day to give notice' },
  review: /*i18n*/ { id: 'notifications.date.review', message: 'The review of an agreement is due' },
  commitment: /*i18n*/ { id: 'notifications.date.commitment', message: 'A period of a commitment ends' },
  task: /*i18n*/ { id: 'notifications.date.task', message: 'A task is due' },
  turn: /*i18n*/ { id: 'notifications.date.turn', message: 'The next step of an agreement is due' },
}
export const dateKinds = keysOf(dateKindTerms)

export type Reminded = 'owner' | 'workers' | 'concluders'

export const remindedTerms: Terms<Reminded> = {
  owner: /*i18n*/ {
    id: 'notifications.reminded.owner',
    message: 'Whose it is; where it is nobody’s, those who work on it',
  },
  workers: /*i18n*/ { id: 'notifications.reminded.workers', message: 'Everybody who may work on it' },
  concluders: /*i18n*/ { id: 'notifications.reminded.concluders', message: 'Those who approve and sign' },
}
export const remindedGroups = keysOf(remindedTerms)

export interface ReminderRule {
  /** Days before the date, each a reminder; none where nobody is reminded. */
  days: readonly number[]
  who: readonly Reminded[]
}

export const usualRules: Readonly<Record<DateKind, ReminderRule>> = {
  expiry: { days: [180, 90, 30], who: ['owner'] },
  notice: { days: [60, 14], who: ['owner'] },
  review: { days: [30, 0], who: ['owner'] },
  commitment: { days: [60], who: ['owner'] },
  task: { days: [1], who: ['owner'] },
  turn: { days: [7, 0], who: ['owner'] },
}

export const longestAhead = 730
/** How far the effect of the rules is shown. */
export const effectDays = 90
