// Names that people use and registries do not list: initials (МГУ), and names without the person they are named after.
import { fold } from './fold.ts'
import { canonicalWord, WORD_FLAG, wordFlags } from './lexicon.ts'
import type { OrganisationRecord } from './organisation-record.ts'
import { tokensOf } from './tokens.ts'
import { romanise, scriptOf } from './transliteration.ts'

type Names = OrganisationRecord['names']

/** "named after" in the languages whose official names carry it. */
const NAMESAKE = /[\s,(]+(?:имени|им\.|імені|ім\.|imeni|named (?:after|for|in honou?r of))\s+(?=\p{L})/iu
/** Letters other than Latin ones, or words before a person's name: other names have no short forms. */
const MAY_HAVE_MORE = /[^\u0000-\u024f\u1e00-\u2bff]|imeni|im\.|named/i
/** A polytechnic is one with or without the word behind it. */
const POLYTECHNIC = /^(.* Polytechnic) (?:University|Institute)$/
const PERSONAL_INITIALS = /(?<!\p{L})\p{L}\.\s*(?!\p{L}\p{L}*\.)/gu

const QUOTED = /[«“„"]([^«»“”„"]{5,})[»”“"]/u
const QUOTES = /[«»“”„"]/gu

const FEWEST_INITIALS = 3
const MOST_INITIALS = 7
/** Greek to Arabic, Georgian: letters of the scripts that are read aloud letter by letter. */
const MAY_HAVE_INITIALS = /[\u0370-\u07ff\u10a0-\u10ff]/
const FEWEST_WORDS = 2

/** Derived names of an organisation: none that it has already, none that would be a lone common word. */
export function derivedNames(names: Names, city = ''): Names {
  const scriptsWithAcronym = new Set<string>()
  for (const one of names) if (one.kind === 'acronym') scriptsWithAcronym.add(scriptOf(fold(one.text)))
  const derived: Names = []
  for (const name of names) {
    if (name.kind !== 'label' && name.kind !== 'alias') continue
    if (MAY_HAVE_MORE.test(name.text)) derived.push(...shortForms(name, scriptsWithAcronym))
    const fromCity = withoutPersonBefore(name.text, city)
    if (fromCity === undefined) continue
    derived.push({ ...name, text: fromCity, kind: 'alias' })
    const polytechnic = POLYTECHNIC.exec(fromCity)?.[1]
    if (polytechnic !== undefined) derived.push({ ...name, text: polytechnic, kind: 'alias' })
  }
  if (derived.length === 0) return derived
  const known = new Set(names.map(name => fold(name.text)))
  return derived.filter(({ text }) => {
    const key = fold(text)
    return !known.has(key) && known.add(key)
  })
}

/** Without whom the name honours, and initials with and without that. */
function shortForms({ text, lang }: Names[number], scriptsWithAcronym: ReadonlySet<string>): Names {
  const found: Names = []
  const language = lang === undefined ? {} : { lang }
  for (const reading of readingsOf(text)) {
    const [short, namesake] = withoutNamesake(reading)
    if (namesake !== '' && mayStandAlone(short)) found.push({ text: short, kind: 'alias', ...language })
    const letters = initialsOf(short)
    if (letters === '' || scriptsWithAcronym.has(scriptOf(letters.toLowerCase()))) continue
    const romanised = romanise(letters.toLowerCase()).toUpperCase()
    found.push({ text: letters, kind: 'acronym', ...language })
    if (mayBeRomanised(letters, scriptsWithAcronym)) found.push({ text: romanised, kind: 'acronym' })
    if (namesake === '') continue
    const person = namesake.replace(PERSONAL_INITIALS, '')
    found.push({ text: `${letters} имени ${person}`, kind: 'alias', ...language })
    if (mayBeRomanised(letters, new Set())) found.push({ text: `${romanised} имени ${person}`, kind: 'alias' })
  }
  return found
}

/** Romanised initials are as common as the others where the record has no acronym in Latin letters. */
function mayBeRomanised(letters: string, scriptsWithAcronym: ReadonlySet<string>): boolean {
  return (
    /^\p{Script=Cyrillic}+$/u.test(letters) && (letters.length > FEWEST_INITIALS || !scriptsWithAcronym.has('latin'))
  )
}

/** A given name and a family name. */
const FEWEST_WORDS_BEFORE = 2
const MOST_PERSON_WORDS = 4

/** "Jan van Corvan Altbrunn Polytechnic Institute" is called "Altbrunn Polytechnic Institute": a person's full name before the city. */
function withoutPersonBefore(text: string, city: string): string | undefined {
  if (city === '') return undefined
  const words = text.split(/\s+/)
  if (words.length < FEWEST_WORDS_BEFORE + 2 || !words.slice(0, FEWEST_WORDS_BEFORE).every(isPersonal)) return undefined
  const cityTokens = tokensOf(fold(city))
  for (let at = FEWEST_WORDS_BEFORE; at <= MOST_PERSON_WORDS && at + cityTokens.length < words.length; at++) {
    const written = tokensOf(fold(words.slice(at, at + cityTokens.length).join(' ')))
    if (cityTokens.length === 0 || cityTokens.some((token, i) => token !== written[i])) continue
    if (!words.slice(0, at).every(isPersonal)) return undefined
    const rest = fold(words.slice(at + cityTokens.length).join(' ')).split(' ')
    const kinds = rest.filter(word => (wordFlags(canonicalWord(word)) & WORD_FLAG.concept) !== 0)
    return kinds.length > 0 && !/[,()]/.test(text) ? words.slice(at).join(' ') : undefined
  }
  return undefined
}

/** A capitalised word or an initial that is neither a kind of organisation nor a subject, "the", or "von". */
function isPersonal(word: string): boolean {
  const flags = wordFlags(canonicalWord(fold(word)))
  if (/^\p{Lu}(?:\p{Ll}|\.)/u.test(word)) return flags === 0
  return /^\p{Ll}/u.test(word) && (flags & ~WORD_FLAG.stop) === 0 && word.length < 5
}

/** The whole name, and what stands in quotation marks behind the legal form. */
function readingsOf(text: string): string[] {
  const quoted = QUOTED.exec(text)?.[1]
  const whole = text.replace(QUOTES, ' ')
  return quoted === undefined ? [whole] : [whole, quoted]
}

/** A name and whom it is named after; the second is empty when nobody. */
function withoutNamesake(text: string): [name: string, namesake: string] {
  const found = NAMESAKE.exec(text)
  if (found === null || found.index === 0) return [text, '']
  return [text.slice(0, found.index).trim(), text.slice(found.index + found[0].length).trim()]
}

/** At least two words, one of which says more than what kind of organisation it is. */
function mayStandAlone(name: string): boolean {
  const words = fold(name)
    .split(' ')
    .filter(word => !isStop(word))
  return words.length >= FEWEST_WORDS && words.some(word => wordFlags(canonicalWord(word)) === 0)
}

/** Capitals of a name in a script whose readers use initials; empty for Latin, where registries list acronyms, and others. */
export function initialsOf(name: string): string {
  if (!MAY_HAVE_INITIALS.test(name)) return ''
  const words = fold(name)
    .split(' ')
    .filter(word => !isStop(word))
  if (words.length < FEWEST_INITIALS || words.some(word => !mayHaveInitials(word))) return ''
  let letters = ''
  for (const [i, word] of words.entries()) {
    // The one city that keeps its own short form inside initials.
    if (word === 'санкт' && words[i + 1]?.startsWith('петербург')) letters += 'СПб'
    else if (words[i - 1] !== 'санкт' || !word.startsWith('петербург'))
      letters += (Array.from(word)[0] as string).toUpperCase()
  }
  return letters.length < FEWEST_INITIALS || letters.length > MOST_INITIALS ? '' : letters
}

function mayHaveInitials(word: string): boolean {
  const script = scriptOf(word)
  return (script === 'vowelled' || script === 'unvowelled') && !/\d/.test(word)
}

function isStop(word: string): boolean {
  return word === '' || (wordFlags(canonicalWord(word)) & WORD_FLAG.stop) !== 0
}
