// The ledger on the wire: commitments with their fulfilment, entries with their evidence, balances.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, IsoDate, Nullable, OneOf, PageOf, Paging, PartialDate, route } from '#core/contract.ts'
import { Timeline } from '#core/timeline.contract.ts'
import {
  carries,
  commitmentStates,
  comparators,
  conditions,
  endings,
  entryStates,
  evidenceKinds,
  fulfilmentStatuses,
  periodKinds,
  units,
} from './ledger.terms.ts'

const tag = 'ledger'
const ById = Type.Object({ id: Id })

/** An organisation or unit as it is shown beside a commitment or entry. */
export const PartyView = Type.Object({
  organisationId: Id,
  name: Type.String(),
  country: Nullable(Type.String()),
  unitId: Nullable(Id),
  unitName: Nullable(Type.String()),
})
export type PartyView = Static<typeof PartyView>

const PartyInput = Type.Object(
  { organisationId: Id, unitId: Type.Optional(Nullable(Id)) },
  { additionalProperties: false },
)

/** A decimal number as text, greater than zero: `5`, `2.5`. */
const Quantity = Type.String({ pattern: '^(?!0+(\\.0+)?$)\\d{1,12}(\\.\\d{1,6})?$' })
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })

/** What became of a commitment in one period. Quantities are decimal text in the commitment's unit, rounded for display. */
export const PeriodView = Type.Object({
  start: IsoDate,
  end: Nullable(IsoDate),
  label: Type.String(),
  status: OneOf(fulfilmentStatuses),
  promised: Type.String(),
  carriedIn: Type.String(),
  delivered: Type.String(),
  planned: Type.String(),
  expected: Type.String(),
  /** Share of the period that has passed, 0 to 1; null when it cannot be said. */
  elapsed: Nullable(Type.Number()),
  entries: Type.Integer(),
  waiver: Nullable(Type.String()),
})
export type PeriodView = Static<typeof PeriodView>

export const CommitmentView = Type.Object({
  id: Id,
  sourceType: OneOf(['agreement', 'meeting', 'programme'] as const),
  sourceId: Id,
  clause: Nullable(Type.String()),
  kind: Type.String(),
  promisor: PartyView,
  beneficiary: PartyView,
  unit: OneOf(units),
  currency: Nullable(Type.String()),
  /** null: "some", that is at least one. */
  quantity: Nullable(Type.String()),
  comparator: OneOf(comparators),
  period: OneOf(periodKinds),
  periodYears: Nullable(Type.Integer()),
  startMonth: Nullable(Type.Integer()),
  dueOn: Nullable(IsoDate),
  validFrom: Nullable(PartialDate),
  validUntil: Nullable(PartialDate),
  carry: OneOf(carries),
  condition: OneOf(conditions),
  conditionWords: Nullable(Type.String()),
  refinesId: Nullable(Id),
  pairId: Nullable(Id),
  ownerId: Nullable(Type.String()),
  ownerName: Nullable(Type.String()),
  partnerOwner: Nullable(Type.String()),
  state: OneOf(commitmentStates),
  endedAs: Nullable(OneOf(endings)),
  note: Nullable(Type.String()),
  neverStarted: Type.Boolean(),
  /** The period that runs today, or the last one. */
  current: Nullable(PeriodView),
  periods: Type.Array(PeriodView),
  version: Type.Integer(),
  abilities: Abilities,
})
export type CommitmentView = Static<typeof CommitmentView>

const commitmentFields = {
  clause: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
  kind: Type.String({ minLength: 1, maxLength: 60 }),
  promisor: PartyInput,
  beneficiary: PartyInput,
  unit: OneOf(units),
  currency: Type.Optional(Nullable(Currency)),
  quantity: Type.Optional(Nullable(Quantity)),
  comparator: OneOf(comparators),
  period: OneOf(periodKinds),
  periodYears: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 50 }))),
  startMonth: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 12 }))),
  dueOn: Type.Optional(Nullable(IsoDate)),
  validFrom: Type.Optional(Nullable(PartialDate)),
  validUntil: Type.Optional(Nullable(PartialDate)),
  carry: OneOf(carries),
  condition: OneOf(conditions),
  conditionWords: Type.Optional(Nullable(Type.String({ maxLength: 1000 }))),
  refinesId: Type.Optional(Nullable(Id)),
  ownerId: Type.Optional(Nullable(Type.String({ maxLength: 64 }))),
  partnerOwner: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  note: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
}

export const CommitmentInput = Type.Object(
  {
    ...commitmentFields,
    agreementId: Id,
    /** "Both sides will …": a second commitment the other way, linked as a pair. */
    bothWays: Type.Optional(Type.Boolean()),
    state: Type.Optional(OneOf(['proposed', 'active'] as const)),
  },
  { additionalProperties: false },
)
export type CommitmentInput = Static<typeof CommitmentInput>

