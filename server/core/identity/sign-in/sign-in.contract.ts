// Sessions and the log of sign-ins on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, PageOf, Paging, route } from '../../contract.ts'
import { SessionState } from '../identity.contract.ts'
import { accessKinds, signInMethods } from './sign-in.terms.ts'

const tag = 'sign-in'
const PersonId = Type.Object({ id: Type.String({ maxLength: 64 }) })

/** `device` is what the browser says about itself. */
export const OpenSession = Type.Object({
  id: Type.String(),
  /** The session of this very request. */
  current: Type.Boolean(),
  method: OneOf(signInMethods),
  address: Type.String(),
  device: Type.String(),
  since: Instant,
  lastSeenAt: Instant,
})
export type OpenSession = Static<typeof OpenSession>

export const AccessEntry = Type.Object({
  id: Id,
  kind: OneOf(accessKinds),
  method: Nullable(OneOf(signInMethods)),
  personId: Nullable(Type.String()),
  name: Nullable(Type.String()),
  email: Type.String(),
  address: Type.String(),
  device: Type.String(),
  at: Instant,
})
export type AccessEntry = Static<typeof AccessEntry>

const Sessions = Type.Object({ items: Type.Array(OpenSession) })

export const listOwnSessions = route({
  method: 'GET',
  path: '/api/session/devices',
  summary: 'Where one is signed in',
  tag,
  access: 'session',
  response: Sessions,
})

export const endOwnSession = route({
  method: 'DELETE',
  path: '/api/session/devices/:id',
  summary: 'Sign out somewhere else',
  tag,
  access: 'session',
  params: PersonId,
  response: Sessions,
})

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/session/devices',
  summary: 'Sign out everywhere but here',
  tag,
  access: 'session',
  response: Sessions,
})

export const listOwnAccess = route({
  method: 'GET',
  path: '/api/session/access',
  summary: 'One’s own sign-ins, good and bad, newest first',
  tag,
  access: 'session',
  query: Type.Object({ ...Paging }),
  response: PageOf(AccessEntry),
})

export const listAccountSessions = route({
  method: 'GET',
  path: '/api/accounts/:id/devices',
  summary: 'Where a person is signed in',
  tag,
  access: 'administrator',
  params: PersonId,
  response: Sessions,
})

export const endAccountSessions = route({
  method: 'DELETE',
  path: '/api/accounts/:id/devices',
  summary: 'Sign a person out everywhere',
  tag,
  access: 'administrator',
  params: PersonId,
  response: Sessions,
})

