// Shapes of what stands in the clause library: clauses with alternatives, variables and commitments; templates as sequences of clauses.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Nullable, OneOf } from '#core/contract.ts'
import { comparators, conditions, periodKinds, units } from '#modules/ledger/ledger.terms.ts'
import { clauseRoles, directions, variableKinds } from './library.terms.ts'

const closed = { additionalProperties: false }

export const languagePattern = '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'
export const Language = Type.String({ pattern: languagePattern, maxLength: 20 })
export const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,39}$' })
export const VariableKey = Type.String({ pattern: '^[a-z][a-z0-9_.]{0,60}$' })
export const Words = (maxLength: number) =>
  Type.Record(Type.String({ pattern: languagePattern }), Type.String({ maxLength }))

/**
 * A clause in one language as people write it: a paragraph a line, `- ` and `1. ` begin points (two spaces deeper each),
 * `**bold**`, `*italic*`, `{{variable}}`; a backslash takes a sign for itself.
 */
export const WrittenClause = Type.Object(
  { heading: Type.String({ maxLength: 1000 }), body: Type.String({ maxLength: 100_000 }) },
  closed,
)
export type WrittenClause = Static<typeof WrittenClause>

/** The commitment that a clause makes, in the terms of the ledger. A quantity, or the variable that gives it, or neither: "some". */
export const ClausePromise = Type.Object(
  {
    kind: Type.String({ pattern: '^[a-z][a-z0-9_]{0,59}$' }),
    unit: OneOf(units),
    quantity: Nullable(Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' })),
    quantityVariable: Nullable(VariableKey),
    /** For money without a variable, which brings its own. */
    currency: Nullable(Type.String({ pattern: '^[A-Z]{3}$' })),
    comparator: OneOf(comparators),
    period: OneOf(periodKinds),
    periodYears: Nullable(Type.Integer({ minimum: 1, maximum: 100 })),
    condition: OneOf(conditions),
    direction: OneOf(directions),
  },
  closed,
)
export type ClausePromise = Static<typeof ClausePromise>

export const ClauseVariable = Type.Object(
  { key: VariableKey, kind: OneOf(variableKinds), question: Words(500) },
  closed,
)
export type ClauseVariable = Static<typeof ClauseVariable>

/** One way to write the clause; `when` says when it is the right one. */
export const ClauseAlternative = Type.Object(
  {
    key: Key,
    when: Words(2000),
    versions: Type.Record(Type.String({ pattern: languagePattern }), WrittenClause),
    promises: Type.Array(ClausePromise, { maxItems: 20 }),
  },
  closed,
)
export type ClauseAlternative = Static<typeof ClauseAlternative>

export const ClauseContent = Type.Object(
  {
    /** Its name in the library. */
    title: Words(300),
    role: OneOf(clauseRoles),
    guidance: Words(10_000),
    variables: Type.Array(ClauseVariable, { maxItems: 100 }),
    alternatives: Type.Array(ClauseAlternative, { minItems: 1, maxItems: 10 }),
  },
  closed,
)
export type ClauseContent = Static<typeof ClauseContent>

export const TemplatePart = Type.Object(
  {
    clauseId: Id,
    role: OneOf(clauseRoles),
    /** The alternative that the template settles; null leaves the choice to whoever drafts. */
    alternative: Nullable(Key),
  },
  closed,
)
export type TemplatePart = Static<typeof TemplatePart>

export const TemplateContent = Type.Object(
  {
    /** The title of the text that comes of it. */
    title: Words(1000),
    description: Words(5000),
    /** Kinds of agreements that it is for; none: any. */
    kinds: Type.Array(Type.String({ pattern: '^[a-z][a-z_]{0,39}$' }), { maxItems: 40, uniqueItems: true }),
    languages: Type.Array(Language, { minItems: 1, maxItems: 12, uniqueItems: true }),
    prevailing: Nullable(Language),
    parts: Type.Array(TemplatePart, { maxItems: 500 }),
  },
  closed,
)
export type TemplateContent = Static<typeof TemplateContent>
