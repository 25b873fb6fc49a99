// The layout without a menu: sign-in, first setup, public forms. Language and theme can be changed before signing in.
import { Outlet } from '@tanstack/react-router'
import { ToastRegion } from '../kit/toasts.tsx'
import { Logo } from './logo.tsx'
import { LanguageMenu, ThemeButton } from './reader-controls.tsx'

export function PlainLayout() {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-2 px-4 py-4 md:px-8">
        <div className="flex-1">
          <Logo />
        </div>
        <LanguageMenu />
        <ThemeButton />
      </header>
      <Outlet />
      <ToastRegion />
    </div>
  )
}
