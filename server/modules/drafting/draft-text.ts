// From the shared form of a draft to its text: with suggestions turned down or taken in, and back into a new draft.
import * as Y from 'yjs'
import { newId } from '#core/ids.ts'
import { type DocumentText, textHash } from '#modules/documents/index.ts'
import type { DraftText } from './draft.contract.ts'
import {
  type ClauseFacts,
  type ClauseRole,
  cellTree,
  clauseMap,
  type DraftBlock,
  type DraftRun,
  emptyCell,
  listClauses,
  plainBlocks,
  readCell,
  signOf,
  writeCell,
} from './draft-form.states.ts'
import { settle, suggestionsIn, takenIn, turnedDown } from './suggestions.states.ts'

export interface DraftHead {
  languages: readonly string[]
  prevailing: string | null
  title: Readonly<Record<string, string>>
}

export type Reading = 'without_suggestions' | 'with_suggestions'

const plainRun = ({ text, bold, italic, variable }: DraftRun) => ({
  text,
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(variable !== undefined && { variable }),
})

type Version = DraftText['clauses'][number]['versions'][string]

/** The first line is the heading when it is one; headings further down are read as paragraphs. */
function versionOf(blocks: readonly DraftBlock[]): Version {
  const first = blocks[0]
  const heading = first?.kind === 'heading' ? first.runs.map(plainRun) : []
  const rest = first?.kind === 'heading' ? blocks.slice(1) : blocks
  return {
    heading,
    blocks: rest.map(block =>
      block.kind === 'point'
        ? { kind: 'point', ordered: block.ordered, depth: block.depth, runs: block.runs.map(plainRun) }
        : { kind: 'paragraph', runs: block.runs.map(plainRun) },
    ),
  }
}

const isRead = (clause: ClauseFacts, reading: Reading): boolean =>
  reading === 'without_suggestions' ? clause.addition === null : clause.removal === null

/** The text of a draft as `reading` says. */
export function textOf(doc: Y.Doc, head: DraftHead, reading: Reading): DraftText {
  const decide = reading === 'without_suggestions' ? turnedDown : takenIn
  return {
    languages: [...head.languages],
    prevailing: head.prevailing,
    title: { ...head.title },
    clauses: listClauses(doc)
      .filter(clause => isRead(clause, reading))
      .map(clause => ({
        id: clause.id,
        role: clause.role,
        versions: Object.fromEntries(
          head.languages.map(language => [
            language,
            versionOf(settle(readCell(cellTree(doc, clause.id, language)), decide)),
          ]),
        ),
      })),
  }
}

export const hashOf = (text: DraftText): string => textHash(text as DocumentText)

/** Ids of all open suggestions with the clause each stands in. */
export function openSuggestions(doc: Y.Doc, languages: readonly string[]): Map<string, string> {
  const open = new Map<string, string>()
  for (const clause of listClauses(doc)) {
    if (clause.addition !== null) open.set(`addition:${clause.id}`, clause.id)
    if (clause.removal !== null) open.set(`removal:${clause.id}`, clause.id)
    for (const language of languages)
      for (const id of suggestionsIn(readCell(cellTree(doc, clause.id, language))).keys()) open.set(id, clause.id)
  }
  return open
}

const blocksOf = (version: Version | undefined, role: ClauseRole): DraftBlock[] => {
  if (!version) return emptyCell(role)
  const rest = version.blocks.map(
    (one): DraftBlock => ({
      ...{ kind: one.kind, ordered: one.ordered ?? false, depth: one.depth ?? 0 },
      runs: one.runs as DraftRun[],
    }),
  )
  const heading: DraftBlock = { kind: 'heading', ordered: false, depth: 0, runs: version.heading as DraftRun[] }
  const begins = heading.runs.length > 0 || role === 'article' || role === 'annex' ? [heading] : []
  return [...begins, ...(rest.length > 0 ? rest : emptyCell('recital'))]
}

function storeFacts(doc: Y.Doc, clause: DraftText['clauses'][number], place: number): Y.Map<unknown> {
  const known = clauseMap(doc).get(clause.id)
  const stored = known ?? new Y.Map<unknown>()
  if (!known) clauseMap(doc).set(clause.id, stored)
  if (stored.get('role') !== clause.role) stored.set('role', clause.role)
  if (stored.get('place') !== place) stored.set('place', place)
  for (const mark of ['gone', 'addition', 'removal']) if (stored.has(mark)) stored.delete(mark)
  return stored
}

/** Writes a text over what a draft holds: clauses that are not in it are taken out, those that say the same are left alone. */
export function writeText(doc: Y.Doc, text: DraftText): void {
  doc.transact(() => {
    const kept = new Set(text.clauses.map(clause => clause.id))
    for (const { id } of listClauses(doc)) if (!kept.has(id)) clauseMap(doc).get(id)!.set('gone', true)
    for (const [index, clause] of text.clauses.entries()) {
      const stored = storeFacts(doc, clause, (index + 1) * 1024)
      const signs: Record<string, string> = {}
      for (const language of text.languages) {
        const tree = cellTree(doc, clause.id, language)
        const blocks = blocksOf(clause.versions[language], clause.role)
        if (JSON.stringify(readCell(tree)) !== JSON.stringify(blocks)) writeCell(tree, blocks)
        signs[language] = signOf(plainBlocks(readCell(tree)))
      }
      stored.set('agreed', signs)
    }
  })
}

/** Every language has a place for its text in every clause, also one that was added to the draft later. */
export function completeCells(doc: Y.Doc, languages: readonly string[]): void {
  doc.transact(() => {
    for (const clause of listClauses(doc))
      for (const language of languages) {
        const tree = cellTree(doc, clause.id, language)
        if (tree.length === 0) writeCell(tree, emptyCell(clause.role))
      }
  })
}

/** The same text as a draft of its own: every clause gets a new id. */
export const withNewIds = (text: DraftText): DraftText => ({
  ...text,
  clauses: text.clauses.map(clause => ({ ...clause, id: newId() })),
})

/** What a draft says in one language of a clause now, without suggestions; for the marks of versions that lag behind. */
export const cellText = (doc: Y.Doc, clauseId: string, language: string): string =>
  plainBlocks(settle(readCell(cellTree(doc, clauseId, language)), turnedDown))
