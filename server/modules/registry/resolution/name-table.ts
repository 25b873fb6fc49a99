// The names of an index: their words, their whole forms, and the ways to find them by either.
import { HashChains, hashText, IntColumn, TextPool } from './columns.ts'
import { fold } from './fold.ts'
import { NameTally } from './name-tally.ts'
import { NAME_KINDS, type NameKind } from './organisation-record.ts'
import { bagHash } from './places.ts'
import { tokensOf } from './tokens.ts'
import { scriptOf, soundKey } from './transliteration.ts'
import { deletionHashes, editDistance, Vocabulary } from './vocabulary.ts'

/** Longer names are found by their words (UTF-16 units, without spaces). */
const LONGEST_MISSPELT = 28

/** Folded names that are remembered: the same ones are asked about again and again. */
const MOST_FOLDED = 20_000

/** Names in a form that can be searched by token, by sound, by typing error and exactly. */
export class NameTable {
  readonly vocabulary = new Vocabulary()
  /** Changes with every change of content: caches of derived numbers are valid for one version. */
  version = 0
  /** Number of names of living organisations: the rarity of words is measured by it. */
  livingNames = 0

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

  /** Links below this number are laid out in `packedNames`, from `packedStarts[token]` on. */
  private packedLinks = 0
  private packedStarts = new Int32Array(1)
  private packedNames = new Int32Array(0)

  private readonly byBag = new HashChains()
  private readonly byCompact = new HashChains()
  private readonly bySound = new HashChains()
  private readonly byDeletion = new HashChains()
  private weights = new Float32Array(0)
  private readonly folded = new Map<number, string>()
  private readonly nameTally = new NameTally(this)
  private weightVersions = new Int32Array(0)

  /** Number of names ever added, those of removed organisations included. */
  get nameCount(): number {
    return this.nameOrganisation.length
  }

