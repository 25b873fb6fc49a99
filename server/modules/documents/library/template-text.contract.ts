// What comes of a template: the text, the commitments that it makes, what is still to be answered and chosen.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, LocalisedText, Nullable, OneOf, route } from '#core/contract.ts'
import { comparators, conditions, periodKinds, units } from '#modules/ledger/ledger.terms.ts'
import { DocumentText } from '../text/document-text.ts'
import { Key, Language, VariableKey, Words } from './content.contract.ts'
import { directions, noticeKinds, variableKinds } from './library.terms.ts'

const closed = { additionalProperties: false }

export const MoneyValue = Type.Object(
  {
    amount: Type.String({ pattern: '^\\d{1,15}(\\.\\d{1,4})?$' }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  closed,
)

/** What fills a variable: words by language or alike in all, an ISO date, a decimal, a name by language, an amount. */
export const VariableValue = Type.Union([Type.String({ maxLength: 20_000 }), MoneyValue, Words(20_000)])
export type VariableValue = Static<typeof VariableValue>

export const DraftedPromise = Type.Object({
  /** The clause of the text that makes it. */
  clauseId: Id,
  kind: Type.String(),
  unit: OneOf(units),
  quantity: Nullable(Type.String()),
  /** The variable that is still open. */
  quantityVariable: Nullable(Type.String()),
  currency: Nullable(Type.String()),
  comparator: OneOf(comparators),
  period: OneOf(periodKinds),
  periodYears: Nullable(Type.Integer()),
  condition: OneOf(conditions),
  direction: OneOf(directions),
})
export type DraftedPromise = Static<typeof DraftedPromise>

export const OpenVariable = Type.Object({
  key: Type.String(),
  kind: OneOf(variableKinds),
  question: LocalisedText,
  /** Clauses of the text in which it stands. */
  clauseIds: Type.Array(Id),
})
export type OpenVariable = Static<typeof OpenVariable>

export const OpenChoice = Type.Object({
  clauseId: Id,
  title: LocalisedText,
  guidance: LocalisedText,
  chosen: Type.String(),
  choices: Type.Array(Type.Object({ key: Type.String(), when: LocalisedText })),
})
export type OpenChoice = Static<typeof OpenChoice>

export const ClauseOrigin = Type.Object({
  clauseId: Id,
  /** The clause in the library, the version that was used and the alternative. */
  itemId: Id,
  version: Type.Integer(),
  alternative: Type.String(),
  title: LocalisedText,
})
export type ClauseOrigin = Static<typeof ClauseOrigin>

export const TemplateText = Type.Object({
  text: Type.Unsafe<DocumentText>(DocumentText),
  promises: Type.Array(DraftedPromise),
  variables: Type.Array(OpenVariable),
  choices: Type.Array(OpenChoice),
  origins: Type.Array(ClauseOrigin),
  notices: Type.Array(Type.Object({ clauseId: Id, kind: OneOf(noticeKinds) })),
})

export const previewTemplate = route({
  method: 'POST',
  path: '/api/library/templates/:id/preview',
  summary: 'The text that comes of a template, what it promises and what is still to be answered',
  tag: 'library',
  access: 'session',
  params: Type.Object({ id: Id }),
  body: Type.Object(
    {
      languages: Type.Array(Language, { minItems: 1, maxItems: 3, uniqueItems: true }),
      values: Type.Optional(Type.Record(VariableKey, VariableValue)),
      /** Chosen alternatives by the clause in the library. */
      choices: Type.Optional(Type.Record(Type.String({ format: 'uuid' }), Key)),
    },
    closed,
  ),
  response: TemplateText,
})
