// The questionnaire in use: the one that administrators wrote here, or the one to start from.
import type { Db } from '#core/database/connect.ts'
import { currentQuestionnaire } from '../answer.store.ts'
import type { Questionnaire } from './questionnaire.ts'
import { starterQuestionnaire } from './starter-questionnaire.ts'

/** Number 0 is the one to start from. */
export async function readQuestionnaire(db: Db): Promise<{ number: number; content: Questionnaire }> {
  const own = await currentQuestionnaire(db)
  return own
    ? { number: own.number, content: own.content as Questionnaire }
    : { number: 0, content: starterQuestionnaire }
}