export const CommitmentChange = Type.Object(
  { ...commitmentFields, version: Type.Integer() },
  { additionalProperties: false },
)
export type CommitmentChange = Static<typeof CommitmentChange>

/** Counts by status and the kept share, shown only together. */
export const FulfilmentSummary = Type.Object({
  counts: Type.Record(Type.String(), Type.Integer()),
  neverStarted: Type.Integer(),
  /** kept / (kept + partly kept + broken), 0 to 1; null when nothing could be judged. */
  keptShare: Nullable(Type.Number()),
})
export type FulfilmentSummary = Static<typeof FulfilmentSummary>

export const listCommitments = route({
  method: 'GET',
  path: '/api/commitments',
  summary: 'Commitments of an agreement or with a partner, with what became of them',
  tag,
  access: 'session',
  query: Type.Object({
    agreementId: Type.Optional(Id),
    partnerId: Type.Optional(Id),
    state: Type.Optional(Type.Array(OneOf(commitmentStates))),
    ...Paging,
  }),
  response: Type.Object({ items: Type.Array(CommitmentView), total: Type.Integer(), summary: FulfilmentSummary }),
})

export const getCommitment = route({
  method: 'GET',
  path: '/api/commitments/:id',
  summary: 'One commitment with every period',
  tag,
  access: 'session',
  params: ById,
  response: CommitmentView,
})

export const createCommitment = route({
  method: 'POST',
  path: '/api/commitments',
  summary: 'Record a commitment of an agreement, in one direction or both',
  tag,
  access: 'session',
  body: CommitmentInput,
  response: Type.Object({ items: Type.Array(CommitmentView) }),
})

export const changeCommitment = route({
  method: 'PUT',
  path: '/api/commitments/:id',
  summary: 'Correct what a commitment says; its sums are made anew',
  tag,
  access: 'session',
  params: ById,
  body: CommitmentChange,
  response: CommitmentView,
})

export const stepCommitment = route({
  method: 'POST',
  path: '/api/commitments/:id/steps',
  summary: 'Accept, suspend, resume or end a commitment',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      step: OneOf(['accept', 'decline', 'suspend', 'resume', 'end'] as const),
      endedAs: Type.Optional(OneOf(endings)),
      reason: Type.Optional(Type.String({ maxLength: 2000 })),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  response: CommitmentView,
})

export const waivePeriod = route({
  method: 'POST',
  path: '/api/commitments/:id/waivers',
  summary: 'Waive one period of a commitment, with the reason',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    { periodStart: IsoDate, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
    { additionalProperties: false },
  ),
  response: CommitmentView,
})

export const Evidence = Type.Object({
  id: Id,
  kind: OneOf(evidenceKinds),
  fileId: Nullable(Id),
  fileName: Nullable(Type.String()),
  url: Nullable(Type.String()),
  note: Nullable(Type.String()),
  addedBy: Nullable(Type.String()),
  addedAt: Instant,
})

export const EntryView = Type.Object({
  id: Id,
  kind: Type.String(),
  unit: OneOf(units),
  currency: Nullable(Type.String()),
  quantity: Type.String(),
  from: PartyView,
  to: PartyView,
  startsOn: PartialDate,
  endsOn: Nullable(PartialDate),
  status: OneOf(entryStates),
  field: Nullable(Type.String()),
  title: Nullable(Type.String()),
  note: Nullable(Type.String()),
  module: Type.String(),
  activityId: Id,
  agreementId: Nullable(Id),
  commitmentId: Nullable(Id),
  /** How the commitment was found: named by a person or module, or by the rule. */
  servedBy: Nullable(OneOf(['named', 'rule'] as const)),
  /** Commitments that might be meant, when none is served: codes and sentences of what keeps each from being served. */
  candidates: Type.Array(
    Type.Object({ commitmentId: Id, misfits: Type.Array(Type.String()), reasons: Type.Array(Type.String()) }),
  ),
  reversed: Type.Boolean(),
  evidence: Type.Array(Evidence),
  postedBy: Nullable(Type.String()),
  postedAt: Instant,
  abilities: Abilities,
})
export type EntryView = Static<typeof EntryView>

const entryFields = {
  kind: Type.String({ minLength: 1, maxLength: 60 }),
  unit: OneOf(units),
  currency: Type.Optional(Nullable(Currency)),
  quantity: Quantity,
  from: PartyInput,
  to: PartyInput,
  startsOn: PartialDate,
  endsOn: Type.Optional(Nullable(PartialDate)),
  status: OneOf(entryStates),
  field: Type.Optional(Nullable(Type.String({ maxLength: 10 }))),
  title: Type.Optional(Nullable(Type.String({ maxLength: 300 }))),
  note: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
  agreementId: Type.Optional(Nullable(Id)),
  commitmentId: Type.Optional(Nullable(Id)),
}

