// Tells whether a spreadsheet cell holds several organisations, and where it would be cut.
import { fold } from './fold.ts'
import { WORD_FLAG, wordFlags } from './lexicon.ts'
import { countryOfName } from './places.ts'
import { tokensOf } from './tokens.ts'

export interface SplitPartners {
  /** The cell's organisations; one part (the trimmed text) when it is not cut. Nothing but separators is lost. */
  parts: string[]
  /** How sure it is that these parts are that many organisations, 0..1; below 0.5 the cell is left whole. */
  sureness: number
  /** What it was, or would be, cut at. */
  separator: 'line' | 'semicolon' | 'bullet' | 'slash' | 'and' | 'comma' | 'none'
  /** The cut that was considered but not made. */
  doubtfulParts: string[]
}

type Separator = Exclude<SplitPartners['separator'], 'none'>

const RULES: { separator: Separator; pattern: RegExp; needsTypes: boolean; sureness: number }[] = [
  { separator: 'line', pattern: /[\r\n\u2028\u2029]+/u, needsTypes: false, sureness: 0.9 },
  { separator: 'bullet', pattern: /\s*[•●▪‣◦]\s*|\s+\|\s+/u, needsTypes: false, sureness: 0.92 },
  { separator: 'semicolon', pattern: /\s*[;؛；]\s*/u, needsTypes: false, sureness: 0.95 },
  { separator: 'slash', pattern: /\s+[/⁄／]\s+|(?<=\p{L}{3})\/(?=\p{L}{3})/u, needsTypes: false, sureness: 0.7 },
  { separator: 'and', pattern: /\s+(?:and|und|y|et|e|и|та|ve|و|&)\s+/iu, needsTypes: true, sureness: 0.75 },
  { separator: 'comma', pattern: /\s*[,،、，]\s*(?:and\s+|und\s+|и\s+|و\s+)?/iu, needsTypes: true, sureness: 0.6 },
]

/**
 * Parts of a cell that names several organisations: at line ends, bullets, semicolons, slashes, and at "and" or
 * commas only when each side is a name of its own kind ("X University and Y Institute of Z", not "Science and Technology").
 */
export function splitPartners(text: string): SplitPartners {
  const whole = text.trim()
  let doubt: { parts: string[]; sureness: number; separator: Separator } | undefined
  for (const rule of RULES) {
    const pieces = whole.split(rule.pattern)
    if (pieces.length < 2) continue
    const named = pieces.map(piece => piece.trim()).filter(piece => fold(piece) !== '')
    const parts = joinRemainders(named, rule.separator)
    if (parts.length < 2) continue
    const sureness = surenessOf(parts, rule)
    if (sureness >= 0.5) return { parts, sureness, separator: rule.separator, doubtfulParts: [] }
    if (sureness > 0 && doubt === undefined) doubt = { parts, sureness, separator: rule.separator }
  }
  const parts = whole === '' ? [] : [whole]
  if (doubt === undefined) return { parts, sureness: 0, separator: 'none', doubtfulParts: [] }
  return { parts, sureness: doubt.sureness, separator: doubt.separator, doubtfulParts: doubt.parts }
}

const JOINTS: Record<Separator, string> = {
  line: '\n',
  bullet: ' • ',
  semicolon: '; ',
  slash: ' / ',
  and: ' and ',
  comma: ', ',
}

/** A part that is only a place or a number belongs to the part before it. */
function joinRemainders(parts: string[], separator: Separator): string[] {
  const joined: string[] = []
  for (const part of parts) {
    const isRemainder = countryOfName(part) !== undefined || !/\p{L}{2}/u.test(part)
    if (isRemainder && joined.length > 0) joined[joined.length - 1] += JOINTS[separator] + part
    else joined.push(part)
  }
  return joined
}

function surenessOf(parts: string[], rule: (typeof RULES)[number]): number {
  const own = parts.filter(part => isNameOfItsOwn(part)).length
  if (rule.needsTypes) {
    if (own < parts.length) return 0
    // "Institute of X, University of Y" is one affiliation; three universities in a row are not.
    if (rule.separator === 'comma')
      return parts.length > 2 && parts.every(part => hasType(part, 'university')) ? rule.sureness : 0.3
    return rule.sureness
  }
  if (rule.separator === 'slash') return own === parts.length ? rule.sureness : 0.35
  return own > 0 || parts.every(part => tokensOf(fold(part)).length > 0)
    ? rule.sureness - 0.1 * (1 - own / parts.length)
    : 0
}

const TYPES = new Set(
  'university institute academy college school hochschule polytechnic laboratory center hospital ministry foundation society association council museum company agency'.split(
    ' ',
  ),
)

/** Has a word for a kind of organisation and a word that is no common one. */
function isNameOfItsOwn(part: string): boolean {
  const tokens = tokensOf(fold(part))
  const hasKind =
    tokens.some(token => TYPES.has(token)) || /大学|大學|학교|대학|研究所|研究院|学院|學院|มหาวิทยาลัย/u.test(part)
  return (
    hasKind &&
    tokens.some(
      token => (wordFlags(token) & (WORD_FLAG.concept | WORD_FLAG.subject | WORD_FLAG.unit | WORD_FLAG.digits)) === 0,
    )
  )
}

function hasType(part: string, type: string): boolean {
  return tokensOf(fold(part)).includes(type)
}
