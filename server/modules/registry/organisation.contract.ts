// Organisations on the wire: lists, search as you type, the whole record, and what may be done with it.
import type { Static } from 'typebox'
import Type from 'typebox'
import {
  Abilities,
  CountryCode,
  Id,
  Instant,
  IsoDate,
  LanguageTag,
  LocalisedText,
  Nullable,
  OneOf,
  PageOf,
  Paging,
  route,
} from '#core/contract.ts'
import { keysOf } from '#core/terms.ts'
import { Timeline } from '#core/timeline.contract.ts'
import { historyParts } from './history.terms.ts'
import {
  factSources,
  identifierSchemes,
  linkKinds,
  nameKinds,
  organisationFields,
  organisationStatuses,
  organisationTypes,
  relationKinds,
} from './registry.terms.ts'

const tag = 'registry'
const params = Type.Object({ id: Id })
export const Status = OneOf(keysOf(organisationStatuses))
export const OrganisationKind = OneOf(keysOf(organisationTypes))
const Scheme = OneOf(keysOf(identifierSchemes))
const NameKindSchema = OneOf(keysOf(nameKinds))
const LinkKindSchema = OneOf(keysOf(linkKinds))
const Source = OneOf(keysOf(factSources))
const Field = OneOf(keysOf(organisationFields))
const ShortText = Type.String({ minLength: 1, maxLength: 500 })
const Reason = Type.String({ minLength: 3, maxLength: 2000 })
const Search = Type.String({ maxLength: 300 })

/** An organisation as another record mentions it. `name` is in the reader's language where that is known. */
export const OrganisationRef = Type.Object({ id: Id, name: Type.String(), country: Nullable(Type.String()) })
export type OrganisationRef = Static<typeof OrganisationRef>

export const ShortIdentifier = Type.Object({ scheme: Scheme, value: Type.String() })

/** A line of the list. `original` is the organisation's own display name. */
export const OrganisationItem = Type.Object({
  id: Id,
  name: Type.String(),
  original: Type.String(),
  names: LocalisedText,
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  types: Type.Array(Type.String()),
  status: Status,
  home: Type.Boolean(),
  unitOf: Nullable(OrganisationRef),
  website: Nullable(Type.String()),
  identifiers: Type.Array(ShortIdentifier),
})
export type OrganisationItem = Static<typeof OrganisationItem>

export const listOrganisations = route({
  method: 'GET',
  path: '/api/organisations',
  summary: 'Organisations, found by text in any script, place, type, status',
  tag,
  access: 'session',
  query: Type.Object({
    ...Paging,
    text: Type.Optional(Search),
    country: Type.Optional(Type.Array(CountryCode, { maxItems: 250 })),
    type: Type.Optional(Type.Array(OrganisationKind, { maxItems: 9 })),
    /** Without it: active and unverified ones. */
    status: Type.Optional(Type.Array(Status, { maxItems: 5 })),
    home: Type.Optional(Type.Boolean()),
    /** Units of this organisation; without it units are left out unless a text is searched. */
    unitOf: Type.Optional(Id),
    sort: Type.Optional(OneOf(['best', 'name', 'country', 'changed'] as const)),
  }),
  /** `total` is exact up to 5,000 where a text is searched; `atLeast` says that there are more. */
  response: Type.Object({ ...PageOf(OrganisationItem).properties, atLeast: Type.Boolean() }),
})

/** A line of the search as you type. `matched` is the name or identifier that was found. */
export const OrganisationOption = Type.Object({
  id: Id,
  name: Type.String(),
  original: Type.String(),
  country: Nullable(Type.String()),
  city: Nullable(Type.String()),
  status: Status,
  home: Type.Boolean(),
  unitOf: Nullable(Type.String()),
  identifiers: Type.Array(ShortIdentifier),
  matched: Type.Object({
    text: Type.String(),
    /** Kind of the name, or the scheme of the identifier. */
    kind: OneOf([...keysOf(nameKinds), ...keysOf(identifierSchemes)] as const),
    /** ISO 15924 code (`Latn`, `Arab`, `Cyrl`, …) of a name. */
    script: Nullable(Type.String()),
    language: Nullable(Type.String()),
    /** Found by forgiving a slip of the pen. */
    roughly: Type.Boolean(),
  }),
})
export type OrganisationOption = Static<typeof OrganisationOption>

export const searchOrganisations = route({
  method: 'GET',
  path: '/api/organisations/search',
  summary: 'Search as you type over all names and identifiers',
  tag,
  access: 'session',
  query: Type.Object({
    q: Search,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 10 })),
    country: Type.Optional(CountryCode),
    /** Only home organisations and their units. */
    home: Type.Optional(Type.Boolean()),
    /** Only units of this organisation. */
    unitOf: Type.Optional(Id),
  }),
  response: Type.Object({ items: Type.Array(OrganisationOption) }),
})

