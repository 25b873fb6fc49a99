// A name from elsewhere on a line of its own.
import type { ReactNode } from 'react'

/**
 * One line that is cut off at the end of the name, not of the page: a Latin name in a Persian page keeps its beginning.
 * Short names stand at the start of the page's line.
 */
export function TextLine({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <span dir="auto" className={`block truncate [text-align:match-parent] ${className}`}>
      {children}
    </span>
  )
}
