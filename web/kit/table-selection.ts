// Which rows are chosen for a bulk action: some by id, or everything that the filters find except some.
import { useMemo, useState } from 'react'

export type Selection = { mode: 'some'; ids: ReadonlySet<string> } | { mode: 'all'; except: ReadonlySet<string> }

export const noSelection: Selection = { mode: 'some', ids: new Set() }

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.mode === 'some' ? selection.ids.has(id) : !selection.except.has(id)

export const countSelected = (selection: Selection, total: number): number =>
  selection.mode === 'some' ? selection.ids.size : Math.max(0, total - selection.except.size)

function toggled(ids: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

export const toggle = (selection: Selection, id: string): Selection =>
  selection.mode === 'some'
    ? { mode: 'some', ids: toggled(selection.ids, id) }
    : { mode: 'all', except: toggled(selection.except, id) }

/** Adds rows; with "all" chosen it takes back their exceptions. */
export const addAll = (selection: Selection, ids: readonly string[]): Selection =>
  selection.mode === 'some'
    ? { mode: 'some', ids: new Set([...selection.ids, ...ids]) }
    : { mode: 'all', except: new Set([...selection.except].filter(id => !ids.includes(id))) }

/** Selection state for a page; `key` is the filters' state, with which the selection starts anew. */
export function useSelection(key: string): [Selection, (selection: Selection) => void] {
  const [state, setState] = useState({ key, selection: noSelection })
  const set = useMemo(() => (selection: Selection) => setState({ key, selection }), [key])
  return [state.key === key ? state.selection : noSelection, set]
}
