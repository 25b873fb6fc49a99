// API tokens on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, IsoDate, Nullable, OneOf, route } from '../../contract.ts'
import { powers } from '../roles.terms.ts'

const tag = 'tokens'

export const ApiToken = Type.Object({
  id: Id,
  name: Type.String(),
  scopes: Type.Array(OneOf(powers)),
  expiresOn: IsoDate,
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
  lastUsedFrom: Nullable(Type.String()),
})
export type ApiToken = Static<typeof ApiToken>

const Tokens = Type.Object({ items: Type.Array(ApiToken) })

export const listOwnTokens = route({
  method: 'GET',
  path: '/api/session/tokens',
  summary: 'One’s own API tokens that still work',
  tag,
  access: 'session',
  response: Tokens,
})

export const makeToken = route({
  method: 'POST',
  path: '/api/session/tokens',
  summary: 'Make an API token; it is shown once',
  tag,
  access: 'session',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100 }),
      /** What the token may do of what its owner may do. */
      scopes: Type.Array(OneOf(powers), { minItems: 1, maxItems: powers.length, uniqueItems: true }),
      /** The last day on which it works, at most a year from now. */
      expiresOn: IsoDate,
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ token: Type.String(), items: Type.Array(ApiToken) }),
})

export const revokeToken = route({
  method: 'DELETE',
  path: '/api/session/tokens/:id',
  summary: 'Revoke an API token of one’s own',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Tokens,
})

const OneAccount = Type.Object({ id: Type.String({ maxLength: 64 }) })

export const listAccountTokens = route({
  method: 'GET',
  path: '/api/accounts/:id/tokens',
  summary: 'API tokens of a person that still work',
  tag,
  access: 'administrator',
  params: OneAccount,
  response: Tokens,
})

export const revokeAccountTokens = route({
  method: 'DELETE',
  path: '/api/accounts/:id/tokens',
  summary: 'Revoke all API tokens of a person',
  tag,
  access: 'administrator',
  params: OneAccount,
  response: Tokens,
})
