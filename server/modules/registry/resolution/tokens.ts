// Cuts folded text into the tokens that names are compared by: words, and pairs of letters where words are not spaced.
import { fold } from './fold.ts'
import { canonicalWord, compoundWords, WORD_FLAG, wordFlags } from './lexicon.ts'
import { isGramLetter } from './transliteration.ts'
import { readable } from './written-text.ts'

/** Words beyond this number in one text are not read: keeps hostile input within the time limit. */
export const MAX_TOKENS = 300

/** Canonical tokens of an already folded text, in order, connecting words left out. */
export function tokensOf(folded: string): string[] {
  const tokens: string[] = []
  let run = ''
  const flush = (): void => {
    if (run !== '') pushPairs(run, tokens)
    run = ''
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
        continue
      }
      const token = canonicalWord(piece)
      if ((wordFlags(token) & WORD_FLAG.stop) === 0) tokens.push(token)
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
    const tokens = tokensOf(folded).slice(0, MAX_TOKENS - total)
    total += tokens.length
    segments.push({ folded, raw: raw.trim(), group, tokens })
    if (total >= MAX_TOKENS) break
  }
  return segments
}
