// Events of imports.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'

const subject = 'import'
const File = Type.Object({ file: Type.String() })

export const ImportStarted = defineEvent({
  type: 'import.started',
  subject,
  data: File,
  text: /*i18n*/ { id: 'imports.event.started', message: '{actor} brought the list {file}' },
})
export const ImportMapped = defineEvent({
  type: 'import.mapped',
  subject,
  data: File,
  text: /*i18n*/ { id: 'imports.event.mapped', message: '{actor} corrected what the columns of {file} mean' },
})
export const ImportPlanned = defineEvent({
  type: 'import.planned',
  subject,
  data: Type.Object({ file: Type.String(), rows: Type.Integer(), doubtful: Type.Integer() }),
  text: /*i18n*/ {
    id: 'imports.event.planned',
    message:
      '{file} was read: {rows, plural, one {# row} other {# rows}}, {doubtful, plural, =0 {no doubts} one {# doubtful} other {# doubtful}}',
  },
})
export const ImportDecided = defineEvent({
  type: 'import.decided',
  subject,
  data: Type.Object({ file: Type.String(), about: Type.String(), decision: Type.String() }),
  text: /*i18n*/ { id: 'imports.event.decided', message: '{actor} decided on “{about}” in {file}: {decision}' },
})
export const ImportWritten = defineEvent({
  type: 'import.written',
  subject,
  data: Type.Object({
    file: Type.String(),
    created: Type.Integer(),
    updated: Type.Integer(),
    organisations: Type.Integer(),
  }),
  text: /*i18n*/ {
    id: 'imports.event.written',
    message:
      '{actor} wrote {file}: {created, plural, one {# new record} other {# new records}}, {updated, plural, one {# changed} other {# changed}}, {organisations, plural, one {# new partner} other {# new partners}}',
  },
})
export const ImportUndone = defineEvent({
  type: 'import.undone',
  subject,
  data: Type.Object({ file: Type.String(), removed: Type.Integer() }),
  text: /*i18n*/ {
    id: 'imports.event.undone',
    message: '{actor} took back the import of {file}: {removed, plural, one {# record} other {# records}} removed',
  },
})
export const ImportCancelled = defineEvent({
  type: 'import.cancelled',
  subject,
  data: File,
  text: /*i18n*/ { id: 'imports.event.cancelled', message: '{actor} stopped the import of {file}' },
})
export const ImportFailed = defineEvent({
  type: 'import.failed',
  subject,
  data: Type.Object({ file: Type.String(), why: Type.String() }),
  text: /*i18n*/ { id: 'imports.event.failed', message: 'The import of {file} could not go on: {why}' },
})
