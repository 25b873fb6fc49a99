// Guests as the office sees them: who was invited to a record, what they may do, what they supplied and answered.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, IsoDate, Nullable, OneOf, PageOf, Paging, route } from '#core/contract.ts'
import { filePurposes } from '#modules/agreements/agreement.terms.ts'
import { guestRights, guestStates, suppliedFileStates } from './guest.terms.ts'

const tag = 'guests'
const ById = Type.Object({ id: Id })

export const GuestView = Type.Object({
  id: Id,
  name: Type.String(),
  email: Nullable(Type.String()),
  organisationId: Id,
  organisationName: Type.String(),
  language: Type.String(),
  rights: Type.Array(OneOf(guestRights)),
  /** A code sent by e-mail is asked for in each new browser. */
  emailProof: Type.Boolean(),
  state: OneOf(guestStates),
  expiresOn: IsoDate,
  invitedBy: Nullable(Type.String()),
  invitedAt: Instant,
  mailedAt: Nullable(Instant),
  /** How often the link was opened. */
  opened: Type.Integer(),
  firstOpenedAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
})
export type GuestView = Static<typeof GuestView>

export const SuppliedFile = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  note: Nullable(Type.String()),
  state: OneOf(suppliedFileStates),
  reason: Nullable(Type.String()),
  suppliedAt: Instant,
  guestName: Type.String(),
  organisationName: Type.String(),
})
export type SuppliedFile = Static<typeof SuppliedFile>

export const GuestAnswer = Type.Object({
  id: Id,
  entryId: Id,
  kind: Type.String(),
  title: Nullable(Type.String()),
  happened: Type.Boolean(),
  reason: Nullable(Type.String()),
  answeredAt: Instant,
  guestName: Type.String(),
  organisationName: Type.String(),
})
export type GuestAnswer = Static<typeof GuestAnswer>

export const RecordGuests = Type.Object({
  items: Type.Array(GuestView),
  files: Type.Array(SuppliedFile),
  answers: Type.Array(GuestAnswer),
  /** False when links must be handed over by other means, as this installation sends no mail. */
  sendsMail: Type.Boolean(),
  /** `invite` covers renewing, revoking and deciding about files. */
  abilities: Abilities,
})
export type RecordGuests = Static<typeof RecordGuests>

export const listRecordGuests = route({
  method: 'GET',
  path: '/api/agreements/:id/guests',
  summary: 'Guests of an agreement with what they supplied and answered',
  tag,
  access: 'session',
  params: ById,
  response: RecordGuests,
})

export const GuestInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 200 }),
    email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
    /** A partner of the agreement. */
    organisationId: Id,
    language: OneOf(['en', 'fa', 'ru'] as const),
    rights: Type.Array(OneOf(guestRights), { maxItems: guestRights.length, uniqueItems: true }),
    /** The last day, at most a year from now; 30 days from now when absent. */
    expiresOn: Type.Optional(IsoDate),
    message: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
    /** By default whenever a code can be sent. */
    emailProof: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type GuestInput = Static<typeof GuestInput>

/** The link is shown this once; only its hash is kept. */
const WithLink = Type.Object({ guest: GuestView, link: Type.String(), mailed: Type.Boolean() })

export const inviteGuest = route({
  method: 'POST',
  path: '/api/agreements/:id/guests',
  summary: 'Invite somebody at a partner to an agreement by a personal link',
  tag,
  access: 'session',
  params: ById,
  body: GuestInput,
  response: WithLink,
})

export const renewGuest = route({
  method: 'POST',
  path: '/api/guests/:id/renewal',
  summary: 'Give a guest a new link; the former one stops working',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ expiresOn: Type.Optional(IsoDate) }, { additionalProperties: false }),
  response: WithLink,
})

export const revokeGuest = route({
  method: 'DELETE',
  path: '/api/guests/:id',
  summary: 'Revoke the link of a guest and end its visits',
  tag,
  access: 'session',
  params: ById,
})

export const listAllGuests = route({
  method: 'GET',
  path: '/api/guests',
  summary: 'All links of guests of the installation, the newest first',
  tag,
  access: 'administrator',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    state: Type.Optional(OneOf(guestStates)),
    ...Paging,
  }),
  response: PageOf(
    Type.Intersect([
      GuestView,
      Type.Object({
        agreementId: Id,
        agreementTitle: Type.String(),
      }),
    ]),
  ),
})

export const downloadSuppliedFile = route({
  method: 'GET',
  path: '/api/guest-files/:id',
  summary: 'A file that a guest supplied',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})

export const acceptSuppliedFile = route({
  method: 'POST',
  path: '/api/guest-files/:id/acceptance',
  summary: 'Take a guest’s file among the documents of the agreement',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ purpose: OneOf(filePurposes) }, { additionalProperties: false }),
})

export const refuseSuppliedFile = route({
  method: 'POST',
  path: '/api/guest-files/:id/refusal',
  summary: 'Do not take a guest’s file, with the reason',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }, { additionalProperties: false }),
})
