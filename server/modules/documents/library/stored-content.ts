// Clauses and templates as they are kept: the words of a clause in the blocks of a document's text. Pure.
import type { ClauseVersion } from '../text/document-text.ts'
import type { ClauseAlternative, ClauseContent, TemplateContent } from './content.contract.ts'
import { parseClause, variablesIn, writeClause } from './marked-text.ts'

export interface StoredAlternative extends Omit<ClauseAlternative, 'versions'> {
  versions: Record<string, ClauseVersion>
}

export interface StoredClause extends Omit<ClauseContent, 'alternatives'> {
  alternatives: StoredAlternative[]
}

export type StoredContent = StoredClause | TemplateContent

const mapValues = <A, B>(record: Record<string, A>, change: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))

/** Words without those languages in which nothing is said. */
export const filled = (words: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])))

export const isWritten = ({ heading, blocks }: ClauseVersion): boolean => heading.length > 0 || blocks.length > 0

export function storedClause(content: ClauseContent): StoredClause {
  const alternatives = content.alternatives.map(({ versions, when, ...rest }) => {
    const parsed = Object.entries(versions).map(([language, written]) => [language, parseClause(written)] as const)
    return { ...rest, when: filled(when), versions: Object.fromEntries(parsed.filter(([, one]) => isWritten(one))) }
  })
  return {
    ...{ role: content.role, title: filled(content.title), guidance: filled(content.guidance) },
    variables: content.variables.map(one => ({ ...one, question: filled(one.question) })),
    alternatives,
  }
}

export const writtenClause = (content: StoredClause): ClauseContent => ({
  ...content,
  alternatives: content.alternatives.map(one => ({ ...one, versions: mapValues(one.versions, writeClause) })),
})

/** Variables in the words of a clause, in their order. */
export const variablesOf = (content: ClauseContent): string[] => [
  ...new Set(
    content.alternatives.flatMap(one =>
      Object.values(one.versions).flatMap(({ heading, body }) => variablesIn(`${heading}\n${body}`)),
    ),
  ),
]

/** Languages in which a clause is written: those that each alternative has. */
export function languagesOf({ alternatives }: StoredClause): string[] {
  const [first, ...others] = alternatives.map(one => Object.keys(one.versions))
  return (first ?? []).filter(language => others.every(one => one.includes(language)))
}

const versionWords = ({ heading, blocks }: ClauseVersion): string =>
  [heading, ...blocks.map(block => block.runs)].map(runs => runs.map(run => run.text).join('')).join(' ')

/** Everything that a clause or template says, for searching. */
export function wordsOf(content: StoredContent): string {
  const titles = Object.values(content.title)
  if ('parts' in content) return [...titles, ...Object.values(content.description)].join(' ')
  const said = content.alternatives.flatMap(one => Object.values(one.versions).map(versionWords))
  return [...titles, ...Object.values(content.guidance), ...said].join(' ')
}
