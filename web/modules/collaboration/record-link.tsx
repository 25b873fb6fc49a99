// A link to the page of a record of any kind, by the path that the server gives.
import type { ReactNode } from 'react'
import { Link } from '../../kit/link.tsx'

export function RecordLink({ path, children }: { path: string; children: ReactNode }) {
  const [to = '', search] = path.split('?')
  return (
    <Link to={to} search={Object.fromEntries(new URLSearchParams(search))}>
      {children}
    </Link>
  )
}
