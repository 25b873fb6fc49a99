// Looks at an edit before it is kept: it is tried on a copy, and what it changed must be within the rights of its author.
import * as Y from 'yjs'
import { type ErrorDeclaration, Refusal } from '#core/errors.ts'
import type { DraftRight } from '../draft.contract.ts'
import {
  ClauseTooLong,
  EditUnreadable,
  ForeignSuggestion,
  OnlyReading,
  OnlySuggestions,
  TooManyClauses,
} from '../draft.errors.ts'
import {
  cellOf,
  clauseMap,
  type DraftBlock,
  listClauses,
  mostCharacters,
  mostClauses,
  readCell,
} from '../draft-form.states.ts'
import { isMereSuggestion, isSuggestionOf, suggestionsIn } from '../suggestions.states.ts'

type Facts = Record<string, unknown>

export interface EditAuthor {
  /** How their suggestions are signed. */
  key: string
  right: DraftRight
}

export interface Trial {
  /** Tries an edit; answers the clauses that it touched. @throws Refusal when it may not be kept */
  take(update: Uint8Array, author: EditAuthor): string[]
  /** Takes what another process has kept already. */
  follow(update: Uint8Array): void
}

const sizeOf = (blocks: readonly DraftBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.runs.reduce((length, run) => length + run.text.length, 1), 0)

/** A copy of the draft that runs ahead of it; `source` gives the draft to begin anew from after a refusal. */
export function createTrial(source: () => Uint8Array): Trial {
  let doc: Y.Doc
  let cells: Map<string, DraftBlock[]>
  let clauses: Map<string, Facts>
  const knownSuggestions = new Set<string>()
  const note = (name: string) => {
    const blocks = readCell(doc.getXmlFragment(name))
    for (const id of suggestionsIn(blocks).keys()) knownSuggestions.add(id)
    cells.set(name, blocks)
  }
  const factsNow = () =>
    new Map(
      [...clauseMap(doc)].map(([id, stored]): [string, Facts] => [id, stored instanceof Y.Map ? stored.toJSON() : {}]),
    )
  const begin = () => {
    doc?.destroy()
    doc = new Y.Doc()
    Y.applyUpdate(doc, source())
    cells = new Map()
    for (const name of doc.share.keys()) if (cellOf(name)) note(name)
    clauses = factsNow()
  }
  begin()
  const touchedBy = (update: Uint8Array): { names: string[]; changesClauses: boolean; isForeign: boolean } => {
    const found = { names: [] as string[], changesClauses: false, isForeign: false }
    const look = (transaction: Y.Transaction) => {
      const names = new Map([...doc.share].map(([name, type]) => [type as unknown, name]))
      for (const type of transaction.changedParentTypes.keys()) {
        if (type._item !== null) continue
        const name = names.get(type) ?? ''
        if (name === 'clauses') found.changesClauses = true
        else if (cellOf(name)) found.names.push(name)
        else found.isForeign = true
      }
    }
    doc.on('afterTransaction', look)
    try {
      // Root types that the copy has not seen yet have no kind until they are asked for.
      Y.applyUpdate(doc, update)
    } catch {
      begin()
      throw new Refusal(EditUnreadable)
    } finally {
      doc.off('afterTransaction', look)
    }
    return found
  }
  return {
    take(update, author) {
      const refuse = (error: ErrorDeclaration, values: Record<string, unknown> = {}): never => {
        begin()
        throw new Refusal(error, values)
      }
      if (author.right === 'read') throw new Refusal(OnlyReading)
      const { names, changesClauses, isForeign } = touchedBy(update)
      if (isForeign) refuse(EditUnreadable)
      const touched = new Set<string>()
      if (changesClauses) {
        const after = factsNow()
        for (const [id, facts] of after) if (JSON.stringify(facts) !== JSON.stringify(clauses.get(id))) touched.add(id)
        for (const id of clauses.keys()) if (!after.has(id)) refuse(EditUnreadable)
        if (author.right === 'suggest')
          for (const id of touched)
            if (!isClauseSuggestion(clauses.get(id), after.get(id)!, author.key)) refuse(OnlySuggestions)
        if (touched.size > 0 && listClauses(doc).length > mostClauses) refuse(TooManyClauses, { most: mostClauses })
        clauses = after
      }
      for (const name of new Set(names)) {
        const { clauseId } = cellOf(name)!
        const [before, after] = [cells.get(name) ?? [], readCell(doc.getXmlFragment(name))]
        if (sizeOf(after) > mostCharacters && sizeOf(after) > sizeOf(before))
          refuse(ClauseTooLong, { most: mostCharacters })
        const isOwnAddition = clauses.get(clauseId)?.addition === author.key
        if (author.right === 'suggest' && !isOwnAddition && !isMereSuggestion(before, after, author.key))
          refuse(OnlySuggestions)
        for (const id of suggestionsIn(after).keys())
          if (!isSuggestionOf(id, author.key) && !knownSuggestions.has(id)) refuse(ForeignSuggestion)
        touched.add(clauseId)
      }
      for (const name of names) note(name)
      return [...touched]
    },
    follow(update) {
      const { names } = touchedBy(update)
      for (const name of names) note(name)
      clauses = factsNow()
    },
  }
}

/** Who suggests adds clauses as suggestions, takes such ones of theirs back, and suggests that a clause be left out. */
function isClauseSuggestion(before: Facts | undefined, after: Facts, author: string): boolean {
  if (before === undefined) return after.addition === author && after.gone !== true
  if (before.addition === author) return after.addition === author
  const { removal: was = null, ...rest } = before
  const { removal: is = null, ...restNow } = after
  const isOwnMark = (was === null && is === author) || (was === author && is === null) || was === is
  return isOwnMark && JSON.stringify(Object.entries(rest).sort()) === JSON.stringify(Object.entries(restNow).sort())
}
