// What is recorded of mails about notifications: choices of people, and what administrators did to the outbox.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'

export const MailChoicesSaved = defineEvent({
  type: 'notification.mail_chosen',
  subject: 'account',
  data: Type.Object({ modes: Type.Record(Type.String(), Type.String()) }),
  text: /*i18n*/ { id: 'notifications.event.mail_chosen', message: '{actor} chose what is mailed to them' },
})
export const MailEnded = defineEvent({
  type: 'notification.mail_ended',
  subject: 'account',
  data: Type.Object({ stream: Type.String() }),
  text: /*i18n*/ { id: 'notifications.event.mail_ended', message: '{actor} ended mails by the link in one of them' },
})
export const MailRetried = defineEvent({
  type: 'mail.retried',
  subject: 'mail',
  personal: { others: ['to', 'answer'] },
  data: Type.Object({ to: Type.String(), answer: Type.Union([Type.String(), Type.Null()]) }),
  text: /*i18n*/ { id: 'notifications.event.mail_retried', message: '{actor} had a mail to {to} sent again' },
})
