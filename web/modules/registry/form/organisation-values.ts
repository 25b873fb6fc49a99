// What stands in the form of an organisation, from a record and back to what is sent.
import type { BodyOf } from '#core/contract.ts'
import type { changeOrganisation, createOrganisation, Organisation } from '#modules/registry/organisation.contract.ts'
import type { IdentifierScheme, LinkKind, NameKind, OrganisationType } from '#modules/registry/registry.terms.ts'

export interface NameValue {
  text: string
  language: string | null
  kind: NameKind
}

export interface IdentifierValue {
  scheme: IdentifierScheme
  value: string
  preferred: boolean
}

export interface LinkValue {
  kind: LinkKind
  url: string
}

export type WritableStatus = 'active' | 'inactive' | 'unverified'

export interface OrganisationValues {
  name: string
  names: NameValue[]
  identifiers: IdentifierValue[]
  types: OrganisationType[]
  country: string | null
  region: string
  city: string
  latitude: number | null
  longitude: number | null
  established: number | null
  links: LinkValue[]
  status: WritableStatus
  reason: string
}

export const emptyValues: OrganisationValues = {
  name: '',
  names: [],
  identifiers: [],
  types: [],
  country: null,
  region: '',
  city: '',
  latitude: null,
  longitude: null,
  established: null,
  links: [],
  status: 'active',
  reason: '',
}

const isWritable = (status: Organisation['status']): status is WritableStatus =>
  status === 'active' || status === 'inactive' || status === 'unverified'

export const valuesOf = (organisation: Organisation): OrganisationValues => ({
  name: organisation.original,
  names: organisation.names.map(({ text, language, kind }) => ({ text, language, kind })),
  identifiers: organisation.identifiers.map(({ scheme, value, preferred }) => ({ scheme, value, preferred })),
  types: organisation.types as OrganisationType[],
  country: organisation.place.country,
  region: organisation.place.region ?? '',
  city: organisation.place.city ?? '',
  latitude: organisation.place.latitude,
  longitude: organisation.place.longitude,
  established: organisation.established,
  links: organisation.links.map(({ kind, url }) => ({ kind, url })),
  status: isWritable(organisation.status) ? organisation.status : 'inactive',
  reason: '',
})

type Written = Omit<BodyOf<typeof createOrganisation>, 'unitOf'>

/** Everything in the form as it is sent; rows that were left empty are not. */
export function writtenOf(values: OrganisationValues): Written {
  const names = values.names.filter(name => name.text.trim() !== '')
  const identifiers = values.identifiers.filter(each => each.value.trim() !== '')
  const links = values.links.filter(link => link.url.trim() !== '')
  return {
    name: values.name.trim(),
    names: names.map(name => ({ ...name, text: name.text.trim() })),
    identifiers: identifiers.map(each => ({ ...each, value: each.value.trim() })),
    types: values.types,
    place: {
      country: values.country,
      region: values.region.trim() || null,
      city: values.city.trim() || null,
      latitude: values.latitude,
      longitude: values.longitude,
    },
    established: values.established,
    links: links.map(link => ({ ...link, url: link.url.trim() })),
    status: values.status,
  }
}

/** Only the fields that are other than in the record: those left out keep following the official registry. */
export function changesOf(before: OrganisationValues, after: OrganisationValues): Partial<Written> {
  const [old, now] = [writtenOf(before), writtenOf(after)]
  const isChanged = (key: keyof Written) => JSON.stringify(old[key]) !== JSON.stringify(now[key])
  return Object.fromEntries((Object.keys(now) as (keyof Written)[]).filter(isChanged).map(key => [key, now[key]]))
}

export type ChangeBody = BodyOf<typeof changeOrganisation>
