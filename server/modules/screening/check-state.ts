// Which state a check is in after its matches were found or decided, and whether it waits again. Pure.
import type { ScreeningState } from './screening.states.ts'
import type { Verdict } from './screening.terms.ts'

export interface MatchStanding {
  verdict: Verdict | null
  /** The last day on which the verdict holds. */
  expiresOn: string | null
}

/** Nobody decided, or the decision has run out. */
export const isOpen = ({ verdict, expiresOn }: MatchStanding, today: string): boolean =>
  verdict === null || (expiresOn !== null && expiresOn < today)

/**
 * `byHand`: a person compared it; else a check that is to be made again stays so. What was concluded stays while nothing
 * is open: only new or changed matches ask again.
 */
export function stateAfter(
  state: ScreeningState,
  matches: readonly MatchStanding[],
  { today, byHand }: { today: string; byHand: boolean },
): ScreeningState {
  if (state === 'refused') return state
  if (matches.some(match => match.verdict === 'escalated' && !isOpen(match, today))) return 'escalated'
  if (state === 'escalated' && !byHand) return state
  if (matches.some(match => isOpen(match, today))) return 'possible_match'
  const isKept = state === 'cleared' || state === 'conditional' || state === 'risk_rated' || state === 'escalated'
  if (isKept || (state === 'recheck_due' && !byHand)) return state
  return matches.length > 0 ? 'reviewed' : 'clear'
}
