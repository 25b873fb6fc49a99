// A clause as its form holds it, and as it is sent.
import type { ClauseAlternative, ClauseContent, ClausePromise } from '#modules/documents/library/content.contract.ts'
import { usualLanguages } from './library-words.ts'
import { placeKey } from './place-select.tsx'

export interface ClauseValues extends ClauseContent {
  place: string
  languages: string[]
  note: string
}

export const emptyAlternative = (key: string): ClauseAlternative => ({ key, when: {}, versions: {}, promises: [] })

export const emptyPromise: ClausePromise = {
  ...{ kind: 'event', unit: 'event', quantity: '1', quantityVariable: null, currency: null },
  ...{ comparator: 'at_least', period: 'per_calendar_year', periodYears: null },
  ...{ condition: 'none', direction: 'both' },
}

export const emptyClause = (homeId: string | null): ClauseValues => ({
  ...{ place: placeKey(homeId), languages: [...usualLanguages], note: '' },
  ...{ title: {}, role: 'article', guidance: {}, variables: [], alternatives: [emptyAlternative('a')] },
})

const languagesIn = ({ title, alternatives }: ClauseContent): string[] => [
  ...new Set([...Object.keys(title), ...alternatives.flatMap(one => Object.keys(one.versions))]),
]

export function valuesOfClause(homeId: string | null, content: ClauseContent): ClauseValues {
  const found = languagesIn(content)
  return { ...content, place: placeKey(homeId), languages: found.length > 0 ? found : [...usualLanguages], note: '' }
}

/** Only what belongs to a clause; words of languages that were taken off the form stay. */
export const contentOf = ({ title, role, guidance, variables, alternatives }: ClauseValues): ClauseContent => ({
  ...{ title, role, guidance },
  variables: variables.map(one => ({ ...one, key: one.key.trim() })),
  alternatives,
})

const named = /\{\{\s*([a-z][a-z0-9_.]{0,60})\s*\}\}/g

/** Variables that the words name and nobody asks for yet. */
export function unasked({ alternatives, variables }: ClauseContent): string[] {
  const texts = alternatives.flatMap(one => Object.values(one.versions).flatMap(({ heading, body }) => [heading, body]))
  const names = texts.flatMap(text => Array.from(text.matchAll(named), match => match[1] ?? ''))
  return [...new Set(names)].filter(name => !variables.some(one => one.key === name))
}

/** The next letter that no alternative has. */
export const nextKey = (alternatives: readonly ClauseAlternative[]): string =>
  'abcdefghij'.split('').find(key => !alternatives.some(one => one.key === key)) ?? 'z'
