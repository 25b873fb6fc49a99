// Links between records and tags on the wire.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, Nullable, OneOf, route } from '#core/contract.ts'
import { RecordParams } from './comment.contract.ts'
import { linkWords } from './link.terms.ts'
import { tagColours } from './tag.terms.ts'

const tag = 'collaboration'

export const LinkView = Type.Object({
  id: Id,
  /** Seen from the record that was asked about. */
  word: OneOf(linkWords),
  record: Type.Object({
    subject: Type.String(),
    id: Id,
    /** What such a record is called. */
    kind: Type.String(),
    title: Type.String(),
    number: Nullable(Type.String()),
    path: Type.String(),
  }),
  abilities: Abilities,
})
export type LinkView = Static<typeof LinkView>

export const listLinks = route({
  method: 'GET',
  path: '/api/records/:subject/:id/links',
  summary: 'Records that a record is linked with, as far as the reader may see them',
  tag,
  access: 'session',
  params: RecordParams,
  response: Type.Object({ items: Type.Array(LinkView), abilities: Abilities }),
})

export const linkRecords = route({
  method: 'POST',
  path: '/api/records/:subject/:id/links',
  summary: 'Link a record with another one, with a word for how they stand to each other',
  tag,
  access: 'session',
  params: RecordParams,
  body: Type.Object({ word: OneOf(linkWords), to: RecordParams }, { additionalProperties: false }),
  response: Type.Object({ id: Id }),
})

export const unlinkRecords = route({
  method: 'DELETE',
  path: '/api/links/:id',
  summary: 'Take a link between two records away',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})

export const TagView = Type.Object({
  id: Id,
  homeId: Id,
  name: Type.String(),
  colour: OneOf(tagColours),
})
export type TagView = Static<typeof TagView>

const TagName = Type.String({ minLength: 1, maxLength: 60 })

export const listRecordTags = route({
  method: 'GET',
  path: '/api/records/:subject/:id/tags',
  summary: 'Tags of a record, and those that the reader may put on it',
  tag,
  access: 'session',
  params: RecordParams,
  response: Type.Object({
    items: Type.Array(TagView),
    choices: Type.Array(TagView),
    /** Where a new tag for this record would belong. */
    homes: Type.Array(Type.Object({ id: Id, name: Type.String() })),
    abilities: Abilities,
  }),
})

export const setRecordTags = route({
  method: 'PUT',
  path: '/api/records/:subject/:id/tags',
  summary: 'Say which tags a record has; those of home organisations for which one does not write stay',
  tag,
  access: 'session',
  params: RecordParams,
  body: Type.Object({ tagIds: Type.Array(Id, { maxItems: 50 }) }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const listTags = route({
  method: 'GET',
  path: '/api/tags',
  summary: 'Tags that are on any record that the reader sees, for filters',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(TagView) }),
})

export const createTag = route({
  method: 'POST',
  path: '/api/tags',
  summary: 'Make a tag of a home organisation',
  tag,
  access: 'session',
  body: Type.Object({ homeId: Id, name: TagName, colour: OneOf(tagColours) }, { additionalProperties: false }),
  response: Type.Object({ id: Id }),
})

export const changeTag = route({
  method: 'PATCH',
  path: '/api/tags/:id',
  summary: 'Change the name or the colour of a tag everywhere',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  body: Type.Object({ name: TagName, colour: OneOf(tagColours) }, { additionalProperties: false }),
  response: Type.Object({}),
})

export const removeTag = route({
  method: 'DELETE',
  path: '/api/tags/:id',
  summary: 'Take a tag away from everything that has it',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})