export const EntryInput = Type.Object(
  {
    ...entryFields,
    /** Given by the page, so that a repeated submit posts once. */
    requestKey: Type.Optional(Type.String({ maxLength: 64 })),
  },
  { additionalProperties: false },
)
export type EntryInput = Static<typeof EntryInput>

export const listEntries = route({
  method: 'GET',
  path: '/api/entries',
  summary: 'Entries of an agreement, a commitment or with a partner; deeds without a promise',
  tag,
  access: 'session',
  query: Type.Object({
    agreementId: Type.Optional(Id),
    commitmentId: Type.Optional(Id),
    partnerId: Type.Optional(Id),
    status: Type.Optional(Type.Array(OneOf(entryStates))),
    kind: Type.Optional(Type.Array(Type.String())),
    /** Only entries that serve no commitment. */
    unserved: Type.Optional(Type.Boolean()),
    /** Reversals and what they reverse are left out unless asked for. */
    withReversed: Type.Optional(Type.Boolean()),
    ...Paging,
  }),
  response: PageOf(EntryView),
})

export const postEntry = route({
  method: 'POST',
  path: '/api/entries',
  summary: 'Record what happened, or what is planned',
  tag,
  access: 'session',
  body: EntryInput,
  response: EntryView,
})

export const correctEntry = route({
  method: 'PUT',
  path: '/api/entries/:id',
  summary: 'Correct an entry: the old one is reversed, a new one posted',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    { ...entryFields, reason: Type.String({ minLength: 1, maxLength: 2000 }) },
    { additionalProperties: false },
  ),
  response: EntryView,
})

export const confirmEntry = route({
  method: 'POST',
  path: '/api/entries/:id/confirm',
  summary: 'Confirm a planned entry',
  tag,
  access: 'session',
  params: ById,
  response: EntryView,
})

export const reverseEntry = route({
  method: 'POST',
  path: '/api/entries/:id/reverse',
  summary: 'Take an entry back by a reversal',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const addEvidence = route({
  method: 'POST',
  path: '/api/entries/:id/evidence',
  summary: 'Add a link, a confirmation or an uploaded file as evidence',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      kind: OneOf(evidenceKinds),
      fileId: Type.Optional(Nullable(Id)),
      url: Type.Optional(Nullable(Type.String({ format: 'uri', pattern: '^https?://', maxLength: 2000 }))),
      note: Type.Optional(Nullable(Type.String({ maxLength: 2000 }))),
    },
    { additionalProperties: false },
  ),
  response: EntryView,
})

/** What one side gave and got, in one unit. */
export const BalanceLine = Type.Object({
  kind: Type.String(),
  unit: OneOf(units),
  currency: Nullable(Type.String()),
  given: Type.String(),
  received: Type.String(),
  balance: Type.String(),
  plannedGiven: Type.String(),
  plannedReceived: Type.String(),
  plannedBalance: Type.String(),
  /** The same by calendar year, oldest first. */
  years: Type.Array(Type.Object({ year: Type.Integer(), given: Type.String(), received: Type.String() })),
})
export type BalanceLine = Static<typeof BalanceLine>

export const getBalance = route({
  method: 'GET',
  path: '/api/balance',
  summary: 'Balance with a partner, of an agreement or with a country, by kind and unit',
  tag,
  access: 'session',
  query: Type.Object({
    partnerId: Type.Optional(Id),
    agreementId: Type.Optional(Id),
    country: Type.Optional(Type.String({ pattern: '^[A-Z]{2}$' })),
    homeId: Type.Optional(Id),
    from: Type.Optional(IsoDate),
    until: Type.Optional(IsoDate),
  }),
  response: Type.Object({ items: Type.Array(BalanceLine) }),
})

export const getCommitmentTimeline = route({
  method: 'GET',
  path: '/api/commitments/:id/timeline',
  summary: 'What happened to a commitment and to the entries that serve it',
  tag,
  access: 'session',
  params: ById,
  response: Timeline,
})

/** The numbers by which pulse judges; each has a sentence in pulse.settings.ts. Shares and quantities are decimal text. */
const PulseNumbers = Type.Record(
  Type.String(),
  Type.Union([
    Type.Integer({ minimum: 0, maximum: 1200 }),
    Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,6})?$' }),
    Type.Null(),
  ]),
)

export const getPulseSettings = route({
  method: 'GET',
  path: '/api/pulse-settings',
  summary: 'The numbers by which the pulse of a partnership is judged',
  tag,
  access: 'session',
  response: Type.Object({ settings: PulseNumbers, abilities: Abilities }),
})

export const changePulseSettings = route({
  method: 'PUT',
  path: '/api/pulse-settings',
  summary: 'Change the numbers by which pulse judges; every pulse is made anew',
  tag,
  access: 'administrator',
  body: Type.Object({ settings: PulseNumbers }, { additionalProperties: false }),
  response: Type.Object({ settings: PulseNumbers, abilities: Abilities }),
})
