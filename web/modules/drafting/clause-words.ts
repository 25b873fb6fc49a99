// Words about clauses: what each is called in its own language, and what languages are called in the reader's.
import { useMemo } from 'react'
import type { ClauseRole } from '#modules/drafting/draft-form.states.ts'
import { useReader } from '../../core/reader.ts'

const words: Record<string, Record<string, string>> = {
  en: { article: 'Article', annex: 'Annex' },
  fa: { article: 'ماده', annex: 'پیوست' },
  ru: { article: 'Статья', annex: 'Приложение' },
}

/** "Article 3", in the language of the text and its digits; empty for what is not numbered. */
export function clauseLabel(role: ClauseRole, number: number | null, language: string): string {
  if (number === null) return ''
  const digits = new Intl.NumberFormat(language === 'fa' ? 'fa-u-nu-arabext' : language).format(number)
  const word = words[language]?.[role]
  return word ? `${word} ${digits}` : digits
}

const rightToLeft = new Set(['fa', 'ar', 'ur', 'he', 'ckb', 'ps'])

/** Which way a language is written. */
export const directionFor = (language: string): 'rtl' | 'ltr' =>
  rightToLeft.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** The number of each clause: articles and annexes count by themselves. */
export function numbersOf(clauses: readonly { id: string; role: ClauseRole }[]): Map<string, number | null> {
  const counts = { article: 0, annex: 0 }
  return new Map(
    clauses.map(({ id, role }) => {
      if (role !== 'article' && role !== 'annex') return [id, null]
      counts[role] += 1
      return [id, counts[role]]
    }),
  )
}

export function useLanguageNames(): (code: string) => string {
  const { language } = useReader()
  const names = useMemo(() => new Intl.DisplayNames([language], { type: 'language' }), [language])
  return code => names.of(code) ?? code
}
