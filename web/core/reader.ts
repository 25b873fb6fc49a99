// What the reader chose: language, calendar, digits, time zone and theme, each on its own; kept in this browser and sent to the server by whoever listens.
import { useSyncExternalStore } from 'react'

export const languages = {
  en: { name: 'English', locale: 'en-GB', direction: 'ltr', calendar: 'gregorian', digits: 'latn' },
  fa: { name: 'فارسی', locale: 'fa-IR', direction: 'rtl', calendar: 'solar_hijri', digits: 'arabext' },
  ru: { name: 'Русский', locale: 'ru-RU', direction: 'ltr', calendar: 'gregorian', digits: 'latn' },
} as const

export type Language = keyof typeof languages
export type Calendar = 'gregorian' | 'solar_hijri'
export type Digits = 'latn' | 'arabext'
export type Theme = 'auto' | 'light' | 'dark'
export type Direction = 'ltr' | 'rtl'

export const languageCodes = Object.keys(languages) as Language[]
export const isLanguage = (text: unknown): text is Language => typeof text === 'string' && text in languages

/** Choices as they are kept; null follows the language (calendar, digits) or the device (time zone). */
export interface ReaderChoices {
  language: Language
  calendar: Calendar | null
  digits: Digits | null
  timeZone: string | null
  theme: Theme
}

/** Choices resolved to what is shown. `locale` carries calendar and digits: `fa-IR-u-ca-persian-nu-arabext`. */
export interface Reader {
  language: Language
  direction: Direction
  calendar: Calendar
  digits: Digits
  timeZone: string
  theme: Theme
  locale: string
}

/** The key in localStorage; `public/boot.js` reads it before the first paint. */
const storageKey = 'concord.reader'
const calendarCodes = { gregorian: 'gregory', solar_hijri: 'persian' } as const

/** A locale tag with calendar and digits spelled out. */
export const localeTag = (language: Language, calendar: Calendar, digits: Digits): string =>
  `${languages[language].locale}-u-ca-${calendarCodes[calendar]}-nu-${digits}`

export function resolveReader(choices: ReaderChoices): Reader {
  const own = languages[choices.language]
  const calendar = choices.calendar ?? own.calendar
  const digits = choices.digits ?? own.digits
  const timeZone = choices.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC'
  const locale = localeTag(choices.language, calendar, digits)
  return {
    language: choices.language,
    direction: own.direction,
    calendar,
    digits,
    timeZone,
    theme: choices.theme,
    locale,
  }
}

function browserLanguage(): Language {
  const wanted = navigator.languages.map(tag => tag.toLowerCase().split('-')[0])
  return wanted.find(isLanguage) ?? 'en'
}

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | null =>
  allowed.find(item => item === value) ?? null

function isTimeZone(value: unknown): value is string {
  if (typeof value !== 'string') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return false
  }
}

/** Reads choices from anything: storage, a server's answer, an older version; what is not understood is left out. */
export function choicesFrom(kept: unknown, fallback: Language): ReaderChoices {
  const from = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  return {
    language: isLanguage(from.language) ? from.language : fallback,
    calendar: oneOf(from.calendar, ['gregorian', 'solar_hijri']),
    digits: oneOf(from.digits, ['latn', 'arabext']),
    timeZone: isTimeZone(from.timeZone) ? from.timeZone : null,
    theme: oneOf(from.theme, ['auto', 'light', 'dark']) ?? 'auto',
  }
}

function readStorage(): ReaderChoices {
  try {
    return choicesFrom(JSON.parse(localStorage.getItem(storageKey) ?? 'null'), browserLanguage())
  } catch {
    return choicesFrom(null, browserLanguage())
  }
}

let choices = readStorage()
let reader = resolveReader(choices)
const watchers = new Set<() => void>()
const pushers = new Set<(choices: ReaderChoices) => void>()

export const currentReader = (): Reader => reader
export const currentChoices = (): ReaderChoices => choices

export function watchReader(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Calls back when the person changed a choice here, so that it can be kept on the server. */
export function onChoice(push: (choices: ReaderChoices) => void): () => void {
  pushers.add(push)
  return () => pushers.delete(push)
}

/** Shows the page in the reader's direction and colours. */
export function applyToDocument(): void {
  const page = document.documentElement
  page.lang = reader.language
  page.dir = reader.direction
  page.dataset.theme = reader.theme
}

/** Takes over new choices. `from: 'server'` does not send them back. */
export function chooseReader(change: Partial<ReaderChoices>, from: 'person' | 'server' = 'person'): void {
  choices = { ...choices, ...change }
  reader = resolveReader(choices)
  try {
    localStorage.setItem(storageKey, JSON.stringify(choices))
  } catch {
    // A browser that keeps nothing still shows the choice until it is closed.
  }
  for (const watcher of watchers) watcher()
  if (from === 'person') for (const push of pushers) push(choices)
}

/** The reader as shown now; the component renders again when a choice changes. */
export const useReader = (): Reader => useSyncExternalStore(watchReader, currentReader)
export const useReaderChoices = (): ReaderChoices => useSyncExternalStore(watchReader, currentChoices)
