// The questionnaire in two stages: what is asked, when the long stage is due, and which risk the answers speak for. Pure.
import type { LocalisedText } from '#core/contract.ts'
import type { Level } from '../screening.terms.ts'

export interface Question {
  key: string
  stage: 'short' | 'long'
  kind: 'yes_no' | 'choice' | 'text'
  text: LocalisedText
  help?: LocalisedText
  options?: { key: string; text: LocalisedText }[]
}
/** When a question is answered so: the long stage is due, and why. */
export interface Trigger {
  question: string
  answers: string[]
  why: LocalisedText
}
/** When a question is answered so: the risk is at least this, and why. */
export interface Rule extends Trigger {
  level: Level
}
export interface Questionnaire {
  questions: Question[]
  triggers: Trigger[]
  rules: Rule[]
}
export type Answers = Readonly<Record<string, string>>

export const yesNo = ['yes', 'no', 'unknown'] as const

/** What may be answered; undefined for free text. */
export const answersOf = (question: Question): readonly string[] | undefined => {
  if (question.kind === 'text') return undefined
  return question.kind === 'yes_no' ? yesNo : (question.options ?? []).map(option => option.key)
}

const holds = ({ question, answers }: Trigger, given: Answers): boolean => answers.includes(given[question] ?? '')

/** Why the long stage is due; empty when it is not. */
export const longStageReasons = (questionnaire: Questionnaire, given: Answers): LocalisedText[] =>
  questionnaire.triggers.filter(trigger => holds(trigger, given)).map(trigger => trigger.why)

/** The questions that are to be answered now. */
export const questionsDue = (questionnaire: Questionnaire, given: Answers, isLongDue: boolean): Question[] =>
  questionnaire.questions.filter(
    question => question.stage === 'short' || isLongDue || longStageReasons(questionnaire, given).length > 0,
  )

export const unanswered = (questions: readonly Question[], given: Answers): Question[] =>
  questions.filter(question => !given[question.key]?.trim())

export const rulesThatHold = (questionnaire: Questionnaire, given: Answers): Rule[] =>
  questionnaire.rules.filter(rule => holds(rule, given))

const order: readonly Level[] = ['low', 'medium', 'high']
/** The highest of the levels; low when there is none. */
export const highest = (levels: readonly Level[]): Level =>
  levels.reduce<Level>((top, next) => (order.indexOf(next) > order.indexOf(top) ? next : top), 'low')
export const isLower = (one: Level, other: Level): boolean => order.indexOf(one) < order.indexOf(other)

/** What does not hold together: a key twice, a trigger or rule of a question or answer that is not there. */
export function contradictions({ questions, triggers, rules }: Questionnaire): string[] {
  const byKey = new Map(questions.map(question => [question.key, question]))
  const found: string[] = []
  const twice = questions.map(one => one.key).filter((key, at, all) => all.indexOf(key) !== at)
  found.push(...[...new Set(twice)])
  for (const question of questions)
    if (question.kind === 'choice' && new Set(answersOf(question)).size < 2) found.push(question.key)
  for (const { question: key, answers } of [...triggers, ...rules]) {
    const question = byKey.get(key)
    const possible = question && answersOf(question)
    if (!possible || answers.length === 0 || answers.some(answer => !possible.includes(answer))) found.push(key)
  }
  return [...new Set(found)]
}
