// The clause library over HTTP: clauses and templates with their versions, the start set, files read into clauses.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, LocalisedText, Nullable, OneOf, PageOf, Paging, route } from '#core/contract.ts'
import { ClauseVersion } from '../text/document-text.ts'
import { ClauseContent, Language, languagePattern, TemplateContent, WrittenClause } from './content.contract.ts'
import { clauseRoles, itemKinds, itemStates } from './library.terms.ts'

const tag = 'library'
const ById = Type.Object({ id: Id })
const closed = { additionalProperties: false }

const ItemCard = {
  id: Id,
  /** The organisation whose library it stands in; null for the whole installation. */
  homeId: Nullable(Id),
  homeName: Nullable(Type.String()),
  title: LocalisedText,
  state: OneOf(itemStates),
  version: Type.Integer(),
  /** The version in use. */
  approvedVersion: Nullable(Type.Integer()),
  languages: Type.Array(Type.String()),
  changedAt: Instant,
  changedBy: Nullable(Type.String()),
}

export const ClauseCard = Type.Object({
  ...ItemCard,
  role: OneOf(clauseRoles),
  /** The ways in which it is written. */
  choices: Type.Array(Type.Object({ key: Type.String(), when: LocalisedText })),
  variables: Type.Integer(),
  /** Kinds of the commitments that it makes. */
  promises: Type.Array(Type.String()),
})
export type ClauseCard = Static<typeof ClauseCard>

export const TemplateCard = Type.Object({
  ...ItemCard,
  kinds: Type.Array(Type.String()),
  parts: Type.Integer(),
})
export type TemplateCard = Static<typeof TemplateCard>

export const ItemVersion = Type.Object({
  version: Type.Integer(),
  note: Nullable(Type.String()),
  writtenBy: Nullable(Type.String()),
  writtenAt: Instant,
  approvedBy: Nullable(Type.String()),
  approvedAt: Nullable(Instant),
})
export type ItemVersion = Static<typeof ItemVersion>

const ItemHistory = {
  /** The version that is shown; the latest unless another was asked for. */
  shown: Type.Integer(),
  retiredBecause: Nullable(Type.String()),
  versions: Type.Array(ItemVersion),
  abilities: Abilities,
}

export const ClauseView = Type.Object({
  ...ClauseCard.properties,
  ...ItemHistory,
  content: ClauseContent,
  /** The words of each alternative as they look. */
  formatted: Type.Array(Type.Object({ key: Type.String(), versions: Type.Record(Type.String(), ClauseVersion) })),
  usedIn: Type.Array(Type.Object({ id: Id, title: LocalisedText })),
})
export type ClauseView = Static<typeof ClauseView>

export const TemplateView = Type.Object({
  ...TemplateCard.properties,
  ...ItemHistory,
  content: TemplateContent,
  /** The clauses that it names, as they stand now. */
  clauses: Type.Array(ClauseCard),
})
export type TemplateView = Static<typeof TemplateView>

const ItemFilter = {
  q: Type.Optional(Type.String({ maxLength: 200 })),
  state: Type.Optional(OneOf(itemStates)),
  language: Type.Optional(Language),
  ...Paging,
}

export const listClauses = route({
  method: 'GET',
  path: '/api/library/clauses',
  summary: 'Clauses of the library, found by words in any script',
  tag,
  access: 'session',
  query: Type.Object({ ...ItemFilter, role: Type.Optional(OneOf(clauseRoles)) }),
  response: PageOf(ClauseCard),
})

export const listTemplates = route({
  method: 'GET',
  path: '/api/library/templates',
  summary: 'Templates of agreements',
  tag,
  access: 'session',
  query: Type.Object({ ...ItemFilter, kind: Type.Optional(Type.String({ maxLength: 40 })) }),
  response: PageOf(TemplateCard),
})

const AtVersion = Type.Object({ version: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) })

export const getClause = route({
  method: 'GET',
  path: '/api/library/clauses/:id',
  summary: 'A clause with its history, as it is or as one of its versions was',
  tag,
  access: 'session',
  params: ById,
  query: AtVersion,
  response: ClauseView,
})

export const getTemplate = route({
  method: 'GET',
  path: '/api/library/templates/:id',
  summary: 'A template with its history and the clauses that it names',
  tag,
  access: 'session',
  params: ById,
  query: AtVersion,
  response: TemplateView,
})

const Note = Type.Optional(Nullable(Type.String({ maxLength: 1000 })))
const Made = Type.Object({ id: Id })

