// Search on the wire: everything a reader may see, by kind, with the words that were found marked.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Nullable, OneOf, route } from '#core/contract.ts'
import { countLimit, foundKinds } from './search.terms.ts'

/** Pieces of a text in their order; `hit` are the words that were found. */
export const Marked = Type.Array(Type.Object({ text: Type.String(), hit: Type.Boolean() }))
export type Marked = Static<typeof Marked>

export const Found = Type.Object({
  kind: OneOf(foundKinds),
  id: Id,
  title: Marked,
  /** Number or code of the record. */
  number: Nullable(Type.String()),
  /** The record in which it stands, where that is another one. */
  of: Nullable(Type.String()),
  /** Words around the place that was found, where the title does not show it. */
  excerpt: Nullable(Marked),
  /** Its page. */
  path: Type.String(),
})
export type Found = Static<typeof Found>

export const FoundGroup = Type.Object({
  kind: OneOf(foundKinds),
  /** At most `countLimit`. */
  total: Type.Integer(),
  /** There are more, or may be. */
  atLeast: Type.Boolean(),
  items: Type.Array(Found),
})
export type FoundGroup = Static<typeof FoundGroup>

export const searchEverything = route({
  method: 'GET',
  path: '/api/search',
  summary:
    'Agreements, organisations, contacts, files and their texts, commitments, activities, comments by their words',
  tag: 'search',
  access: 'session',
  query: Type.Object({
    /** Words in any script; the last one may be cut off; in quotation marks exactly so. */
    q: Type.String({ maxLength: 300 }),
    /** Only this kind. */
    kind: Type.Optional(OneOf(foundKinds)),
    /** Only cases of this home organisation. */
    home: Type.Optional(Id),
    /** Of each kind. */
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: countLimit, default: 5 })),
  }),
  response: Type.Object({
    groups: Type.Array(FoundGroup),
    /** Homes in which something was found, with how much among what was counted; empty when the question names one. */
    homes: Type.Array(Type.Object({ id: Id, name: Type.String(), total: Type.Integer() })),
    /** Other words by which this was found because nothing was found by those that were typed. */
    instead: Type.Array(Type.Object({ typed: Type.String(), found: Type.String() })),
  }),
})
export type SearchAnswer = Static<typeof searchEverything.response>
