// Checks over HTTP: how the due diligence of a record stands, what was found, what people decided.
import type { Static } from 'typebox'
import Type from 'typebox'
import {
  Abilities,
  Id,
  Instant,
  IsoDate,
  LocalisedText,
  Nullable,
  OneOf,
  PageOf,
  Paging,
  route,
} from '#core/contract.ts'
import { entryKindTerms } from './list.terms.ts'
import { QuestionInput } from './questionnaire.contract.ts'
import { manualSteps, screeningStates } from './screening.states.ts'
import { levels, partyRoles, verdicts } from './screening.terms.ts'

const tag = 'screening'
const ById = Type.Object({ id: Id })
const ByRecord = Type.Object({ subject: Type.String({ maxLength: 60 }), id: Id })
const Words = Type.String({ minLength: 1, maxLength: 4000 })

/** What everybody may know who sees the record. */
export const CheckSummary = Type.Object({
  id: Id,
  state: OneOf(screeningStates),
  stateSince: Instant,
  validTo: Nullable(IsoDate),
  screenedAt: Nullable(Instant),
  owner: Nullable(Type.String()),
})
export type CheckSummary = Static<typeof CheckSummary>

export const getRecordCheck = route({
  method: 'GET',
  path: '/api/records/:subject/:id/check',
  summary: 'How the due diligence of a record stands',
  tag,
  access: 'session',
  params: ByRecord,
  response: Type.Object({
    check: Nullable(CheckSummary),
    /** `start` it, `look` into what was found. */
    abilities: Abilities,
  }),
})

export const startRecordCheck = route({
  method: 'POST',
  path: '/api/records/:subject/:id/check',
  summary: 'Start the due diligence of a record and compare its parties with the lists',
  tag,
  access: 'session',
  params: ByRecord,
  response: Type.Object({ id: Id }),
})

const RecordView = Type.Object({
  subject: Type.String(),
  id: Id,
  title: LocalisedText,
  number: Nullable(Type.String()),
  path: Type.String(),
})

export const CheckItem = Type.Intersect([
  CheckSummary,
  Type.Object({
    record: RecordView,
    openMatches: Type.Integer(),
    rating: Nullable(OneOf(levels)),
    /** Why it waits again, in words. */
    news: Type.Array(Type.String()),
  }),
])
export type CheckItem = Static<typeof CheckItem>

export const listChecks = route({
  method: 'GET',
  path: '/api/screening/checks',
  summary: 'Checks that the reader may look into, the newest first',
  tag,
  access: 'session',
  query: Type.Object({
    state: Type.Optional(Type.Array(OneOf(screeningStates), { maxItems: 20 })),
    q: Type.Optional(Type.String({ maxLength: 200 })),
    mine: Type.Optional(Type.Boolean()),
    ...Paging,
  }),
  response: PageOf(CheckItem),
})

export const PartyView = Type.Object({
  id: Id,
  role: OneOf(partyRoles),
  kind: OneOf(['person', 'organisation'] as const),
  name: Type.String(),
  organisationId: Nullable(Id),
  names: Type.Array(Type.String()),
  birthDates: Type.Array(Type.String()),
  countries: Type.Array(Type.String()),
  identifiers: Type.Array(Type.String()),
  /** No longer takes part. */
  hasLeft: Type.Boolean(),
})
export type PartyView = Static<typeof PartyView>

export const MatchView = Type.Object({
  id: Id,
  partyId: Id,
  listId: Id,
  list: Type.String(),
  /** The name of the list that is most alike. */
  name: Type.String(),
  score: Type.Number(),
  evidence: Type.Array(Type.String()),
  entryHash: Type.String(),
  entry: Type.Object({
    number: Type.String(),
    kind: OneOf(Object.keys(entryKindTerms) as (keyof typeof entryKindTerms)[]),
    names: Type.Array(Type.String()),
    birthDates: Type.Array(Type.String()),
    countries: Type.Array(Type.String()),
    identifiers: Type.Array(Type.String()),
    programmes: Type.Array(Type.String()),
    remarks: Nullable(Type.String()),
  }),
  isOpen: Type.Boolean(),
  hasGone: Type.Boolean(),
  verdict: Nullable(
    Type.Object({
      verdict: OneOf(verdicts),
      reason: Type.String(),
      mitigations: Nullable(Type.String()),
      by: Nullable(Type.String()),
      at: Instant,
      expiresOn: IsoDate,
      hasExpired: Type.Boolean(),
    }),
  ),
  /** What is different from when it was decided. */
  changes: Type.Array(
    Type.Object({
      of: OneOf(['entry', 'party'] as const),
      field: Type.String(),
      from: Type.String(),
      to: Type.String(),
    }),
  ),
})
export type MatchView = Static<typeof MatchView>

