// Suggestions inside a text: taking them in, turning them down, and whether an edit is nothing but suggestions. Pure.
import type { DraftBlock, DraftRun } from './draft-form.states.ts'

/** Stands where a suggestion begins or ends a paragraph, so that there is something to mark. */
export const anchor = '\u200B'

/** What becomes of the marked text of a suggestion: it is kept as plain text, dropped, or left as it is. */
export type Fate = 'keep' | 'drop' | 'leave'
export type Decide = (id: string, kind: 'insertion' | 'deletion') => Fate

export const turnedDown: Decide = (_id, kind) => (kind === 'insertion' ? 'drop' : 'keep')
export const takenIn: Decide = (_id, kind) => (kind === 'insertion' ? 'keep' : 'drop')

const markOf = (run: DraftRun | undefined): { id: string; kind: 'insertion' | 'deletion' } | undefined => {
  if (run?.insertion !== undefined) return { id: run.insertion, kind: 'insertion' }
  if (run?.deletion !== undefined) return { id: run.deletion, kind: 'deletion' }
  return undefined
}

/** The suggestion that covers the end of one paragraph and the beginning of the next, and so the break between them. */
export function markOfBreak(before: DraftBlock, after: DraftBlock): ReturnType<typeof markOf> {
  const [last, first] = [markOf(before.runs.at(-1)), markOf(after.runs[0])]
  return last && first && last.id === first.id && last.kind === first.kind ? last : undefined
}

function settledRuns(runs: readonly DraftRun[], decide: Decide): DraftRun[] {
  return runs.flatMap(run => {
    const mark = markOf(run)
    const fate = mark ? decide(mark.id, mark.kind) : 'leave'
    if (fate === 'leave') return [run]
    if (fate === 'drop') return []
    const { insertion: _insertion, deletion: _deletion, ...plain } = run
    const text = plain.text.replaceAll(anchor, '')
    return text ? [{ ...plain, text }] : []
  })
}

const sameStyle = (a: DraftRun, b: DraftRun): boolean =>
  a.bold === b.bold &&
  a.italic === b.italic &&
  a.variable === b.variable &&
  a.insertion === b.insertion &&
  a.deletion === b.deletion

/** Neighbouring runs of one style as one. */
export function joinedRuns(runs: readonly DraftRun[]): DraftRun[] {
  const joined: DraftRun[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last && sameStyle(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text) joined.push(run)
  }
  return joined
}

/** The blocks after a decision on suggestions; a break that falls joins two paragraphs into the first. */
export function settle(blocks: readonly DraftBlock[], decide: Decide): DraftBlock[] {
  const settled: DraftBlock[] = []
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1]
    const mark = before && markOfBreak(before, block)
    const runs = settledRuns(block.runs, decide)
    const last = settled.at(-1)
    if (mark && last && decide(mark.id, mark.kind) === 'drop')
      settled[settled.length - 1] = { ...last, runs: [...last.runs, ...runs] }
    else settled.push({ ...block, runs })
  }
  return settled.map(block => ({ ...block, runs: joinedRuns(block.runs) }))
}

/** Ids of the suggestions in a text with what each of them marks, in order. */
export function suggestionsIn(
  blocks: readonly DraftBlock[],
): Map<string, { kind: 'insertion' | 'deletion'; text: string }[]> {
  const found = new Map<string, { kind: 'insertion' | 'deletion'; text: string }[]>()
  for (const run of blocks.flatMap(block => block.runs)) {
    const mark = markOf(run)
    if (!mark) continue
    const parts = found.get(mark.id) ?? []
    const last = parts.at(-1)
    if (last?.kind === mark.kind) last.text += run.text
    else parts.push({ kind: mark.kind, text: run.text })
    found.set(mark.id, parts)
  }
  return found
}

/** Ids of suggestions begin with whose they are. */
export const isSuggestionOf = (id: string, author: string): boolean => id.startsWith(`${author}~`)
export const authorOf = (id: string): string => id.split('~')[0] ?? ''
export const newSuggestionId = (author: string, at: number): string =>
  `${author}~${at.toString(36)}~${Math.random().toString(36).slice(2, 10)}`
/** When a suggestion was made, in milliseconds; NaN when its id does not say. */
export const madeAt = (id: string): number => Number.parseInt(id.split('~')[1] ?? '', 36)

/** Text that cannot be told apart on the page is one text, however the editor cut it. */
const written = (blocks: readonly DraftBlock[]): string =>
  JSON.stringify(
    blocks.map(({ kind, ordered, depth, runs }) => [
      kind,
      kind === 'point' ? [ordered, depth] : null,
      joinedRuns(runs.map(run => ({ ...run, text: run.text.replaceAll(anchor, '') }))).map(run => [
        run.text,
        run.bold ?? false,
        run.italic ?? false,
        run.variable ?? null,
      ]),
    ]),
  )

/**
 * Whether an edit by `author` consists of suggestions of their own only: without any suggestion the text is the same
 * as before, and what others suggest is untouched.
 */
export function isMereSuggestion(before: readonly DraftBlock[], after: readonly DraftBlock[], author: string): boolean {
  if (written(settle(before, turnedDown)) !== written(settle(after, turnedDown))) return false
  const ofOthers = (blocks: readonly DraftBlock[]) =>
    JSON.stringify([...suggestionsIn(blocks)].filter(([id]) => !isSuggestionOf(id, author)).sort())
  return ofOthers(before) === ofOthers(after)
}
