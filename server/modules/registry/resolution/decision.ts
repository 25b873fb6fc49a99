// The bars over which a probability is an answer.

/** Bars on the probability (0..1). Measured by scripts/fit-resolver.ts: raise `sure` for fewer, safer answers. */
export const BARS = {
  /** An answer is at least this probable. */
  sure: 0.62,
  /** A second organisation in the same text must be surer. */
  further: 0.8,
  /** ... and ahead of each rival for the same words by this much. */
  margin: 0.1,
  /** Less probable organisations are not offered. */
  candidate: 0.01,
} as const

/** Sure ones, each for other words of the text, and the first pair that was too close to choose from. */
export interface Sure<T> {
  sure: T[]
  tie: [T, T] | undefined
}

/** Chooses among candidates that are sorted, most probable first; `overlap` says whether two claim the same words. */
export function chooseSure<T extends { probability: number }>(
  candidates: readonly T[],
  overlap: (a: T, b: T) => boolean,
): Sure<T> {
  const sure: T[] = []
  let tie: [T, T] | undefined
  for (const one of candidates) {
    if (one.probability < (sure.length === 0 ? BARS.sure : BARS.further)) break
    if (sure.some(other => overlap(one, other))) continue
    const close = candidates.find(
      other => other !== one && other.probability > one.probability - BARS.margin && overlap(one, other),
    )
    if (close === undefined) sure.push(one)
    else tie ??= [one, close]
  }
  return { sure, tie }
}
