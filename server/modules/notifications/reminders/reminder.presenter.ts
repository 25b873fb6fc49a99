// Says a reminder in the reader's language: what date comes, and which rule reminds of it.
import type { Translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import { formatDate } from '#core/timeline.ts'
import { type BuiltInKind, kindTerms } from '#modules/ledger/ledger.terms.ts'
import type { DateKind } from './reminder.terms.ts'

export interface ReminderFacts {
  dateKind: DateKind
  dueOn: string
  days: number
  /** Null for the usual rule. People are named as they are called when it is read. */
  setById: string | null
  what: string | null
  renewsItself: boolean
}

const sentences: Readonly<Record<DateKind, Term>> = {
  expiry: /*i18n*/ { id: 'notifications.reminder.expiry', message: 'The agreement ends on {date}' },
  notice: /*i18n*/ { id: 'notifications.reminder.notice', message: 'The last day to give notice is {date}' },
  review: /*i18n*/ { id: 'notifications.reminder.review', message: 'The review is due on {date}' },
  commitment: /*i18n*/ {
    id: 'notifications.reminder.commitment',
    message: 'A period of the commitment “{what}” ends on {date}',
  },
  task: /*i18n*/ { id: 'notifications.reminder.task', message: 'The task is due on {date}: {what}' },
  turn: /*i18n*/ { id: 'notifications.reminder.turn', message: 'The next step is due on {date}' },
}
const renews: Term = /*i18n*/ {
  id: 'notifications.reminder.renews',
  message: 'The agreement renews itself on {date} unless somebody acts',
}
const rule: Term = /*i18n*/ {
  id: 'notifications.reminder.rule',
  message: 'Rule: {days, plural, =0 {on the day itself} one {# day before} other {# days before}}, set by {name}',
}
const usualRule: Term = /*i18n*/ {
  id: 'notifications.reminder.usual_rule',
  message: 'Usual rule: {days, plural, =0 {on the day itself} one {# day before} other {# days before}}',
}

export function presentReminder(
  facts: ReminderFacts,
  setBy: string | undefined,
  t: Translator,
): { sentence: string; words: string } {
  const { dateKind, dueOn, days, what, renewsItself } = facts
  const term = dateKind === 'expiry' && renewsItself ? renews : sentences[dateKind]
  const kind: Term | undefined = dateKind === 'commitment' ? kindTerms[what as BuiltInKind] : undefined
  return {
    sentence: t(term, { date: formatDate(dueOn, t.language), what: kind ? t(kind) : (what ?? '') }),
    words: setBy ? t(rule, { days, name: setBy }) : t(usualRule, { days }),
  }
}
