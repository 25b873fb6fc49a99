// Refusals of imports.
import { declareError } from '#core/errors.ts'

export const NothingUploaded = declareError(
  'imports.nothing_uploaded',
  422,
  /*i18n*/ {
    id: 'imports.error.nothing_uploaded',
    message: 'No file arrived. Choose a file (xlsx, csv, tsv or json) and send it again.',
  },
)
export const UploadCut = declareError(
  'imports.upload_cut',
  422,
  /*i18n*/ {
    id: 'imports.error.upload_cut',
    message: 'The file did not arrive completely. Nothing was kept; send it again.',
  },
)
export const DiskFull = declareError(
  'imports.disk_full',
  503,
  /*i18n*/ {
    id: 'imports.error.disk_full',
    message:
      'The disk of the server is full. Nothing was kept; tell your administrator to make room, then send the file again.',
  },
)
export const WrongState = declareError(
  'imports.wrong_state',
  409,
  /*i18n*/ {
    id: 'imports.error.wrong_state',
    message:
      'This is not possible now: {state, select, reading {the file is still being read} mapping {its columns are still to be told} planning {it is being planned} planned {it is planned and waits for a check} writing {it is being written} written {it was written} undone {it was taken back} failed {it stopped with a problem} cancelled {it was cancelled} other {it stands elsewhere}}. Reload the page to see how the import stands.',
  },
)
export const NotYourHome = declareError(
  'imports.not_your_home',
  403,
  /*i18n*/ {
    id: 'imports.error.not_your_home',
    message: 'You may not import for this organisation.',
  },
)
export const NoHome = declareError(
  'imports.no_home',
  422,
  /*i18n*/ {
    id: 'imports.error.no_home',
    message: 'Choose the home organisation of this installation first; agreements need a side that is yours.',
  },
)
export const BuiltOn = declareError(
  'imports.built_on',
  422,
  /*i18n*/ {
    id: 'imports.error.built_on',
    message:
      'This import cannot be taken back as a whole any more: {count, plural, one {# record was} other {# records were}} changed since, or has entries. Withdraw what is wrong one by one.',
  },
)
export const UnknownOrganisation = declareError(
  'imports.unknown_organisation',
  422,
  /*i18n*/ {
    id: 'imports.error.unknown_organisation',
    message: 'The organisation that was chosen does not exist any more. Choose another one.',
  },
)
export const NothingToWrite = declareError(
  'imports.nothing_to_write',
  422,
  /*i18n*/ {
    id: 'imports.error.nothing_to_write',
    message: 'There is nothing to write: every row is there already, is skipped, or has an error.',
  },
)
export const UnknownMeaning = declareError(
  'imports.unknown_meaning',
  422,
  /*i18n*/ {
    id: 'imports.error.unknown_meaning',
    message: 'A column cannot have this meaning.',
  },
)
