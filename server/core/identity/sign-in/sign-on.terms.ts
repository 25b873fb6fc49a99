// Why a single sign-on did not work, in words for the page of signing in. Pure: the web imports it.
import type { Terms } from '../../terms.ts'

export const signOnProblems = ['unreachable', 'broken_off', 'no_account', 'not_verified', 'closed'] as const
export type SignOnProblem = (typeof signOnProblems)[number]

export const signOnProblemTerms: Terms<SignOnProblem> = {
  unreachable: /*i18n*/ {
    id: 'identity.sign_on.unreachable',
    message: 'The sign-on service cannot be reached at present. Try again in a while, or sign in another way.',
  },
  broken_off: /*i18n*/ {
    id: 'identity.sign_on.broken_off',
    message: 'Signing in was broken off or took too long. Please begin again.',
  },
  no_account: /*i18n*/ {
    id: 'identity.sign_on.no_account',
    message:
      'You are known to the sign-on service, but have no account here. Ask your administrator for an invitation.',
  },
  not_verified: /*i18n*/ {
    id: 'identity.sign_on.not_verified',
    message:
      'The sign-on service does not vouch for your e-mail address, so it is not known who you are here. Ask those who run that service to verify it.',
  },
  closed: /*i18n*/ { id: 'identity.sign_on.closed', message: 'Your account here is closed. Ask your administrator.' },
}
