// What is known of an organisation and who said it; how an official list and a person's edit change that. Pure.
import { canonicalJson } from '#core/events.ts'
import type {
  FactSource,
  IdentifierScheme,
  LinkKind,
  NameKind,
  OrganisationField,
  OrganisationStatus,
  RelationKind,
} from './registry.terms.ts'
import { domainOf } from './resolution/organisation-record.ts'

export interface NameFact {
  text: string
  language: string | null
  script: string | null
  kind: NameKind
  source: FactSource
  saidOn: string | null
}
export interface IdentifierFact {
  scheme: IdentifierScheme
  value: string
  preferred: boolean
  source: FactSource
  saidOn: string | null
}
export interface LinkFact {
  kind: LinkKind
  url: string
  source: FactSource
}
export interface RelationFact {
  kind: RelationKind
  otherId: string | null
  otherRor: string | null
  label: string | null
  source: FactSource
}
export interface PlaceFact {
  country: string | null
  region: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
}

/** Fields that sources and people state, in the form of the record. */
export interface StatedFields {
  name: string
  names: NameFact[]
  identifiers: IdentifierFact[]
  types: string[]
  status: OrganisationStatus
  place: PlaceFact
  links: LinkFact[]
  established: number | null
}

/** What a source says of a field that a person decided otherwise. */
export interface Statement {
  field: OrganisationField
  source: FactSource
  value: unknown
  saidOn: string | null
}

export interface OrganisationFacts extends StatedFields {
  id: string
  unitOf: string | null
  home: boolean
  relations: RelationFact[]
  editedFields: OrganisationField[]
  statements: Statement[]
  source: FactSource
  sourceVersion: string | null
  sourceHash: string | null
}

/** What an official list says of one organisation. */
export interface OfficialFacts extends StatedFields {
  relations: RelationFact[]
  source: FactSource
  /** ISO date of the source's word; null when it says none. */
  version: string | null
  hash: string
}

const fields = ['name', 'names', 'identifiers', 'types', 'status', 'place', 'links', 'established'] as const

type Collection = 'names' | 'identifiers' | 'links'
const keyOf: { [F in Collection]: (item: StatedFields[F][number]) => string } = {
  names: name => `${name.kind} ${name.language ?? ''} ${name.text}`,
  identifiers: identifier => `${identifier.scheme} ${identifier.value}`,
  links: link => `${link.kind} ${link.url}`,
}

const isCollection = (field: OrganisationField): field is Collection => field in keyOf

/** The value of a field without who said it: what is compared, shown as a difference and kept as a statement. */
export function statedValue(facts: StatedFields, field: OrganisationField): unknown {
  if (field === 'names') return facts.names.map(({ text, language, kind }) => ({ text, language, kind }))
  if (field === 'identifiers')
    return facts.identifiers.map(({ scheme, value, preferred }) => ({ scheme, value, preferred }))
  if (field === 'links') return facts.links.map(({ kind, url }) => ({ kind, url }))
  return facts[field]
}

/** The same value whatever its order. */
const comparable = (value: unknown): string =>
  Array.isArray(value) ? canonicalJson(value.map(canonicalJson).sort()) : canonicalJson(value)

export const isSameValue = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b)

/** Items of the source replaced by what it says now; those of others stay, without repeating one another. */
function replaceItems<F extends Collection>(
  field: F,
  ours: StatedFields[F],
  theirs: StatedFields[F],
  source: FactSource,
): StatedFields[F] {
  const key = keyOf[field] as (item: unknown) => string
  const items = [...theirs, ...ours.filter(item => item.source !== source)]
  const seen = new Set<string>()
  return items.filter(item => !seen.has(key(item)) && seen.add(key(item))) as StatedFields[F]
}

const withStatement = (statements: Statement[], statement: Statement): Statement[] => [
  ...statements.filter(one => one.field !== statement.field || one.source !== statement.source),
  statement,
]

/**
 * An official list was read again: fields that nobody edited follow it, edited ones stay and the list's word is kept.
 * `keptEdits` are the edited fields where the two now differ.
 */
export function applyOfficial(
  ours: OrganisationFacts,
  official: OfficialFacts,
): { facts: OrganisationFacts; keptEdits: OrganisationField[] } {
  const facts: OrganisationFacts = { ...ours }
  const keptEdits: OrganisationField[] = []
  for (const field of fields) {
    if (ours.editedFields.includes(field)) {
      const value = statedValue(official, field)
      facts.statements = withStatement(facts.statements, {
        field,
        source: official.source,
        value,
        saidOn: official.version,
      })
      if (!isSameValue(value, statedValue(ours, field))) keptEdits.push(field)
    } else if (isCollection(field))
      Object.assign(facts, { [field]: replaceItems(field, ours[field], official[field], official.source) })
    else Object.assign(facts, { [field]: official[field] })
  }
  facts.relations = [...official.relations, ...ours.relations.filter(relation => relation.source !== official.source)]
  facts.source = official.source
  facts.sourceVersion = official.version
  facts.sourceHash = official.hash
  return { facts, keptEdits }
}

