// What is recorded of Word templates; it stands in the timeline of the organisation.
import Type from 'typebox'
import { Id } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const data = Type.Object({ templateId: Id, name: Type.String() })

export const WordTemplateAdded = defineEvent({
  ...{ type: 'word_template.added', subject: 'organisation', data },
  text: /*i18n*/ { id: 'documents.event.template_added', message: '{actor} added the Word template {name}' },
})
export const WordTemplateRemoved = defineEvent({
  ...{ type: 'word_template.removed', subject: 'organisation', data },
  text: /*i18n*/ { id: 'documents.event.template_removed', message: '{actor} removed the Word template {name}' },
})
