// Makes a button open something whose code is fetched when the button is first touched, so that the first page stays small.
import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
  Suspense,
  useRef,
  useState,
} from 'react'
import { TriggerContext } from './press-button.tsx'

export interface OpenOverlay {
  triggerRef: RefObject<HTMLButtonElement | null>
  close: () => void
  /** Which end has the focus when it opens. */
  focus: 'first' | 'last' | true
}

export interface OverlayTriggerProps {
  /** A Button or IconButton of the kit. */
  trigger: ReactElement
  kind: 'menu' | 'listbox' | 'dialog'
  /** Fetches the code; called when the pointer or the focus comes near. */
  preload: () => void
  children: (overlay: OpenOverlay) => ReactNode
}

/** Opens by press, and by the arrow keys as lists do. */
export function OverlayTrigger({ trigger, kind, preload, children }: OverlayTriggerProps) {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [focus, setFocus] = useState<'first' | 'last' | true | null>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    if (kind === 'dialog' || focus !== null || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    setFocus(event.key === 'ArrowDown' ? 'first' : 'last')
  }
  const context = {
    ref: triggerRef,
    // A click without a count comes from the keyboard or from assistive technology.
    onPress: ({ detail }: { detail: number }) => setFocus(detail === 0 ? 'first' : true),
    'aria-haspopup': kind,
    'aria-expanded': focus !== null,
  } as const
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the wrapper only watches; the button is inside */}
      <span className="contents" onPointerEnter={preload} onFocus={preload} onKeyDown={onKeyDown}>
        <TriggerContext value={context}>{trigger}</TriggerContext>
      </span>
      {focus !== null && <Suspense>{children({ triggerRef, focus, close: () => setFocus(null) })}</Suspense>}
    </>
  )
}
