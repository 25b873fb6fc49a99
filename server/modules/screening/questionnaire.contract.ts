// The questionnaire of due diligence over HTTP.
import Type from 'typebox'
import { LocalisedText, OneOf, route } from '#core/contract.ts'
import { levels } from './screening.terms.ts'

const tag = 'screening'
const Key = Type.String({ pattern: '^[a-z][a-z0-9_]{0,59}$' })

export const QuestionInput = Type.Object(
  {
    key: Key,
    stage: OneOf(['short', 'long'] as const),
    kind: OneOf(['yes_no', 'choice', 'text'] as const),
    text: LocalisedText,
    help: Type.Optional(LocalisedText),
    options: Type.Optional(
      Type.Array(Type.Object({ key: Key, text: LocalisedText }, { additionalProperties: false }), { maxItems: 30 }),
    ),
  },
  { additionalProperties: false },
)
const Cause = { question: Key, answers: Type.Array(Key, { maxItems: 30 }), why: LocalisedText }

export const QuestionnaireInput = Type.Object(
  {
    questions: Type.Array(QuestionInput, { maxItems: 100 }),
    /** Answers after which the long stage is due. */
    triggers: Type.Array(Type.Object(Cause, { additionalProperties: false }), { maxItems: 200 }),
    /** Answers that speak for a risk. */
    rules: Type.Array(Type.Object({ ...Cause, level: OneOf(levels) }, { additionalProperties: false }), {
      maxItems: 200,
    }),
  },
  { additionalProperties: false },
)

/** Number 0 is the one that comes with the program. */
const Numbered = Type.Object({ number: Type.Integer(), content: QuestionnaireInput })

export const getQuestionnaire = route({
  method: 'GET',
  path: '/api/screening/questionnaire',
  summary: 'The questionnaire in use',
  tag,
  access: 'session',
  response: Numbered,
})

export const changeQuestionnaire = route({
  method: 'PUT',
  path: '/api/screening/questionnaire',
  summary: 'Put another version of the questionnaire in use',
  tag,
  access: 'administrator',
  body: Type.Object({ number: Type.Integer(), content: QuestionnaireInput }, { additionalProperties: false }),
  response: Numbered,
})
