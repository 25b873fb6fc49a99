// Refusals of the verification.
import { declareError } from '#core/errors.ts'

export const CodeMistyped = declareError(
  'verification.code_mistyped',
  422,
  /*i18n*/ {
    id: 'documents.error.code_mistyped',
    message: 'This is not a code of a document: a sign is wrong or missing. It has thirteen signs, as 7K4M-Q2XH-P9TDW.',
  },
)
export const NoFileGiven = declareError(
  'verification.no_file',
  422,
  /*i18n*/ { id: 'documents.error.no_file', message: 'No file came with the request, or it is empty.' },
)
