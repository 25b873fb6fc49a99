// How what fills a variable is written in each language of a text: its own calendar and digits, whoever reads it. Pure.

import { dateInDocument } from '../rendering/numbering.ts'
import type { VariableKind } from './library.terms.ts'
import type { VariableValue } from './template-text.contract.ts'

const locales: Readonly<Record<string, string>> = {
  en: 'en-GB',
  fa: 'fa-IR-u-nu-arabext',
  ru: 'ru-RU',
}
const localeOf = (language: string): string => locales[language] ?? language

const isoDay = /^\d{4}-\d{2}-\d{2}$/
const decimal = /^-?\d{1,15}(\.\d{1,6})?$/

function dayWords(value: string, language: string): string | null {
  if (!isoDay.test(value)) return null
  const at = new Date(`${value}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== value) return null
  return dateInDocument(value, language)
}

const numberWords = (value: string, language: string, options: Intl.NumberFormatOptions): string =>
  // A decimal string is formatted exactly, which its declared type does not know.
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 6, ...options }).format(value as `${number}`)

/** The words of a value in a language; null when the value is none of this kind. */
export function valueWords(kind: VariableKind, value: VariableValue, language: string): string | null {
  if (typeof value === 'string') {
    if (kind === 'date') return dayWords(value, language)
    if (kind === 'number') return decimal.test(value) ? numberWords(value, language, {}) : null
    return kind === 'money' || value.trim() === '' ? null : value.trim()
  }
  if (kind === 'money')
    return 'amount' in value && 'currency' in value
      ? numberWords(value.amount as string, language, {
          ...{ style: 'currency', currency: value.currency as string, currencyDisplay: 'name' },
          ...{ minimumFractionDigits: 0, trailingZeroDisplay: 'stripIfInteger' },
        })
      : null
  if (kind !== 'text' && kind !== 'party') return null
  const words = value as Record<string, string>
  const own = words[language] ?? words.en ?? Object.values(words)[0]
  return own?.trim() ? own.trim() : null
}
