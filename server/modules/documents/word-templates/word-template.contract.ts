// Offices' own Word templates over HTTP.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Instant, Nullable, route } from '#core/contract.ts'

const tag = 'documents'
const ById = Type.Object({ id: Id })

export const WordTemplate = Type.Object({
  id: Id,
  homeId: Id,
  homeName: Type.String(),
  name: Type.String(),
  tags: Type.Array(Type.String()),
  bytes: Type.Integer(),
  addedBy: Nullable(Type.String()),
  addedAt: Instant,
  abilities: Abilities,
})
export type WordTemplate = Static<typeof WordTemplate>

export const listWordTemplates = route({
  method: 'GET',
  path: '/api/word-templates',
  summary: 'Word templates of the organisations that one reads',
  tag,
  access: 'session',
  response: Type.Object({
    items: Type.Array(WordTemplate),
    /** Organisations for which one may add some. */
    homes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  }),
})

export const addWordTemplate = route({
  method: 'POST',
  path: '/api/word-templates',
  summary: 'Add a Word template; its tags are checked, and whatever reaches out of the file is refused',
  tag,
  access: 'session',
  query: Type.Object({ homeId: Id }),
  transfer: 'upload',
  response: Type.Object({ id: Id }),
})

export const downloadWordTemplate = route({
  method: 'GET',
  path: '/api/word-templates/:id/file',
  summary: 'The template as it was added',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})

export const downloadFilledSample = route({
  method: 'GET',
  path: '/api/word-templates/:id/sample',
  summary: 'The template filled with a sample text in three languages',
  tag,
  access: 'session',
  params: ById,
  transfer: 'download',
})

export const removeWordTemplate = route({
  method: 'DELETE',
  path: '/api/word-templates/:id',
  summary: 'Remove a template; documents that were made by it stay',
  tag,
  access: 'session',
  params: ById,
})
