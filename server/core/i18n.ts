// Texts of the server: errors, timeline sentences, mails and the command line, from the catalogues beside their modules.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type I18n, setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import PO from 'pofile'
import { isolate } from './bidi.ts'
import type { LocalisedText } from './contract.ts'
import type { Term } from './terms.ts'

export const languages = ['en', 'fa', 'ru'] as const
export type Language = (typeof languages)[number]

export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

const serverFolder = path.join(import.meta.dirname, '..')

/** Folders that hold server catalogues: core and every module. */
export function catalogueFolders(): string[] {
  const modules = path.join(serverFolder, 'modules')
  const names = existsSync(modules) ? readdirSync(modules).sort() : []
  return [path.join(serverFolder, 'core', 'locales'), ...names.map(name => path.join(modules, name, 'locales'))].filter(
    folder => existsSync(folder),
  )
}

function readCatalogues(language: Language): Map<string, string> {
  const texts = new Map<string, string>()
  for (const folder of catalogueFolders()) {
    const file = path.join(folder, `${language}.po`)
    if (!existsSync(file)) continue
    for (const item of PO.parse(readFileSync(file, 'utf8')).items)
      if (item.msgstr[0] && !item.obsolete) texts.set(item.msgid, item.msgstr[0])
  }
  return texts
}

/** Number formats of ICU skeletons that messages use: years are written without grouping. */
const formats = { '::group-off': { useGrouping: false } }

const localeOf = (language: Language) => (language === 'fa' ? 'fa-IR' : language)

const catalogues = new Map<Language, Map<string, string>>()
const instances = new Map<Language, I18n>()
const compiled = new Map<Language, Set<string>>()

function instanceOf(language: Language): { i18n: I18n; texts: Map<string, string>; done: Set<string> } {
  if (!instances.has(language)) {
    catalogues.set(language, readCatalogues(language))
    compiled.set(language, new Set())
    const locale = localeOf(language)
    const i18n = setupI18n({ locale, messages: { [locale]: {} } })
    instances.set(language, i18n)
  }
  return { i18n: instances.get(language)!, texts: catalogues.get(language)!, done: compiled.get(language)! }
}

export interface Translator {
  language: Language
  (term: Term, values?: Record<string, unknown>): string
  /** Picks the reader's language from a localised text, else English, else whatever there is. */
  localised(text: LocalisedText | null | undefined): string
}

/** The language of a text when the reader's own is missing: English, then any. */
export function pickText(text: LocalisedText | null | undefined, language: string): string {
  if (!text) return ''
  return text[language] ?? text[language.split('-')[0]!] ?? text.en ?? text.und ?? Object.values(text)[0] ?? ''
}

/** Keys of a choice in a message, which are not shown. */
const choices = /\{\s*(\w+)\s*,\s*select/g

/** Texts among the values keep their direction to themselves. */
function isolateValues(message: string, values: Record<string, unknown>, language: Language): Record<string, unknown> {
  const entries = Object.entries(values)
  if (!entries.some(([, value]) => typeof value === 'string')) return values
  const keys = new Set(message.includes('select') ? [...message.matchAll(choices)].map(([, name]) => name) : [])
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'string' && !keys.has(name) ? isolate(value, language) : value,
    ]),
  )
}

/** A translator for one language. Messages are compiled when first used. */
export function translator(language: string): Translator {
  const known: Language = isLanguage(language) ? language : 'en'
  const { i18n, texts, done } = instanceOf(known)
  const translate = (term: Term, values: Record<string, unknown> = {}): string => {
    if (!done.has(term.id)) {
      done.add(term.id)
      i18n.load(i18n.locale, { [term.id]: compileMessage(texts.get(term.id) ?? term.message) })
      i18n.activate(i18n.locale)
    }
    return i18n._(term.id, isolateValues(term.message, values, known), { formats })
  }
  return Object.assign(translate, {
    language: known,
    localised: (text: LocalisedText | null | undefined) => pickText(text, known),
  })
}

/** The best of our languages for an Accept-Language header. */
export function languageFrom(header: string | undefined, fallback: Language = 'en'): Language {
  const wanted = (header ?? '')
    .split(',')
    .map(part => {
      const [tag, ...parameters] = part.trim().split(';')
      const quality = parameters.map(p => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(q => q !== undefined)
      return { tag: (tag ?? '').toLowerCase().split('-')[0]!, quality: quality === undefined ? 1 : Number(quality) }
    })
    .sort((a, b) => b.quality - a.quality)
  return wanted.map(want => want.tag).find(isLanguage) ?? fallback
}
