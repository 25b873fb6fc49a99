// Compares two texts clause by clause, and what differs word by word.
import { diffArrays } from 'diff'
import type { ClauseComparison, DraftText } from '../draft.contract.ts'

type Clause = DraftText['clauses'][number]
type Piece = ClauseComparison['versions'][string][number]

/** Beyond so many changed words a clause counts as written anew: looking for more would keep others waiting. */
const mostChanges = 3000

/** Words with their joiners and marks; spaces and signs by themselves. */
const wordsOf = (text: string): string[] =>
  text.match(/[\p{L}\p{M}\p{N}\u200c\u200d]+|\n|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []

export function compareWords(before: string, after: string): Piece[] {
  if (before === after) return before ? [{ text: before, change: 'same' }] : []
  const parts = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostChanges })
  const whole: Piece[] = [
    { text: before, change: 'removed' },
    { text: after, change: 'added' },
  ]
  if (!parts) return whole.filter(piece => piece.text)
  return parts.map(part => ({
    text: part.value.join(''),
    change: part.added ? 'added' : part.removed ? 'removed' : 'same',
  }))
}

const line = (runs: readonly { text: string }[]): string => runs.map(run => run.text).join('')

/** What a clause says in a language, a line for the heading and each paragraph. */
export function plainVersion(version: Clause['versions'][string] | undefined): string {
  if (!version) return ''
  const lines = version.blocks.map(block => `${block.kind === 'point' ? '• ' : ''}${line(block.runs)}`)
  return [line(version.heading), ...lines].join('\n').trim()
}

/** Clauses that stand in the same order in both; the others were moved. */
function inPlace(before: readonly string[], after: readonly string[]): Set<string> {
  const both = new Set(before.filter(id => after.includes(id)))
  const parts = diffArrays(
    before.filter(id => both.has(id)),
    after.filter(id => both.has(id)),
  )
  return new Set(parts.flatMap(part => (part.added || part.removed ? [] : part.value)))
}

/** The clauses of the later text in its order, those that are gone after the clause that they followed. */
export function compareTexts(
  before: DraftText,
  after: DraftText,
): { languages: string[]; clauses: ClauseComparison[] } {
  const languages = [...new Set([...after.languages, ...before.languages])].slice(0, 3)
  const [was, is] = [before, after].map(text => new Map(text.clauses.map((clause, at) => [clause.id, { clause, at }])))
  const still = inPlace([...was!.keys()], [...is!.keys()])
  const compared = (id: string): ClauseComparison => {
    const [old, now] = [was!.get(id), is!.get(id)]
    const versions = Object.fromEntries(
      languages.map(language => [
        language,
        compareWords(plainVersion(old?.clause.versions[language]), plainVersion(now?.clause.versions[language])),
      ]),
    )
    const hasChanged = Object.values(versions).some(pieces => pieces.some(piece => piece.change !== 'same'))
    const change = !old ? 'added' : !now ? 'removed' : hasChanged ? 'changed' : still.has(id) ? 'same' : 'moved'
    return { id, change, position: (now ?? old)!.at + 1, versions }
  }
  const clauses = after.clauses.map(clause => compared(clause.id))
  for (const [index, { id }] of before.clauses.entries()) {
    if (is!.has(id)) continue
    const previous = before.clauses[index - 1]?.id
    clauses.splice(clauses.findIndex(one => one.id === previous) + 1, 0, compared(id))
  }
  return { languages, clauses }
}
