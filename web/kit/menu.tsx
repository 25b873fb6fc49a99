// A menu of actions or choices behind a button.
import { Ellipsis } from 'lucide-react'
import { lazy, type ReactElement, type ReactNode } from 'react'
import type { PopoverProps } from 'react-aria-components'
import { IconButton } from './button.tsx'
import { OverlayTrigger } from './overlay-trigger.tsx'

export interface MenuAction {
  id: string
  label: ReactNode
  /** Plain text of the label when it is not one. */
  text?: string
  icon?: ReactNode
  onAction?: () => void
  /** A path of the product instead of an action. */
  href?: string
  isDangerous?: boolean
  isDisabled?: boolean
  /** Why it cannot be done now; shown below. */
  reason?: string | undefined
}

export interface MenuSection {
  id: string
  title?: string
  items: readonly MenuAction[]
  /** Makes the section a choice of one or several. */
  selection?: { mode: 'single' | 'multiple'; chosen: Iterable<string>; onChange: (chosen: string[]) => void }
}

export interface MenuProps {
  label: string
  /** The button; without one, three dots. */
  trigger?: ReactElement
  sections: readonly MenuSection[]
  placement?: PopoverProps['placement']
}

/** Opened menus, for preloading. */
export const loadMenu = () => import('./menu-popover.tsx')
const MenuPopover = lazy(() => loadMenu().then(file => ({ default: file.MenuPopover })))

export function Menu(props: MenuProps) {
  const dots = (
    <IconButton label={props.label}>
      <Ellipsis aria-hidden className="size-4" />
    </IconButton>
  )
  return (
    <OverlayTrigger trigger={props.trigger ?? dots} kind="menu" preload={() => void loadMenu()}>
      {overlay => <MenuPopover {...props} {...overlay} />}
    </OverlayTrigger>
  )
}
