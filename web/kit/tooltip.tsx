// A short hint for something that has focus or the pointer; it only repeats what the thing is called.
import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

export interface TooltipProps {
  text: string
  /** One focusable thing, whose own name says the same. */
  children: ReactElement
}

const openAfter = 500
const closeAfter = 120
const gap = 6

/** Below its thing, or above it where there is no room; never over the edge of the window. */
export function placeTooltip(
  thing: DOMRect,
  tip: { width: number; height: number },
  room: { width: number; height: number },
) {
  const below = thing.bottom + gap
  const top = below + tip.height > room.height ? thing.top - gap - tip.height : below
  const centre = thing.left + thing.width / 2 - tip.width / 2
  return { top, left: Math.min(Math.max(4, centre), room.width - tip.width - 4) }
}

function Tip({
  text,
  thing,
  onEnter,
  onLeave,
}: {
  text: string
  thing: HTMLElement
  onEnter: () => void
  onLeave: () => void
}) {
  const tip = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = tip.current
    if (!box) return
    const { top, left } = placeTooltip(thing.getBoundingClientRect(), box.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    })
    box.style.top = `${top}px`
    box.style.left = `${left}px`
  }, [thing])
  return createPortal(
    <div
      ref={tip}
      role="tooltip"
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="fixed -top-96 z-50 max-w-64 animate-appear rounded-md bg-ink px-2 py-1 text-xs text-canvas"
    >
      {text}
    </div>,
    document.body,
  )
}

export function Tooltip({ text, children }: TooltipProps) {
  const [thing, setThing] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const later = (next: HTMLElement | null, pause: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setThing(next), pause)
  }
  const closeNow = () => {
    clearTimeout(timer.current)
    setThing(null)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  useEffect(() => {
    if (!thing) return undefined
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && setThing(null)
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [thing])
  const enter = (event: PointerEvent<HTMLElement>) => {
    const first = event.currentTarget.firstElementChild
    if (event.pointerType === 'mouse' && first instanceof HTMLElement) later(first, openAfter)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the wrapper only watches; what one uses is inside
    <span
      className="contents"
      onPointerEnter={enter}
      onPointerLeave={() => later(null, closeAfter)}
      onPointerDown={closeNow}
      onFocus={event => event.target.matches(':focus-visible') && later(event.target, 0)}
      onBlur={closeNow}
    >
      {children}
      {thing && (
        <Tip
          text={text}
          thing={thing}
          onEnter={() => clearTimeout(timer.current)}
          onLeave={() => later(null, closeAfter)}
        />
      )}
    </span>
  )
}