/** What a person wrote; collections are complete lists. */
export interface WrittenFields {
  name?: string
  names?: Pick<NameFact, 'text' | 'language' | 'script' | 'kind'>[]
  identifiers?: Pick<IdentifierFact, 'scheme' | 'value' | 'preferred'>[]
  types?: string[]
  status?: OrganisationStatus
  place?: PlaceFact
  links?: Pick<LinkFact, 'kind' | 'url'>[]
  established?: number | null
}

/**
 * A person's edit. Adding a name, identifier or link leaves the official ones under the care of their source; changing
 * or removing one, or a single value, makes the field a decided one that imports leave alone.
 */
export function applyEdit(ours: OrganisationFacts, written: WrittenFields, today: string): OrganisationFacts {
  let facts: OrganisationFacts = { ...ours }
  for (const field of fields) {
    const value = written[field]
    if (value === undefined) continue
    facts = isCollection(field)
      ? editCollection(facts, field, value as { [key: string]: unknown }[], today)
      : editValue(facts, field, value)
  }
  return withDisplayName(facts, today)
}

function editCollection(
  ours: OrganisationFacts,
  field: Collection,
  written: object[],
  today: string,
): OrganisationFacts {
  const key = keyOf[field] as (item: object) => string
  const known = new Map((ours[field] as object[]).map(item => [key(item), item]))
  const seen = new Set<string>()
  const items = written
    .filter(item => !seen.has(key(item)) && seen.add(key(item)))
    .map(item => ({ saidOn: today, ...(known.get(key(item)) ?? { source: 'manual' }), ...item }))
  const lost = (ours[field] as { source: FactSource }[]).filter(
    item => item.source !== 'manual' && !seen.has(key(item)),
  )
  const facts = { ...ours, [field]: items } as OrganisationFacts
  if (lost.length === 0 || ours.editedFields.includes(field)) return facts
  return decided(facts, field, lost[0]!.source, sourceValue(ours, field, lost[0]!.source))
}

const sourceValue = (facts: OrganisationFacts, field: Collection, source: FactSource): unknown =>
  statedValue(
    { ...facts, [field]: (facts[field] as { source: FactSource }[]).filter(item => item.source === source) },
    field,
  )

function editValue(
  ours: OrganisationFacts,
  field: Exclude<OrganisationField, Collection>,
  value: unknown,
): OrganisationFacts {
  if (isSameValue(value, ours[field])) return ours
  const facts = { ...ours, [field]: value } as OrganisationFacts
  const statement = ours.statements.find(one => one.field === field && one.source !== 'manual')
  if (statement && isSameValue(statement.value, value)) return undecided(facts, field)
  if (ours.source === 'manual' || statement)
    return { ...facts, editedFields: [...new Set([...ours.editedFields, field])] }
  return decided(facts, field, ours.source, ours[field])
}

function decided(
  facts: OrganisationFacts,
  field: OrganisationField,
  source: FactSource,
  value: unknown,
): OrganisationFacts {
  return {
    ...facts,
    editedFields: [...new Set([...facts.editedFields, field])],
    statements: withStatement(facts.statements, { field, source, value, saidOn: facts.sourceVersion }),
  }
}

const undecided = (facts: OrganisationFacts, field: OrganisationField): OrganisationFacts => ({
  ...facts,
  editedFields: facts.editedFields.filter(one => one !== field),
  statements: facts.statements.filter(one => one.field !== field),
})

/** The display name is always one of the labels. */
export function withDisplayName(facts: OrganisationFacts, today: string): OrganisationFacts {
  if (facts.names.some(name => name.text === facts.name)) return facts
  const name: NameFact = {
    text: facts.name,
    language: null,
    script: null,
    kind: 'label',
    source: 'manual',
    saidOn: today,
  }
  return { ...facts, names: [name, ...facts.names] }
}

/** Takes over what a source says of a field; the field follows the source again. */
export function acceptStatement(ours: OrganisationFacts, statement: Statement, today: string): OrganisationFacts {
  const { field, source, value, saidOn } = statement
  const facts = undecided(ours, field)
  if (!isCollection(field)) return withDisplayName({ ...facts, [field]: value } as OrganisationFacts, today)
  const theirs = (value as object[]).map(item => ({ script: null, source, saidOn, ...item }))
  return withDisplayName(
    { ...facts, [field]: replaceItems(field, ours[field], theirs as never, source) } as OrganisationFacts,
    today,
  )
}

/** Fields where a source says otherwise than what is shown. */
export const differencesOf = (facts: OrganisationFacts): Statement[] =>
  facts.statements.filter(statement => !isSameValue(statement.value, statedValue(facts, statement.field)))

/** The website: the first link of that kind. */
export const websiteOf = (facts: Pick<StatedFields, 'links'>): string | null =>
  facts.links.find(link => link.kind === 'website')?.url ?? null

/** Host of the website without `www.`, by which an organisation is found. */
export const websiteDomain = (website: string | null): string | null => (website && domainOf(website)) || null