export const OrganisationName = Type.Object({
  text: Type.String(),
  language: Nullable(Type.String()),
  script: Nullable(Type.String()),
  kind: NameKindSchema,
  source: Source,
  saidOn: Nullable(IsoDate),
})
export type OrganisationName = Static<typeof OrganisationName>

export const OrganisationIdentifier = Type.Object({
  scheme: Scheme,
  value: Type.String(),
  preferred: Type.Boolean(),
  source: Source,
  saidOn: Nullable(IsoDate),
  /** Where the identifier can be looked up. */
  url: Nullable(Type.String()),
})

export const OrganisationLink = Type.Object({ kind: LinkKindSchema, url: Type.String(), source: Source })

export const OrganisationRelation = Type.Object({
  kind: OneOf(keysOf(relationKinds)),
  /** Null when the other one is not in this registry; `label` then names it. */
  organisation: Nullable(OrganisationRef),
  label: Type.String(),
  source: Source,
})

export const Place = Type.Object({
  country: Nullable(CountryCode),
  region: Nullable(Type.String({ maxLength: 200 })),
  city: Nullable(Type.String({ maxLength: 200 })),
  latitude: Nullable(Type.Number({ minimum: -90, maximum: 90 })),
  longitude: Nullable(Type.Number({ minimum: -180, maximum: 180 })),
})
export type Place = Static<typeof Place>

/** A field where a person decided otherwise than a source; values are shaped as in the record. */
export const Difference = Type.Object({
  field: Field,
  source: Source,
  ours: Type.Unknown(),
  theirs: Type.Unknown(),
  saidOn: Nullable(IsoDate),
})
export type Difference = Static<typeof Difference>

export const UnitItem = Type.Object({
  id: Id,
  name: Type.String(),
  original: Type.String(),
  names: LocalisedText,
  status: Status,
  unitOf: Id,
  /** 1 for a unit of the organisation, 2 for a unit of such a unit, … */
  depth: Type.Integer(),
})
export type UnitItem = Static<typeof UnitItem>

export const Organisation = Type.Object({
  id: Id,
  version: Type.Integer(),
  name: Type.String(),
  original: Type.String(),
  status: Status,
  home: Type.Boolean(),
  names: Type.Array(OrganisationName),
  identifiers: Type.Array(OrganisationIdentifier),
  types: Type.Array(Type.String()),
  place: Place,
  established: Nullable(Type.Integer()),
  links: Type.Array(OrganisationLink),
  relations: Type.Array(OrganisationRelation),
  unitOf: Nullable(OrganisationRef),
  units: Type.Array(UnitItem),
  personCount: Type.Integer(),
  /** Fields that imports leave alone. */
  editedFields: Type.Array(Field),
  differences: Type.Array(Difference),
  mergedInto: Nullable(OrganisationRef),
  mergedFrom: Type.Array(Type.Object({ ...OrganisationRef.properties, at: Nullable(Instant) })),
  source: Source,
  /** Version of the official data, where it comes from there. */
  sourceVersion: Nullable(Type.String()),
  createdAt: Instant,
  updatedAt: Instant,
  /** change, merge, undoMerge, split, acceptStatement, addUnit, addPerson */
  abilities: Abilities,
})
export type Organisation = Static<typeof Organisation>

export const getOrganisation = route({
  method: 'GET',
  path: '/api/organisations/:id',
  summary: 'An organisation with everything known of it',
  tag,
  access: 'session',
  params,
  response: Organisation,
})

