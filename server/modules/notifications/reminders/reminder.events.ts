// What is recorded of reminder rules.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'
import { dateKindTerms } from './reminder.terms.ts'

const subject = 'reminder_rule'
const words = { kind: dateKindTerms }

export const RuleSet = defineEvent({
  type: 'reminder_rule.set',
  subject,
  words,
  data: Type.Object({ kind: Type.String(), days: Type.Array(Type.Integer()), who: Type.Array(Type.String()) }),
  text: /*i18n*/ { id: 'notifications.event.rule_set', message: '{actor} changed when people are reminded: {kind}' },
})
export const RuleDropped = defineEvent({
  type: 'reminder_rule.dropped',
  subject,
  words,
  data: Type.Object({ kind: Type.String() }),
  text: /*i18n*/ {
    id: 'notifications.event.rule_dropped',
    message: '{actor} went back to the usual reminders: {kind}',
  },
})
