// The draft of an agreement on the wire: its text, beginning it, suggestions, versions, comparing, and what its clauses promise.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Id, Instant, LocalisedText, Nullable, OneOf, route } from '#core/contract.ts'
import { versionKinds } from './draft.terms.ts'
import { clauseRoles } from './draft-form.states.ts'

const tag = 'drafting'
const ById = Type.Object({ id: Id })
const Language = Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 20 })
const Languages = Type.Array(Language, { minItems: 1, maxItems: 3, uniqueItems: true })
const Title = Type.Record(Language, Type.String({ maxLength: 1000 }))

const Run = Type.Object({
  text: Type.String(),
  bold: Type.Optional(Type.Boolean()),
  italic: Type.Optional(Type.Boolean()),
  variable: Type.Optional(Type.String()),
})
const Block = Type.Object({
  kind: OneOf(['paragraph', 'point'] as const),
  ordered: Type.Optional(Type.Boolean()),
  depth: Type.Optional(Type.Integer()),
  runs: Type.Array(Run),
})
const ClauseText = Type.Object({
  id: Id,
  role: OneOf(clauseRoles),
  versions: Type.Record(Language, Type.Object({ heading: Type.Array(Run), blocks: Type.Array(Block) })),
})
/** A text as it is read: without suggestions. */
export const DraftText = Type.Object({
  languages: Languages,
  prevailing: Nullable(Language),
  title: Title,
  clauses: Type.Array(ClauseText),
})
export type DraftText = Static<typeof DraftText>

export const draftRights = ['edit', 'suggest', 'read'] as const
export type DraftRight = (typeof draftRights)[number]

export const DraftView = Type.Object({
  agreement: Type.Object({ id: Id, title: LocalisedText, number: Nullable(Type.String()), homeId: Id }),
  right: OneOf(draftRights),
  /** Why the reader may not do more. */
  reason: Nullable(Type.String()),
  /** Null as long as nobody has begun it. */
  draft: Nullable(
    Type.Object({
      text: DraftText,
      version: Type.Integer(),
      /** Suggestions that nobody has decided on yet. */
      openSuggestions: Type.Integer(),
      begunAt: Instant,
      /** Everybody who wrote in it, by the sign that their suggestions bear. */
      authors: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
      /** Clauses whose comments were settled, and until when. */
      settled: Type.Array(Type.Object({ clauseId: Id, at: Instant })),
      promises: Type.Array(Type.Object({ commitmentId: Id, clauseId: Id })),
    }),
  ),
})
export type DraftView = Static<typeof DraftView>

export const getDraft = route({
  method: 'GET',
  path: '/api/agreements/:id/draft',
  summary: 'The draft of an agreement, read without suggestions, and what the reader may do with it',
  tag,
  access: 'session',
  params: ById,
  response: DraftView,
})

export const beginDraft = route({
  method: 'POST',
  path: '/api/agreements/:id/draft',
  summary: 'Begin the draft: empty, from a template, from the draft of another agreement, or from pasted text',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      languages: Languages,
      prevailing: Type.Optional(Nullable(Language)),
      title: Type.Optional(Title),
      fromAgreementId: Type.Optional(Nullable(Id)),
      /** A template of the library: its clauses with the names of the parties, and the commitments that they make. */
      templateId: Type.Optional(Nullable(Id)),
      /** Text of each language; a line that begins with a number or the word for article begins a clause. */
      texts: Type.Optional(Type.Record(Language, Type.String({ maxLength: 2_000_000 }))),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const changeDraft = route({
  method: 'PATCH',
  path: '/api/agreements/:id/draft',
  summary: 'Change the languages of a draft, the one that prevails, or its title',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      languages: Type.Optional(Languages),
      prevailing: Type.Optional(Nullable(Language)),
      title: Type.Optional(Title),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({}),
})

export const editDraftLive = route({
  method: 'GET',
  path: '/api/agreements/:id/draft/live',
  summary: 'Edit the draft together with others: upgrades to a web socket that carries Yjs updates',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})

export const decideSuggestions = route({
  method: 'POST',
  path: '/api/agreements/:id/draft/suggestions',
  summary: 'Take in or turn down suggestions: some of them, or all',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object(
    {
      decision: OneOf(['take_in', 'turn_down'] as const),
      /** Null: all of them. */
      ids: Nullable(Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { maxItems: 2000 })),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ decided: Type.Integer() }),
})

export const VersionView = Type.Object({
  number: Type.Integer(),
  kind: OneOf(versionKinds),
  name: Nullable(Type.String()),
  madeBy: Nullable(Type.String()),
  madeAt: Instant,
  hash: Type.String(),
  hasSuggestions: Type.Boolean(),
})
export type VersionView = Static<typeof VersionView>

export const listDraftVersions = route({
  method: 'GET',
  path: '/api/agreements/:id/draft/versions',
  summary: 'The versions of a draft that were kept, the newest first',
  tag,
  access: 'session',
  params: ById,
  response: Type.Object({ items: Type.Array(VersionView) }),
})

export const nameDraftVersion = route({
  method: 'POST',
  path: '/api/agreements/:id/draft/versions',
  summary: 'Keep the draft as it stands now under a name',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ name: Type.String({ minLength: 1, maxLength: 120 }) }, { additionalProperties: false }),
  response: Type.Object({ number: Type.Integer() }),
})

export const restoreDraftVersion = route({
  method: 'POST',
  path: '/api/agreements/:id/draft/versions/:number/restore',
  summary: 'Write an earlier version into the draft as a new edit; what stood there is kept as a version first',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, number: Type.Integer({ minimum: 1, maximum: 1_000_000 }) }),
  response: Type.Object({}),
})

const Piece = Type.Object({ text: Type.String(), change: OneOf(['same', 'added', 'removed'] as const) })
export const ClauseComparison = Type.Object({
  id: Id,
  change: OneOf(['same', 'added', 'removed', 'changed', 'moved'] as const),
  /** Its number among the clauses, in the later version or, when it was removed, in the earlier one. */
  position: Type.Integer(),
  versions: Type.Record(Language, Type.Array(Piece)),
})
export type ClauseComparison = Static<typeof ClauseComparison>

export const compareDraftVersions = route({
  method: 'GET',
  path: '/api/agreements/:id/draft/comparison',
  summary: 'Two versions of a draft compared: by clause, by word, in each language; 0 is the draft as it stands now',
  tag,
  access: 'session',
  params: ById,
  query: Type.Object({
    from: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    to: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  }),
  response: Type.Object({ languages: Languages, clauses: Type.Array(ClauseComparison) }),
})

export const placePromise = route({
  method: 'PUT',
  path: '/api/agreements/:id/draft/promises/:commitmentId',
  summary: 'Say in which clause of the draft a proposed commitment stands; null when in none',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, commitmentId: Id }),
  body: Type.Object({ clauseId: Nullable(Id) }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const settleClause = route({
  method: 'PUT',
  path: '/api/agreements/:id/draft/clauses/:clauseId/settled',
  summary: 'Say that what was said about a clause is settled, or open it again',
  tag,
  access: 'session',
  params: Type.Object({ id: Id, clauseId: Id }),
  body: Type.Object({ isSettled: Type.Boolean() }, { additionalProperties: false }),
  response: Type.Object({}),
})
