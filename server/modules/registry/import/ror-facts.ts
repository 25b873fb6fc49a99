// A record of the Research Organization Registry as the facts that this registry keeps.
import { createHash } from 'node:crypto'
import { newId } from '#core/ids.ts'
import { identifierForm } from '../identifiers.ts'
import type {
  IdentifierFact,
  LinkFact,
  NameFact,
  OfficialFacts,
  OrganisationFacts,
  RelationFact,
} from '../organisation-facts.ts'
import { type IdentifierScheme, organisationTypes, type RelationKind, relationKinds } from '../registry.terms.ts'
import { FOLD_VERSION } from '../resolution/fold.ts'
import type { RorRecord } from '../resolution/ror-records.ts'

/** Raise when the same record gives other facts or search words than before: the next import then writes it anew. */
const factsVersion = 1

const source = 'ror'

/** The id without its address. */
export const bareRor = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** ISO date on which the record was last changed, or null. */
function changedOn(record: RorRecord): string | null {
  const admin = record.admin as { last_modified?: { date?: unknown } } | undefined
  const date = admin?.last_modified?.date
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : null
}

/** Facts of a record; its hash changes whenever anything that is kept changes. */
export function officialFacts(record: RorRecord): OfficialFacts {
  const saidOn = changedOn(record)
  const facts: Omit<OfficialFacts, 'hash'> = {
    ...namesOf(record, saidOn),
    identifiers: identifiersOf(record, saidOn),
    types: [...new Set((record.types ?? []).map(type => type.toLowerCase()))]
      .filter(type => Object.hasOwn(organisationTypes, type))
      .sort(),
    status: record.status === 'inactive' || record.status === 'withdrawn' ? record.status : 'active',
    place: placeOf(record),
    links: linksOf(record),
    established: isYear(record.established) ? record.established : null,
    relations: relationsOf(record),
    source,
    version: saidOn,
  }
  const hash = createHash('sha256')
    .update(`${factsVersion} ${FOLD_VERSION} ${JSON.stringify(facts)}`)
    .digest('base64')
    .slice(0, 22)
  return { ...facts, hash }
}

const isYear = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) > 0 && (value as number) < 3000

const clean = (text: string): string =>
  text
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 1000)

function namesOf(record: RorRecord, saidOn: string | null): { name: string; names: NameFact[] } {
  const names = new Map<string, NameFact>()
  let display: string | undefined
  for (const { value, types, lang } of record.names) {
    const text = clean(value)
    if (text === '') continue
    if (types.includes('ror_display')) display = text
    const language = typeof lang === 'string' && /^[a-z]{2,3}$/i.test(lang) ? lang.toLowerCase() : null
    const kinds = types.filter(type => type !== 'ror_display')
    for (const kind of kinds.length > 0 ? kinds : ['label']) {
      if (kind !== 'label' && kind !== 'alias' && kind !== 'acronym') continue
      names.set(`${kind} ${language ?? ''} ${text}`, { text, language, script: null, kind, source, saidOn })
    }
  }
  const list = [...names.values()]
  const name = display ?? list.find(one => one.kind === 'label')?.text ?? list[0]?.text ?? record.id
  if (!list.some(one => one.text === name))
    list.unshift({ text: name, language: null, script: null, kind: 'label', source, saidOn })
  return { name, names: list }
}

const schemes = new Set<string>(['isni', 'wikidata', 'grid', 'fundref'] satisfies IdentifierScheme[])

function identifiersOf(record: RorRecord, saidOn: string | null): IdentifierFact[] {
  const found = new Map<string, IdentifierFact>()
  const add = (scheme: IdentifierScheme, text: string, preferred: boolean) => {
    const value = identifierForm(scheme, text)
    if (value === undefined) return
    const key = `${scheme} ${value}`
    found.set(key, { scheme, value, preferred: preferred || (found.get(key)?.preferred ?? false), source, saidOn })
  }
  add('ror', record.id, true)
  for (const { type, all, preferred } of record.external_ids ?? []) {
    if (!schemes.has(type)) continue
    const values = Array.isArray(all) ? all : [all]
    for (const value of [...values, ...(preferred ? [preferred] : [])])
      if (typeof value === 'string') add(type as IdentifierScheme, value, value === preferred)
  }
  for (const domain of record.domains ?? []) if (typeof domain === 'string') add('domain', domain, false)
  return [...found.values()]
}

function placeOf(record: RorRecord): OfficialFacts['place'] {
  const place = record.locations?.[0]?.geonames_details
  const text = (value: unknown) => (typeof value === 'string' && clean(value) !== '' ? clean(value) : null)
  const number = (value: unknown, most: number) =>
    typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= most ? value : null
  const country = text(place?.country_code)?.toUpperCase() ?? null
  return {
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    region: text(place?.country_subdivision_name),
    city: text(place?.name),
    latitude: number(place?.lat, 90),
    longitude: number(place?.lng, 180),
  }
}

function linksOf(record: RorRecord): LinkFact[] {
  const links = new Map<string, LinkFact>()
  for (const { type, value } of record.links ?? []) {
    if (typeof value !== 'string' || !/^https?:\/\//i.test(value.trim())) continue
    const url = value.trim().slice(0, 1000)
    const kind = type === 'website' || type === 'wikipedia' ? type : 'other'
    links.set(`${kind} ${url}`, { kind, url, source })
  }
  return [...links.values()]
}

function relationsOf(record: RorRecord): RelationFact[] {
  const relations = new Map<string, RelationFact>()
  for (const { id, type, label } of record.relationships ?? []) {
    const kind = type.toLowerCase()
    if (!Object.hasOwn(relationKinds, kind) || typeof id !== 'string') continue
    const otherRor = bareRor(id)
    relations.set(`${kind} ${otherRor}`, {
      kind: kind as RelationKind,
      otherId: null,
      otherRor,
      label: typeof label === 'string' ? clean(label) : null,
      source,
    })
  }
  return [...relations.values()]
}

/** A new organisation that is known only from the official list. */
export function organisationFrom(official: OfficialFacts): OrganisationFacts {
  const { version, hash, ...facts } = official
  return {
    ...facts,
    id: newId(),
    unitOf: null,
    home: false,
    editedFields: [],
    statements: [],
    sourceVersion: version,
    sourceHash: hash,
  }
}
