// The registry as a whole on the wire: its state, imports of official lists, name decisions, resolution.
import type { Static } from 'typebox'
import Type from 'typebox'
import { CountryCode, Id, Instant, Nullable, OneOf, PageOf, Paging, route } from '#core/contract.ts'
import { keysOf } from '#core/terms.ts'
import { OrganisationRef } from './organisation.contract.ts'
import { importKinds, importStates } from './registry.terms.ts'

const tag = 'registry'

export const ImportReport = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  unchanged: Type.Integer(),
  withdrawn: Type.Integer(),
  /** Organisations whose edits by hand were kept although the source says otherwise. */
  keptEdits: Type.Integer(),
  skipped: Type.Integer(),
  /** The first hundred that were skipped, with the reason. */
  skippedRecords: Type.Array(Type.Object({ place: Type.String(), reason: Type.String() })),
  /** Charter list: rows matched to an organisation, and rows that a person must decide. */
  matched: Type.Optional(Type.Integer()),
  identifiersAdded: Type.Optional(Type.Integer()),
  doubtful: Type.Optional(Type.Integer()),
  unknown: Type.Optional(Type.Integer()),
})
export type ImportReport = Static<typeof ImportReport>

export const RegistryImport = Type.Object({
  id: Id,
  kind: OneOf(keysOf(importKinds)),
  state: OneOf(keysOf(importStates)),
  fileName: Type.String(),
  dumpVersion: Nullable(Type.String()),
  startedAt: Instant,
  finishedAt: Nullable(Instant),
  recordsDone: Type.Integer(),
  /** From 0 to 1 by the bytes read; null while unknown. */
  share: Nullable(Type.Number()),
  secondsLeft: Nullable(Type.Integer()),
  error: Nullable(Type.String()),
  report: Nullable(ImportReport),
})
export type RegistryImport = Static<typeof RegistryImport>

export const getRegistryState = route({
  method: 'GET',
  path: '/api/registry/state',
  summary: 'How many organisations, names and identifiers the registry holds, and where from',
  tag,
  access: 'session',
  response: Type.Object({
    organisations: Type.Integer(),
    units: Type.Integer(),
    names: Type.Integer(),
    identifiers: Type.Integer(),
    persons: Type.Integer(),
    countries: Type.Integer(),
    unverified: Type.Integer(),
    differences: Type.Integer(),
    homes: Type.Array(OrganisationRef),
    lastImport: Nullable(RegistryImport),
  }),
})

export const listImports = route({
  method: 'GET',
  path: '/api/registry/imports',
  summary: 'Imports of official lists, newest first, with their progress',
  tag,
  access: 'session',
  response: Type.Object({ items: Type.Array(RegistryImport) }),
})

export const getImport = route({
  method: 'GET',
  path: '/api/registry/imports/:id',
  summary: 'One import with its progress and report',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: RegistryImport,
})

export const startImport = route({
  method: 'POST',
  path: '/api/registry/imports',
  summary: 'Upload an official list (ROR dump, charter list); it is imported in the background',
  tag,
  access: 'administrator',
  query: Type.Object({
    kind: Type.Optional(OneOf(keysOf(importKinds))),
    /** Charter list: create organisations that are not known, as unverified. */
    create: Type.Optional(Type.Boolean()),
  }),
  response: RegistryImport,
  transfer: 'upload',
})

/** Rows of a charter list that a person must decide, as CSV. */
export const downloadDoubtful = route({
  method: 'GET',
  path: '/api/registry/imports/:id/doubtful.csv',
  summary: 'Rows of a charter list that could not be matched with certainty',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  transfer: 'download',
})

export const NameDecision = Type.Object({
  id: Id,
  homeId: Id,
  written: Type.String(),
  country: Nullable(Type.String()),
  /** Null: a person decided that this text is no organisation of the registry. */
  organisation: Nullable(OrganisationRef),
  decidedBy: Nullable(Type.String()),
  decidedAt: Instant,
})
export type NameDecision = Static<typeof NameDecision>

export const listDecisions = route({
  method: 'GET',
  path: '/api/registry/decisions',
  summary: 'What people decided a written name means',
  tag,
  access: 'session',
  query: Type.Object({
    ...Paging,
    text: Type.Optional(Type.String({ maxLength: 300 })),
    homeId: Type.Optional(Id),
    organisationId: Type.Optional(Id),
  }),
  response: PageOf(NameDecision),
})

export const decideName = route({
  method: 'PUT',
  path: '/api/registry/decisions',
  summary: 'Decide which organisation a written name means, from now on',
  tag,
  access: 'session',
  body: Type.Object(
    {
      homeId: Id,
      written: Type.String({ minLength: 1, maxLength: 1000 }),
      country: Type.Optional(Nullable(CountryCode)),
      organisationId: Nullable(Id),
    },
    { additionalProperties: false },
  ),
  response: NameDecision,
})

export const withdrawDecision = route({
  method: 'DELETE',
  path: '/api/registry/decisions/:id',
  summary: 'Forget a decision about a name',
  tag,
  access: 'session',
  params: Type.Object({ id: Id }),
  response: Type.Object({}),
})

export const exportDecisions = route({
  method: 'GET',
  path: '/api/registry/decisions.csv',
  summary: 'Decisions about names of a home organisation as CSV',
  tag,
  access: 'session',
  query: Type.Object({ homeId: Id }),
  transfer: 'download',
})

export const importDecisions = route({
  method: 'POST',
  path: '/api/registry/decisions/import',
  summary: 'Take over decisions about names from a CSV file',
  tag,
  access: 'session',
  query: Type.Object({ homeId: Id }),
  response: Type.Object({
    decided: Type.Integer(),
    unchanged: Type.Integer(),
    skipped: Type.Array(Type.Object({ row: Type.Integer(), reason: Type.String() })),
  }),
  transfer: 'upload',
})
