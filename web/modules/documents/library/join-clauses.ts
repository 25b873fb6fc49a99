// Joins a clause that was read from a file with the one above it.
import type { ReadClause } from '#modules/documents/library/library.contract.ts'

type Written = ReadClause['versions'][string]

/** Where one has nothing in a language, the other's words stand alone; a second heading becomes a line of the words. */
function joinWritten(one: Written | undefined, other: Written | undefined): Written {
  if (!one || !other) return one ?? other ?? { heading: '', body: '' }
  const lines = one.heading || one.body ? [one.body, other.heading, other.body] : [other.body]
  return { heading: one.heading || (one.body ? '' : other.heading), body: lines.filter(Boolean).join('\n') }
}

/** The clauses with that at `at` taken into the one before it; so languages that stand below one another come side by side. */
export function joinClauses(clauses: readonly ReadClause[], at: number): ReadClause[] {
  const [one, other] = [clauses[at - 1], clauses[at]]
  if (!one || !other) return [...clauses]
  const languages = new Set([...Object.keys(one.versions), ...Object.keys(other.versions)])
  const versions = [...languages].map(key => [key, joinWritten(one.versions[key], other.versions[key])] as const)
  return clauses.toSpliced(at - 1, 2, { role: one.role, versions: Object.fromEntries(versions) })
}
