// How good judged rows are: by row, as the published comparisons count, and how well the probabilities hold.
import { chooseSure } from '../../server/modules/registry/resolution/decision.ts'
import type { LabelledRow } from './vectors.ts'

export interface Scores {
  rows: number
  /** Rows with right answers only / rows with answers. */
  precision: number
  /** Rows with right answers only / rows that have a right answer. */
  recall: number
  f1: number
  /** Rows without a right answer that got none. */
  unanswered: number
  /** Rows whose right organisation is among the five most probable. */
  inFive: number
  /** Mean distance between the probability of answers and how many of them were right, over ten steps. */
  calibrationError: number
}

/** Scores of rows whose candidates have been judged. */
export function scoresOf(rows: readonly LabelledRow[]): Scores {
  const sum = { answered: 0, right: 0, known: 0, negatives: 0, unanswered: 0, inFive: 0 }
  const steps = Array.from({ length: 10 }, () => ({ expected: 0, right: 0 }))
  let answers = 0
  for (const row of rows) {
    const sorted = row.candidates.toSorted((a, b) => b.probability - a.probability)
    const { sure } = chooseSure(sorted, (a, b) => a.positions.some(position => b.positions.includes(position)))
    for (const one of sure) {
      const step = steps[Math.min(9, Math.floor(one.probability * 10))]!
      step.expected += one.probability
      step.right += one.isRight ? 1 : 0
      answers++
    }
    if (sure.length > 0) sum.answered++
    if (sure.length > 0 && sure.every(one => one.isRight)) sum.right++
    if (row.text.right.size === 0) {
      sum.negatives++
      if (sure.length === 0) sum.unanswered++
    } else {
      sum.known++
      if (sorted.slice(0, 5).some(one => one.isRight)) sum.inFive++
    }
  }
  const precision = sum.right / sum.answered
  const recall = sum.right / sum.known
  return {
    rows: rows.length,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    unanswered: sum.unanswered / sum.negatives,
    inFive: sum.inFive / sum.known,
    calibrationError: steps.reduce((total, step) => total + Math.abs(step.expected - step.right), 0) / answers,
  }
}
