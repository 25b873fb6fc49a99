// Events around personal data; they name nobody.
import Type from 'typebox'
import { defineEvent } from '../../events.ts'

export const AccountErased = defineEvent({
  type: 'account.erased',
  subject: 'account',
  data: Type.Object({ pseudonym: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.erased', message: '{actor} erased who {pseudonym} was' },
})
export const ContactErased = defineEvent({
  type: 'person.erased',
  subject: 'person',
  data: Type.Object({ pseudonym: Type.String() }),
  text: /*i18n*/ { id: 'identity.event.contact_erased', message: '{actor} erased who {pseudonym} was' },
})
export const RetentionChanged = defineEvent({
  type: 'retention.changed',
  subject: 'installation',
  data: Type.Object({}),
  text: /*i18n*/ { id: 'identity.event.retention_changed', message: '{actor} changed how long things are kept' },
})
