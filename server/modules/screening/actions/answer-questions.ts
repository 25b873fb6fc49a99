// Answers the questionnaire of a check; every set of answers is kept with the questions as they were put.
import { defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure } from '#core/policy.ts'
import { insertAnswers, lastAnswers } from '../answer.store.ts'
import { listMatches } from '../match.store.ts'
import { instantOf, moveCheck } from '../move-check.ts'
import { openCheck } from '../open-check.ts'
import { answersOf } from '../questions/questionnaire.ts'
import { readQuestionnaire } from '../questions/read-questionnaire.ts'
import { AnswerNotPossible, QuestionnaireNewer } from '../screening.errors.ts'
import { QuestionsAnswered } from '../screening.events.ts'
import { canCheck } from '../screening.policy.ts'

export interface AnswersInput {
  id: string
  /** The version of the questionnaire that was shown. */
  questionnaire: number
  answers: Readonly<Record<string, string>>
}

export const answerQuestions = defineAction({
  name: 'screening.answer',
  async run(ctx, input: AnswersInput): Promise<void> {
    const { check, standing } = await openCheck(ctx.db, ctx.actor, input.id, true)
    ensure(canCheck(ctx.actor, standing))
    const { number, content } = await readQuestionnaire(ctx.db)
    if (number !== input.questionnaire) throw new Refusal(QuestionnaireNewer)
    const byKey = new Map(content.questions.map(question => [question.key, question]))
    const given = Object.entries(input.answers).filter(([, answer]) => answer.trim() !== '')
    const wrong = given.filter(([key, answer]) => {
      const question = byKey.get(key)
      return !question || answersOf(question)?.includes(answer) === false
    })
    if (wrong.length > 0) {
      const fields = wrong.map(([key]) => ({ path: `answers.${key}`, message: AnswerNotPossible.text }))
      throw new Refusal(AnswerNotPossible, {}, { fields })
    }
    const answers = Object.fromEntries(given.map(([key, answer]) => [key, answer.trim()]))
    const before = await lastAnswers(ctx.db, check.id)
    const isSame =
      before?.questionnaire === number && JSON.stringify(sorted(before.answers)) === JSON.stringify(sorted(answers))
    if (isSame) return ctx.unchanged()
    await insertAnswers(ctx.db, {
      ...{ id: newId(), check_id: check.id, questionnaire: number, content, answers },
      ...{ answered_by: ctx.actor.id, answered_at: instantOf(ctx) },
    })
    // Rated by other answers: it is to be rated again.
    const unrated =
      check.state === 'risk_rated'
        ? (await listMatches(ctx.db, check.id)).length > 0
          ? 'reviewed'
          : 'clear'
        : check.state
    await moveCheck(ctx, check, unrated)
    const data = { questionnaire: number, answers: given.length }
    ctx.record(QuestionsAnswered, { subjectId: check.id, homeId: check.home_id, data })
  },
})

const sorted = (answers: object) => Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))
