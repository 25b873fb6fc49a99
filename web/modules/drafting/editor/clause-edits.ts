// What is done to whole clauses in the shared draft: adding, moving, splitting, taking out, and saying that the languages agree.
import type * as Y from 'yjs'
import { Map as SharedMap } from 'yjs'
import {
  type ClauseRole,
  cellTree,
  clauseMap,
  type DraftBlock,
  emptyCell,
  listClauses,
  placeBetween,
  plainBlocks,
  readCell,
  signOf,
  writeCell,
} from '#modules/drafting/draft-form.states.ts'
import { settle, turnedDown } from '#modules/drafting/suggestions.states.ts'
import { ownChange } from './draft-session.ts'

interface Writer {
  doc: Y.Doc
  languages: readonly string[]
  /** Set when clauses are suggested, not made. */
  suggestsAs: string | null
}

/** The place behind a clause, or at the beginning; all are counted anew where there is no room. */
function placeAfter(doc: Y.Doc, afterId: string | null): number {
  const clauses = listClauses(doc)
  const at = clauses.findIndex(clause => clause.id === afterId)
  const place = placeBetween(clauses[at]?.place, clauses[at + 1]?.place)
  if (place !== null) return place
  for (const [index, clause] of clauses.entries())
    clauseMap(doc)
      .get(clause.id)!
      .set('place', (index + 1) * 1024)
  return (at + 1) * 1024 + 512
}

export function addClause(
  writer: Writer,
  afterId: string | null,
  role: ClauseRole,
  cells: Record<string, DraftBlock[]> = {},
): string {
  const { doc, languages, suggestsAs } = writer
  const id = crypto.randomUUID()
  doc.transact(() => {
    const stored = new SharedMap<unknown>()
    clauseMap(doc).set(id, stored)
    stored.set('role', role)
    stored.set('place', placeAfter(doc, afterId))
    if (suggestsAs !== null) stored.set('addition', suggestsAs)
    for (const language of languages) writeCell(cellTree(doc, id, language), cells[language] ?? emptyCell(role))
  }, ownChange)
  return id
}

const change = (doc: Y.Doc, id: string, facts: Record<string, unknown>): void =>
  doc.transact(() => {
    const stored = clauseMap(doc).get(id)
    for (const [name, value] of Object.entries(facts))
      if (value === null) stored?.delete(name)
      else stored?.set(name, value)
  }, ownChange)

export function takeOut({ doc, suggestsAs }: Writer, id: string): void {
  const clause = listClauses(doc).find(one => one.id === id)
  if (suggestsAs === null) change(doc, id, { gone: true })
  else change(doc, id, { removal: clause?.removal === suggestsAs ? null : suggestsAs })
}

export const setRole = (doc: Y.Doc, id: string, role: ClauseRole): void => change(doc, id, { role })

export function moveClause(doc: Y.Doc, id: string, by: -1 | 1): void {
  const others = listClauses(doc)
  const at = others.findIndex(clause => clause.id === id)
  const target = at + by
  if (target < 0 || target >= others.length) return
  const rest = others.filter(clause => clause.id !== id)
  doc.transact(() => change(doc, id, { place: placeAfter(doc, rest[target - 1]?.id ?? null) }), ownChange)
}

/** Everything behind the cursor of one language becomes a clause of its own; the other languages follow by hand. */
export function splitClause(
  writer: Writer,
  id: string,
  language: string,
  blockIndex: number,
  offset: number,
): string | null {
  const { doc } = writer
  const tree = cellTree(doc, id, language)
  const blocks = readCell(tree)
  const role = listClauses(doc).find(clause => clause.id === id)?.role ?? 'article'
  const [before, after] = splitBlocks(blocks, blockIndex, offset)
  if (plainBlocks(after).trim() === '') return null
  let made: string | null = null
  doc.transact(() => {
    writeCell(tree, before)
    made = addClause(writer, id, role, { [language]: after })
  }, ownChange)
  return made
}

export function splitBlocks(
  blocks: readonly DraftBlock[],
  blockIndex: number,
  offset: number,
): [DraftBlock[], DraftBlock[]] {
  const block = blocks[blockIndex]
  if (!block) return [[...blocks], emptyCell()]
  let left = offset
  const [first, second] = [[] as DraftBlock['runs'], [] as DraftBlock['runs']]
  for (const run of block.runs) {
    const cut = Math.max(0, Math.min(run.text.length, left))
    if (cut > 0) first.push({ ...run, text: run.text.slice(0, cut) })
    if (cut < run.text.length) second.push({ ...run, text: run.text.slice(cut) })
    left -= run.text.length
  }
  const heading = emptyCell()[0]!
  const rest = second.length > 0 ? [{ ...block, runs: second }] : []
  return [
    [...blocks.slice(0, blockIndex), { ...block, runs: first }],
    [heading, ...rest, ...blocks.slice(blockIndex + 1)],
  ]
}

/** Somebody has compared the languages and found that they say the same. */
export function markAgreed({ doc, languages }: Writer, id: string): void {
  const signs = languages.map(language => [
    language,
    signOf(plainBlocks(settle(readCell(cellTree(doc, id, language)), turnedDown))),
  ])
  change(doc, id, { agreed: Object.fromEntries(signs) })
}
