// Questions that are asked once for a whole column, and whether they were answered.
import type { ColumnView, ImportRun } from '#modules/imports/import.contract.ts'

type Question = NonNullable<ColumnView['question']>

export const chosenAnswer = (column: ColumnView, question: Question): string | null => {
  const chosen = column.options[question.option]
  return typeof chosen === 'string' ? chosen : null
}

/** Columns whose question nobody answered yet. */
export const openQuestions = (run: Pick<ImportRun, 'columns'>): ColumnView[] =>
  run.columns.filter(column => column.question !== null && chosenAnswer(column, column.question) === null)