  /** Adds a name of an organisation; names without words are left out. */
  protected addName(organisation: number, text: string, kind: number, lang: string, isDerived = false): void {
    const folded = fold(text)
    const tokens = tokensOf(folded)
    if (tokens.length === 0) return
    const name = this.nameOrganisation.push(organisation)
    this.livingNames++
    this.texts.add(text)
    this.nameKind.push(isDerived ? kind + NAME_KINDS.length : kind)
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

  /** Forgets a name. */
  protected removeName(name: number): void {
    for (const token of new Set(this.tokensOfName(name))) this.vocabulary.uncount(token)
    this.nameOrganisation.set(name, -1)
    this.livingNames--
  }

  /** Organisation of a name; -1 when it was removed. */
  organisationOfName(name: number): number {
    return this.nameOrganisation.at(name)
  }

  kindOfName(name: number): NameKind {
    return NAME_KINDS[this.nameKind.at(name) % NAME_KINDS.length] as NameKind
  }

  /** Whether no record lists the name: it was derived from one that is listed. */
  isDerivedName(name: number): boolean {
    return this.nameKind.at(name) >= NAME_KINDS.length
  }

  languageOfName(name: number): string {
    return this.languages[this.nameLanguage.at(name)] as string
  }

  textOfName(name: number): string {
    return this.texts.get(name)
  }

  /** Folded form of a name. */
  foldedName(name: number): string {
    const known = this.folded.get(name)
    if (known !== undefined) return known
    if (this.folded.size >= MOST_FOLDED) this.folded.clear()
    const folded = fold(this.textOfName(name))
    this.folded.set(name, folded)
    return folded
  }

  /** Token numbers of a name in order; a view, not to be kept. */
  tokensOfName(name: number): Int32Array {
    const end = name + 1 < this.nameStart.length ? this.nameStart.at(name + 1) : this.nameTokens.length
    return this.nameTokens.values.subarray(this.nameStart.at(name), end)
  }

  /** Calls `visit` for each living name that contains a token. */
  eachNameWith(token: number, visit: (name: number) => void): void {
    if (token >= this.postingHead.length) return
    this.packWhenWorthwhile()
    let link = this.postingHead.at(token)
    for (; link >= this.packedLinks; link = this.postingNext.at(link))
      this.visitLiving(this.postingName.at(link), visit)
    if (link < 0) return
    const end = this.packedStarts[token + 1] as number
    for (let i = this.packedStarts[token] as number; i < end; i++)
      this.visitLiving(this.packedNames[i] as number, visit)
  }

  private visitLiving(name: number, visit: (name: number) => void): void {
    if (this.nameOrganisation.at(name) >= 0) visit(name)
  }

  /** Chains are quick to change and slow to follow: most of them are laid out token by token for reading. */
  private packWhenWorthwhile(): void {
    const { length } = this.postingName
    if (length < this.packedLinks * 1.1 + 1000) return
    const starts = new Int32Array(this.postingHead.length + 1)
    const counts = new Int32Array(this.postingHead.length)
    for (let token = 0; token < counts.length; token++)
      for (let link = this.postingHead.at(token); link >= 0; link = this.postingNext.at(link))
        counts[token] = (counts[token] as number) + 1
    for (let token = 0; token < counts.length; token++)
      starts[token + 1] = (starts[token] as number) + (counts[token] as number)
    const names = new Int32Array(length)
    for (let token = 0; token < counts.length; token++) {
      let at = starts[token] as number
      for (let link = this.postingHead.at(token); link >= 0; link = this.postingNext.at(link))
        names[at++] = this.postingName.at(link)
    }
    this.packedStarts = starts
    this.packedNames = names
    this.packedLinks = length
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
    return this.onlyLiving(this.byCompact.all(hashText(compact))).filter(
      name => this.foldedName(name).replaceAll(' ', '') === compact,
    )
  }

  /** Living names of other scripts that sound like a folded text. */
  namesOfSound(compact: string): number[] {
    const key = soundKey(compact)
    return this.onlyLiving(this.bySound.all(hashText(key))).filter(
      name => soundKey(this.foldedName(name).replaceAll(' ', '')) === key,
    )
  }

  /** Living names of other scripts than Latin that are a typing error or two away; nearest first. */
  namesNear(compact: string): { name: number; distance: number }[] {
    if (scriptOf(compact) === 'latin' || !mayBeMisspelt(compact)) return []
    const found = new Map<number, number>()
    for (const hash of deletionHashes(compact)) {
      for (const name of this.byDeletion.all(hash)) {
        if (found.has(name) || this.nameOrganisation.at(name) < 0) continue
        const distance = editDistance(compact, this.foldedName(name).replaceAll(' ', ''))
        if (distance === 1 || (distance === 2 && compact.length > 8)) found.set(name, distance)
      }
    }
    return [...found]
      .map(([name, distance]) => ({ name, distance }))
      .sort((a, b) => a.distance - b.distance || a.name - b.name)
  }

  /** Sum of the weights of a name's tokens. */
  weightOfName(name: number): number {
    if (this.weights.length < this.nameCount) {
      this.weights = new Float32Array(this.nameCount + 1024)
      this.weightVersions = new Int32Array(this.nameCount + 1024).fill(-1)
    }
    if (this.weightVersions[name] !== this.version) {
      let sum = 0
      for (const token of this.tokensOfName(name)) sum += this.vocabulary.weight(token, this.livingNames)
      this.weights[name] = sum
      this.weightVersions[name] = this.version
    }
    return this.weights[name] as number
  }

  /** Bytes held in typed columns, for the benchmark. */
  get columnBytes(): number {
    const columns = [this.nameOrganisation, this.nameKind, this.nameLanguage, this.nameStart, this.nameTokens]
    const chains = [
      this.postingHead,
      this.postingNext,
      this.postingName,
      this.byBag,
      this.byCompact,
      this.bySound,
      this.byDeletion,
    ]
    let sum = this.texts.bytes + this.vocabulary.bytes
    for (const column of [...columns, ...chains]) sum += column.bytes
    return sum
  }

  private onlyLiving(names: number[]): number[] {
    return names.filter(name => this.nameOrganisation.at(name) >= 0)
  }
}

function mayBeMisspelt(compact: string): boolean {
  return compact.length > 3 && compact.length <= LONGEST_MISSPELT
}

function sameBag(tokens: Int32Array, sorted: Int32Array): boolean {
  if (tokens.length !== sorted.length) return false
  const own = Int32Array.from(tokens).sort()
  return own.every((token, i) => token === sorted[i])
}
