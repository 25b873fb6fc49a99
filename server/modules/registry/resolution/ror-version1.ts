// Converts records of ROR schema 1 to schema 2, as ROR's own crosswalk does.
import type { RorRecord } from './ror-records.ts'

export interface RorRecordV1 {
  id: string
  name: string
  status?: string
  types?: string[]
  established?: number | null
  links?: string[]
  wikipedia_url?: string | null
  aliases?: string[]
  acronyms?: string[]
  labels?: { label: string; iso639?: string | null }[]
  country?: { country_code?: string; country_name?: string }
  addresses?: RorAddressV1[]
  external_ids?: Record<string, { preferred?: string | null; all?: string[] | string }>
  relationships?: { id: string; type: string; label?: string }[]
}

interface RorAddressV1 {
  lat?: number | null
  lng?: number | null
  city?: string | null
  state?: string | null
  geonames_city?: { id?: number; city?: string; geonames_admin1?: { name?: string | null } } | null
}

export function convertVersion1(old: RorRecordV1): RorRecord {
  const external = convertIdentifiers(old)
  const types = (old.types ?? []).map(type => type.toLowerCase())
  if (external.some(one => one.type === 'fundref') && !types.includes('funder')) types.push('funder')
  const links = (old.links ?? []).map(value => ({ type: 'website', value }))
  if (old.wikipedia_url) links.push({ type: 'wikipedia', value: old.wikipedia_url })
  return {
    id: old.id,
    names: convertNames(old),
    status: old.status ?? 'active',
    types,
    established: old.established ?? null,
    domains: [],
    links,
    external_ids: external,
    locations: convertPlaces(old),
    relationships: (old.relationships ?? []).map(one => ({ ...one, type: one.type.toLowerCase() })),
    admin: { created: { date: null, schema_version: '1.0' }, last_modified: { date: null, schema_version: '1.0' } },
  }
}

function convertNames(old: RorRecordV1): RorRecord['names'] {
  const labels = (old.labels ?? []).filter(label => typeof label?.label === 'string')
  const same = labels.find(label => label.label === old.name)
  return [
    { value: old.name, types: ['ror_display', 'label'], lang: same?.iso639 ?? null },
    ...labels
      .filter(label => label !== same)
      .map(label => ({ value: label.label, types: ['label'], lang: label.iso639 ?? null })),
    ...texts(old.aliases).map(value => ({ value, types: ['alias'], lang: null })),
    ...texts(old.acronyms).map(value => ({ value, types: ['acronym'], lang: null })),
  ]
}

function texts(values: unknown): string[] {
  return Array.isArray(values) ? values.filter(value => typeof value === 'string') : []
}

function convertIdentifiers(old: RorRecordV1): { type: string; all: string[]; preferred: string | null }[] {
  return Object.entries(old.external_ids ?? {})
    .filter(([, value]) => value !== null && typeof value === 'object')
    .map(([type, value]) => ({
      type: type.toLowerCase(),
      all: typeof value.all === 'string' ? [value.all] : texts(value.all),
      preferred: value.preferred ?? null,
    }))
}

function convertPlaces(old: RorRecordV1): RorRecord['locations'] {
  const country = { country_code: old.country?.country_code ?? null, country_name: old.country?.country_name ?? null }
  const addresses = Array.isArray(old.addresses) && old.addresses.length > 0 ? old.addresses : [{}]
  return addresses.map((address: RorAddressV1) => ({
    geonames_id: address.geonames_city?.id ?? null,
    geonames_details: {
      ...country,
      name: address.geonames_city?.city ?? address.city ?? null,
      country_subdivision_name: address.geonames_city?.geonames_admin1?.name ?? address.state ?? null,
      lat: address.lat ?? null,
      lng: address.lng ?? null,
    },
  }))
}
