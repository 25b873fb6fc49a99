// Writes the words of a document as a text search vector, with places for phrases and weights for what matters.
import { foldedWords } from './folded-words.ts'

/** A: title and number, B: names, C: words of lists, D: long texts. */
export type Weight = 'A' | 'B' | 'C' | 'D'

export interface DocumentField {
  text: string | null | undefined
  weight: Weight
}

/** Vectors may not grow beyond a megabyte; texts beyond this many letters are not indexed to their end. */
const mostLength = 600_000
/** Places are counted up to here by PostgreSQL. */
const lastPlace = 16_383
const mostPlaces = 100

const quote = (word: string): string => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`

/** The vector as text, and its distinct words with the `marks`, which nobody can type. Fields are kept apart: no phrase reaches over the end of one. */
export function vectorOf(
  fields: readonly DocumentField[],
  marks: readonly string[] = [],
): { vector: string; words: Set<string> } {
  const places = new Map<string, string[]>()
  const titleWords = new Set<string>()
  let place = 0
  let length = 0
  for (const { text, weight } of fields) {
    if (!text) continue
    for (const word of foldedWords(text)) {
      if (length > mostLength) break
      place += 1
      const known = places.get(word)
      if (known === undefined) {
        places.set(word, [mark(place, weight)])
        length += word.length * 3 + 10
      } else if (known.length < mostPlaces) {
        known.push(mark(place, weight))
        length += 7
      }
      if (weight === 'A') titleWords.add(word)
    }
    place += 10
  }
  const parts = [...places].map(([word, at]) => `${quote(word)}:${at.join(',')}`)
  for (const word of titleWords) parts.push(quote(`^${word}`))
  parts.push(...marks.map(quote))
  return { vector: parts.join(' '), words: new Set([...places.keys(), ...marks]) }
}

const mark = (place: number, weight: Weight): string => `${Math.min(place, lastPlace)}${weight === 'D' ? '' : weight}`
