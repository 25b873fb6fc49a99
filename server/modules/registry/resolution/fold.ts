// Folds text of any script to one comparable form: the key under which names are stored, searched and resolved.
import { hanForm } from './han-variants.ts'

/** Raise when a change makes stored folded names differ from freshly folded ones: the registry must refold. */
export const FOLD_VERSION = 1

/** Folded text is never longer than this many UTF-16 units: single code points may expand to eighteen. */
export const MAX_FOLDED_LENGTH = 20_000

const LETTERS = new Map(
  Object.entries({
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ı: 'i',
    ħ: 'h',
    ŋ: 'n',
    ə: 'e',
    ŧ: 't',
    ƶ: 'z',
    ĸ: 'k',
    ɵ: 'o',
    // Arabic-script letters that keyboards and registries mix: Arabic, Persian, Urdu, Kurdish, Uyghur.
    ي: 'ی',
    ى: 'ی',
    ې: 'ی',
    ے: 'ی',
    ۍ: 'ی',
    ێ: 'ی',
    ك: 'ک',
    ڪ: 'ک',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ە: 'ه',
    ۀ: 'ه',
    ۃ: 'ه',
    ٱ: 'ا',
    ۆ: 'و',
    ۇ: 'و',
    ۈ: 'و',
    ۋ: 'و',
    ء: '',
    ـ: '',
    ں: 'ن',
    ё: 'е',
    ѐ: 'е',
    ѝ: 'и',
    ς: 'σ',
  }),
)

const LATIN_LOOK: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ζ: 'z',
  η: 'n',
  μ: 'u',
}
const CYRILLIC_LOOK: Record<string, string> = {
  a: 'а',
  b: 'в',
  e: 'е',
  k: 'к',
  m: 'м',
  h: 'н',
  o: 'о',
  p: 'р',
  c: 'с',
  t: 'т',
  y: 'у',
  x: 'х',
  i: 'і',
  j: 'ј',
  s: 'ѕ',
}
const GREEK_LOOK: Record<string, string> = {
  a: 'α',
  b: 'β',
  e: 'ε',
  i: 'ι',
  k: 'κ',
  v: 'ν',
  n: 'η',
  o: 'ο',
  p: 'ρ',
  t: 'τ',
  u: 'υ',
  x: 'χ',
  z: 'ζ',
  m: 'μ',
}

/** First digit of each decimal digit block that occurs in organisation names (digits follow in order). */
const DIGIT_ZEROES = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
]

const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
const LONG_MARK_RUN = /(\p{M}{4})\p{M}+/gu
const ZERO_WIDTH_NON_JOINER = /\u200c/g
const INVISIBLE = /[\p{Cf}\p{Cs}\ufe00-\ufe0f\u180b-\u180d\u115f\u1160\u3164\u034f]/gu
const DOTTED_INITIALS = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}/gu
const ELISION = /(?<![\p{L}\p{N}])(l|d|dell|dall|nell|sull|all|qu|un|n|s)['’ʼ`´](?=\p{L}{2})/gu
const APOSTROPHES = /(?<=[\p{L}\p{N}])['’ʼʹʺ`´ʻʿʾ‘″′](?=[\p{L}\p{N}]|$|[\s,.;)\]])/gu
const JAPANESE_COMPANY = /[(（]株[)）]|㈱/g
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu

/**
 * Folded form of a text: lower case words separated by single spaces; marks, joiners, punctuation and spelling
 * variants of letters and digits removed. Never throws; independent of locale; `fold(fold(x)) === fold(x)` for
 * ordinary text. Empty when the text has neither letters nor digits.
 */
export function fold(text: string): string {
  const bounded = text.length > MAX_FOLDED_LENGTH ? text.slice(0, MAX_FOLDED_LENGTH) : text
  // Canonical ordering of very long mark runs is quadratic: cut them first.
  let folded = bounded.replace(LONG_MARK_RUN, '$1').replace(ZERO_WIDTH_NON_JOINER, ' ').replace(INVISIBLE, '')
  folded = folded
    .replace(JAPANESE_COMPANY, '株式会社')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
  folded = mapLetters(folded.slice(0, MAX_FOLDED_LENGTH))
  folded = folded.replace(DOTTED_INITIALS, initials => ` ${initials.replaceAll('.', '')} `)
  folded = folded.replace(ELISION, '$1 ').replace(APOSTROPHES, '').replaceAll('&', ' and ').replace(NOT_WORD, ' ')
  return unifyScripts(folded.normalize('NFC').trim()).slice(0, MAX_FOLDED_LENGTH)
}

/** Folded text without spaces: equal for names that differ only in spacing and hyphenation. */
export function foldCompact(text: string): string {
  return fold(text).replaceAll(' ', '')
}

function mapLetters(text: string): string {
  let mapped = ''
  for (const letter of text) {
    const code = letter.codePointAt(0) as number
    if (code < 128) mapped += letter
    else mapped += code >= 0x4e00 && code < 0xa000 ? hanForm(letter) : (LETTERS.get(letter) ?? digitOf(code) ?? letter)
  }
  return mapped
}

function digitOf(code: number): string | undefined {
  if (code < 0x660 || code > 0x1819) return undefined
  for (const zero of DIGIT_ZEROES) if (code >= zero && code <= zero + 9) return String(code - zero)
  return undefined
}

const LATIN = /[a-z]/g
const CYRILLIC = /[\u0400-\u052f]/g
const GREEK = /[\u0370-\u03ff]/g

/** A word that mixes look-alike letters of two scripts is written wholly in the one it has more of. */
function unifyScripts(folded: string): string {
  const latin = folded.search(LATIN) >= 0
  if (!latin || (folded.search(CYRILLIC) < 0 && folded.search(GREEK) < 0)) return folded
  return folded
    .split(' ')
    .map(word => unifyWord(word))
    .join(' ')
}

function unifyWord(word: string): string {
  const latin = word.match(LATIN)?.length ?? 0
  const cyrillic = word.match(CYRILLIC)?.length ?? 0
  const greek = word.match(GREEK)?.length ?? 0
  if (latin === 0 || cyrillic + greek === 0) return word
  const table = latin > cyrillic + greek ? LATIN_LOOK : cyrillic >= greek ? CYRILLIC_LOOK : GREEK_LOOK
  let unified = ''
  for (const letter of word) unified += Object.hasOwn(table, letter) ? table[letter] : letter
  return unified
}
