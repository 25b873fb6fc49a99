// A short hint for something that has focus or the pointer; never the only place of a fact.
import type { ReactElement } from 'react'
import * as Aria from 'react-aria-components'

export interface TooltipProps {
  text: string
  /** One focusable thing. */
  children: ReactElement
  placement?: Aria.TooltipProps['placement']
}

export function Tooltip({ text, children, placement = 'bottom' }: TooltipProps) {
  return (
    <Aria.TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Aria.Tooltip
        placement={placement}
        offset={6}
        className="max-w-64 rounded-md bg-ink px-2 py-1 text-xs text-canvas entering:animate-appear"
      >
        {text}
      </Aria.Tooltip>
    </Aria.TooltipTrigger>
  )
}
