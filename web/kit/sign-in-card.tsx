// The middle column of pages without a menu: one thing to do.
import type { ReactNode } from 'react'
import { useDocumentTitle } from './page.tsx'

export interface SignInCardProps {
  title: string
  /** One sentence below the title. */
  subtitle?: ReactNode
  children: ReactNode
  /** A quiet line below: another way in. */
  below?: ReactNode
}

export function SignInCard({ title, subtitle, children, below }: SignInCardProps) {
  useDocumentTitle(title)
  return (
    <main className="flex flex-1 justify-center px-4 pt-[10vh] pb-16">
      <div className="w-full max-w-sm">
        <h1 className="text-xl font-semibold tracking-tight rtl:tracking-normal">{title}</h1>
        {subtitle && <p className="mt-1 text-sm text-muted">{subtitle}</p>}
        <div className="mt-6 flex flex-col gap-4">{children}</div>
        {below && <div className="mt-6 border-t border-line pt-4 text-sm text-muted">{below}</div>}
      </div>
    </main>
  )
}
