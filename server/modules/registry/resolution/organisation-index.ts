// The index of organisation names that `resolve` reads: typed columns, built in seconds, changed one record at a time.
import { HashChains, hashText, IntColumn, TextPool } from './columns.ts'
import { fold } from './fold.ts'
import { NameTally } from './name-tally.ts'
import {
  distinctNames,
  domainsOf,
  identifierKey,
  NAME_KINDS,
  type NameKind,
  ORGANISATION_TYPES,
  type OrganisationRecord,
} from './organisation-record.ts'
import { bagHash, PlaceTable } from './places.ts'
import { tokensOf } from './tokens.ts'
import { scriptOf, soundKey } from './transliteration.ts'
import { deletionHashes, editDistance, Vocabulary } from './vocabulary.ts'

/** Longer names are found by their words (UTF-16 units, without spaces). */
const LONGEST_MISSPELT = 28

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

/** Names of organisations in a form that can be searched by token, by sound, by typing error and exactly. */
export class OrganisationIndex {
  readonly vocabulary = new Vocabulary()
  readonly places = new PlaceTable()
  /** Changes with every change of content: caches of derived numbers are valid for one version. */
  version = 0

  private readonly organisations: (IndexedOrganisation | undefined)[] = []
  private readonly numbers = new Map<string, number>()
  private readonly texts = new TextPool()
  private readonly languages: string[] = ['']
  private readonly languageNumbers = new Map<string, number>([['', 0]])

  private readonly nameOrganisation = new IntColumn()
  private readonly nameKind = new IntColumn()
  private readonly nameLanguage = new IntColumn()
  private readonly nameStart = new IntColumn()
  private readonly nameTokens = new IntColumn(1 << 14)

  private readonly postingHead = new IntColumn()
  private readonly postingNext = new IntColumn(1 << 14)
  private readonly postingName = new IntColumn(1 << 14)

  private readonly byBag = new HashChains()
  private readonly byCompact = new HashChains()
  private readonly bySound = new HashChains()
  private readonly byDeletion = new HashChains()
  private readonly byIdentifier = new HashChains()
  private weights = new Float32Array(0)
  private readonly nameTally = new NameTally(this)
  private weightVersions = new Int32Array(0)

  constructor(records: Iterable<OrganisationRecord> = []) {
    for (const record of records) this.add(record)
  }

  /** Number of organisations. */
  get size(): number {
    return this.numbers.size
  }

