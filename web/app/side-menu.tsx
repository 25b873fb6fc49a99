// The menu at the side: search, places in the order of the modules, below them settings and the person.
import { Trans, useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import type { ReactNode } from 'react'
import { useSession } from '../core/session.ts'
import { BareLink } from '../kit/link.tsx'
import { PressButton } from '../kit/press-button.tsx'
import { Logo } from './logo.tsx'
import type { NavEntry } from './module.ts'
import { modules } from './modules.ts'
import { PersonMenu } from './person-menu.tsx'
import { LanguageMenu, ThemeButton } from './reader-controls.tsx'

const entries = modules.flatMap(module => module.nav ?? []).sort((a, b) => a.order - b.order)
const bottomFrom = 900

const linkLook =
  'flex min-h-8 items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm text-muted transition-colors hover:bg-ink/5 hover:text-ink focus-ring aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent'

function Entry({ entry }: { entry: NavEntry }) {
  const { i18n } = useLingui()
  const Icon = entry.icon
  return (
    <li>
      <BareLink to={entry.to} className={linkLook}>
        <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
        <span className="truncate">{i18n._(entry.label)}</span>
      </BareLink>
    </li>
  )
}

const isApple = /Mac|iPhone|iPad/.test(navigator.platform)

interface SideMenuProps {
  name: string | undefined
  onSearch: () => void
  bell?: ReactNode
}

export function SideMenu({ name, onSearch, bell }: SideMenuProps) {
  const session = useSession()
  const visible = session ? entries.filter(entry => entry.when?.(session) ?? true) : []
  const top = visible.filter(entry => entry.order < bottomFrom)
  const bottom = visible.filter(entry => entry.order >= bottomFrom)
  return (
    <div className="flex h-full flex-col gap-3 p-3">
      <div className="flex items-center gap-1">
        <BareLink to="/" className="min-w-0 flex-1 rounded-md px-2 py-1 focus-ring">
          <Logo name={name} />
        </BareLink>
        {bell}
      </div>
      <PressButton
        onPress={onSearch}
        className="flex h-9 cursor-default items-center gap-2.5 rounded-md border border-line-strong/50 bg-surface px-2.5 text-sm text-muted hover:border-line-strong focus-ring"
      >
        <Search aria-hidden className="size-4" strokeWidth={1.75} />
        <span className="flex-1 text-start">
          <Trans>Search</Trans>
        </span>
        <kbd dir="ltr" className="font-sans text-2xs text-muted">
          {isApple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </PressButton>
      <ul className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto -m-1 p-1">
        {top.map(entry => (
          <Entry key={entry.to} entry={entry} />
        ))}
        <li aria-hidden className="flex-1" />
        {bottom.map(entry => (
          <Entry key={entry.to} entry={entry} />
        ))}
      </ul>
      <div className="flex flex-col gap-1 border-t border-line pt-2">
        <div className="flex items-center justify-between">
          <LanguageMenu />
          <ThemeButton />
        </div>
        <PersonMenu />
      </div>
    </div>
  )
}