const NameInput = Type.Object(
  { text: ShortText, language: Type.Optional(Nullable(LanguageTag)), kind: NameKindSchema },
  { additionalProperties: false },
)
const IdentifierInput = Type.Object(
  { scheme: Scheme, value: Type.String({ minLength: 1, maxLength: 200 }), preferred: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)
const LinkInput = Type.Object(
  { kind: LinkKindSchema, url: Type.String({ minLength: 4, maxLength: 1000 }) },
  { additionalProperties: false },
)
const writtenFields = {
  /** The display name; added to the names as a label when it is not among them. */
  name: ShortText,
  names: Type.Optional(Type.Array(NameInput, { maxItems: 200 })),
  identifiers: Type.Optional(Type.Array(IdentifierInput, { maxItems: 100 })),
  types: Type.Optional(Type.Array(OrganisationKind, { maxItems: 9 })),
  place: Type.Optional(Place),
  established: Type.Optional(Nullable(Type.Integer({ minimum: 500, maximum: 2100 }))),
  links: Type.Optional(Type.Array(LinkInput, { maxItems: 50 })),
  status: Type.Optional(OneOf(['active', 'inactive', 'unverified'] as const)),
}

export const createOrganisation = route({
  method: 'POST',
  path: '/api/organisations',
  summary: 'Add an organisation that the registry does not have, or a unit of one',
  tag,
  access: 'session',
  body: Type.Object({ ...writtenFields, unitOf: Type.Optional(Id) }, { additionalProperties: false }),
  response: Organisation,
})

export const changeOrganisation = route({
  method: 'PUT',
  path: '/api/organisations/:id',
  summary: 'Change an organisation; fields that are left out stay as they are',
  tag,
  access: 'session',
  params,
  body: Type.Object(
    {
      ...writtenFields,
      name: Type.Optional(writtenFields.name),
      unitOf: Type.Optional(Id),
      version: Type.Integer(),
      reason: Type.Optional(Reason),
    },
    { additionalProperties: false },
  ),
  response: Organisation,
})

export const acceptStatement = route({
  method: 'POST',
  path: '/api/organisations/:id/accept-statement',
  summary: 'Take over what a source says of a field',
  tag,
  access: 'session',
  params,
  body: Type.Object({ field: Field, source: Source, version: Type.Integer() }, { additionalProperties: false }),
  response: Organisation,
})

export const mergeOrganisation = route({
  method: 'POST',
  path: '/api/organisations/:id/merge',
  summary: 'Say that this organisation and another are one; everything of it is shown with the other',
  tag,
  access: 'session',
  params,
  body: Type.Object({ intoId: Id, reason: Reason }, { additionalProperties: false }),
  /** The organisation that stays. */
  response: Organisation,
})

export const undoMerge = route({
  method: 'POST',
  path: '/api/organisations/:id/undo-merge',
  summary: 'Take a merged organisation out again; nothing was lost',
  tag,
  access: 'session',
  params,
  body: Type.Object({ reason: Reason }, { additionalProperties: false }),
  response: Organisation,
})

export const splitOrganisation = route({
  method: 'POST',
  path: '/api/organisations/:id/split',
  summary: 'Move some names and identifiers to a new organisation of their own',
  tag,
  access: 'session',
  params,
  body: Type.Object(
    {
      name: ShortText,
      names: Type.Array(Type.Object({ text: ShortText, kind: NameKindSchema }), { maxItems: 200 }),
      identifiers: Type.Array(Type.Object({ scheme: Scheme, value: Type.String({ maxLength: 200 }) }), {
        maxItems: 100,
      }),
      place: Type.Optional(Place),
      version: Type.Integer(),
      reason: Reason,
    },
    { additionalProperties: false },
  ),
  /** The new organisation. */
  response: Organisation,
})

export const listUnits = route({
  method: 'GET',
  path: '/api/organisations/:id/units',
  summary: 'Faculties, departments and other units of an organisation, as a tree in its order',
  tag,
  access: 'session',
  params,
  response: Type.Object({ items: Type.Array(UnitItem) }),
})

export const getTimeline = route({
  method: 'GET',
  path: '/api/organisations/:id/timeline',
  summary: 'What happened to an organisation and to those merged into it, newest first',
  tag,
  access: 'session',
  params,
  query: Type.Object({
    /** Only this part; everything when left out. */
    about: Type.Optional(OneOf(keysOf(historyParts))),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    before: Type.Optional(Id),
  }),
  response: Timeline,
})

/** Home organisations: those whose cases this installation keeps. */
export const listHomes = route({
  method: 'GET',
  path: '/api/homes',
  summary: 'Home organisations of the installation with their units, as far as the reader may read there',
  tag,
  access: 'session',
  response: Type.Object({
    items: Type.Array(
      Type.Object({
        ...OrganisationRef.properties,
        original: Type.String(),
        mayWrite: Type.Boolean(),
        units: Type.Array(UnitItem),
        /** Units that the reader may write in; all of them where the whole home is theirs. */
        writableUnits: Type.Array(Id),
      }),
    ),
  }),
})

export const setHomes = route({
  method: 'PUT',
  path: '/api/setup/homes',
  summary: 'Choose the home organisations of the installation',
  tag,
  access: 'administrator',
  body: Type.Object(
    {
      organisationIds: Type.Array(Id, { maxItems: 500 }),
      /** Home organisations that the registry does not have: they are created. */
      create: Type.Optional(
        Type.Array(
          Type.Object(
            {
              name: ShortText,
              names: Type.Optional(Type.Array(NameInput, { maxItems: 20 })),
              country: CountryCode,
              city: Type.Optional(ShortText),
            },
            { additionalProperties: false },
          ),
          { maxItems: 20 },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ items: Type.Array(OrganisationRef) }),
})

export const removeHome = route({
  method: 'DELETE',
  path: '/api/setup/homes/:id',
  summary: 'Take an organisation out of the home organisations while it has no cases',
  tag,
  access: 'administrator',
  params,
  response: Type.Object({ items: Type.Array(OrganisationRef) }),
})
