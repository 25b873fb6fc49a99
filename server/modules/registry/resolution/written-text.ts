// Undoes what publishing systems and keyboards do to a written name before it is cut into words.
import { fold } from './fold.ts'
import { writtenOut } from './short-forms.ts'

const ENTITY = /&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}))(?:;|(?=[ ,]))/giu
const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
}
/** Names of control characters that some exports write out. */
const WRITTEN_CONTROL = /#(?:TAB|N|R|BR)#/g

/** "1Brenn University", "Brenn University 23 , Altbrunn": numbers of footnotes. */
const LEADING_FOOTNOTE = /(^|[,;\n]\s*)[\d*†‡§¶]{1,3}(?=\p{Lu}\p{L})/gu
const TRAILING_FOOTNOTE = / \d{1,3}(?= [,;.](?:\s|$))/gu

/** "Brenn U.", "U Brenn"; small "u" is a Slavic preposition. */
const LONE_U = /(?<![\p{L}\p{N}.])U\.?(?!\s?[\p{L}\p{N}]?\.)(?![\p{L}\p{N}])/gu
/** "M. D. Brenn" is "M.D. Brenn". */
const SPACED_INITIALS = /(?<![\p{L}\p{N}])(\p{Lu}\.)\s+(?=\p{Lu}\.)/gu

/** The text as a person would write it; `isKnown` says which folded words a registry has. */
export function readable(text: string, isKnown: (word: string) => boolean): string {
  let plain = text.includes('&') ? text.replace(ENTITY, unescaped) : text
  if (plain.includes('#')) plain = plain.replace(WRITTEN_CONTROL, '\n')
  plain = plain.replace(LEADING_FOOTNOTE, '$1').replace(TRAILING_FOOTNOTE, '')
  plain = writtenOut(plain).replace(SPACED_INITIALS, '$1').replace(LONE_U, 'Univ')
  return RUN_TOGETHER.test(plain) ? cutRunTogether(plain, isKnown) : plain
}

function cutRunTogether(text: string, isKnown: (word: string) => boolean): string {
  let tried = 0
  return text.replace(MIXED_WORD, (word, at: number) => {
    if (word.length > LONGEST_MIXED || !RUN_TOGETHER.test(word) || ++tried > MOST_MIXED || isKnown(fold(word)))
      return word
    return parted(word, isKnown).join(isBeginning(text, at) ? ' ' : ', ')
  })
}

function unescaped(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hexadecimal as string, 16) : Number(decimal)
  return code > 0x1f && code < 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' '
}

/** Longer words, and more of them in one text, are left as they are. */
const LONGEST_MIXED = 60
const MOST_MIXED = 30

const RUN_TOGETHER = /\p{Ll}\p{Lu}|\p{L}{2}\d{4}|\p{Lu}{2}\p{Ll}{2}/u
const MIXED_WORD = /[\p{L}\p{M}\p{N}'’]{5,}/gu
const BOUNDARY = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L}{2})(?=\d{4})/gu

/** "FormerlyBrenn", "BrennSwitzerland": cut where small letters meet a capital, when what follows is a word. */
function parted(word: string, isKnown: (word: string) => boolean): string[] {
  const pieces = word.split(BOUNDARY)
  if (pieces.length > MOST_PIECES) return [word]
  for (let cut = 1; cut < pieces.length; cut++) {
    const after = pieces.slice(cut).join('')
    const before = pieces.slice(0, cut).join('')
    if (after.length < 2) continue
    if (isKnown(fold(after))) return [before, after]
    const rest = pieces.length - cut > 1 ? parted(after, isKnown) : [after]
    if (rest.length > 1 || (before.length > 3 && isKnown(fold(before)))) return [before, ...rest]
  }
  return [word]
}

const MOST_PIECES = 6

/** Whether no other word stands before in the same part of the text. */
function isBeginning(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(/[^,;:()\n]*$/u.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '')
}

const ABBREVIATION = /(?<![\p{L}\p{N}])([\p{L}\p{M}]{1,9})\.(?!\p{L}\p{L})/gu

/** Folded words written with a full stop behind them, which may be abbreviations. */
export function abbreviationsOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const match of text.matchAll(ABBREVIATION)) found.add(fold(match[1] as string))
  return found
}
