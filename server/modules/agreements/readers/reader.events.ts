// What is recorded of named readers: it stands in the timeline of the agreement, for those who see it.
import Type from 'typebox'
import { LocalisedText, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'agreement'
const data = Type.Object({
  number: Nullable(Type.String()),
  title: LocalisedText,
  readerId: Type.String(),
  reader: Type.String(),
})

export const AgreementReaderNamed = defineEvent({
  type: 'agreement.reader_named',
  subject,
  personal: { others: ['reader'] },
  data,
  text: /*i18n*/ { id: 'agreements.event.reader_named', message: '{actor} named {reader} as a reader' },
})
export const AgreementReaderRemoved = defineEvent({
  type: 'agreement.reader_removed',
  subject,
  personal: { others: ['reader'] },
  data,
  text: /*i18n*/ { id: 'agreements.event.reader_removed', message: '{actor} took {reader} off the readers' },
})
