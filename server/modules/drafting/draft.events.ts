// What is recorded of drafts: not each keystroke, but who worked on which clauses, and every decision.
import Type from 'typebox'
import { Id, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'

const subject = 'agreement'

export const DraftBegun = defineEvent({
  type: 'draft.begun',
  subject,
  data: Type.Object({
    languages: Type.Array(Type.String()),
    clauses: Type.Integer(),
    /** The template of the library that it began from. */
    template: Type.Optional(Type.Object({ id: Type.String(), version: Type.Integer() })),
    /** Which clause of the library, in which version, each clause came from. */
    origins: Type.Optional(
      Type.Array(
        Type.Object({
          clauseId: Type.String(),
          itemId: Type.String(),
          version: Type.Integer(),
          alternative: Type.String(),
        }),
      ),
    ),
  }),
  text: /*i18n*/ {
    id: 'drafting.event.begun',
    message: '{actor} began the draft with {clauses, plural, one {# clause} other {# clauses}}',
  },
})
export const DraftEdited = defineEvent({
  type: 'draft.edited',
  subject,
  personal: { others: ['author'] },
  data: Type.Object({
    /** Who wrote; the event itself is written afterwards. */
    author: Type.String(),
    clauseIds: Type.Array(Id),
    clauses: Type.Integer(),
    edits: Type.Integer(),
    from: Type.String(),
    until: Type.String(),
  }),
  text: /*i18n*/ {
    id: 'drafting.event.edited',
    message: '{author} worked on {clauses, plural, one {# clause} other {# clauses}} of the draft',
  },
})
export const DraftChanged = defineEvent({
  type: 'draft.changed',
  subject,
  data: Type.Object({ languages: Type.Array(Type.String()), prevailing: Nullable(Type.String()) }),
  text: /*i18n*/ { id: 'drafting.event.changed', message: '{actor} changed the languages or the title of the draft' },
})
export const SuggestionsDecided = defineEvent({
  type: 'draft.suggestions_decided',
  subject,
  data: Type.Object({ takenIn: Type.Integer(), turnedDown: Type.Integer(), clauseIds: Type.Array(Id) }),
  text: /*i18n*/ {
    id: 'drafting.event.suggestions_decided',
    message:
      '{actor} decided on suggestions in the draft: {takenIn, plural, one {# taken in} other {# taken in}}, {turnedDown, plural, one {# turned down} other {# turned down}}',
  },
})
export const DraftVersionKept = defineEvent({
  type: 'draft.version_kept',
  subject,
  data: Type.Object({
    number: Type.Integer(),
    kind: Type.String(),
    name: Nullable(Type.String()),
    hash: Type.String(),
  }),
  text: /*i18n*/ { id: 'drafting.event.version_kept', message: '{actor} kept version {number, number} of the draft' },
})
export const DraftRestored = defineEvent({
  type: 'draft.restored',
  subject,
  data: Type.Object({ number: Type.Integer() }),
  text: /*i18n*/ {
    id: 'drafting.event.restored',
    message: '{actor} wrote version {number, number} into the draft again',
  },
})
export const PromisePlaced = defineEvent({
  type: 'draft.promise_placed',
  subject,
  data: Type.Object({ commitmentId: Id, clauseId: Nullable(Id) }),
  text: /*i18n*/ { id: 'drafting.event.promise_placed', message: '{actor} tied a promise to a clause of the draft' },
})
export const ClauseSettled = defineEvent({
  type: 'draft.clause_settled',
  subject,
  data: Type.Object({ clauseId: Id, isSettled: Type.Boolean() }),
  text: /*i18n*/ {
    id: 'drafting.event.clause_settled',
    message:
      '{isSettled, select, true {{actor} settled the talk about a clause} other {{actor} opened the talk about a clause again}}',
  },
})
