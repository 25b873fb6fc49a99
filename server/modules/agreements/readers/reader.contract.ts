// The people named as readers of a confidential agreement, on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, Nullable, OneOf, route } from '#core/contract.ts'

const tag = 'agreements'
const Named = Type.Object({ id: Type.String(), name: Type.String() })

export const AgreementReader = Type.Object({
  person: Named,
  /** `owner`: as long as the agreement is theirs; `named`: until somebody removes them. */
  kind: OneOf(['owner', 'named'] as const),
  since: Nullable(Instant),
  /** Who named them; null where the installation did, or nobody knows any more. */
  by: Nullable(Type.String()),
  /** The account is closed: they read nothing. */
  closed: Type.Boolean(),
  abilities: Abilities,
})
export type AgreementReader = Static<typeof AgreementReader>

const Readers = Type.Object({
  /** Without the readers it names people for the day when it becomes confidential; they count only then. */
  confidential: Type.Boolean(),
  items: Type.Array(AgreementReader),
  /** People with a role who could be named; empty for those who may not name anybody. */
  candidates: Type.Array(Named),
  abilities: Abilities,
})
export type Readers = Static<typeof Readers>

export const listAgreementReaders = route({
  method: 'GET',
  path: '/api/agreements/:id/readers',
  summary: 'To whom a confidential agreement is confided, and who could be named beside them',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Readers,
})

export const listPossibleReaders = route({
  method: 'GET',
  path: '/api/agreements/readers',
  summary: 'People with a role today: those who can be named as readers of a new confidential agreement',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(Named) }),
})

export const nameAgreementReader = route({
  method: 'PUT',
  path: '/api/agreements/:id/readers/:personId',
  summary: 'Name somebody as a reader of a confidential agreement, or take the name back',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, personId: Type.String({ maxLength: 100 }) }),
  body: Type.Object(
    {
      isReader: Type.Boolean(),
      reason: Type.Optional(Nullable(Type.String({ minLength: 1, maxLength: 1000 }))),
    },
    { additionalProperties: false },
  ),
  response: Readers,
})
