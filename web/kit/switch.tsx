// On or off, at once and without saving.
import type { ReactNode } from 'react'
import * as Aria from 'react-aria-components'

export interface SwitchProps {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  isDisabled?: boolean
  children: ReactNode
}

export function Switch({ children, ...rest }: SwitchProps) {
  return (
    <Aria.Switch
      {...rest}
      className="group flex min-h-6 cursor-default items-center gap-2.5 text-sm disabled:opacity-50"
    >
      <span className="flex h-5 w-9 shrink-0 rounded-full border border-line-strong bg-line-strong/60 p-0.5 transition-colors group-selected:border-accent group-selected:bg-accent group-focus-visible:outline-2 group-focus-visible:outline-offset-2 group-focus-visible:outline-accent">
        <span className="size-3.5 rounded-full bg-surface transition-transform group-selected:translate-x-4 rtl:group-selected:-translate-x-4" />
      </span>
      <span>{children}</span>
    </Aria.Switch>
  )
}
