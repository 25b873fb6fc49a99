// What is derived from the names of an organisation: script, search words, and the names by language for lists.

import type { NameKind } from './registry.terms.ts'
import { fold } from './resolution/fold.ts'
import { isGramLetter } from './resolution/transliteration.ts'

const scripts: [string, RegExp][] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
]

/** ISO 15924 code of the script that most letters of a text are in, or null when there is none we know. */
export function scriptOf(text: string): string | null {
  if (/^[\x20-\x7e]*$/.test(text)) return /[a-z]/i.test(text) ? 'Latn' : null
  let best: string | null = null
  let most = 0
  for (const [script, letters] of scripts) {
    const count = text.match(letters)?.length ?? 0
    if (count > most) [best, most] = [script, count]
  }
  return best
}

const longestWord = 80
const mostWords = 60
const mostSuffixes = 20

/**
 * The words a name is found by, separated by blanks: its folded words, the rest after each letter of words written
 * without blanks (Chinese, Japanese, Thai, Korean, …), and the country as `@ir`.
 */
export function searchWords(folded: string, country: string | null): string {
  const words = new Set<string>()
  for (const word of folded.split(' ').slice(0, mostWords)) {
    if (word === '') continue
    words.add(word.slice(0, longestWord))
    if (!isGramLetter(word.codePointAt(0)!)) continue
    const letters = Array.from(word)
    for (let i = 1; i < Math.min(letters.length - 1, mostSuffixes); i += 1)
      words.add(letters.slice(i).join('').slice(0, longestWord))
  }
  if (country !== null) words.add(`@${country.toLowerCase()}`)
  return [...words].join(' ')
}

export interface NameText {
  text: string
  language: string | null
  script: string | null
  kind: NameKind
}

const persianCountries = new Set(['IR', 'AF'])
const kindOrder: Record<NameKind, number> = { label: 0, alias: 1, former: 2, acronym: 3 }

/** The language a name is shown for: its own, or the one that script and country leave no doubt about. */
function languageOf(name: NameText, country: string | null): string | undefined {
  if (name.language !== null) return name.language.toLowerCase().split('-')[0]!
  if (name.script === 'Arab' && country !== null && persianCountries.has(country)) return 'fa'
  if (name.script === 'Cyrl' && country === 'RU') return 'ru'
  return undefined
}

const scriptsOfLanguages: Record<string, readonly string[]> = { fa: ['Arab'], ru: ['Cyrl'], en: ['Latn'] }

/**
 * One name a language, labels before aliases; former names and acronyms are not names for lists.
 * Tags of registries are sometimes wrong: a name tagged Persian in Latin letters is left out.
 */
export function namesByLanguage(
  names: readonly NameText[],
  display: string,
  country: string | null,
): Record<string, string> {
  const byLanguage: Record<string, string> = {}
  const chosen = new Map<string, number>()
  for (const name of names) {
    const language = languageOf(name, country)
    if (language === undefined || name.kind === 'former' || name.kind === 'acronym') continue
    const expected = scriptsOfLanguages[language]
    if (expected && name.script !== null && !expected.includes(name.script)) continue
    const rank = kindOrder[name.kind] * 2 + (name.text === display ? 0 : 1)
    if (rank >= (chosen.get(language) ?? 99)) continue
    chosen.set(language, rank)
    byLanguage[language] = name.text
  }
  return byLanguage
}

/** A name as it is stored for search. */
export const foldedName = (text: string, country: string | null): { folded: string; words: string } => {
  const folded = fold(text).slice(0, 1000).trim()
  return { folded, words: searchWords(folded, country) }
}
