// Events of imports.
import Type from 'typebox'
import { OneOf } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'
import { keysOf } from '#core/terms.ts'

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
/** What a person may decide about a partner or a row, as the trail says it. */
const decisionTerms = {
  matched: /*i18n*/ { id: 'imports.decision.matched', message: 'is a known organisation' },
  new: /*i18n*/ { id: 'imports.decision.new', message: 'is a new organisation' },
  split: /*i18n*/ { id: 'imports.decision.split', message: 'names several organisations' },
  ignored: /*i18n*/ { id: 'imports.decision.ignored', message: 'is no partner' },
  undecided: /*i18n*/ { id: 'imports.decision.undecided', message: 'is open again' },
  left_out: /*i18n*/ { id: 'imports.decision.left_out', message: 'is left out' },
  taken_in: /*i18n*/ { id: 'imports.decision.taken_in', message: 'is taken in again' },
  joined: /*i18n*/ { id: 'imports.decision.joined', message: 'is a record that exists' },
  separate: /*i18n*/ { id: 'imports.decision.separate', message: 'is a record of its own' },
  accepted: /*i18n*/ { id: 'imports.decision.accepted', message: 'is right as it was understood' },
  reopened: /*i18n*/ { id: 'imports.decision.reopened', message: 'is doubtful again' },
  corrected: /*i18n*/ { id: 'imports.decision.corrected', message: 'was corrected' },
  commitments: /*i18n*/ { id: 'imports.decision.commitments', message: 'makes other commitments' },
  write: /*i18n*/ { id: 'imports.decision.write', message: 'is to be written' },
} as const

export type ImportDecision = keyof typeof decisionTerms

export const ImportDecided = defineEvent({
  type: 'import.decided',
  subject,
  data: Type.Object({
    file: Type.String(),
    about: Type.String(),
    decision: OneOf(keysOf<ImportDecision>(decisionTerms)),
  }),
  words: { decision: decisionTerms },
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
  data: Type.Object({ file: Type.String(), removed: Type.Integer(), restored: Type.Integer() }),
  text: /*i18n*/ {
    id: 'imports.event.undone',
    message:
      '{actor} took back the import of {file}: {removed, plural, one {# record} other {# records}} removed{restored, plural, =0 {} one {, # brought back} other {, # brought back}}',
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
