// The index of organisation names that `resolve` reads: typed columns, built in seconds, changed one record at a time.
import { HashChains } from './columns.ts'
import { derivedNames } from './derived-names.ts'
import { NameTable } from './name-table.ts'
import {
  distinctNames,
  domainsOf,
  identifierKey,
  NAME_KINDS,
  ORGANISATION_TYPES,
  type OrganisationRecord,
} from './organisation-record.ts'
import { PlaceTable } from './places.ts'

/** What the index keeps of an organisation besides its names. */
export interface IndexedOrganisation {
  id: string
  rorId?: string
  country?: string
  city: number
  region: number
  isClosed: boolean
  domains: string[]
  parents: string[]
  children: string[]
  successors: string[]
  identifiers: number[]
  /** Bits of ORGANISATION_TYPES. */
  types: number
  firstName: number
  nameCount: number
}

/** Organisations by their names, places and identifiers. */
export class OrganisationIndex extends NameTable {
  readonly places = new PlaceTable()

  private readonly organisations: (IndexedOrganisation | undefined)[] = []
  private readonly numbers = new Map<string, number>()
  private living = 0
  private readonly byIdentifier = new HashChains()
  constructor(records: Iterable<OrganisationRecord> = []) {
    super()
    for (const record of records) this.add(record)
  }

  /** Number of organisations. */
  get size(): number {
    return this.living
  }

  has(id: string): boolean {
    return this.numbers.has(id)
  }

  /** Adds an organisation, or replaces the one with the same id. */
  add(record: OrganisationRecord): void {
    this.remove(record.id)
    const number = this.organisations.length
    const { organisation, names } = this.describe(record)
    this.organisations.push(organisation)
    this.numbers.set(record.id, number)
    if (record.rorId !== undefined && !this.numbers.has(record.rorId)) this.numbers.set(record.rorId, number)
    for (const name of names) this.addName(number, name.text, NAME_KINDS.indexOf(name.kind), name.lang ?? '')
    for (const name of derivedNames(names, record.city))
      this.addName(number, name.text, NAME_KINDS.indexOf(name.kind), name.lang ?? '', true)
    organisation.nameCount = this.nameCount - organisation.firstName
    for (const key of organisation.identifiers) this.byIdentifier.add(key, number)
    this.living++
    this.version++
  }

  /** Same as `add`: the record with this id is replaced whole. */
  replace(record: OrganisationRecord): void {
    this.add(record)
  }

  /** Forgets an organisation; false when the id is unknown. */
  remove(id: string): boolean {
    const number = this.numbers.get(id)
    const organisation = number === undefined ? undefined : this.organisations[number]
    if (number === undefined || organisation === undefined || organisation.id !== id) return false
    for (let i = 0; i < organisation.nameCount; i++) this.removeName(organisation.firstName + i)
    this.organisations[number] = undefined
    this.numbers.delete(id)
    if (organisation.rorId !== undefined && this.numbers.get(organisation.rorId) === number) {
      this.numbers.delete(organisation.rorId)
    }
    this.living--
    this.version++
    return true
  }

  private describe(record: OrganisationRecord): {
    organisation: IndexedOrganisation
    names: OrganisationRecord['names']
  } {
    const numberOf = (token: string): number => this.vocabulary.add(token)
    const country = record.country?.toUpperCase()
    const organisation: IndexedOrganisation = {
      id: record.id,
      rorId: record.rorId,
      country,
      city: record.city ? this.places.add(record.city, country, numberOf) : -1,
      region: record.region ? this.places.add(record.region, country, numberOf) : -1,
      isClosed: record.status !== undefined && record.status !== 'active',
      domains: domainsOf(record),
      parents: record.parents ?? [],
      children: record.children ?? [],
      successors: record.successors ?? [],
      identifiers: (record.identifiers ?? []).map(identifier => identifierKey(identifier.scheme, identifier.value)),
      types: (record.types ?? []).reduce((bits, type) => bits | typeBit(type), 0),
      firstName: this.nameCount,
      nameCount: 0,
    }
    return { organisation, names: distinctNames(record.names) }
  }

  /** Number of the organisation with this id or ROR id. */
  numberOf(id: string): number | undefined {
    return this.numbers.get(id)
  }

  organisation(number: number): IndexedOrganisation | undefined {
    return this.organisations[number]
  }

  /** The living organisation that continues a closed one; itself when it is active or has no single successor here. */
  successorOf(number: number): number {
    let current = number
    for (let step = 0; step < 8; step++) {
      const organisation = this.organisations[current]
      if (organisation === undefined || !organisation.isClosed) return current
      const next = organisation.successors.map(id => this.numbers.get(id)).filter(known => known !== undefined)
      if (next.length !== 1 || organisation.successors.length !== 1) return current
      current = next[0] as number
    }
    return current
  }

  /** First label of an organisation; its id when it has no name that can be read. */
  displayName(number: number): string {
    const organisation = this.organisations[number]
    if (organisation === undefined) return ''
    return organisation.nameCount > 0 ? this.textOfName(organisation.firstName) : organisation.id
  }

  /** Organisations that carry an identifier. */
  organisationsWith(scheme: string, value: string): number[] {
    const key = identifierKey(scheme, value)
    return this.byIdentifier.all(key).filter(number => this.organisations[number]?.identifiers.includes(key))
  }
}

function typeBit(type: string): number {
  const position = ORGANISATION_TYPES.indexOf(type as (typeof ORGANISATION_TYPES)[number])
  return position < 0 ? 0 : 1 << position
}
