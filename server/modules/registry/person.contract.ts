// Persons of an organisation on the wire: contacts, coordinators, signatories.
import type { Static } from 'typebox'
import Type from 'typebox'
import { Abilities, Id, LocalisedText, Nullable, PageOf, Paging, route } from '#core/contract.ts'
import { OrganisationRef } from './organisation.contract.ts'

const tag = 'registry'
const params = Type.Object({ id: Id })
const Optional = (maxLength: number) => Type.Optional(Nullable(Type.String({ maxLength })))

export const Person = Type.Object({
  id: Id,
  version: Type.Integer(),
  /** In the reader's language where known; `original` as it was first written. */
  name: Type.String(),
  original: Type.String(),
  names: LocalisedText,
  position: Nullable(Type.String()),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  orcid: Nullable(Type.String()),
  organisation: Nullable(OrganisationRef),
  unit: Nullable(OrganisationRef),
  /** The home organisation that keeps this contact; null: seen by everyone who is signed in. */
  home: Nullable(OrganisationRef),
  /** change, delete */
  abilities: Abilities,
})
export type Person = Static<typeof Person>

export const listPersons = route({
  method: 'GET',
  path: '/api/persons',
  summary: 'Persons, found by text in any script',
  tag,
  access: 'session',
  query: Type.Object({
    ...Paging,
    text: Type.Optional(Type.String({ maxLength: 300 })),
    organisationId: Type.Optional(Id),
    homeId: Type.Optional(Id),
  }),
  response: PageOf(Person),
})

export const listOrganisationPersons = route({
  method: 'GET',
  path: '/api/organisations/:id/persons',
  summary: 'Persons of an organisation and its units',
  tag,
  access: 'session',
  params,
  query: Type.Object({ ...Paging, text: Type.Optional(Type.String({ maxLength: 300 })) }),
  response: PageOf(Person),
})

const written = {
  name: Type.String({ minLength: 1, maxLength: 300 }),
  /** The name in other languages or scripts. */
  names: Type.Optional(LocalisedText),
  position: Optional(300),
  email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 254 }))),
  phone: Optional(100),
  orcid: Optional(60),
  unitId: Type.Optional(Nullable(Id)),
}

export const createPerson = route({
  method: 'POST',
  path: '/api/organisations/:id/persons',
  summary: 'Add a person to an organisation',
  tag,
  access: 'session',
  params,
  body: Type.Object(
    {
      ...written,
      /** The home organisation that keeps the contact; may be left out where the writer has only one. */
      homeId: Type.Optional(Id),
    },
    { additionalProperties: false },
  ),
  response: Person,
})

export const getPerson = route({
  method: 'GET',
  path: '/api/persons/:id',
  summary: 'A person',
  tag,
  access: 'session',
  params,
  response: Person,
})

export const changePerson = route({
  method: 'PUT',
  path: '/api/persons/:id',
  summary: 'Change a person; fields that are left out stay as they are',
  tag,
  access: 'session',
  params,
  body: Type.Object(
    {
      ...written,
      name: Type.Optional(written.name),
      /** The person moved to another organisation. */
      organisationId: Type.Optional(Id),
      version: Type.Integer(),
    },
    { additionalProperties: false },
  ),
  response: Person,
})

export const deletePerson = route({
  method: 'DELETE',
  path: '/api/persons/:id',
  summary: 'Delete a person who is named nowhere',
  tag,
  access: 'session',
  params,
  response: Type.Object({}),
})
