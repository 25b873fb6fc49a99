// An organisation as the name index takes it, and how its names, domains and identifiers are made comparable.
import { hashText } from './columns.ts'
import { fold } from './fold.ts'
import { countryOfName } from './places.ts'

/** Kinds of names, strongest first; their position is what the index stores. */
export const NAME_KINDS = ['label', 'alias', 'former', 'acronym'] as const
export type NameKind = (typeof NAME_KINDS)[number]

/** An organisation as the index takes it: from the database, a registry file or a test. */
export interface OrganisationRecord {
  /** A uuid or a ROR id; unique in the index. */
  id: string
  rorId?: string
  names: { text: string; lang?: string; kind: NameKind }[]
  /** ISO 3166 alpha-2. */
  country?: string
  city?: string
  region?: string
  types?: string[]
  /** Anything but 'active' counts as closed. */
  status?: string
  website?: string
  domains?: string[]
  parents?: string[]
  children?: string[]
  successors?: string[]
  identifiers?: { scheme: string; value: string }[]
}

/** Types of organisations as registries name them; their position is the bit the index stores. */
export const ORGANISATION_TYPES = [
  'education',
  'healthcare',
  'company',
  'government',
  'nonprofit',
  'facility',
  'funder',
  'archive',
  'other',
] as const

const COUNTRY_SUFFIX = /\s*\(([^()]+)\)\s*$/

/** Names worth indexing: each folded form once, under its strongest kind, without the registry's "(Country)". */
export function distinctNames(names: OrganisationRecord['names']): OrganisationRecord['names'] {
  const seen = new Set<string>()
  const kept: OrganisationRecord['names'] = []
  for (const name of [...names].sort((a, b) => NAME_KINDS.indexOf(a.kind) - NAME_KINDS.indexOf(b.kind))) {
    // Registries add "(Country)" to companies; the country is a fact of its own here.
    const suffix = COUNTRY_SUFFIX.exec(name.text)?.[1]
    const text =
      suffix !== undefined && countryOfName(suffix) !== undefined ? name.text.replace(COUNTRY_SUFFIX, '') : name.text
    const key = fold(text)
    if (key === '' || seen.has(key)) continue
    seen.add(key)
    kept.push({ ...name, text })
  }
  return kept
}

/** Bare domains of the website and the listed domains. */
export function domainsOf(record: OrganisationRecord): string[] {
  const found = new Set<string>()
  for (const address of [record.website ?? '', ...(record.domains ?? [])]) {
    const domain = domainOf(address)
    if (domain !== '') found.add(domain)
  }
  return [...found]
}

/** Bare host of a web address, e-mail address or domain: lower case, without "www."; empty when there is none. */
export function domainOf(address: string): string {
  const host =
    address
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:\/\//, '')
      .replace(/^[^/@]*@/, '')
      .split(/[/:?#]/)[0] ?? ''
  return host.includes('.') ? host.replace(/^www\d?\./, '') : ''
}

/** Identifiers are compared without address parts, spaces, dashes and case. */
export function identifierKey(scheme: string, value: string): number {
  const bare = value
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/[^/]+\/(?:.*\/)?/, '')
    .replace(/[\s-]/g, '')
  return hashText(`${scheme.toLowerCase()}:${bare}`)
}
