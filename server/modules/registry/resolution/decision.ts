// The bars over which a probability is an answer.

/** Bars on the probability (0..1). Measured by scripts/fit-resolver.ts: raise them for fewer, safer answers. */
export const BARS = {
  /** An answer is at least this probable. */
  sure: 0.6,
  /** One that rests on an acronym, or whose name has a word that the text lacks: these are right less often than others of their probability where a list names unknown organisations. */
  weak: 0.72,
  /** One whose missing word makes it another organisation: the medical university is not the university. */
  narrower: 0.8,
  /** A second organisation in the same text, or one beside an undecided pair, must be surer. */
  further: 0.9,
  /** ... and ahead of each rival for the same words by this much. */
  margin: 0.15,
  /** Less probable organisations are not offered. */
  candidate: 0.01,
} as const

/** A missing word that weighs less (of 1) says little: "of", "National". */
const LIGHT = 0.12

/** What an answer rests on. */
export interface Grounds {
  kind: string
  /** Weight of the words of the name that the text lacks, without the organisation's own city. */
  missingWeight: number
  /** Whether one of them says what kind of organisation it is: "medical", "agricultural". */
  lacksNarrowing: boolean
  /** Whether the name is in Latin letters: half a name in another script has fewer namesakes. */
  isLatin: boolean
}

/** The bar that an answer must reach. */
export function barFor({ kind, missingWeight, lacksNarrowing, isLatin }: Grounds): number {
  if (lacksNarrowing) return BARS.narrower
  return kind === 'acronym' || (isLatin && missingWeight > LIGHT) ? BARS.weak : BARS.sure
}

/** Sure ones, each for other words of the text, and the first pair that was too close to choose from. */
export interface Sure<T> {
  sure: T[]
  tie: [T, T] | undefined
}

/** Chooses among candidates that are sorted, most probable first; `overlap` says whether two claim the same words. */
export function chooseSure<T extends { probability: number; bar: number }>(
  candidates: readonly T[],
  overlap: (a: T, b: T) => boolean,
): Sure<T> {
  const sure: T[] = []
  let tie: [T, T] | undefined
  for (const one of candidates) {
    if (one.probability < BARS.sure) break
    const isFurther = sure.length > 0 || tie !== undefined
    if (one.probability < Math.max(one.bar, isFurther ? BARS.further : 0)) continue
    if (sure.some(other => overlap(one, other))) continue
    const close = candidates.find(
      other => other !== one && other.probability > one.probability - BARS.margin && overlap(one, other),
    )
    if (close === undefined) sure.push(one)
    else tie ??= [one, close]
  }
  return { sure, tie }
}
