// Languages beside one another; below one another where there is no room.
import type { ReactNode } from 'react'
import { useFormat } from '../../../core/format.ts'

interface SideBySideProps {
  languages: readonly string[]
  /** Names the columns. */
  showsNames?: boolean
  children: (language: string) => ReactNode
}

export function SideBySide({ languages, showsNames = false, children }: SideBySideProps) {
  const { languageName } = useFormat()
  const columns = languages.length > 2 ? 'md:grid-cols-3' : languages.length === 2 ? 'md:grid-cols-2' : ''
  return (
    <div className={`grid gap-4 ${columns}`}>
      {languages.map(language => (
        <div key={language} className="min-w-0">
          {showsNames && <p className="mb-1 text-xs text-muted">{languageName(language)}</p>}
          {children(language)}
        </div>
      ))}
    </div>
  )
}
