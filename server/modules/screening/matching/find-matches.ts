// All entries of the lists in use that a party may be, weighed, with their reasons.
import type { PartyMatch } from '#modules/registry/index.ts'
import type { StoredEntry } from '../list.store.ts'
import type { LoadedList } from './list-index.ts'
import { type MatchEvidence, type PartyFacts, weighMatch } from './weigh-match.ts'

export interface Candidate {
  entryId: string
  listId: string
  match: PartyMatch
}

/** By names alone; the best name of each entry. */
export function candidatesOf(facts: PartyFacts, lists: readonly LoadedList[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const list of lists)
    for (const name of facts.names)
      for (const { entryId, match } of list.match(name)) {
        const known = best.get(entryId)
        if (!known || known.match.likeness < match.likeness) best.set(entryId, { entryId, listId: list.id, match })
      }
  return [...best.values()]
}

export interface FoundMatch {
  entry: StoredEntry
  name: string
  score: number
  evidence: MatchEvidence[]
}

/** Those that reach the threshold once dates, countries and papers are weighed; the most alike first. */
export function weighAll(
  facts: PartyFacts,
  candidates: readonly Candidate[],
  entries: ReadonlyMap<string, StoredEntry>,
  threshold: number,
): FoundMatch[] {
  return candidates
    .flatMap(({ entryId, match }) => {
      const entry = entries.get(entryId)
      if (!entry) return []
      const weighed = weighMatch(match, facts, entry.content)
      return weighed.score >= threshold ? [{ entry, name: match.name, ...weighed }] : []
    })
    .sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1))
}
