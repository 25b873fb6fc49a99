// The distinct words of all names: how rare each is, and which are spelt or sound like a given one.
import { HashChains, hashText, IntColumn } from './columns.ts'
import { WORD_FLAG, wordFlags } from './lexicon.ts'
import { consonantKey, roughSoundKeys, type ScriptFamily, scriptOf, soundKey } from './transliteration.ts'

const SHORTEST_FUZZY = 5
const LONGEST_FUZZY = 24
/** Lengths of the beginnings by which abbreviations are found. */
const BEGINNINGS = [3, 5]
const MOST_BEGINNING = 8

/** Words of scripts that do not write vowels are shorter. */
function shortestFuzzy(script: ScriptFamily): number {
  return script === 'unvowelled' ? 4 : SHORTEST_FUZZY
}

/** A word of the vocabulary that an unknown word may stand for; similarity 0..1. */
export interface Alternative {
  token: number
  similarity: number
  reason: 'typo' | 'transliteration'
}

export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly words: string[] = []
  private readonly frequency = new IntColumn()
  private readonly flagsOf = new IntColumn()
  private readonly bySpelling = new HashChains()
  private readonly bySound = new HashChains()
  private readonly byConsonants = new HashChains()
  private readonly byRoughSound = new HashChains()
  private readonly byBeginning = new HashChains()

  /** Number of a word, adding it when new. */
  add(word: string): number {
    const known = this.numbers.get(word)
    if (known !== undefined) return known
    const number = this.words.push(word) - 1
    this.numbers.set(word, number)
    this.frequency.push(0)
    this.flagsOf.push(wordFlags(word))
    this.addKeys(word, number)
    return number
  }

  private addKeys(word: string, number: number): void {
    const script = scriptOf(word)
    if (script === 'gram' || /\d/.test(word) || word.length > LONGEST_FUZZY) return
    if (word.length >= shortestFuzzy(script)) for (const hash of deletionHashes(word)) this.bySpelling.add(hash, number)
    if (word.length < 3 || script === 'other') return
    for (const length of BEGINNINGS)
      if (word.length > length) this.byBeginning.add(hashText(word.slice(0, length)), number)
    if (script === 'vowelled') for (const key of roughSoundKeys(word)) this.byRoughSound.add(hashText(key), number)
    if (script !== 'unvowelled') this.bySound.add(hashText(soundKey(word)), number)
    const consonants = consonantKey(word)
    if (script !== 'vowelled' && consonants.length > 2) this.byConsonants.add(hashText(consonants), number)
  }

  /** Number of a known word, or -1. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1
  }

  word(token: number): string {
    return this.words[token] as string
  }

  flags(token: number): number {
    return this.flagsOf.at(token)
  }

  /** Names that contain the word. */
  frequencyOf(token: number): number {
    return this.frequency.at(token)
  }

  count(token: number): void {
    this.frequency.set(token, this.frequency.at(token) + 1)
  }

  uncount(token: number): void {
    this.frequency.set(token, this.frequency.at(token) - 1)
  }

  /** 0 (in every name) .. 1 (in one name). */
  weight(token: number, names: number): number {
    return rarity(this.frequency.at(token), this.flagsOf.at(token), this.words[token] as string, names)
  }

  /** Weight a word would have that no name contains. */
  weightOfUnknown(word: string, names: number): number {
    return rarity(1, wordFlags(word), word, names)
  }

  /** Words one typing error away, and words of other scripts that sound the same; best first. */
  alternatives(word: string): Alternative[] {
    const script = scriptOf(word)
    if (script === 'gram' || /\d/.test(word) || word.length > LONGEST_FUZZY) return []
    const found = new Map<number, Alternative>()
    if (word.length >= shortestFuzzy(script)) this.addTypos(word, found)
    if (word.length >= 3 && script !== 'other') this.addSounds(word, script, found)
    return [...found.values()].sort((a, b) => b.similarity - a.similarity || a.token - b.token).slice(0, 12)
  }

  /** Words that an abbreviation may be the beginning of, commonest first. */
  beginningWith(abbreviation: string): number[] {
    const length = BEGINNINGS.findLast(one => one <= abbreviation.length)
    if (length === undefined) return []
    return this.byBeginning
      .all(hashText(abbreviation.slice(0, length)))
      .filter(token => this.frequency.at(token) > 0 && (this.words[token] as string).startsWith(abbreviation))
      .sort((a, b) => this.frequency.at(b) - this.frequency.at(a) || a - b)
      .slice(0, MOST_BEGINNING)
  }

  private addTypos(word: string, found: Map<number, Alternative>): void {
    for (const hash of deletionHashes(word)) {
      for (const token of this.bySpelling.all(hash)) {
        if (found.has(token) || this.frequency.at(token) <= 0) continue
        const distance = editDistance(word, this.words[token] as string)
        if (distance > 2 || (distance === 2 && word.length < 9)) continue
        found.set(token, { token, similarity: 1 - (distance * 1.1) / Math.max(word.length, 6), reason: 'typo' })
      }
    }
  }

  private addSounds(word: string, script: ScriptFamily, found: Map<number, Alternative>): void {
    const consider = (token: number, similarity: number): void => {
      if (this.frequency.at(token) <= 0) return
      const other = scriptOf(this.words[token] as string)
      if (other === script && script !== 'latin') return
      const value = other === script ? similarity - 0.08 : similarity
      const known = found.get(token)
      if (known === undefined || known.similarity < value)
        found.set(token, { token, similarity: value, reason: 'transliteration' })
    }
    const sound = soundKey(word)
    if (script !== 'unvowelled' && sound.length > 2) {
      for (const token of this.bySound.all(hashText(sound))) {
        if (soundKey(this.words[token] as string) === sound) consider(token, 0.95)
      }
    }
    if (script === 'latin') {
      for (const key of roughSoundKeys(word)) {
        for (const token of this.byRoughSound.all(hashText(key))) {
          if (roughSoundKeys(this.words[token] as string)[0] === key) consider(token, 0.9)
        }
      }
    }
    const consonants = consonantKey(word)
    if (script === 'vowelled' || consonants.length < 3) return
    for (const token of this.byConsonants.all(hashText(consonants))) {
      const other = this.words[token] as string
      if ((script === 'unvowelled' || scriptOf(other) === 'unvowelled') && consonantKey(other) === consonants) {
        consider(token, consonants.length > 3 ? 0.88 : 0.8)
      }
    }
  }

  get bytes(): number {
    return (
      this.frequency.bytes +
      this.flagsOf.bytes +
      this.bySpelling.bytes +
      this.bySound.bytes +
      this.byConsonants.bytes +
      this.byRoughSound.bytes +
      this.byBeginning.bytes
    )
  }
}

function rarity(frequency: number, flags: number, word: string, names: number): number {
  const base = Math.log(1 + names / Math.max(1, frequency)) / Math.log(1 + Math.max(10, names))
  const generic = (flags & (WORD_FLAG.concept | WORD_FLAG.subject)) !== 0 ? 0.75 : 1
  // One or two letters (initials, letter pairs) say less than their rarity suggests.
  return base * generic * (word.length === 1 ? 0.4 : word.length === 2 ? 0.6 : 1)
}

/** Hashes of a word and of the word without each of its letters. */
export function deletionHashes(word: string): number[] {
  const hashes = [hashText(word)]
  for (let i = 0; i < word.length; i++) {
    if (i > 0 && word[i] === word[i - 1]) continue
    hashes.push(hashText(word.slice(0, i) + word.slice(i + 1)))
  }
  return hashes
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; 3 means three or more. */
export function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j - 1] as number) + 1, (last[j] as number) + 1, (last[j - 1] as number) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] as number) + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return Math.min(3, last[b.length] as number)
}
