// A step of the set-up: what it is about in one or two sentences, then what to do.
import type { ReactNode } from 'react'

export function StepFrame({ title, text, children }: { title: string; text: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-5">
      <header>
        <h2 className="text-lg font-semibold">{title}</h2>
        <p className="mt-1 max-w-prose text-sm text-muted">{text}</p>
      </header>
      {children}
    </section>
  )
}
