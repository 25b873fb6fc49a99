// Which commitments make others concrete: what serves the narrower one serves the wider one too.

type Refining = { id: string; refinesId: string | null }

/** The ids of a commitment and of all that refine it, transitively; each once, even in a circle. */
export function idsServing(commitmentId: string, commitments: readonly Refining[]): string[] {
  const narrower = new Map<string, string[]>()
  for (const { id, refinesId } of commitments) {
    if (refinesId !== null) narrower.set(refinesId, [...(narrower.get(refinesId) ?? []), id])
  }
  const found = new Set([commitmentId])
  for (const id of found) for (const next of narrower.get(id) ?? []) found.add(next)
  return [...found]
}

/** A commitment and all that it refines, from the narrowest to the widest; each once, even in a circle. */
export function widerChain<T extends Refining>(commitmentId: string, commitments: readonly T[]): T[] {
  const byId = new Map(commitments.map(commitment => [commitment.id, commitment]))
  const chain = new Set<T>()
  let next = byId.get(commitmentId)
  while (next && !chain.has(next)) {
    chain.add(next)
    next = next.refinesId === null ? undefined : byId.get(next.refinesId)
  }
  return [...chain]
}

/** True when `commitmentId` may not refine `refinesId`, because a commitment would then refine itself. */
export function wouldCircle(commitmentId: string, refinesId: string, commitments: readonly Refining[]): boolean {
  return idsServing(commitmentId, commitments).includes(refinesId)
}
