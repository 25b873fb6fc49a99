// Which rows of a long list are in sight, for rows that are all equally high; the page holds only those.
import { type RefObject, useCallback, useEffect, useState } from 'react'

export interface RowWindow {
  first: number
  last: number
}

/** Rows kept ready before and after those in sight. */
const spare = 8

/** First and last row in sight of a scroller. `head` is the height of what stands above the rows. */
export function rowsInSight(
  scrolled: number,
  height: number,
  rowHeight: number,
  total: number,
  head: number,
): RowWindow {
  const first = Math.max(0, Math.floor(scrolled / rowHeight))
  const last = Math.min(total - 1, Math.floor((scrolled + Math.max(0, height - head)) / rowHeight))
  return { first: Math.min(first, Math.max(0, last)), last: Math.max(0, last) }
}

/** Rows to render: those in sight, some more on both sides, and the row with the focus, which must not leave the page. */
export function rowsToRender({ first, last }: RowWindow, total: number, focused: number): number[] {
  const from = Math.max(0, first - spare)
  const until = Math.min(total - 1, last + spare)
  const rows = Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index)
  if (focused < from && focused >= 0) return [focused, ...rows]
  return focused > until && focused < total ? [...rows, focused] : rows
}

export interface FixedRows {
  inSight: RowWindow
  scrollTo: (index: number) => void
}

/** Follows a scroller. A page asks for more height than a browser allows only beyond some 300,000 rows. */
export function useFixedRows(
  scroller: RefObject<HTMLElement | null>,
  total: number,
  rowHeight: number,
  head: number,
): FixedRows {
  const [inSight, setInSight] = useState<RowWindow>(() => rowsInSight(0, 600, rowHeight, total, head))
  useEffect(() => {
    const box = scroller.current
    if (!box) return undefined
    const look = () => {
      const next = rowsInSight(box.scrollTop, box.clientHeight, rowHeight, total, head)
      setInSight(before => (before.first === next.first && before.last === next.last ? before : next))
    }
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller, total, rowHeight, head])
  const scrollTo = useCallback(
    (index: number) => {
      const box = scroller.current
      if (!box) return
      const top = index * rowHeight
      const room = box.clientHeight - head
      if (top < box.scrollTop) box.scrollTop = top
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room
    },
    [scroller, rowHeight, head],
  )
  return { inSight, scrollTo }
}
