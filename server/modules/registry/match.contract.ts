// "Why this match?" on the wire: whether a written name means an organisation, why, and what would change the answer.
import type { Static } from 'typebox'
import Type from 'typebox'
import { CountryCode, Id, Nullable, OneOf, route } from '#core/contract.ts'
import { OrganisationRef } from './organisation.contract.ts'

/** `this`: sure, this organisation. `other`: sure, another one. `unsure`: only candidates. `none`: nothing similar. */
export const matchVerdicts = ['this', 'other', 'unsure', 'none'] as const
/** What is told besides the name: a fact of this organisation, of the next best one, or nothing at all. */
export const matchHints = ['country', 'city', 'domain', 'nothing'] as const

/** Another organisation that the text may mean; `evidence` in words of the reader's language. */
export const MatchRival = Type.Object({
  organisation: OrganisationRef,
  city: Nullable(Type.String()),
  /** 0 to 1. */
  probability: Type.Number(),
  isAnswer: Type.Boolean(),
  evidence: Type.Array(Type.String()),
})
export type MatchRival = Static<typeof MatchRival>

/** An answer that was tried with another hint, and differs. */
export const MatchChange = Type.Object({
  hint: OneOf(matchHints),
  /** Country code, city or domain that was tried. */
  value: Nullable(Type.String()),
  verdict: OneOf(matchVerdicts),
  /** Sure organisation with this hint; null when there is none. */
  organisation: Nullable(OrganisationRef),
  /** Of the organisation that the page is about, with this hint. */
  probability: Type.Number(),
})
export type MatchChange = Static<typeof MatchChange>

export const MatchExplanation = Type.Object({
  verdict: OneOf(matchVerdicts),
  /** Of the organisation that the page is about, 0 to 1; 0 when it is not among the candidates. */
  probability: Type.Number(),
  /** For and against this organisation. */
  evidence: Type.Array(Type.String()),
  /** Why nothing is sure. */
  doubts: Type.Array(Type.String()),
  rivals: Type.Array(MatchRival),
  changes: Type.Array(MatchChange),
})
export type MatchExplanation = Static<typeof MatchExplanation>

export const explainMatch = route({
  method: 'GET',
  path: '/api/organisations/:id/match',
  summary: 'Whether a written name means this organisation, why, and what would change the answer',
  tag: 'registry',
  access: 'session',
  params: Type.Object({ id: Id }),
  query: Type.Object({
    text: Type.String({ minLength: 1, maxLength: 1000 }),
    country: Type.Optional(CountryCode),
    city: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    domain: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  }),
  response: MatchExplanation,
})
