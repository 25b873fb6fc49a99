// Refusals of guests and their links.
import { declareError } from '#core/errors.ts'

/** One sentence for every reason: forged, expired, revoked, record gone or confidential; none of them shows through. */
export const GuestLinkNotValid = declareError(
  'guest.link_not_valid',
  404,
  /*i18n*/ {
    id: 'guests.error.link_not_valid',
    message: 'This link does not work, or no longer. Ask the office that sent it for a new one.',
  },
)
export const GuestCodeWrong = declareError(
  'guest.code_wrong',
  422,
  /*i18n*/ { id: 'guests.error.code_wrong', message: 'This is not the code of the last message, or it is too old.' },
)
export const GuestMayNot = declareError(
  'guest.may_not',
  403,
  /*i18n*/ { id: 'guests.error.may_not', message: 'Your link does not allow this.' },
)
export const GuestOrganisationStrange = declareError(
  'guest.organisation_strange',
  422,
  /*i18n*/ {
    id: 'guests.error.organisation_strange',
    message: 'A guest comes from a partner of the agreement. Add the organisation as a party first.',
  },
)
export const GuestTimeWrong = declareError(
  'guest.time_wrong',
  422,
  /*i18n*/ { id: 'guests.error.time_wrong', message: 'A link works from today on and for a year at most.' },
)
export const GuestProofImpossible = declareError(
  'guest.proof_impossible',
  422,
  /*i18n*/ {
    id: 'guests.error.proof_impossible',
    message: 'A code can only be sent when the guest has an e-mail address and this installation sends mail.',
  },
)
export const AnswerNeedsReason = declareError(
  'guest.reason_needed',
  422,
  /*i18n*/ { id: 'guests.error.reason_needed', message: 'Say what is not right, so that the office can correct it.' },
)
export const AnsweredAlready = declareError(
  'guest.answered_already',
  409,
  /*i18n*/ {
    id: 'guests.error.answered_already',
    message:
      'You confirmed this already, and the confirmation stands as evidence. Write to the office if it was wrong.',
  },
)
export const FileDecidedAlready = declareError(
  'guest.file_decided',
  409,
  /*i18n*/ { id: 'guests.error.file_decided', message: 'Somebody decided about this file already.' },
)
export const TooManyFilesWait = declareError(
  'guest.too_many_files',
  422,
  /*i18n*/ {
    id: 'guests.error.too_many_files',
    message: 'So many files of yours wait for the office already. Wait until it has looked at them.',
  },
)
