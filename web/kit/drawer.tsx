// A sheet from the side of the page: the menu on a small screen, a filter sheet, a detail.
import { lazy, type ReactNode, Suspense } from 'react'

export interface DrawerProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** Which side it comes from; the end by default. */
  side?: 'start' | 'end'
  hidesTitle?: boolean
  children: ReactNode
}

const DrawerOverlay = lazy(() => import('./drawer-overlay.tsx').then(file => ({ default: file.DrawerOverlay })))

export function Drawer(props: DrawerProps) {
  return (
    props.isOpen && (
      <Suspense>
        <DrawerOverlay {...props} />
      </Suspense>
    )
  )
}