const Reason = Type.Object({ level: OneOf(levels), text: Type.String() })

export const CheckView = Type.Intersect([
  CheckItem,
  Type.Object({
    version: Type.Integer(),
    home: Type.String(),
    lists: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        number: Type.Integer(),
        sha256: Type.String(),
        publishedOn: Nullable(IsoDate),
        loadedAt: Instant,
      }),
    ),
    parties: Type.Array(PartyView),
    matches: Type.Array(MatchView),
    questionnaire: Type.Object({
      number: Type.Integer(),
      questions: Type.Array(QuestionInput),
      answers: Type.Record(Type.String(), Type.String()),
      answeredBy: Nullable(Type.String()),
      answeredAt: Nullable(Instant),
      /** Why the long stage is due; empty when it is not. */
      longWhy: Type.Array(Type.String()),
      isLongDue: Type.Boolean(),
      isComplete: Type.Boolean(),
    }),
    proposed: Type.Object({ level: OneOf(levels), reasons: Type.Array(Reason) }),
    ratingReasons: Type.Array(Reason),
    ratingNote: Nullable(Type.String()),
    conditions: Nullable(Type.String()),
    concludedBy: Nullable(Type.String()),
    concludedAt: Nullable(Instant),
    steps: Type.Array(OneOf(manualSteps)),
    /** `check`: compare, answer, describe; `decide`: matches and the check itself. */
    abilities: Abilities,
  }),
])
export type CheckView = Static<typeof CheckView>

export const getCheck = route({
  method: 'GET',
  path: '/api/screening/checks/:id',
  summary: 'A check with its parties, matches, answers and rating',
  tag,
  access: 'session',
  params: ById,
  response: CheckView,
})

export const compareCheckAgain = route({
  method: 'POST',
  path: '/api/screening/checks/:id/comparison',
  summary: 'Compare the parties of a check with the lists in their present versions',
  tag,
  access: 'session',
  params: ById,
  response: CheckView,
})

export const answerCheck = route({
  method: 'PUT',
  path: '/api/screening/checks/:id/answers',
  summary: 'Answer the questionnaire of a check',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      questionnaire: Type.Integer(),
      answers: Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 4000 })),
    },
    { additionalProperties: false },
  ),
  response: CheckView,
})

export const stepCheck = route({
  method: 'POST',
  path: '/api/screening/checks/:id/steps',
  summary: 'Rate, clear, refuse or give on a check',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      step: OneOf(manualSteps),
      version: Type.Integer(),
      reason: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
      /** Other than the rules propose. */
      rating: Type.Optional(OneOf(levels)),
      conditions: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
      validTo: Type.Optional(Nullable(IsoDate)),
    },
    { additionalProperties: false },
  ),
  response: CheckView,
})

export const decideCheckMatch = route({
  method: 'POST',
  path: '/api/screening/matches/:id/verdict',
  summary: 'Decide whether a party is the one on the list',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      verdict: OneOf(verdicts),
      reason: Words,
      mitigations: Type.Optional(Nullable(Type.String({ maxLength: 4000 }))),
      expiresOn: Type.Optional(Nullable(IsoDate)),
      /** The entry as it was shown. */
      entryHash: Type.String({ maxLength: 64 }),
    },
    { additionalProperties: false },
  ),
  response: CheckView,
})

const FactTexts = Type.Array(Type.String({ minLength: 1, maxLength: 300 }), { maxItems: 50 })

export const describeCheckParty = route({
  method: 'PUT',
  path: '/api/screening/parties/:id/facts',
  summary: 'Say what is known of a party, and compare it again',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    { names: FactTexts, birthDates: FactTexts, countries: FactTexts, identifiers: FactTexts },
    { additionalProperties: false },
  ),
  response: CheckView,
})

export const downloadEvidence = route({
  method: 'GET',
  path: '/api/screening/checks/:id/evidence.html',
  summary: 'The evidence of a check as one page to print or keep',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})
