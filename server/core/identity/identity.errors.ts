// Refusals of identity.
import { declareError } from '../errors.ts'

export const WrongCredentials = declareError(
  'identity.wrong_credentials',
  422,
  /*i18n*/ {
    id: 'identity.error.wrong_credentials',
    message: 'E-mail address and password do not fit together.',
  },
)
export const WrongPassword = declareError(
  'identity.wrong_password',
  422,
  /*i18n*/ {
    id: 'identity.error.wrong_password',
    message: 'This is not your present password.',
  },
)
export const LinkNotValid = declareError(
  'identity.link_not_valid',
  422,
  /*i18n*/ {
    id: 'identity.error.link_not_valid',
    message: 'This link was used already or is too old. Ask your administrator for a new one.',
  },
)
export const SetupLinkNotValid = declareError(
  'identity.setup_link_not_valid',
  422,
  /*i18n*/ {
    id: 'identity.error.setup_link_not_valid',
    message: 'This set-up link was used already or is too old. Start Concord again: the terminal prints a new one.',
  },
)
export const EmailTaken = declareError(
  'identity.email_taken',
  422,
  /*i18n*/ {
    id: 'identity.error.email_taken',
    message: 'Someone with this e-mail address has an account already.',
  },
)
export const LastAdministrator = declareError(
  'identity.last_administrator',
  422,
  /*i18n*/ {
    id: 'identity.error.last_administrator',
    message: 'Nobody would be left who administers the installation. Make someone else an administrator first.',
  },
)
