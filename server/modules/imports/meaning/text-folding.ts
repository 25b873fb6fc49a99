// Folds text of any script to one comparable form (case, diacritics, digits, Persian and Arabic letter variants) and remembers where each letter stood.

/** `text` is the folded form; `at[i]` is the offset in the original of folded letter i, and `at[text.length]` the original length. */
export interface FoldedText {
  text: string
  at: number[]
}

const LETTERS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ۍ: 'ی',
  ې: 'ی',
  ے: 'ی',
  ك: 'ک',
  ګ: 'گ',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  і: 'i',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '،': ',',
  '؛': ';',
  '؟': '?',
  '。': '.',
  '、': ',',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '⁄': '/',
  '∕': '/',
}

const MARK = /\p{M}/u
const DASH = /[\p{Pd}\u2212\u00ad\u2043]/u
const SPACE = /[\s\u200b\u200c\u200d\p{Z}\p{Cc}]/u
const INVISIBLE = /[\u0640\u200e\u200f\u061c\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/u
const DECIMAL = /\p{Nd}/u

function foldLetter(letter: string): string {
  if (INVISIBLE.test(letter)) return ''
  // Superscript ordinals: "1º", "2ª" and "1°" must not become part of the number.
  if (letter === '\n' || letter === '\r') return '\n'
  if (letter === 'º' || letter === '°') return '°'
  if (letter === 'ª') return '°'
  let out = ''
  for (const part of letter.normalize('NFKD').toLowerCase().normalize('NFKD')) {
    if (MARK.test(part)) continue
    const known = LETTERS[part]
    if (known !== undefined) out += known
    else if (DASH.test(part)) out += '-'
    else if (SPACE.test(part)) out += ' '
    else if (INVISIBLE.test(part)) continue
    else if (DECIMAL.test(part)) out += decimalDigit(part)
    else out += part
  }
  return out
}

/** Unicode puts every set of ten decimal digits in one run that starts at its zero. */
function decimalDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code >= 0x30 && code <= 0x39) return digit
  let zero = code
  while (code - zero < 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

const foldedLetters = new Map<string, string>()

function foldedLetter(letter: string): string {
  const known = foldedLetters.get(letter)
  if (known !== undefined) return known
  const folded = foldLetter(letter)
  if (foldedLetters.size < 20_000) foldedLetters.set(letter, folded)
  return folded
}

/** Folds and keeps the offset of every letter, so that a match can be quoted exactly as it was written. */
export function foldWithOffsets(original: string): FoldedText {
  let text = ''
  const at: number[] = []
  let offset = 0
  for (const letter of original) {
    const known = foldedLetter(letter)
    // Runs of blanks become one, so that no pattern has to walk along them.
    const folded = known === ' ' && text.endsWith(' ') ? '' : known
    for (let i = 0; i < folded.length; i += 1) at.push(offset)
    text += folded
    offset += letter.length
  }
  at.push(original.length)
  return { text, at }
}

/** Folded text with single blanks and no blank at the ends: the form in which words are compared. */
export function fold(original: string): string {
  let text = ''
  for (const letter of original) text += foldedLetter(letter)
  return text.replace(/\s+/g, ' ').trim()
}

/** The words of a folded text without punctuation. */
export function foldedWords(original: string): string[] {
  return fold(original).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The exact original words behind a stretch of the folded text. */
export function quote(
  original: string,
  folded: FoldedText,
  start: number,
  end: number,
): { text: string; start: number; end: number } {
  const from = folded.at[start] ?? original.length
  const to = folded.at[end] ?? original.length
  return { text: original.slice(from, to), start: from, end: to }
}

/** Phrases as an array, or in one text separated by semicolons and line ends. */
export type PhraseList = string | readonly string[]

const LETTER = '[\\p{L}\\p{N}]'

/**
 * Compiles phrases into one pattern over folded text. In a phrase `*` stands for the rest of a word, a blank for any run of
 * blanks, dots or dashes, a dash or a zero-width non-joiner for "joined, apart or with a non-joiner", `(a|b)` for a choice, `(a)?` and `(a)*` for what may be missing or repeated,
 * `…` for up to four words.
 */
export function phrasePattern(phrases: PhraseList, flags = 'gu'): RegExp {
  return new RegExp(`(?<!${LETTER})(?:${phraseSource(phrases)})(?!${LETTER})`, flags)
}

/** The source of `phrasePattern` without the word borders, to build larger patterns from. Longer phrases come first. */
export function phraseSource(phrases: PhraseList): string {
  const list = typeof phrases === 'string' ? phrases.split(/[;\n]/).map(each => each.trim()) : phrases
  const sources = list.filter(each => each !== '').map(compilePhrase)
  sources.sort((a, b) => b.length - a.length)
  return sources.join('|')
}

/** A phrase of which every part may be missing would be found everywhere. */
function compilePhrase(phrase: string): string {
  const source = [...phrase].map(phraseLetter).join('')
  if (new RegExp(`^(?:${source})$`, 'u').test('')) throw new Error(`The phrase "${phrase}" means nothing.`)
  return source
}

function phraseLetter(letter: string, index: number, phrase: string[]): string {
  if ((letter === '*' || letter === '+') && phrase[index - 1] === ')') return letter
  if (letter === '*') return `${LETTER}*`
  if (letter === '…') return "(?:[\\s'-]+\\p{L}+){0,4}"
  if (letter === ' ') return phrase[index + 1] === '?' ? "[\\s.'_-]*" : "[\\s.'_-]+"
  if (letter === '?' && phrase[index - 1] === ' ') return ''
  if (letter === '\u200c') return '[\\s.-]*'
  if (letter === '-') return '[\\s-]*'
  if (letter === '(') return '(?:'
  if (letter === '|' || letter === ')' || letter === '?') return letter
  return foldedLetter(letter).replace(/[.+^${}[\]\\/]/g, '\\$&')
}

/** Edit distance in which two neighbouring letters changed about count once; stops above `limit` and then says `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    let best = i
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      if (cost < best) best = cost
    }
    if (best > limit) return limit + 1
    before = last
    last = row
  }
  return Math.min(last[b.length]!, limit + 1)
}
