// Reads what a person typed: words of which all must occur, the last one perhaps cut off, and phrases in quotation marks.
import { foldedWords } from './folded-words.ts'

export interface AskedWord {
  /** Folded. */
  word: string
  /** Whether it may be the beginning of a longer word. */
  isCutOff: boolean
}

export interface Question {
  words: readonly AskedWord[]
  /** Folded words that must follow each other. */
  phrases: readonly (readonly string[])[]
}

const mostWords = 12
const quoted = /["“”„«»]([^"“”„«»]+)["“”„«»]/g

/** Never throws; nothing to look for gives neither words nor phrases. */
export function readQuestion(text: string): Question {
  const phrases: string[][] = []
  const loose = text.replace(quoted, (_, phrase: string) => {
    const words = [...foldedWords(phrase)].slice(0, mostWords)
    if (words.length > 0) phrases.push(words)
    return ' " '
  })
  const folded = [...foldedWords(loose)]
  const isOpen = /[\p{L}\p{N}\p{M}]$/u.test(loose)
  const words = folded.slice(0, mostWords).map((word, at) => ({
    word,
    isCutOff:
      isOpen &&
      at === folded.length - 1 &&
      (word.length > 1 || folded.length > 1 || !/[\p{Script=Latin}\d]/u.test(word)),
  }))
  const seen = new Set<string>()
  return { words: words.filter(one => !seen.has(one.word) && seen.add(one.word)), phrases: phrases.slice(0, 4) }
}
