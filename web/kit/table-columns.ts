// Columns of a table: what they show, which the reader hid, and which have room.
import type { ReactNode } from 'react'
import { useCallback, useState } from 'react'

export interface Column<T> {
  id: string
  header: string
  cell: (row: T) => ReactNode
  /** Pixels; the primary column takes what is left and at least this. */
  width: number
  /** The first column with title and second line; never hidden. */
  isPrimary?: boolean
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** The server can sort by this id. */
  isSortable?: boolean
  /** Columns with a low rank leave first where there is no room; by default the last ones. */
  rank?: number
  /** On a phone, where the column has no room, the row says it on a third line: by its cell, or shorter by this. */
  below?: true | ((row: T) => ReactNode)
  /** Only buttons: beside it a row still says on its third line what has no room. */
  isControl?: true
  /** Not shown until the reader asks for it. */
  isHiddenAtFirst?: boolean
}

/** The columns that fit: those of the lowest rank leave until the rest has room. */
export function fitColumns<T>(columns: readonly Column<T>[], width: number, extra = 0): Column<T>[] {
  const ranked = columns.map((column, index) => ({
    column,
    rank: column.isPrimary ? Number.POSITIVE_INFINITY : (column.rank ?? -index),
  }))
  const leaving = [...ranked].sort((a, b) => a.rank - b.rank)
  const kept = new Set(columns)
  let needed = extra + columns.reduce((sum, column) => sum + column.width, 0)
  for (const { column, rank } of leaving) {
    if (needed <= width || rank === Number.POSITIVE_INFINITY) break
    kept.delete(column)
    needed -= column.width
  }
  return columns.filter(column => kept.has(column))
}

/** What a row says on a third line where only the primary column fits, and buttons beside it. */
export const columnsBelow = <T>(chosen: readonly Column<T>[], shown: readonly Column<T>[]): Column<T>[] =>
  shown.filter(column => !column.isControl).length > 1
    ? []
    : chosen.filter(column => column.below !== undefined && !shown.includes(column))

const storageKey = (tableId: string): string => `concord.columns.${tableId}`

function storedChoice(tableId: string): Record<string, boolean> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey(tableId)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? (kept as Record<string, boolean>) : {}
  } catch {
    return {}
  }
}

export interface ColumnChoice<T> {
  chosen: Column<T>[]
  isShown: (column: Column<T>) => boolean
  show: (ids: readonly string[]) => void
}

/** Which columns the reader wants, kept in this browser by table. */
export function useColumnChoice<T>(tableId: string, columns: readonly Column<T>[]): ColumnChoice<T> {
  const [choice, setChoice] = useState(() => storedChoice(tableId))
  const isShown = (column: Column<T>) => column.isPrimary || (choice[column.id] ?? !column.isHiddenAtFirst)
  const show = useCallback(
    (ids: readonly string[]) => {
      const next = Object.fromEntries(columns.map(column => [column.id, ids.includes(column.id)]))
      setChoice(next)
      try {
        localStorage.setItem(storageKey(tableId), JSON.stringify(next))
      } catch {
        // The choice then holds until the page is left.
      }
    },
    [columns, tableId],
  )
  return { chosen: columns.filter(isShown), isShown, show }
}
