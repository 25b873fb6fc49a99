// What is recorded of issued documents; it stands in the timeline of the record that the document is of.
import Type from 'typebox'
import { Id } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

export const DocumentIssued = defineEvent({
  type: 'document.issued',
  subject: 'agreement',
  data: Type.Object({ documentId: Id, code: Type.String(), version: Type.String(), textHash: Type.String() }),
  text: /*i18n*/ {
    id: 'documents.event.issued',
    message: '{actor} issued the sealed document {code}',
  },
})
