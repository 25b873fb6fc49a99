// What the pages of the library share: words in the reader's language, tones of states, direction of languages, what to read again.
import type { Abilities } from '#core/contract.ts'
import {
  getClause,
  getLibrary,
  getTemplate,
  listClauses,
  listTemplates,
} from '#modules/documents/library/library.contract.ts'
import type { ItemState } from '#modules/documents/library/library.terms.ts'
import { pickText } from '../../../core/localised-text.ts'
import { useReader } from '../../../core/reader.ts'
import type { Tone } from '../../../kit/status-dot.tsx'

export const stateTones: Record<ItemState, Tone> = { draft: 'warn', approved: 'ok', retired: 'quiet' }

export const libraryRefreshes = [getLibrary, listClauses, listTemplates, getClause, getTemplate]

/** A text in the reader's language, or the best other one. */
export function useWordsOf(): (texts: Record<string, string> | null | undefined) => string {
  const { language } = useReader()
  return texts => pickText(texts, language)?.text ?? ''
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'ckb', 'fa', 'he', 'ps', 'sd', 'ur'])
export const directionIn = (language: string): 'rtl' | 'ltr' => (rightToLeft.has(language) ? 'rtl' : 'ltr')

export function reasonAgainst(record: { abilities: Abilities } | undefined, ability: string): string | undefined {
  const decision = record?.abilities[ability]
  return typeof decision === 'object' ? decision.reason : undefined
}

/** The languages that an office begins with; others are added. */
export const usualLanguages: readonly string[] = ['en', 'fa', 'ru']