  /** Number of names ever added, those of removed organisations included. */
  get nameCount(): number {
    return this.nameOrganisation.length
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
    organisation.nameCount = this.nameCount - organisation.firstName
    for (const key of organisation.identifiers) this.byIdentifier.add(key, number)
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
    for (let i = 0; i < organisation.nameCount; i++) {
      const name = organisation.firstName + i
      for (const token of new Set(this.tokensOfName(name))) this.vocabulary.uncount(token)
      this.nameOrganisation.set(name, -1)
    }
    this.organisations[number] = undefined
    this.numbers.delete(id)
    if (organisation.rorId !== undefined && this.numbers.get(organisation.rorId) === number) {
      this.numbers.delete(organisation.rorId)
    }
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

  private addName(organisation: number, text: string, kind: number, lang: string): void {
    const folded = fold(text)
    const tokens = tokensOf(folded)
    if (tokens.length === 0) return
    const name = this.nameOrganisation.push(organisation)
    this.texts.add(text)
    this.nameKind.push(kind)
    this.nameLanguage.push(this.languageNumber(lang))
    this.nameStart.push(this.nameTokens.length)
    const own: number[] = []
    for (const token of tokens) {
      const number = this.vocabulary.add(token)
      this.nameTokens.push(number)
      if (!own.includes(number)) this.addPosting(number, name)
      own.push(number)
    }
    this.byBag.add(bagHash(own), name)
    const compact = folded.replaceAll(' ', '')
    this.byCompact.add(hashText(compact), name)
    if (scriptOf(compact) === 'latin') return
    this.bySound.add(hashText(soundKey(compact)), name)
    if (mayBeMisspelt(compact)) for (const hash of deletionHashes(compact)) this.byDeletion.add(hash, name)
  }

  private addPosting(token: number, name: number): void {
    this.vocabulary.count(token)
    while (this.postingHead.length <= token) this.postingHead.push(-1)
    this.postingName.push(name)
    this.postingHead.set(token, this.postingNext.push(this.postingHead.at(token)))
  }

  private languageNumber(lang: string): number {
    let number = this.languageNumbers.get(lang)
    if (number === undefined) {
      number = this.languages.push(lang) - 1
      this.languageNumbers.set(lang, number)
    }
    return number
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

  /** Organisation of a name; -1 when it was removed. */
  organisationOfName(name: number): number {
    return this.nameOrganisation.at(name)
  }

  kindOfName(name: number): NameKind {
    return NAME_KINDS[this.nameKind.at(name)] as NameKind
  }

  languageOfName(name: number): string {
    return this.languages[this.nameLanguage.at(name)] as string
  }

  textOfName(name: number): string {
    return this.texts.get(name)
  }

  /** First label of an organisation; its id when it has no name that can be read. */
  displayName(number: number): string {
    const organisation = this.organisations[number]
    if (organisation === undefined) return ''
    return organisation.nameCount > 0 ? this.textOfName(organisation.firstName) : organisation.id
  }

  /** Token numbers of a name in order; a view, not to be kept. */
  tokensOfName(name: number): Int32Array {
    const end = name + 1 < this.nameStart.length ? this.nameStart.at(name + 1) : this.nameTokens.length
    return this.nameTokens.values.subarray(this.nameStart.at(name), end)
  }

  /** Calls `visit` for each living name that contains a token. */
  eachNameWith(token: number, visit: (name: number) => void): void {
    if (token >= this.postingHead.length) return
    for (let link = this.postingHead.at(token); link >= 0; link = this.postingNext.at(link)) {
      const name = this.postingName.at(link)
      if (this.nameOrganisation.at(name) >= 0) visit(name)
    }
  }

  /** An empty tally of names, valid until the next call. */
  tally(): NameTally {
    return this.nameTally.begin()
  }

  /** Living names made of exactly these tokens in any order (verified). */
  namesOfBag(hash: number, sorted: Int32Array): number[] {
    const found: number[] = []
    for (let link = this.byBag.first(hash); link >= 0; link = this.byBag.after(link)) {
      const name = this.byBag.valueAt(link)
      if (this.nameOrganisation.at(name) >= 0 && sameBag(this.tokensOfName(name), sorted)) found.push(name)
    }
    return found
  }

  /** Whether some name may have this bag of tokens (unverified). */
  mayHaveBag(hash: number): boolean {
    return this.byBag.first(hash) >= 0
  }

  /** Living names equal to a folded text but for spaces (verified). */
  namesOfCompact(compact: string): number[] {
    return this.living(this.byCompact.all(hashText(compact))).filter(
      name => fold(this.textOfName(name)).replaceAll(' ', '') === compact,
    )
  }

  /** Living names of other scripts that sound like a folded text. */
  namesOfSound(compact: string): number[] {
    const key = soundKey(compact)
    return this.living(this.bySound.all(hashText(key))).filter(
      name => soundKey(fold(this.textOfName(name)).replaceAll(' ', '')) === key,
    )
  }

  /** Living names of other scripts than Latin that are a typing error or two away; nearest first. */
  namesNear(compact: string): { name: number; distance: number }[] {
    if (scriptOf(compact) === 'latin' || !mayBeMisspelt(compact)) return []
    const found = new Map<number, number>()
    for (const hash of deletionHashes(compact)) {
      for (const name of this.byDeletion.all(hash)) {
        if (found.has(name) || this.nameOrganisation.at(name) < 0) continue
        const distance = editDistance(compact, fold(this.textOfName(name)).replaceAll(' ', ''))
        if (distance === 1 || (distance === 2 && compact.length > 8)) found.set(name, distance)
      }
    }
    return [...found]
      .map(([name, distance]) => ({ name, distance }))
      .sort((a, b) => a.distance - b.distance || a.name - b.name)
  }

  /** Organisations that carry an identifier. */
  organisationsWith(scheme: string, value: string): number[] {
    const key = identifierKey(scheme, value)
    return this.byIdentifier.all(key).filter(number => this.organisations[number]?.identifiers.includes(key))
  }

  /** Sum of the weights of a name's tokens. */
  weightOfName(name: number): number {
    if (this.weights.length < this.nameCount) {
      this.weights = new Float32Array(this.nameCount + 1024)
      this.weightVersions = new Int32Array(this.nameCount + 1024).fill(-1)
    }
    if (this.weightVersions[name] !== this.version) {
      let sum = 0
      for (const token of this.tokensOfName(name)) sum += this.vocabulary.weight(token, this.nameCount)
      this.weights[name] = sum
      this.weightVersions[name] = this.version
    }
    return this.weights[name] as number
  }

  /** Bytes held in typed columns, for the benchmark. */
  get columnBytes(): number {
    const columns = [this.nameOrganisation, this.nameKind, this.nameLanguage, this.nameStart, this.nameTokens]
    const chains = [this.postingHead, this.postingNext, this.postingName, this.byBag, this.byCompact, this.bySound]
    let sum = this.texts.bytes + this.vocabulary.bytes
    for (const column of [...columns, ...chains]) sum += column.bytes
    return sum
  }

  private living(names: number[]): number[] {
    return names.filter(name => this.nameOrganisation.at(name) >= 0)
  }
}

function mayBeMisspelt(compact: string): boolean {
  return compact.length > 3 && compact.length <= LONGEST_MISSPELT
}

function typeBit(type: string): number {
  const position = ORGANISATION_TYPES.indexOf(type as (typeof ORGANISATION_TYPES)[number])
  return position < 0 ? 0 : 1 << position
}

function sameBag(tokens: Int32Array, sorted: Int32Array): boolean {
  if (tokens.length !== sorted.length) return false
  const own = Int32Array.from(tokens).sort()
  return own.every((token, i) => token === sorted[i])
}
