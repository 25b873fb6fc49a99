// Zoom and pan of a drawing: wheel, drag, pinch, keys and buttons move one window over it.
import { type KeyboardEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'

export interface MapWindow {
  /** 1 shows everything. */
  scale: number
  /** Top left corner of what is seen, in the drawing's units. */
  x: number
  y: number
}

export const wholeMap: MapWindow = { scale: 1, x: 0, y: 0 }
const largest = 24

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}
const factors: Readonly<Record<string, number>> = { '+': 1.6, '=': 1.6, '-': 1 / 1.6 }

/** Keeps the window inside the drawing. */
export function heldInside(next: MapWindow, width: number, height: number): MapWindow {
  const scale = Math.min(largest, Math.max(1, next.scale))
  const held = (value: number, size: number) => Math.min(Math.max(0, value), size - size / scale)
  return { scale, x: held(next.x, width), y: held(next.y, height) }
}

/** Zooms by a factor around a point given in the drawing's units. */
export function zoomedAround(
  from: MapWindow,
  factor: number,
  px: number,
  py: number,
  width: number,
  height: number,
): MapWindow {
  const scale = Math.min(largest, Math.max(1, from.scale * factor))
  const ratio = from.scale / scale
  return heldInside({ scale, x: px - (px - from.x) * ratio, y: py - (py - from.y) * ratio }, width, height)
}

/** The window that shows a box of the drawing with some room around it. */
export function windowFor(
  box: readonly [readonly [number, number], readonly [number, number]],
  width: number,
  height: number,
): MapWindow {
  const [[left, top], [right, bottom]] = box
  const scale = Math.min(10, 0.7 / Math.max((right - left) / width, (bottom - top) / height, 0.05))
  const [cx, cy] = [(left + right) / 2, (top + bottom) / 2]
  return heldInside({ scale, x: cx - width / scale / 2, y: cy - height / scale / 2 }, width, height)
}

const isStill = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y) < 5

export interface MapZoom {
  window: MapWindow
  show: (next: MapWindow) => void
  zoomBy: (factor: number) => void
  /** True while a drag goes on, so that its end is not taken for a press. */
  wasDragged: () => boolean
  handlers: {
    onPointerDown: (event: PointerEvent<SVGSVGElement>) => void
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => void
    onPointerUp: (event: PointerEvent<SVGSVGElement>) => void
    onPointerCancel: (event: PointerEvent<SVGSVGElement>) => void
    onKeyDown: (event: KeyboardEvent) => void
  }
}

export function useMapZoom(svg: RefObject<SVGSVGElement | null>, width: number, height: number): MapZoom {
  const [shown, setShown] = useState<MapWindow>(wholeMap)
  const points = useRef(new Map<number, { x: number; y: number }>())
  const begin = useRef<{ x: number; y: number } | null>(null)
  const dragged = useRef(false)
  const unit = useCallback(() => width / (svg.current?.clientWidth || width), [svg, width])
  const place = useCallback(
    (from: MapWindow, clientX: number, clientY: number) => {
      const box = svg.current?.getBoundingClientRect()
      const u = unit()
      return [
        from.x + ((clientX - (box?.left ?? 0)) * u) / from.scale,
        from.y + ((clientY - (box?.top ?? 0)) * u) / from.scale,
      ] as const
    },
    [svg, unit],
  )
  useWheel(svg, event => {
    const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.002))
    setShown(from => zoomedAround(from, factor, ...place(from, event.clientX, event.clientY), width, height))
  })
  const zoomBy = (factor: number) =>
    setShown(from => {
      const [cx, cy] = [from.x + width / from.scale / 2, from.y + height / from.scale / 2]
      return zoomedAround(from, factor, cx, cy, width, height)
    })
  const pan = (dx: number, dy: number) =>
    setShown(from => heldInside({ ...from, x: from.x + dx / from.scale, y: from.y + dy / from.scale }, width, height))
  const moveTo = (event: PointerEvent<SVGSVGElement>, before: { x: number; y: number }) => {
    const others = [...points.current].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    const [other] = others
    const u = unit()
    if (!other) return pan((before.x - event.clientX) * u, (before.y - event.clientY) * u)
    const distance = (point: { x: number; y: number }) => Math.hypot(point.x - other.x, point.y - other.y) || 1
    const factor = distance({ x: event.clientX, y: event.clientY }) / distance(before)
    setShown(from =>
      zoomedAround(
        from,
        factor,
        ...place(from, (event.clientX + other.x) / 2, (event.clientY + other.y) / 2),
        width,
        height,
      ),
    )
  }
  const end = (event: PointerEvent<SVGSVGElement>) => {
    points.current.delete(event.pointerId)
  }
  return {
    window: shown,
    show: next => setShown(heldInside(next, width, height)),
    zoomBy,
    wasDragged: () => dragged.current,
    handlers: {
      onPointerDown: event => {
        const point = { x: event.clientX, y: event.clientY }
        points.current.set(event.pointerId, point)
        begin.current = point
        dragged.current = false
      },
      onPointerMove: event => {
        const before = points.current.get(event.pointerId)
        if (!before) return
        const now = { x: event.clientX, y: event.clientY }
        if (!dragged.current && begin.current && isStill(begin.current, now)) return
        // From here on it is a drag; the pointer is followed outside of the drawing too.
        if (!dragged.current) event.currentTarget.setPointerCapture(event.pointerId)
        dragged.current = true
        moveTo(event, before)
        points.current.set(event.pointerId, now)
      },
      onPointerUp: end,
      onPointerCancel: end,
      onKeyDown: event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const way = ways[event.key]
        const factor = factors[event.key]
        if (way) pan((way[0] * width) / 10, (way[1] * width) / 10)
        else if (factor) zoomBy(factor)
        else if (event.key === '0') setShown(wholeMap)
        else return
        event.preventDefault()
      },
    },
  }
}

/** The browser scrolls the page for a passive listener, so this one is not; plain scrolling past the map stays possible. */
function useWheel(svg: RefObject<SVGSVGElement | null>, onWheel: (event: WheelEvent) => void): void {
  const latest = useRef(onWheel)
  latest.current = onWheel
  useEffect(() => {
    const element = svg.current
    if (!element) return undefined
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      latest.current(event)
    }
    element.addEventListener('wheel', listen, { passive: false })
    return () => element.removeEventListener('wheel', listen)
  }, [svg])
}
