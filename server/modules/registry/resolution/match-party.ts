// Compares a name with a list of persons and organisations, as screening asks: likeness in any script, with reasons.
import type { EvidenceItem } from './evidence.ts'
import { fold } from './fold.ts'
import { canonicalWord, WORD_FLAG, wordFlags } from './lexicon.ts'
import { soundKey } from './transliteration.ts'
import { Vocabulary } from './vocabulary.ts'

/** Someone or something on a list. */
export interface Party {
  id: string
  kind: 'person' | 'organisation'
  /** The name and all others it is known by, in any script. */
  names: string[]
}

export interface PartyMatch {
  id: string
  kind: Party['kind']
  /** The name of the list that is most alike. */
  name: string
  /** Likeness 0..1 of the two names; not a probability, because how common a name is says little about who is meant. */
  likeness: number
  evidence: EvidenceItem[]
}

interface ListedName {
  party: Party
  text: string
  compact: string
  words: number[]
}

const TITLES = new Set(
  'mr mrs ms miss dr prof professor sir eng haji hajji sheikh shaikh sayyid آقای خانم دکتر مهندس پروفسور سید حاج شیخ الشیخ الدکتور господин госпожа доктор профессор'.split(
    ' ',
  ),
)
const MOST_WORDS = 40
/** Names less alike than this are not told. */
const LEAST_LIKENESS = 0.75
const INITIAL_LIKENESS = 0.7
/** Words of so few names are always looked up. */
const FEW_NAMES = 200

/** A list made ready: build it once, ask it often. */
export class PartyList {
  private readonly vocabulary = new Vocabulary()
  private readonly names: ListedName[] = []
  private readonly byWord = new Map<number, number[]>()
  /** Names with an initial, which stands for a word that is nowhere written. */
  private readonly byWordBesideInitial = new Map<number, number[]>()
  private readonly byInitial = new Map<string, number[]>()
  private readonly byWhole = new Map<string, number[]>()

  constructor(parties: Iterable<Party>) {
    for (const party of parties) this.addParty(party)
  }

  /** One more; whoever has left the list is passed over by whoever asks. */
  addParty(party: Party): void {
    for (const text of party.names) this.add(party, text)
  }

  private add(party: Party, text: string): void {
    const words = wordsOf(text).map(word => this.vocabulary.add(word))
    if (words.length === 0) return
    const compact = fold(text).replaceAll(' ', '')
    const name = this.names.push({ party, text, compact, words }) - 1
    const hasInitial = words.some(word => this.vocabulary.word(word).length === 1)
    for (const word of new Set(words)) {
      this.vocabulary.count(word)
      listIn(this.byWord, word, name)
      if (hasInitial) listIn(this.byWordBesideInitial, word, name)
      listIn(this.byInitial, initialOf(this.vocabulary.word(word)), name)
    }
    for (const key of wholeKeys(compact)) listIn(this.byWhole, key, name)
  }

  /** Parties whose names are alike, most alike first; ties by id. */
  match(text: string): PartyMatch[] {
    const written = wordsOf(text.slice(0, 1000))
    if (written.length === 0) return []
    const compact = fold(text.slice(0, 1000)).replaceAll(' ', '')
    const readings = written.map(word => this.readingsOf(word))
    const best = new Map<string, PartyMatch>()
    for (const number of this.candidates(written, readings, compact)) {
      const match = this.compare(this.names[number] as ListedName, written, readings, compact)
      const known = best.get(match.id)
      if (match.likeness >= LEAST_LIKENESS && (known === undefined || known.likeness < match.likeness))
        best.set(match.id, match)
    }
    return [...best.values()].sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
  }

  /** Words of the list that a written word may be, with how alike they are. */
  private readingsOf(word: string): Map<number, number> {
    const readings = new Map<number, number>()
    const same = this.vocabulary.find(word)
    for (const { token, similarity } of this.vocabulary.alternatives(word)) readings.set(token, similarity)
    if (same >= 0) readings.set(same, 1)
    return readings
  }

  private candidates(written: string[], readings: Map<number, number>[], compact: string): Set<number> {
    const found = new Set<number>()
    for (const key of wholeKeys(compact)) for (const name of this.byWhole.get(key) ?? []) found.add(name)
    const telling = this.tellingWords(written, readings)
    readings.forEach((reading, at) => {
      const names = telling.has(at) ? this.byWord : this.byWordBesideInitial
      for (const word of reading.keys()) for (const name of names.get(word) ?? []) found.add(name)
    })
    if (found.size === 0 && written.every(word => word.length === 1)) {
      for (const name of this.byInitial.get(initialOf(written[0] as string)) ?? []) found.add(name)
    }
    return found
  }

  /**
   * The rarest words, as many as are needed: a name that shares none of them cannot be alike enough by the others, whose
   * weights are together too small a part. It saves going through everybody who has a common given name.
   */
  private tellingWords(written: string[], readings: Map<number, number>[]): Set<number> {
    const names = (at: number): number =>
      [...(readings[at] as Map<number, number>).keys()].reduce(
        (sum, word) => sum + this.vocabulary.frequencyOf(word),
        0,
      )
    const byCount = written.map((_, at) => ({ at, count: names(at) })).sort((a, b) => b.count - a.count)
    const all = written.reduce((sum, word) => sum + Math.min(1, weightInOrganisation(word)), 0)
    const telling = new Set(written.keys())
    // Initials may stand for any word, and lead to no name themselves.
    let passed = written.filter(word => word.length === 1).length
    for (const { at, count } of byCount) {
      passed += 1
      // As heavy as it can be: among persons every word weighs the same.
      if (count < FEW_NAMES || (passed * 2) / (passed + Math.max(passed, all)) >= LEAST_LIKENESS) break
      telling.delete(at)
    }
    return telling
  }

