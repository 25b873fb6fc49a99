// Sessions and the log of sign-ins on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, Nullable, OneOf, PageOf, Paging, route } from '../../contract.ts'
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
