// What is recorded of the clause library.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'

const subject = 'library_item'
const About = { kind: Type.String(), title: Type.String() }

export const LibraryItemWritten = defineEvent({
  type: 'library_item.written',
  subject,
  data: Type.Object({ ...About, version: Type.Integer(), origin: Type.Union([Type.String(), Type.Null()]) }),
  text: /*i18n*/ {
    id: 'documents.library.event.written',
    message: '{actor} wrote {title} (version {version}) in the library',
  },
})
export const LibraryItemApproved = defineEvent({
  type: 'library_item.approved',
  subject,
  data: Type.Object({ ...About, version: Type.Integer() }),
  text: /*i18n*/ {
    id: 'documents.library.event.approved',
    message: '{actor} approved {title} (version {version}) for use',
  },
})
export const LibraryItemRetired = defineEvent({
  type: 'library_item.retired',
  subject,
  data: Type.Object(About),
  text: /*i18n*/ { id: 'documents.library.event.retired', message: '{actor} took {title} out of use' },
})
export const LibraryItemRestored = defineEvent({
  type: 'library_item.restored',
  subject,
  data: Type.Object(About),
  text: /*i18n*/ { id: 'documents.library.event.restored', message: '{actor} brought {title} back into use' },
})
