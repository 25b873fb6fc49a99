// How good answers are: by row, as the published comparisons count, and how well the probabilities hold.
import type { Forest } from '../../server/modules/registry/resolution/judgement.ts'
import type { OrganisationIndex } from '../../server/modules/registry/resolution/organisation-index.ts'
import { resolve } from '../../server/modules/registry/resolution/resolve.ts'
import type { LabelledText } from './labelled.ts'

/** A labelled text with what the resolver says of it. */
export interface AnsweredText {
  text: LabelledText
  answers: { isRight: boolean; probability: number }[]
  /** Whether a right one is among the first five answers and candidates. */
  isInFive: boolean
}

/** Answers of the resolver itself, with its bars, judged by a forest that has not seen the text. */
export function answered(index: OrganisationIndex, forest: Forest, text: LabelledText): AnsweredText {
  const hints = text.country === undefined ? {} : { country: text.country }
  const { answers, candidates } = resolve(index, text.input, hints, { forest })
  const isRight = (match: { organisationId: string }): boolean => text.right.has(match.organisationId)
  return {
    text,
    answers: answers.map(match => ({ isRight: isRight(match), probability: match.score })),
    isInFive: [...answers, ...candidates].slice(0, 5).some(isRight),
  }
}

export interface Scores {
  rows: number
  /** Rows with right answers only / rows with answers. */
  precision: number
  /** Rows with right answers only / rows that have a right answer. */
  recall: number
  f1: number
  /** Rows without a right answer that got none. */
  unanswered: number
  /** Rows whose right organisation is among the first five. */
  inFive: number
  /** Mean distance between the probability of answers and how many of them were right, over ten steps. */
  calibrationError: number
}

/** Scores of answered texts. */
export function scoresOf(rows: readonly AnsweredText[]): Scores {
  const sum = { answered: 0, right: 0, known: 0, negatives: 0, unanswered: 0, inFive: 0 }
  const steps = Array.from({ length: 10 }, () => ({ expected: 0, right: 0 }))
  let count = 0
  for (const { text, answers, isInFive } of rows) {
    for (const one of answers) {
      const step = steps[Math.min(9, Math.floor(one.probability * 10))]!
      step.expected += one.probability
      step.right += one.isRight ? 1 : 0
      count++
    }
    if (answers.length > 0) sum.answered++
    if (answers.length > 0 && answers.every(one => one.isRight)) sum.right++
    if (text.right.size === 0) {
      sum.negatives++
      if (answers.length === 0) sum.unanswered++
    } else {
      sum.known++
      if (isInFive) sum.inFive++
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
    calibrationError: steps.reduce((total, step) => total + Math.abs(step.expected - step.right), 0) / count,
  }
}