  private compare(name: ListedName, written: string[], readings: Map<number, number>[], compact: string): PartyMatch {
    const { party, text, words } = name
    const matched = this.matchWords(words, written, readings)
    const weightOf = (word: string): number => (party.kind === 'person' ? 1 : weightInOrganisation(word))
    const own = words.map(word => weightOf(this.vocabulary.word(word)))
    let shared = 0
    matched.forEach(({ at, likeness }, i) => {
      if (at >= 0) shared += likeness * ((own[i] as number) + weightOf(written[at] as string))
    })
    const all = [...own, ...written.map(weightOf)].reduce((sum, weight) => sum + weight, 0)
    const isWhole = compact === name.compact
    const sounds = !isWhole && soundKey(compact) === soundKey(name.compact)
    const likeness = Math.max(isWhole ? 1 : sounds ? 0.95 : 0, shared / all)
    const rounded = Math.round(likeness * 1000) / 1000
    return {
      id: party.id,
      kind: party.kind,
      name: text,
      likeness: rounded,
      evidence: this.reasons(name, written, matched, isWhole, sounds),
    }
  }

  /** For each word of the name the written word it is taken for; the surest pairs first. */
  private matchWords(
    words: number[],
    written: string[],
    readings: Map<number, number>[],
  ): { at: number; likeness: number }[] {
    const pairs: { i: number; at: number; likeness: number }[] = []
    words.forEach((word, i) => {
      written.forEach((other, at) => {
        const likeness = readings[at]?.get(word) ?? this.initialLikeness(word, other)
        if (likeness > 0) pairs.push({ i, at, likeness })
      })
    })
    pairs.sort((a, b) => b.likeness - a.likeness || Math.abs(a.i - a.at) - Math.abs(b.i - b.at) || a.i - b.i)
    const taken = new Set<number>()
    const matched = words.map(() => ({ at: -1, likeness: 0 }))
    for (const { i, at, likeness } of pairs) {
      if (taken.has(at) || (matched[i] as { at: number }).at >= 0) continue
      taken.add(at)
      matched[i] = { at, likeness }
    }
    return matched
  }

  private initialLikeness(word: number, written: string): number {
    const listed = this.vocabulary.word(word)
    if (written.length !== 1 && listed.length !== 1) return 0
    return initialOf(listed) === initialOf(written) ? INITIAL_LIKENESS : 0
  }

  private reasons(
    name: ListedName,
    written: string[],
    matched: { at: number; likeness: number }[],
    isWhole: boolean,
    sounds: boolean,
  ): EvidenceItem[] {
    const values = { name: name.text }
    if (isWhole) return [{ code: 'name_exact', values }]
    if (sounds) return [{ code: 'transliteration', values }]
    const positions = matched.map(one => one.at).filter(at => at >= 0)
    const items: EvidenceItem[] = [{ code: 'name_words', values }]
    if (matched.some(one => one.at >= 0 && one.likeness < 1)) items.push({ code: 'spelling_differs', values })
    if (positions.some((at, i) => i > 0 && at < (positions[i - 1] as number)))
      items.push({ code: 'word_order_differs', values })
    const missing = name.words.filter((_, i) => matched[i]?.at === -1).map(word => this.vocabulary.word(word))
    if (missing.length > 0) items.push({ code: 'words_not_matched', values: { words: missing.join(' ') } })
    const over = written.filter((_, at) => !positions.includes(at))
    if (over.length > 0) items.push({ code: 'words_left_over', values: { words: over.join(' ') } })
    return items
  }
}

/** Entries of a list that a name may be; the same engine of folding, sound keys and typing errors as `resolve`. */
export function matchParty(name: string, list: PartyList): PartyMatch[] {
  return list.match(name)
}

/** Words that count: neither titles nor connecting words. */
function wordsOf(text: string): string[] {
  const words = fold(text)
    .split(' ')
    .filter(word => word !== '' && !TITLES.has(word))
    // One or two letters are initials here, not numerals or legal forms.
    .map(word => (word.length > 2 ? canonicalWord(word) : word))
  const told = words.filter(word => word.length === 1 || (wordFlags(word) & WORD_FLAG.stop) === 0)
  return (told.length > 0 ? told : words).slice(0, MOST_WORDS)
}

/** "University" says less than a word of its own, a legal form next to nothing. */
function weightInOrganisation(word: string): number {
  if (word === 'company') return 0.1
  return (wordFlags(word) & (WORD_FLAG.concept | WORD_FLAG.subject)) === 0 ? 1 : 0.35
}

function wholeKeys(compact: string): string[] {
  return [`=${compact}`, `~${soundKey(compact)}`]
}

/** First sound of a word, so that an initial in one script stands for a word in another. */
function initialOf(word: string): string {
  return soundKey(word).slice(0, 1)
}

function listIn<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