export const listAccessLog = route({
  method: 'GET',
  path: '/api/access-log',
  summary: 'All sign-ins, good and bad, newest first; for administrators and auditors of the whole installation',
  tag,
  access: 'session',
  query: Type.Object({
    ...Paging,
    kind: Type.Optional(OneOf(accessKinds)),
    personId: Type.Optional(Type.String({ maxLength: 64 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  response: PageOf(AccessEntry),
})

export const SignInSettings = Type.Object({
  /** When one-time codes were begun; null when they are not in use. */
  codesSince: Nullable(Instant),
  recoveryCodesLeft: Type.Integer(),
  passkeys: Type.Array(Type.Object({ id: Id, name: Type.String(), since: Instant, lastUsedAt: Nullable(Instant) })),
})
export type SignInSettings = Static<typeof SignInSettings>

/** Six digits of the app, or a recovery code; spaces and hyphens do not matter. */
const Code = Type.Object({ code: Type.String({ minLength: 6, maxLength: 40 }) }, { additionalProperties: false })
const RecoveryCodes = Type.Object({ recoveryCodes: Type.Array(Type.String()) })
/** What WebAuthn exchanges; its form is that of the standard, in JSON. */
const Credential = Type.Unsafe<object>(Type.Object({}))
const Challenge = Type.Object({ options: Type.Unsafe<object>(Type.Object({}, { additionalProperties: true })) })

export const getSignInSettings = route({
  method: 'GET',
  path: '/api/session/second-step',
  summary: 'How one signs in: one-time codes, recovery codes and passkeys',
  tag,
  access: 'session',
  response: SignInSettings,
})

export const giveCode = route({
  method: 'POST',
  path: '/api/session/code',
  summary: 'The second step of signing in: a code of the authenticator app, or a recovery code',
  tag,
  access: 'public',
  body: Code,
  response: SessionState,
})

export const beginCodes = route({
  method: 'POST',
  path: '/api/session/one-time-codes',
  summary: 'Make the secret for an authenticator app; it holds when its first code was given',
  tag,
  access: 'session',
  response: Type.Object({ secret: Type.String(), address: Type.String() }),
})

export const confirmCodes = route({
  method: 'PUT',
  path: '/api/session/one-time-codes',
  summary: 'Begin to use one-time codes by giving the first; answers recovery codes, which are shown once',
  tag,
  access: 'session',
  body: Code,
  response: RecoveryCodes,
})

export const stopCodes = route({
  method: 'POST',
  path: '/api/session/one-time-codes/stop',
  summary: 'Stop using one-time codes; needs a code or a recovery code',
  tag,
  access: 'session',
  body: Code,
  response: SignInSettings,
})

export const makeRecoveryCodes = route({
  method: 'POST',
  path: '/api/session/recovery-codes',
  summary: 'Make new recovery codes; earlier ones no longer work',
  tag,
  access: 'session',
  body: Code,
  response: RecoveryCodes,
})

export const beginPasskey = route({
  method: 'POST',
  path: '/api/session/passkeys/challenge',
  summary: 'What the browser needs to make a passkey',
  tag,
  access: 'session',
  response: Challenge,
})

export const addPasskey = route({
  method: 'POST',
  path: '/api/session/passkeys',
  summary: 'Keep a passkey that the browser has made',
  tag,
  access: 'session',
  body: Type.Object(
    { name: Type.String({ minLength: 1, maxLength: 100 }), credential: Credential },
    { additionalProperties: false },
  ),
  response: SignInSettings,
})

export const removePasskey = route({
  method: 'DELETE',
  path: '/api/session/passkeys/:id',
  summary: 'Remove a passkey',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: SignInSettings,
})

export const beginPasskeySignIn = route({
  method: 'POST',
  path: '/api/session/passkey/challenge',
  summary: 'What the browser needs to sign in with a passkey',
  tag,
  access: 'public',
  response: Challenge,
})

export const signInWithPasskey = route({
  method: 'POST',
  path: '/api/session/passkey',
  summary: 'Sign in with a passkey',
  tag,
  access: 'public',
  body: Type.Object({ credential: Credential }, { additionalProperties: false }),
  response: SessionState,
})

export const resetSecondStep = route({
  method: 'DELETE',
  path: '/api/accounts/:id/second-step',
  summary: 'Remove the one-time codes and passkeys of a person who lost them',
  tag,
  access: 'administrator',
  params: PersonId,
  response: Type.Object({}),
})

export const askForLink = route({
  method: 'POST',
  path: '/api/session/mail-link',
  summary: 'Ask for a link by e-mail, for signing in or for a new password; the answer tells nothing about accounts',
  tag,
  access: 'public',
  body: Type.Object(
    { email: Type.String({ format: 'email', maxLength: 254 }), purpose: OneOf(['sign_in', 'password'] as const) },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const openLink = route({
  method: 'POST',
  path: '/api/session/mail-link/open',
  summary: 'Sign in with the link of a message, once',
  tag,
  access: 'public',
  body: Type.Object({ token: Type.String({ minLength: 20, maxLength: 200 }) }, { additionalProperties: false }),
  response: SessionState,
})

const ProviderId = Type.Object({ provider: Type.String({ maxLength: 40 }) })

export const beginSignOn = route({
  method: 'GET',
  path: '/api/sign-on/:provider',
  summary: 'Go to a provider of single sign-on',
  tag,
  access: 'public',
  params: ProviderId,
  query: Type.Object({ return: Type.Optional(Type.String({ maxLength: 2000 })) }),
  transfer: 'download',
})

export const finishSignOn = route({
  method: 'GET',
  path: '/api/sign-on/:provider/callback',
  summary: 'Come back from a provider of single sign-on',
  tag,
  access: 'public',
  params: ProviderId,
  query: Type.Object({}, { additionalProperties: true }),
  transfer: 'download',
})
