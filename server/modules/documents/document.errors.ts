// Refusals of making documents.
import { declareError } from '#core/errors.ts'

export const CharacterNotPrintable = declareError(
  'document.character_not_printable',
  422,
  /*i18n*/ {
    id: 'documents.error.character_not_printable',
    message: 'No typeface of this installation has these signs: {characters}. Replace them in the text.',
  },
)
export const FontsMissing = declareError(
  'document.fonts_missing',
  503,
  /*i18n*/ {
    id: 'documents.error.fonts_missing',
    message: 'The typeface file {file} is missing on the server. Whoever runs it should install Concord again.',
  },
)
export const DocumentNotMade = declareError(
  'document.not_made',
  503,
  /*i18n*/ {
    id: 'documents.error.not_made',
    message: 'The document could not be made. Try again; if it fails again, tell whoever runs this installation.',
  },
)
export const DocumentsBusy = declareError(
  'document.busy',
  503,
  /*i18n*/ {
    id: 'documents.error.busy',
    message: 'Many documents are being made at the moment. Try again in a minute.',
  },
)
