// What can go wrong with drafts, in words that say what to do.
import { declareError } from '#core/errors.ts'

export const DraftMissing = declareError(
  'draft.missing',
  409,
  /*i18n*/ { id: 'drafting.error.missing', message: 'This agreement has no draft yet. Begin one first.' },
)
export const DraftExists = declareError(
  'draft.exists',
  409,
  /*i18n*/ { id: 'drafting.error.exists', message: 'This agreement has a draft already. Reload the page to see it.' },
)
export const SourceDraftMissing = declareError(
  'draft.source_missing',
  422,
  /*i18n*/ {
    id: 'drafting.error.source_missing',
    message: 'The other agreement has no draft, or you may not see it.',
  },
)
export const TemplateMissing = declareError(
  'draft.template_missing',
  422,
  /*i18n*/ {
    id: 'drafting.error.template_missing',
    message: 'There is no such template in use, or you may not see it.',
  },
)
export const PrevailingUnknown = declareError(
  'draft.prevailing_unknown',
  422,
  /*i18n*/ {
    id: 'drafting.error.prevailing_unknown',
    message: 'The language that prevails must be one of the languages of the text.',
  },
)
export const UpgradeNeeded = declareError(
  'draft.upgrade_needed',
  400,
  /*i18n*/ {
    id: 'drafting.error.upgrade_needed',
    message: 'This address is for editing together and takes web sockets only.',
  },
)
export const TooManyClauses = declareError(
  'draft.too_many_clauses',
  422,
  /*i18n*/ {
    id: 'drafting.error.too_many_clauses',
    message: 'A draft has at most {most, number} clauses. Join some of them, or move a part into an annex of its own.',
  },
)
export const ClauseTooLong = declareError(
  'draft.clause_too_long',
  422,
  /*i18n*/ {
    id: 'drafting.error.clause_too_long',
    message: 'A clause has at most {most, number} characters in each language. Split it into several.',
  },
)
export const OnlySuggestions = declareError(
  'draft.only_suggestions',
  403,
  /*i18n*/ {
    id: 'drafting.error.only_suggestions',
    message: 'You may suggest changes to this draft, not make them, and leave the suggestions of others as they are.',
  },
)
export const OnlyReading = declareError(
  'draft.only_reading',
  403,
  /*i18n*/ { id: 'drafting.error.only_reading', message: 'You may read this draft, not change it.' },
)
export const EditUnreadable = declareError(
  'draft.edit_unreadable',
  400,
  /*i18n*/ {
    id: 'drafting.error.edit_unreadable',
    message: 'This edit cannot be understood. Reload the page and make it again.',
  },
)
export const ForeignSuggestion = declareError(
  'draft.foreign_suggestion',
  403,
  /*i18n*/ { id: 'drafting.error.foreign_suggestion', message: 'A suggestion bears the name of its own author only.' },
)
export const TooFast = declareError(
  'draft.too_fast',
  429,
  /*i18n*/ {
    id: 'drafting.error.too_fast',
    message: 'More edits came from here than a person can make. Wait a minute, then open the draft again.',
  },
)
export const ClauseUnknown = declareError(
  'draft.clause_unknown',
  422,
  /*i18n*/ { id: 'drafting.error.clause_unknown', message: 'This clause is no part of the draft any more.' },
)
export const PromiseElsewhere = declareError(
  'draft.promise_elsewhere',
  422,
  /*i18n*/ {
    id: 'drafting.error.promise_elsewhere',
    message: 'Only a proposed commitment of this agreement can stand in its draft.',
  },
)