export const createClause = route({
  method: 'POST',
  path: '/api/library/clauses',
  summary: 'Write a new clause',
  tag,
  access: 'session',
  body: Type.Object({ homeId: Nullable(Id), content: ClauseContent }, closed),
  response: Made,
})

export const changeClause = route({
  method: 'PUT',
  path: '/api/library/clauses/:id',
  summary: 'Write a new version of a clause; the approved one stays in use until the new one is approved',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ version: Type.Integer(), content: ClauseContent, note: Note }, closed),
})

export const createTemplate = route({
  method: 'POST',
  path: '/api/library/templates',
  summary: 'Make a template out of clauses',
  tag,
  access: 'session',
  body: Type.Object({ homeId: Nullable(Id), content: TemplateContent }, closed),
  response: Made,
})

export const changeTemplate = route({
  method: 'PUT',
  path: '/api/library/templates/:id',
  summary: 'Write a new version of a template',
  tag,
  access: 'session',
  params: ById,
  body: Type.Object({ version: Type.Integer(), content: TemplateContent, note: Note }, closed),
})

const ItemParams = Type.Object({ kind: OneOf(itemKinds), id: Id })

export const approveItem = route({
  method: 'POST',
  path: '/api/library/:kind/:id/approval',
  summary: 'Approve the latest version of a clause or template for use',
  tag,
  access: 'session',
  params: ItemParams,
  body: Type.Object({ version: Type.Integer() }, closed),
})

export const retireItem = route({
  method: 'POST',
  path: '/api/library/:kind/:id/retirement',
  summary: 'Take a clause or template out of use; texts that used it keep it',
  tag,
  access: 'session',
  params: ItemParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2000 }) }, closed),
})

export const restoreItem = route({
  method: 'DELETE',
  path: '/api/library/:kind/:id/retirement',
  summary: 'Bring a retired clause or template back',
  tag,
  access: 'session',
  params: ItemParams,
})

export const LibraryPlace = Type.Object({
  /** Null: the whole installation. */
  homeId: Nullable(Id),
  name: Nullable(Type.String()),
  /** `write` drafts, `approve` covers retiring, `adopt` the start set. */
  abilities: Abilities,
  /** How many clauses and templates of the start set are not here. */
  missing: Type.Integer(),
})
export type LibraryPlace = Static<typeof LibraryPlace>

export const getLibrary = route({
  method: 'GET',
  path: '/api/library',
  summary: 'Libraries that the reader sees: of the installation and of home organisations, and the start set on offer',
  tag,
  access: 'session',
  response: Type.Object({
    places: Type.Array(LibraryPlace),
    startSet: Type.Object({
      clauses: Type.Integer(),
      templates: Type.Array(Type.Object({ title: LocalisedText, description: LocalisedText, parts: Type.Integer() })),
      languages: Type.Array(Type.String()),
    }),
  }),
})

export const adoptStartSet = route({
  method: 'POST',
  path: '/api/library/start-set',
  summary: 'Take the start set of clauses and templates into a library; what is there already stays as it is',
  tag,
  access: 'session',
  body: Type.Object({ homeId: Nullable(Id) }, closed),
  response: Type.Object({ clauses: Type.Integer(), templates: Type.Integer() }),
})

export const ReadClause = Type.Object(
  {
    role: OneOf(clauseRoles),
    versions: Type.Record(Type.String({ pattern: languagePattern }), WrittenClause),
  },
  closed,
)
export type ReadClause = Static<typeof ReadClause>

export const readTemplateFile = route({
  method: 'POST',
  path: '/api/library/uploads',
  summary: 'Read a Word file into clauses, to be looked at before anything is kept',
  tag,
  access: 'session',
  response: Type.Object({
    name: Type.String(),
    languages: Type.Array(Type.String()),
    title: LocalisedText,
    clauses: Type.Array(ReadClause),
    /** The languages of the file do not have the same clauses, so that they stand below one another. */
    isUneven: Type.Boolean(),
    /** Things that a template has no place for: pictures, footnotes, comments. */
    leftOut: Type.Integer(),
  }),
  transfer: 'upload',
})

export const createFromClauses = route({
  method: 'POST',
  path: '/api/library/templates/from-clauses',
  summary: 'Keep the clauses of a file, as they were corrected, and the template that they make',
  tag,
  access: 'session',
  body: Type.Object(
    {
      homeId: Nullable(Id),
      template: Type.Omit(TemplateContent, ['parts'], closed),
      clauses: Type.Array(ReadClause, { minItems: 1, maxItems: 500 }),
    },
    closed,
  ),
  response: Made,
})
