// What components see of a session: its state, the clauses in order, and the text of each cell as it changes.

import type { EditorView } from '@tiptap/pm/view'
import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'
import {
  type ClauseFacts,
  cellTree,
  clauseMap,
  countSuggestions,
  type DraftBlock,
  listClauses,
  readCell,
} from '#modules/drafting/draft-form.states.ts'
import type { DraftSession, SessionState } from './draft-session.ts'

export interface DraftContext {
  session: DraftSession
  languages: readonly string[]
  /** Everything typed becomes a suggestion. */
  suggests: boolean
  /** The cell with the cursor. */
  active: string | null
  activate(cell: string | null): void
  view: { current: EditorView | null }
  nameOf(key: string): string
}

export const Draft = createContext<DraftContext | null>(null)

export function useDraft(): DraftContext {
  const draft = use(Draft)
  if (!draft) throw new Error('outside of a draft')
  return draft
}

export const useSessionState = (session: DraftSession): SessionState =>
  useSyncExternalStore(session.subscribe, () => session.state)

/** A value that is read from a shared type, and anew when the type changes. */
function useShared<T>(type: Y.AbstractType<unknown>, read: () => T): T {
  const kept = useRef<{ type: unknown; value: T } | null>(null)
  const subscribe = useCallback(
    (tell: () => void) => {
      const changed = () => {
        kept.current = null
        tell()
      }
      // It may have changed between reading and now.
      kept.current = null
      type.observeDeep(changed as never)
      return () => type.unobserveDeep(changed as never)
    },
    [type],
  )
  return useSyncExternalStore(subscribe, () => {
    if (kept.current?.type !== type) kept.current = { type, value: read() }
    return kept.current.value
  })
}

export function useClauses(doc: Y.Doc): ClauseFacts[] {
  return useShared(clauseMap(doc) as never, () => listClauses(doc))
}

export function useCell(doc: Y.Doc, clauseId: string, language: string): DraftBlock[] {
  const tree = useMemo(() => cellTree(doc, clauseId, language), [doc, clauseId, language])
  return useShared(tree as never, () => readCell(tree))
}

/** All languages of a clause. */
export function useCells(doc: Y.Doc, clauseId: string, languages: readonly string[]): Record<string, DraftBlock[]> {
  const first = useCell(doc, clauseId, languages[0] ?? 'en')
  const second = useCell(doc, clauseId, languages[1] ?? languages[0] ?? 'en')
  const third = useCell(doc, clauseId, languages[2] ?? languages[0] ?? 'en')
  return useMemo(() => {
    const cells = [first, second, third]
    return Object.fromEntries(languages.map((language, index) => [language, cells[index]!]))
  }, [first, second, third, languages])
}

/** Open suggestions, counted a moment after the last edit. */
export function useSuggestionCount(doc: Y.Doc, languages: readonly string[]): number {
  const [count, setCount] = useState(() => countSuggestions(doc, languages))
  useEffect(() => {
    let timer: number | undefined
    const later = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setCount(countSuggestions(doc, languages)), 250)
    }
    later()
    doc.on('update', later)
    return () => {
      window.clearTimeout(timer)
      doc.off('update', later)
    }
  }, [doc, languages])
  return count
}
