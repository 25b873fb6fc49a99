// SQL of questionnaires and of what was answered.
import { type Db, json } from '#core/database/connect.ts'

export interface AnswerRow {
  id: string
  questionnaire: number
  content: unknown
  answers: Record<string, string | string[]>
  answered_at: string
  answerer: string | null
}

/** The answers that count. */
export const lastAnswers = (db: Db, checkId: string): Promise<AnswerRow | undefined> =>
  db
    .selectFrom('screening_answer as a')
    .leftJoin('auth_user as u', 'u.id', 'a.answered_by')
    .select(['a.id', 'a.questionnaire', 'a.content', 'a.answers', 'a.answered_at', 'u.name as answerer'])
    .where('a.check_id', '=', checkId)
    .orderBy('a.answered_at', 'desc')
    .orderBy('a.id', 'desc')
    .executeTakeFirst() as Promise<unknown> as Promise<AnswerRow | undefined>

export async function insertAnswers(
  db: Db,
  row: {
    id: string
    check_id: string
    questionnaire: number
    content: object
    answers: object
    answered_by: string | null
    answered_at: string
  },
): Promise<void> {
  await db
    .insertInto('screening_answer')
    .values({ ...row, content: json(row.content), answers: json(row.answers) })
    .execute()
}

/** The questionnaire in use; undefined while none was changed here. */
export const currentQuestionnaire = (db: Db): Promise<{ number: number; content: unknown } | undefined> =>
  db.selectFrom('screening_questionnaire').select(['number', 'content']).orderBy('number', 'desc').executeTakeFirst()

export async function insertQuestionnaire(
  db: Db,
  row: { id: string; number: number; content: object; made_by: string | null; made_at: string },
): Promise<void> {
  await db
    .insertInto('screening_questionnaire')
    .values({ ...row, content: json(row.content) })
    .execute()
}
