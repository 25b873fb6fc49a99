// Deputies, hand-over and explanations of access on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, IsoDate, LocalisedText, Nullable, OneOf, route } from '../../contract.ts'
import { powers, roles } from '../roles.terms.ts'

const tag = 'people'
const PersonId = Type.String({ maxLength: 64 })
const OnePerson = Type.Object({ id: PersonId })
const Named = Type.Object({ id: Type.String(), name: Type.String() })

export const Deputyship = Type.Object({
  id: Id,
  /** Who is away. */
  person: Named,
  deputy: Named,
  validFrom: IsoDate,
  validUntil: IsoDate,
  note: Nullable(Type.String()),
})
export type Deputyship = Static<typeof Deputyship>

const Deputies = Type.Object({ items: Type.Array(Deputyship) })

export const listOwnDeputies = route({
  method: 'GET',
  path: '/api/session/deputies',
  summary: 'Who stands in for me, and for whom I stand in',
  tag,
  access: 'session',
  response: Deputies,
})

export const listDeputies = route({
  method: 'GET',
  path: '/api/accounts/:id/deputies',
  summary: 'Who stands in for a person, and for whom they stand in',
  tag,
  access: 'administrator',
  params: OnePerson,
  response: Deputies,
})

export const addDeputy = route({
  method: 'POST',
  path: '/api/deputies',
  summary: 'Name a deputy for an absence: oneself, or an administrator for anybody',
  tag,
  access: 'session',
  body: Type.Object(
    {
      /** Who is away; oneself when left out. */
      personId: Type.Optional(PersonId),
      deputyId: PersonId,
      validFrom: IsoDate,
      validUntil: IsoDate,
      note: Type.Optional(Nullable(Type.String({ maxLength: 500 }))),
    },
    { additionalProperties: false },
  ),
  response: Deputies,
})

export const endDeputy = route({
  method: 'DELETE',
  path: '/api/deputies/:id',
  summary: 'End a deputyship before its day',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Deputies,
})

const HeldItem = Type.Object({
  id: Id,
  title: LocalisedText,
  number: Nullable(Type.String()),
  path: Type.String(),
})
const Held = Type.Object({ name: Type.String(), label: Type.String(), items: Type.Array(HeldItem) })

export const HandOverReport = Type.Object({
  id: Id,
  from: Named,
  to: Named,
  by: Type.String(),
  at: Instant,
  accountClosed: Type.Boolean(),
  groups: Type.Array(Held),
})
export type HandOverReport = Static<typeof HandOverReport>

export const listHoldings = route({
  method: 'GET',
  path: '/api/accounts/:id/holdings',
  summary: 'Everything a person owns, and the reports of earlier hand-overs',
  tag,
  access: 'administrator',
  params: OnePerson,
  response: Type.Object({ person: Named, groups: Type.Array(Held), reports: Type.Array(HandOverReport) }),
})

export const handOver = route({
  method: 'POST',
  path: '/api/accounts/:id/hand-over',
  summary: 'Give everything a person owns to another, and close the account when asked',
  tag,
  access: 'administrator',
  params: OnePerson,
  body: Type.Object(
    {
      toId: PersonId,
      closeAccount: Type.Boolean(),
      reason: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
    },
    { additionalProperties: false },
  ),
  response: HandOverReport,
})

/** Why somebody may do something: a role in a place, given or by groups, their own or that of a person they stand in for. */
export const AccessReason = Type.Object({
  /** `reader`: named on this record. */
  kind: OneOf(['role', 'owner', 'reader'] as const),
  role: Nullable(OneOf(roles)),
  scopeId: Nullable(Id),
  scopeName: Nullable(Type.String()),
  validUntil: Nullable(IsoDate),
  source: Nullable(Type.String()),
  deputyFor: Nullable(Named),
})
export type AccessReason = Static<typeof AccessReason>

export const explainPerson = route({
  method: 'GET',
  path: '/api/accounts/:id/powers',
  summary: 'What a person may do today, and why; for oneself, administrators and auditors',
  tag,
  access: 'session',
  params: OnePerson,
  response: Type.Object({
    person: Named,
    closed: Type.Boolean(),
    /** Confidential records that are confided to them as owner or by name. */
    confided: Type.Integer(),
    powers: Type.Array(Type.Object({ power: OneOf(powers), reasons: Type.Array(AccessReason) })),
    /** Roles that do not hold today: not yet, or no more. */
    resting: Type.Array(
      Type.Object({
        role: OneOf(roles),
        scopeName: Nullable(Type.String()),
        validFrom: Nullable(IsoDate),
        validUntil: Nullable(IsoDate),
      }),
    ),
  }),
})

export const explainRecord = route({
  method: 'GET',
  path: '/api/access/:subject/:id',
  summary: 'Who may see a record, and why; for those who may change it, administrators and auditors',
  tag,
  access: 'session',
  params: Type.Object({ subject: Type.String({ maxLength: 40 }), id: Id }),
  response: Type.Object({
    title: LocalisedText,
    number: Nullable(Type.String()),
    confidential: Type.Boolean(),
    people: Type.Array(
      Type.Object({
        id: Type.String(),
        name: Type.String(),
        write: Type.Boolean(),
        conclude: Type.Boolean(),
        reasons: Type.Array(AccessReason),
      }),
    ),
    /** People with an account who do not see it. */
    others: Type.Integer(),
  }),
})
