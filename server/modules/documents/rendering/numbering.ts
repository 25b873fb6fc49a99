// How articles, annexes, points and pages are counted in each language, and how dates are written in a document. Pure.
import { translator } from '#core/i18n.ts'
import type { Term } from '#core/terms.ts'
import type { TextBlock } from '../text/document-text.ts'
import type { VersionStyle } from './document-frame.ts'

const rightToLeft = new Set(['fa', 'ar', 'he', 'ur', 'ckb', 'ps'])

/** The language without script and region. */
export const baseLanguage = (language: string): string => language.split('-')[0]!

export const isRightToLeft = (language: string): boolean => rightToLeft.has(baseLanguage(language))

/** What a language version uses unless the frame says otherwise. */
export const usualStyle = (language: string): VersionStyle =>
  baseLanguage(language) === 'fa'
    ? { calendar: 'solar_hijri', digits: 'persian' }
    : { calendar: 'gregorian', digits: 'latin' }

/** Digits of a number in the style of the version. */
export const inDigits = (text: string, { digits }: VersionStyle): string =>
  digits === 'latin' ? text : text.replace(/\d/g, digit => String.fromCharCode(0x06f0 + Number(digit)))

const locales: Record<string, string> = { en: 'en-GB', fa: 'fa-IR' }

/** `23 November 2026`, `۲ آذر ۱۴۰۵`, `23 ноября 2026 г.` */
export function dateInDocument(iso: string, language: string, style: VersionStyle = usualStyle(language)): string {
  const base = baseLanguage(language)
  const calendar = style.calendar === 'solar_hijri' ? 'persian' : 'gregory'
  const numbers = style.digits === 'persian' ? 'arabext' : 'latn'
  const format = new Intl.DateTimeFormat(`${locales[base] ?? language}-u-ca-${calendar}-nu-${numbers}`, {
    ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  })
  const parts = format.formatToParts(new Date(`${iso}T00:00:00Z`))
  return parts
    .filter(part => part.type !== 'era')
    .map(part => part.value)
    .join('')
    .trim()
}

const articleTerm: Term = /*i18n*/ { id: 'documents.paper.article', message: 'Article {number}' }
const annexTerm: Term = /*i18n*/ { id: 'documents.paper.annex', message: 'Annex {number}' }

/** `Article 3`, `ماده ۳`, `Статья 3`; a bare number where the language has no words here. */
export function clauseLabel(
  role: 'article' | 'annex',
  number: number,
  language: string,
  style: VersionStyle = usualStyle(language),
): string {
  const digits = inDigits(String(number), style)
  const base = baseLanguage(language)
  const t = translator(base)
  return t.language === base ? t(role === 'article' ? articleTerm : annexTerm, { number: digits }) : `${digits}`
}

const letters: Record<string, string[]> = {
  fa: [...'الف ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی'.split(' ')],
  ru: [...'абвгдежзиклмнопрстуфхцчшщэюя'],
  en: [...'abcdefghijklmnopqrstuvwxyz'],
}

function letterOf(number: number, language: string): string {
  const alphabet = letters[language] ?? letters.en!
  const round = Math.floor((number - 1) / alphabet.length)
  return alphabet[(number - 1) % alphabet.length]! + (round > 0 ? String(round + 1) : '')
}

const romanDigits: [number, string][] = [
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function romanOf(number: number): string {
  let rest = number
  return romanDigits
    .map(([value, sign]) => {
      const times = Math.floor(rest / value)
      rest -= times * value
      return sign.repeat(times)
    })
    .join('')
}

function orderedLabel(number: number, depth: number, language: string, style: VersionStyle): string {
  const base = baseLanguage(language)
  const digits = inDigits(String(number), style)
  if (base === 'fa' || base === 'ru') return depth === 1 ? `${digits})` : `${inDigits(letterOf(number, base), style)})`
  return depth === 1 ? `(${romanOf(number)})` : depth === 2 ? `(${digits})` : `(${letterOf(number, 'en')})`
}

/** Labels of the points among the blocks of one version; null for paragraphs. A paragraph between points begins a new count. */
export function pointLabels(
  blocks: readonly TextBlock[],
  language: string,
  style: VersionStyle = usualStyle(language),
): (string | null)[] {
  const counts = [0, 0, 0]
  return blocks.map(block => {
    if (block.kind === 'paragraph') {
      counts.fill(0)
      return null
    }
    counts.fill(0, block.depth + 1)
    if (!block.ordered) return '–'
    counts[block.depth]! += 1
    return orderedLabel(counts[block.depth]!, block.depth, language, style)
  })
}
