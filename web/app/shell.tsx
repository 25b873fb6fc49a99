// The frame around every page: menu at the side, content, notices; the menu becomes a drawer on small screens.
import { Trans, useLingui } from '@lingui/react/macro'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Menu as MenuIcon, Search } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useUnread } from '../core/live-unread.ts'
import { useSession } from '../core/session.ts'
import { Banner } from '../kit/banner.tsx'
import { IconButton } from '../kit/button.tsx'
import { loadDialog } from '../kit/dialog.tsx'
import { Drawer } from '../kit/drawer.tsx'
import { loadMenu } from '../kit/menu.tsx'
import { loadPicker } from '../kit/picker.tsx'
import { ToastRegion } from '../kit/toasts.tsx'
import { Logo } from './logo.tsx'
import { NotificationBell, TitleBadge } from './notification-bell.tsx'
import { PersonMenu } from './person-menu.tsx'
import { SideMenu } from './side-menu.tsx'

const CommandPalette = lazy(() => import('./app-commands.tsx').then(file => ({ default: file.AppCommandPalette })))

const watchConnection = (watcher: () => void) => {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}

function OfflineNotice() {
  const isOnline = useSyncExternalStore(watchConnection, () => navigator.onLine)
  if (isOnline) return null
  return (
    <Banner tone="warn" className="!rounded-none border-x-0 border-t-0">
      <Trans>There is no connection. What you type is kept here; saving works again when the connection is back.</Trans>
    </Banner>
  )
}

/** Fetched when the first page has settled, so that lists and dialogs open at once and also without a connection. */
function usePreloads(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const load of [loadMenu, loadPicker, loadDialog]) load().catch(() => undefined)
    }, 5000)
    return () => clearTimeout(timer)
  }, [])
}

/** Opens with Ctrl K or ⌘ K from anywhere. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'KeyK' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [open])
}

/** After going to another page the heading has the focus, so that keyboard and screen reader start there. */
function useFocusOnNewPage(): void {
  const { pathname } = useLocation()
  const place = pathname.split('/')[1]
  const last = useRef(place)
  useEffect(() => {
    if (last.current === place) return
    last.current = place
    const frame = requestAnimationFrame(() =>
      document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true }),
    )
    return () => cancelAnimationFrame(frame)
  }, [place])
}

export function Shell() {
  const { t } = useLingui()
  const session = useSession()
  const [isMenuOpen, setMenuOpen] = useState(false)
  const [isPaletteOpen, setPaletteOpen] = useState(false)
  const [wasPaletteOpen, setWasPaletteOpen] = useState(false)
  const openPalette = useRef(() => {
    setWasPaletteOpen(true)
    setPaletteOpen(true)
  }).current
  usePaletteKey(openPalette)
  usePreloads()
  useFocusOnNewPage()
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes when the address changes
  useEffect(() => setMenuOpen(false), [pathname])
  const unread = useUnread()?.count ?? 0
  const name = session?.installation.name
  return (
    <div className="flex min-h-dvh flex-col md:flex-row">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-md focus:bg-accent focus:px-3 focus:py-2 focus:text-sm focus:text-on-accent"
      >
        <Trans>Skip to the content</Trans>
      </a>
      <nav aria-label={t`Main menu`} className="sticky top-0 hidden h-dvh w-56 shrink-0 border-e border-line md:block">
        <SideMenu name={name} onSearch={openPalette} bell={<NotificationBell unread={unread} />} />
      </nav>
      <header className="sticky top-0 z-10 flex h-13 items-center gap-1 border-b border-line bg-canvas px-2 md:hidden no-print">
        <IconButton label={t`Menu`} onPress={() => setMenuOpen(true)}>
          <MenuIcon aria-hidden className="size-5" />
        </IconButton>
        <div className="min-w-0 flex-1">
          <Logo name={name} />
        </div>
        <IconButton label={t`Search`} onPress={openPalette}>
          <Search aria-hidden className="size-4.5" />
        </IconButton>
        <NotificationBell unread={unread} />
        <PersonMenu isCompact />
      </header>
      <Drawer isOpen={isMenuOpen} onClose={() => setMenuOpen(false)} title={t`Main menu`} side="start" hidesTitle>
        <nav aria-label={t`Main menu`} className="h-full">
          <SideMenu name={name} onSearch={openPalette} />
        </nav>
      </Drawer>
      <div className="flex min-w-0 flex-1 flex-col">
        <OfflineNotice />
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      {wasPaletteOpen && (
        <Suspense>
          <CommandPalette isOpen={isPaletteOpen} onClose={() => setPaletteOpen(false)} />
        </Suspense>
      )}
      <TitleBadge unread={unread} />
      <ToastRegion />
    </div>
  )
}
