// Cuts folded text into the tokens that names are compared by: words, and pairs of letters where words are not spaced.
import { fold } from './fold.ts'
import { canonicalWord, compoundWords, WORD_FLAG, wordFlags } from './lexicon.ts'
import { isGramLetter } from './transliteration.ts'
import { readable } from './written-text.ts'

/** Words beyond this number in one text are not read: keeps hostile input within the time limit. */
export const MAX_TOKENS = 300

/** What kind of connecting word stands before a token. */
export const JOIN = { none: 0, and: 1, of: 2, at: 3, other: 4 } as const

const joins = new Map<string, number>()
for (const [words, join] of [
  ['and y e et und och og i и і та و ve και', JOIN.and],
  [
    'of de des du del della delle dei degli di do da dos das der fur fuer for van voor zum zur для по برای la le les',
    JOIN.of,
  ],
  ['at in im am w na v te в на при у در از en', JOIN.at],
] as const)
  for (const word of words.split(' ')) joins.set(word, join)

/**
 * Canonical tokens of an already folded text, in order, connecting words left out. `before` is filled with the kind
 * of connecting word (JOIN) before each token; before the first of several in a row counts.
 */
export function tokensOf(folded: string, before?: number[]): string[] {
  const tokens: string[] = []
  let run = ''
  let join: number = JOIN.none
  const joined = (): void => {
    if (before === undefined) return
    while (before.length < tokens.length) {
      before.push(join)
      join = JOIN.none
    }
  }
  const flush = (): void => {
    if (run !== '') pushPairs(run, tokens)
    run = ''
    joined()
  }
  for (const word of folded.split(' ')) {
    if (word === '') continue
    for (const piece of splitByWriting(word)) {
      if (isGramLetter(piece.codePointAt(0) as number)) {
        run += piece
        continue
      }
      flush()
      const compound = compoundWords(piece)
      if (compound !== undefined) {
        tokens.push(...compound)
        joined()
        continue
      }
      const token = canonicalWord(piece)
      if ((wordFlags(token) & WORD_FLAG.stop) === 0) {
        tokens.push(token)
        joined()
      } else if (join === JOIN.none) join = joins.get(piece) ?? JOIN.other
    }
  }
  flush()
  return tokens
}

const NO_GRAM = /^[\u0000-\u0dff]*$/

function splitByWriting(word: string): string[] {
  if (NO_GRAM.test(word)) return [word]
  const pieces: string[] = []
  let gram: boolean | undefined
  for (const letter of word) {
    const isGram = isGramLetter(letter.codePointAt(0) as number)
    if (isGram === gram) pieces[pieces.length - 1] += letter
    else pieces.push(letter)
    gram = isGram
  }
  return pieces
}

function pushPairs(run: string, tokens: string[]): void {
  const letters = Array.from(run)
  if (letters.length === 1) tokens.push(run)
  for (let i = 0; i + 1 < letters.length; i++) tokens.push((letters[i] as string) + (letters[i + 1] as string))
}

/** A text cut at its punctuation. */
export interface Segment {
  folded: string
  raw: string
  /** How many semicolons and line ends stand before it. */
  group: number
  tokens: string[]
  /** For each token, what kind of connecting word (JOIN) stands before it. */
  joins: number[]
}

const SEPARATORS = /([,;|\n\r\t،؛、，；。/／•·()（）[\]{}<>"“”«»„:：]+|\s[-–—]+\s|—)/u

/**
 * Segments of a text at commas, semicolons, brackets, slashes and line ends; at most MAX_TOKENS tokens in all.
 * `isKnown` says which words a registry has: words run together are then cut.
 */
export function segmentsOf(text: string, isKnown: (word: string) => boolean = () => true): Segment[] {
  const segments: Segment[] = []
  let total = 0
  let group = 0
  // Separators are captured by the split: every second piece is one.
  for (const [i, raw] of readable(text, isKnown).split(SEPARATORS).entries()) {
    if (i % 2 === 1) {
      if (/[;؛；\n\r|•]/u.test(raw)) group++
      continue
    }
    const folded = fold(raw)
    if (folded === '') continue
    const joins: number[] = []
    const tokens = tokensOf(folded, joins).slice(0, MAX_TOKENS - total)
    total += tokens.length
    segments.push({ folded, raw: raw.trim(), group, tokens, joins })
    if (total >= MAX_TOKENS) break
  }
  return segments
}
