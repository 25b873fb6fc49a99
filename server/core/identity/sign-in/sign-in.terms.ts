// The words of the log of sign-ins: what happened, and how one signed in. Pure: the web imports it.
import type { Terms } from '../../terms.ts'

export const accessKinds = ['signed_in', 'failed', 'paused', 'asked', 'signed_out', 'ended'] as const
export type AccessKind = (typeof accessKinds)[number]

export const signInMethods = ['password', 'code', 'passkey', 'mail_link', 'sign_on', 'invitation', 'setup'] as const
export type SignInMethod = (typeof signInMethods)[number]

export const accessKindTerms: Terms<AccessKind> = {
  signed_in: /*i18n*/ { id: 'identity.access.signed_in', message: 'Signed in' },
  failed: /*i18n*/ { id: 'identity.access.failed', message: 'Sign-in failed' },
  paused: /*i18n*/ { id: 'identity.access.paused', message: 'Turned away after too many tries' },
  asked: /*i18n*/ { id: 'identity.access.asked', message: 'Asked for a link' },
  signed_out: /*i18n*/ { id: 'identity.access.signed_out', message: 'Signed out' },
  ended: /*i18n*/ { id: 'identity.access.ended', message: 'Signed out from elsewhere' },
}

export const signInMethodTerms: Terms<SignInMethod> = {
  password: /*i18n*/ { id: 'identity.method.password', message: 'Password' },
  code: /*i18n*/ { id: 'identity.method.code', message: 'One-time code' },
  passkey: /*i18n*/ { id: 'identity.method.passkey', message: 'Passkey' },
  mail_link: /*i18n*/ { id: 'identity.method.mail_link', message: 'Link by e-mail' },
  sign_on: /*i18n*/ { id: 'identity.method.sign_on', message: 'Single sign-on' },
  invitation: /*i18n*/ { id: 'identity.method.invitation', message: 'Invitation' },
  setup: /*i18n*/ { id: 'identity.method.setup', message: 'First set-up' },
}
