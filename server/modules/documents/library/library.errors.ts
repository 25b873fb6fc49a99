// Refusals of the clause library.
import { declareError } from '#core/errors.ts'

export const LibraryPlaceUnknown = declareError(
  'library.place_unknown',
  422,
  /*i18n*/ {
    id: 'documents.library.error.place_unknown',
    message: 'A library belongs to a home organisation or to the whole installation. Choose one of them.',
  },
)
export const ClauseNotWritten = declareError(
  'library.clause_not_written',
  422,
  /*i18n*/ {
    id: 'documents.library.error.clause_not_written',
    message: 'Write the clause in at least one language and give it a name.',
  },
)
export const VariableUnknown = declareError(
  'library.variable_unknown',
  422,
  /*i18n*/ {
    id: 'documents.library.error.variable_unknown',
    message: 'The text names variables for which there is no question: {names}. Add them, or correct the names.',
  },
)
export const VariableTwice = declareError(
  'library.variable_twice',
  422,
  /*i18n*/ {
    id: 'documents.library.error.variable_twice',
    message: 'Two variables, or two alternatives, have the name {name}. Give one of them another.',
  },
)
export const PromiseVariableWrong = declareError(
  'library.promise_variable_wrong',
  422,
  /*i18n*/ {
    id: 'documents.library.error.promise_variable_wrong',
    message: 'The quantity of a commitment comes from a number, or for money from an amount: {name} is neither.',
  },
)
export const PromiseIncomplete = declareError(
  'library.promise_incomplete',
  422,
  /*i18n*/ {
    id: 'documents.library.error.promise_incomplete',
    message: 'An amount needs its currency, and “every so many years” needs how many.',
  },
)
export const TemplateClauseUnknown = declareError(
  'library.template_clause_unknown',
  422,
  /*i18n*/ {
    id: 'documents.library.error.template_clause_unknown',
    message: 'The template names a clause, or a way to write it, that this library does not have.',
  },
)
export const TemplateClauseTwice = declareError(
  'library.template_clause_twice',
  422,
  /*i18n*/ {
    id: 'documents.library.error.template_clause_twice',
    message: 'The same clause stands twice in the template. Take one of them out.',
  },
)
export const TemplateNotApprovable = declareError(
  'library.template_not_approvable',
  422,
  /*i18n*/ {
    id: 'documents.library.error.template_not_approvable',
    message: 'Approve these clauses first, or take them out: {clauses}.',
  },
)
export const TemplateEmpty = declareError(
  'library.template_empty',
  422,
  /*i18n*/ {
    id: 'documents.library.error.template_empty',
    message: 'A template needs a name and at least one clause before it is approved.',
  },
)
export const ItemRetired = declareError(
  'library.item_retired',
  409,
  /*i18n*/ {
    id: 'documents.library.error.item_retired',
    message: 'This was retired. Bring it back before you change it.',
  },
)
export const ValueUnfit = declareError(
  'library.value_unfit',
  422,
  /*i18n*/ {
    id: 'documents.library.error.value_unfit',
    message: 'This does not fit what is asked for.',
  },
)
export const LibraryFileMissing = declareError(
  'library.file_missing',
  422,
  /*i18n*/ { id: 'documents.library.error.file_missing', message: 'No file came with the request.' },
)
export const LibraryFileUnreadable = declareError(
  'library.file_unreadable',
  422,
  /*i18n*/ {
    id: 'documents.library.error.file_unreadable',
    message: 'This is no Word file (.docx) that can be read: it may be damaged, cut off, or of another kind.',
  },
)
export const LibraryFileEmpty = declareError(
  'library.file_empty',
  422,
  /*i18n*/ {
    id: 'documents.library.error.file_empty',
    message: 'There is no text in this file. A scan or picture has to be typed or recognised first.',
  },
)
export const LibraryFileTooMuch = declareError(
  'library.file_too_much',
  422,
  /*i18n*/ {
    id: 'documents.library.error.file_too_much',
    message: 'This file has more text than a template can have ({limit} clauses, or 20 MB unpacked).',
  },
)
