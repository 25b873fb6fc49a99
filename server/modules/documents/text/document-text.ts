// The text of an agreement as drafting, the library, rendering and sealing pass it on: clauses in order, each in every language of the document. Pure.
import type { Static } from 'typebox'
import Type from 'typebox'
import { OneOf } from '#core/contract.ts'

/** Languages of one document, side by side at most three: BCP 47, in the order of their columns. */
export const mostLanguages = 3

const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20 })

/** A stretch of one style. `variable` names the place that a value fills; `text` is then what stands there now. */
export const TextRun = Type.Object(
  {
    text: Type.String({ maxLength: 100_000 }),
    bold: Type.Optional(Type.Boolean()),
    italic: Type.Optional(Type.Boolean()),
    variable: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9_.]{0,60}$' })),
  },
  { additionalProperties: false },
)

/** A paragraph, or a point of a list: lists are flat, a point says its depth (0 to 2), so that versions compare line by line. */
export const TextBlock = Type.Union([
  Type.Object({ kind: Type.Literal('paragraph'), runs: Type.Array(TextRun) }, { additionalProperties: false }),
  Type.Object(
    {
      kind: Type.Literal('point'),
      ordered: Type.Boolean(),
      depth: Type.Integer({ minimum: 0, maximum: 2 }),
      runs: Type.Array(TextRun),
    },
    { additionalProperties: false },
  ),
])

export const ClauseVersion = Type.Object(
  { heading: Type.Array(TextRun), blocks: Type.Array(TextBlock) },
  { additionalProperties: false },
)

export const clauseRoles = ['recital', 'article', 'closing', 'annex'] as const
export type ClauseRole = (typeof clauseRoles)[number]

/** `recital` and `closing` are not numbered, an `article` counts 1, 2, 3 …, an `annex` begins a page and counts by itself. */
export const TextClause = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    role: OneOf(clauseRoles),
    versions: Type.Record(Language, ClauseVersion),
  },
  { additionalProperties: false },
)

export const DocumentText = Type.Object(
  {
    languages: Type.Array(Language, { minItems: 1, maxItems: mostLanguages, uniqueItems: true }),
    /** The language that prevails when versions differ; null when all are equally authentic. */
    prevailing: Type.Union([Language, Type.Null()]),
    title: Type.Record(Language, Type.String({ maxLength: 1000 })),
    clauses: Type.Array(TextClause, { maxItems: 1000 }),
  },
  { additionalProperties: false },
)

export type TextRun = Static<typeof TextRun>
export type TextBlock = Static<typeof TextBlock>
export type ClauseVersion = Static<typeof ClauseVersion>
export type TextClause = Static<typeof TextClause>
export type DocumentText = Static<typeof DocumentText>

/** The bare words of a stretch of text, without styles. */
export function plainText(runs: readonly TextRun[]): string {
  return runs.map(run => run.text).join('')
}
