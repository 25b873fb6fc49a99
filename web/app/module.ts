// How a module of the web joins the app: menu entries, pages loaded when opened, commands for the palette.
import type { MessageDescriptor } from '@lingui/core'
import type { ComponentType } from 'react'
import type { Area } from '../core/i18n.ts'
import type { Session } from '../core/session.ts'
import type { CommandProvider } from '../kit/commands.ts'

export interface NavEntry {
  /** Written with `msg` in `module.ts`, so that it stands in the shell's catalogue. */
  label: MessageDescriptor
  icon: ComponentType<{ className?: string; 'aria-hidden'?: boolean; strokeWidth?: number }>
  to: string
  /** Place in the menu: 10 Today, 20 agreements, 30 partners, …; above 900 stands at the bottom. */
  order: number
  /** Shown to whom; everyone by default. */
  when?: (session: Session) => boolean
}

export interface PageDefinition {
  /** `/agreements/$agreementId`; below a parent only the rest: `$agreementId`. */
  path: string
  /** `() => import('./pages/agreement-list.tsx').then(file => file.AgreementList)` */
  load: () => Promise<ComponentType>
  /** Areas of texts that only this page needs, `ledger` for components of another module. */
  texts?: readonly Area[]
  /** `plain` pages have no menu and need no session: sign-in, setup, public forms. */
  layout?: 'shell' | 'plain'
  /** Pages inside this one; it renders them by `<Outlet />`. */
  pages?: readonly PageDefinition[]
}

export interface ModuleDefinition {
  name: string
  /** Areas of texts that all pages need besides the module's own: `core`, other modules' shared words (`shared:ledger`). */
  texts?: readonly Area[]
  nav?: readonly NavEntry[]
  pages: readonly PageDefinition[]
  /** Loaded when the command palette opens for the first time. */
  commands?: () => Promise<CommandProvider>
}

export const defineModule = (definition: ModuleDefinition): ModuleDefinition => definition
