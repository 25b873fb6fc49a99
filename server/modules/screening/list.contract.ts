// Lists over HTTP: which there are, their versions, what an administrator chooses; the settings of due diligence.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, CountryCode, Id, Instant, IsoDate, Nullable, OneOf, route } from '#core/contract.ts'
import { listFormats, versionStates } from './list.terms.ts'
import { levels } from './screening.terms.ts'

const tag = 'screening'
const ById = Type.Object({ id: Id })
const Path = Type.String({ minLength: 1, maxLength: 200 })

export const ListMappingInput = Type.Object(
  {
    record: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    number: Path,
    name: Path,
    otherNames: Type.Optional(Path),
    kind: Type.Optional(Path),
    usually: Type.Optional(OneOf(['person', 'organisation'] as const)),
    birthDates: Type.Optional(Path),
    countries: Type.Optional(Path),
    identifiers: Type.Optional(Path),
    programmes: Type.Optional(Path),
    remarks: Type.Optional(Path),
    separator: Type.Optional(Type.String({ minLength: 1, maxLength: 5 })),
  },
  { additionalProperties: false },
)

export const ListVersionView = Type.Object({
  id: Id,
  number: Type.Integer(),
  fileName: Type.String(),
  sha256: Type.String(),
  publishedOn: Nullable(IsoDate),
  state: OneOf(versionStates),
  entries: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  gone: Type.Integer(),
  notUnderstood: Type.Integer(),
  /** The first of what was not understood: where, and what is wrong. */
  problems: Type.Array(Type.Object({ place: Type.String(), problem: Type.String() })),
  error: Nullable(Type.String()),
  loadedBy: Nullable(Type.String()),
  requestedAt: Instant,
  loadedAt: Nullable(Instant),
})
export type ListVersionView = Static<typeof ListVersionView>

export const ListView = Type.Object({
  id: Id,
  name: Type.String(),
  publisher: Nullable(Type.String()),
  format: OneOf(listFormats),
  mapping: Nullable(ListMappingInput),
  active: Type.Boolean(),
  version: Type.Integer(),
  /** The newest first. */
  versions: Type.Array(ListVersionView),
})
export type ListView = Static<typeof ListView>

export const listScreeningLists = route({
  method: 'GET',
  path: '/api/screening/lists',
  summary: 'Lists that parties are compared with, and their versions',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(ListView), abilities: Abilities }),
})

const ListFields = {
  name: Type.String({ minLength: 1, maxLength: 200 }),
  publisher: Type.Optional(Nullable(Type.String({ maxLength: 200 }))),
  format: OneOf(listFormats),
  /** Where the fields stand, for files of no known format. */
  mapping: Type.Optional(Nullable(ListMappingInput)),
}

export const addScreeningList = route({
  method: 'POST',
  path: '/api/screening/lists',
  summary: 'Add a list; its entries come with its first version',
  tag,
  access: 'administrator',
  body: Type.Object(ListFields, { additionalProperties: false }),
  response: ListView,
})

export const changeScreeningList = route({
  method: 'PUT',
  path: '/api/screening/lists/:id',
  summary: 'Rename a list, say where its fields stand, switch it off or on',
  tag,
  access: 'administrator',
  params: ById,
  body: Type.Object(
    { ...ListFields, active: Type.Boolean(), version: Type.Integer() },
    { additionalProperties: false },
  ),
  response: ListView,
})

export const removeScreeningList = route({
  method: 'DELETE',
  path: '/api/screening/lists/:id',
  summary: 'Remove a list; what was decided by it stays in the checks',
  tag,
  access: 'administrator',
  params: ById,
})

export const loadScreeningList = route({
  method: 'POST',
  path: '/api/screening/lists/:id/versions',
  summary: 'Load a version of a list from a file',
  tag,
  access: 'administrator',
  params: ById,
  response: ListVersionView,
  transfer: 'upload',
})

export const ScreeningSettings = Type.Object(
  {
    /** Likeness from which on a person is asked. */
    threshold: Type.Number({ minimum: 0.6, maximum: 1 }),
    /** How long a decision about a match holds. */
    verdictMonths: Type.Integer({ minimum: 1, maximum: 36 }),
    /** How long a cleared check is valid. */
    validMonths: Type.Integer({ minimum: 1, maximum: 36 }),
    /** What this installation says of countries; the reason names the source. */
    countries: Type.Array(
      Type.Object(
        { country: CountryCode, level: OneOf(levels), why: Type.String({ minLength: 1, maxLength: 1000 }) },
        { additionalProperties: false },
      ),
      { maxItems: 300 },
    ),
  },
  { additionalProperties: false },
)

export const getScreeningSettings = route({
  method: 'GET',
  path: '/api/screening/settings',
  summary: 'Settings of due diligence',
  tag,
  access: 'session',
  response: ScreeningSettings,
})

export const changeScreeningSettings = route({
  method: 'PUT',
  path: '/api/screening/settings',
  summary: 'Change the settings of due diligence',
  tag,
  access: 'administrator',
  body: ScreeningSettings,
  response: ScreeningSettings,
})
