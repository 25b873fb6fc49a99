// Cuts text of any script into folded words, the keys under which documents are found.
import { fold, foldCompact, isGramLetter } from '#modules/registry/index.ts'

export { foldCompact }

/** Longer words are cut: nobody types them whole. */
const mostLetters = 60
/** Folding works on pieces of this many UTF-16 units. */
const pieceLength = 8_000

/** The folded words of a text in their order; scripts without blanks are cut into pairs of letters. */
export function* foldedWords(text: string): Generator<string> {
  for (const piece of pieces(text))
    for (const word of fold(piece).split(' '))
      if (word !== '') yield* isGramLetter(word.codePointAt(0)!) ? pairs(word) : [cut(word)]
}

const cut = (word: string): string =>
  word.length > mostLetters ? Array.from(word).slice(0, mostLetters).join('') : word

function* pairs(word: string): Generator<string> {
  const letters = Array.from(word)
  if (letters.length === 1) yield word
  for (let at = 0; at + 1 < letters.length; at += 1) yield letters[at]! + letters[at + 1]!
}

/** Parts of a long text that end where a word does. */
function* pieces(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + pieceLength)
    if (end < text.length) {
      const blank = text.slice(start, end).search(/\s\S*$/)
      if (blank > 0) end = start + blank
    }
    yield text.slice(start, end)
    start = end
  }
}
