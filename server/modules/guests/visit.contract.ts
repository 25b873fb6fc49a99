// What a guest gets: the way in by the link, the one record as it is made for people outside, answers and files.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, IsoDate, LocalisedText, Nullable, OneOf, PartialDate, route } from '#core/contract.ts'
import { agreementStates } from '#modules/agreements/agreement.states.ts'
import { agreementKinds, contactRoles, endKinds, partySides } from '#modules/agreements/agreement.terms.ts'
import { comparators, conditions, entryStates, periodKinds, units } from '#modules/ledger/ledger.terms.ts'
import { guestRights, suppliedFileStates } from './guest.terms.ts'

const tag = 'guests'
const ById = Type.Object({ id: Id })
const Token = Type.String({ minLength: 1, maxLength: 200 })

/** `code`: a code by e-mail is needed first. */
export const Entrance = Type.Object({
  state: OneOf(['open', 'code'] as const),
  /** Where a code is sent, half hidden. */
  sentTo: Nullable(Type.String()),
  language: Type.String(),
})
export type Entrance = Static<typeof Entrance>

export const openGuestLink = route({
  method: 'POST',
  path: '/api/guest/:id/open',
  summary: 'Open a guest’s link: it becomes a visit of this browser',
  tag,
  access: 'public',
  params: ById,
  body: Type.Object({ token: Token }, { additionalProperties: false }),
  response: Entrance,
})

export const sendGuestCode = route({
  method: 'POST',
  path: '/api/guest/:id/code',
  summary: 'Send the guest a code by e-mail',
  tag,
  access: 'public',
  params: ById,
  body: Type.Object({ token: Token }, { additionalProperties: false }),
  response: Entrance,
})

export const proveGuest = route({
  method: 'POST',
  path: '/api/guest/:id/proof',
  summary: 'Open a guest’s link with the code of the message',
  tag,
  access: 'public',
  params: ById,
  body: Type.Object(
    { token: Token, code: Type.String({ minLength: 1, maxLength: 20 }) },
    { additionalProperties: false },
  ),
  response: Entrance,
})

const PartyShown = Type.Object({ name: Type.String(), unitName: Nullable(Type.String()) })

export const GuestCommitment = Type.Object({
  id: Id,
  kind: Type.String(),
  clause: Nullable(Type.String()),
  promisor: PartyShown,
  beneficiary: PartyShown,
  unit: OneOf(units),
  currency: Nullable(Type.String()),
  quantity: Nullable(Type.String()),
  comparator: OneOf(comparators),
  period: OneOf(periodKinds),
  periodYears: Nullable(Type.Integer()),
  condition: OneOf(conditions),
  conditionWords: Nullable(Type.String()),
  validFrom: Nullable(PartialDate),
  validUntil: Nullable(PartialDate),
  /** The period that runs, or the last one. */
  current: Nullable(Type.Object({ label: Type.String(), promised: Type.String(), delivered: Type.String() })),
})
export type GuestCommitment = Static<typeof GuestCommitment>

export const GuestEntry = Type.Object({
  id: Id,
  kind: Type.String(),
  title: Nullable(Type.String()),
  from: PartyShown,
  to: PartyShown,
  unit: OneOf(units),
  currency: Nullable(Type.String()),
  quantity: Type.String(),
  startsOn: PartialDate,
  endsOn: Nullable(PartialDate),
  status: OneOf(entryStates),
  /** What this guest said of it. */
  answer: Nullable(Type.Object({ happened: Type.Boolean(), reason: Nullable(Type.String()), answeredAt: Instant })),
  /** Whether the guest is asked. */
  isAsked: Type.Boolean(),
})
export type GuestEntry = Static<typeof GuestEntry>

export const GuestFile = Type.Object({
  id: Id,
  name: Type.String(),
  bytes: Type.Integer(),
  note: Nullable(Type.String()),
  state: OneOf(suppliedFileStates),
  reason: Nullable(Type.String()),
  suppliedAt: Instant,
})

export const GuestRecord = Type.Object({
  guest: Type.Object({
    name: Type.String(),
    organisationName: Type.String(),
    rights: Type.Array(OneOf(guestRights)),
    expiresOn: IsoDate,
    message: Nullable(Type.String()),
  }),
  /** The organisation whose office invited the guest. */
  office: Type.String(),
  number: Nullable(Type.String()),
  title: Type.String(),
  kinds: Type.Array(OneOf(agreementKinds)),
  state: OneOf(agreementStates),
  scope: LocalisedText,
  signedOn: Nullable(PartialDate),
  inForceOn: Nullable(PartialDate),
  expiresOn: Nullable(PartialDate),
  end: OneOf(endKinds),
  parties: Type.Array(
    Type.Object({
      side: OneOf(partySides),
      name: Type.String(),
      unitName: Nullable(Type.String()),
      signatoryName: Nullable(Type.String()),
      signedOn: Nullable(IsoDate),
    }),
  ),
  contacts: Type.Array(
    Type.Object({
      organisationName: Type.String(),
      role: OneOf(contactRoles),
      name: Type.String(),
      email: Nullable(Type.String()),
      phone: Nullable(Type.String()),
    }),
  ),
  commitments: Type.Array(GuestCommitment),
  entries: Type.Array(GuestEntry),
  files: Type.Array(GuestFile),
  /** What this guest wrote; not what others write. */
  comments: Type.Array(Type.Object({ id: Id, body: Type.String(), postedAt: Instant })),
})
export type GuestRecord = Static<typeof GuestRecord>

export const readGuestRecord = route({
  method: 'GET',
  path: '/api/guest/:id',
  summary: 'The record that the guest was invited to',
  tag,
  access: 'guest',
  params: ById,
  response: GuestRecord,
})

export const answerEntry = route({
  method: 'POST',
  path: '/api/guest/:id/entries/:entryId/answer',
  summary: 'Say whether something happened as it is recorded',
  tag,
  access: 'guest',
  params: Type.Object({ id: Id, entryId: Id }),
  body: Type.Object(
    { happened: Type.Boolean(), reason: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))) },
    { additionalProperties: false },
  ),
  response: GuestRecord,
})

export const supplyFile = route({
  method: 'POST',
  path: '/api/guest/:id/files',
  summary: 'Supply a file for the record; the office decides about it',
  tag,
  access: 'guest',
  params: ById,
  query: Type.Object({ note: Type.Optional(Type.String({ maxLength: 1000 })) }),
  response: GuestRecord,
  transfer: 'upload',
})

export const writeGuestComment = route({
  method: 'POST',
  path: '/api/guest/:id/comments',
  summary: 'Write a comment to the office on the record',
  tag,
  access: 'guest',
  params: ById,
  body: Type.Object({ body: Type.String({ minLength: 1, maxLength: 10_000 }) }, { additionalProperties: false }),
  response: GuestRecord,
})

export const leaveGuestLink = route({
  method: 'POST',
  path: '/api/guest/:id/leaving',
  summary: 'End the visit of this browser',
  tag,
  access: 'guest',
  params: ById,
})
