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
export const PasswordKnown = declareError(
  'identity.password_known',
  422,
  /*i18n*/ {
    id: 'identity.error.password_known',
    message:
      'This password is easy to guess: it is like those that leaked from other places, or follows a simple pattern. Three or four words that have nothing to do with each other are better.',
  },
)
export const PasswordNamed = declareError(
  'identity.password_named',
  422,
  /*i18n*/ {
    id: 'identity.error.password_named',
    message: 'This password is little more than a name that others know. Please choose something else.',
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
export const PlaceUnknown = declareError(
  'identity.place_unknown',
  422,
  /*i18n*/ {
    id: 'identity.error.place_unknown',
    message: 'There is no such organisation or unit. Choose one from the list.',
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
export const CodeWrong = declareError(
  'identity.code_wrong',
  422,
  /*i18n*/ {
    id: 'identity.error.code_wrong',
    message:
      'This code does not fit, or was used already. Wait for the next one, and check that the clock of your telephone is right.',
  },
)
export const SecondStepLost = declareError(
  'identity.second_step_lost',
  422,
  /*i18n*/ {
    id: 'identity.error.second_step_lost',
    message: 'Too much time has passed. Please begin again with your password.',
  },
)
export const PasskeyNotAccepted = declareError(
  'identity.passkey_not_accepted',
  422,
  /*i18n*/ {
    id: 'identity.error.passkey_not_accepted',
    message: 'This passkey is not known here, or its answer came too late. Try again, or sign in another way.',
  },
)
export const SignInAgain = declareError(
  'identity.sign_in_again',
  403,
  /*i18n*/ {
    id: 'identity.error.sign_in_again',
    message:
      'You signed in more than an hour ago. This decides who gets in later, so please sign out and in again first.',
  },
)
export const CodesAlready = declareError(
  'identity.codes_already',
  422,
  /*i18n*/ {
    id: 'identity.error.codes_already',
    message: 'One-time codes are in use for your account already. Stop using them first to move to another app.',
  },
)
export const DeputyIsSelf = declareError(
  'identity.deputy_is_self',
  422,
  /*i18n*/ {
    id: 'identity.error.deputy_is_self',
    message: 'Please choose another person: nobody stands in for themselves.',
  },
)
export const DeputyUnknown = declareError(
  'identity.deputy_unknown',
  422,
  /*i18n*/ { id: 'identity.error.deputy_unknown', message: 'This person has no open account here.' },
)
export const DeputyTimeWrong = declareError(
  'identity.deputy_time_wrong',
  422,
  /*i18n*/ {
    id: 'identity.error.deputy_time_wrong',
    message: 'The last day must not lie before the first one or in the past.',
  },
)
export const TokenNotValid = declareError(
  'identity.token_not_valid',
  401,
  /*i18n*/ {
    id: 'identity.error.token_not_valid',
    message: 'This API token is not known, was revoked, or its time is over.',
  },
)
export const TokenMayNot = declareError(
  'identity.token_may_not',
  403,
  /*i18n*/ {
    id: 'identity.error.token_may_not',
    message: 'This API token may not do this. Make one that may, or do it in the pages.',
  },
)
export const TokenTimeWrong = declareError(
  'identity.token_time_wrong',
  422,
  /*i18n*/ {
    id: 'identity.error.token_time_wrong',
    message: 'The last day of a token must be today or later, at most a year from now.',
  },
)
export const TokenTooMuch = declareError(
  'identity.token_too_much',
  422,
  /*i18n*/ { id: 'identity.error.token_too_much', message: 'A token cannot do more than you may do yourself.' },
)
