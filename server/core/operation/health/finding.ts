// One thing the doctor found, with its sentence.
import type { Term } from '../../terms.ts'

export type HealthState = 'ok' | 'warning' | 'problem'

export interface Finding {
  state: HealthState
  term: Term
  values: Record<string, unknown>
}

export const found = (state: HealthState, term: Term, values: Record<string, unknown> = {}): Finding => ({
  state,
  term,
  values,
})
