// What is recorded of guests: it stands in the timeline of the record that they were invited to.
import Type from 'typebox'
import { Id, IsoDate } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'
import { kindTerms } from '#modules/ledger/ledger.terms.ts'

const subject = 'agreement'
const About = { guestId: Id, guest: Type.String(), organisation: Type.String() }

export const GuestInvited = defineEvent({
  type: 'guest.invited',
  subject,
  personal: { others: ['guest'] },
  data: Type.Object({ ...About, rights: Type.Array(Type.String()), until: IsoDate }),
  text: /*i18n*/ {
    id: 'guests.event.invited',
    message: '{actor} invited {guest} ({organisation}) as a guest until {until}',
  },
})
export const GuestRenewed = defineEvent({
  type: 'guest.renewed',
  subject,
  personal: { others: ['guest'] },
  data: Type.Object({ ...About, until: IsoDate }),
  text: /*i18n*/ {
    id: 'guests.event.renewed',
    message: '{actor} gave {guest} ({organisation}) a new link until {until}',
  },
})
export const GuestRevoked = defineEvent({
  type: 'guest.revoked',
  subject,
  personal: { others: ['guest'] },
  data: Type.Object(About),
  text: /*i18n*/ { id: 'guests.event.revoked', message: '{actor} revoked the link of {guest} ({organisation})' },
})
export const GuestOpened = defineEvent({
  type: 'guest.opened',
  subject,
  data: Type.Object({ guestId: Id, proved: Type.Boolean() }),
  text: /*i18n*/ { id: 'guests.event.opened', message: '{actor} opened the link' },
})
export const GuestSuppliedFile = defineEvent({
  type: 'guest.file_supplied',
  subject,
  data: Type.Object({ guestId: Id, fileId: Id, name: Type.String() }),
  text: /*i18n*/ { id: 'guests.event.file_supplied', message: '{actor} supplied the file {name}' },
})
export const GuestFileAccepted = defineEvent({
  type: 'guest.file_accepted',
  subject,
  personal: { others: ['guest'] },
  data: Type.Object({ ...About, fileId: Id, name: Type.String() }),
  text: /*i18n*/ {
    id: 'guests.event.file_accepted',
    message: '{actor} accepted the file {name} that {guest} ({organisation}) supplied',
  },
})
export const GuestFileRefused = defineEvent({
  type: 'guest.file_refused',
  subject,
  personal: { others: ['guest'] },
  data: Type.Object({ ...About, fileId: Id, name: Type.String() }),
  text: /*i18n*/ {
    id: 'guests.event.file_refused',
    message: '{actor} did not accept the file {name} that {guest} ({organisation}) supplied',
  },
})
export const GuestDisputed = defineEvent({
  type: 'guest.entry_disputed',
  subject,
  words: { kind: kindTerms },
  data: Type.Object({ guestId: Id, entryId: Id, kind: Type.String(), title: Type.String() }),
  text: /*i18n*/ {
    id: 'guests.event.entry_disputed',
    message: '{actor} says that this did not happen as it is recorded: {kind} {title}',
  },
})
