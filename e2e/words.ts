// The words of the pages in a language, read from the catalogues: journeys find buttons by what people read on them.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import PO from 'pofile'

export type Language = 'en' | 'fa' | 'ru'
export const languages: readonly Language[] = ['en', 'fa', 'ru']
export const directions: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', fa: 'rtl', ru: 'ltr' }

const root = path.join(import.meta.dirname, '..')
const catalogues = new Map<Language, Map<string, string>>()

function catalogueOf(language: Language): Map<string, string> {
  const known = catalogues.get(language)
  if (known) return known
  const texts = new Map<string, string>()
  for (const file of globSync(`web/{locales,modules/*/locales}/${language}.po`, { cwd: root }))
    for (const { msgid, msgstr } of PO.parse(readFileSync(path.join(root, file), 'utf8')).items)
      texts.set(msgid, msgstr[0] || msgid)
  catalogues.set(language, texts)
  return texts
}

export type Say = (english: string, values?: Readonly<Record<string, string>>) => string

/** Gives the wording in a language for the English text of the sources; `{name}` is replaced. @throws Error for a text that no page has. */
export function wordsIn(language: Language): Say {
  const texts = catalogueOf(language)
  return (english, values = {}) => {
    const text = texts.get(english)
    if (text === undefined) throw new Error(`no page says “${english}”`)
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
  }
}
