// Refusals of checks, lists and questionnaires.
import { declareError } from '#core/errors.ts'

export const NotCheckable = declareError(
  'screening.not_checkable',
  422,
  /*i18n*/ {
    id: 'screening.error.not_checkable',
    message: 'Records of this kind name no parties of a home organisation that could be checked.',
  },
)
export const AnswersMissing = declareError(
  'screening.answers_missing',
  422,
  /*i18n*/ {
    id: 'screening.error.answers_missing',
    message: 'The risk is rated by the answers to the questionnaire: some are missing.',
  },
)
export const AnswerNotPossible = declareError(
  'screening.answer_not_possible',
  422,
  /*i18n*/ { id: 'screening.error.answer_not_possible', message: 'This is not an answer to the question.' },
)
export const QuestionnaireNewer = declareError(
  'screening.questionnaire_newer',
  409,
  /*i18n*/ {
    id: 'screening.error.questionnaire_newer',
    message: 'The questionnaire was changed meanwhile. Reload the page; your answers to the same questions are kept.',
  },
)
export const QuestionnaireWrong = declareError(
  'screening.questionnaire_wrong',
  422,
  /*i18n*/ {
    id: 'screening.error.questionnaire_wrong',
    message: 'The questionnaire does not hold together: {detail}',
  },
)
export const ExpiryWrong = declareError(
  'screening.expiry_wrong',
  422,
  /*i18n*/ {
    id: 'screening.error.expiry_wrong',
    message: 'It must end in the future, and within three years.',
  },
)
export const MitigationsNeeded = declareError(
  'screening.mitigations_needed',
  422,
  /*i18n*/ {
    id: 'screening.error.mitigations_needed',
    message:
      'A confirmed match or a high risk cannot simply be cleared: say the conditions, refuse, or give it to somebody else.',
  },
)
export const ConditionsNeeded = declareError(
  'screening.conditions_needed',
  422,
  /*i18n*/ { id: 'screening.error.conditions_needed', message: 'Say the conditions.' },
)
export const RatingReasonNeeded = declareError(
  'screening.rating_reason_needed',
  422,
  /*i18n*/ {
    id: 'screening.error.rating_reason_needed',
    message: 'Say why the risk is lower than the rules say.',
  },
)
export const MatchGone = declareError(
  'screening.match_gone',
  409,
  /*i18n*/ {
    id: 'screening.error.match_gone',
    message: 'This match is no longer there: the list or the partner changed. Reload the page.',
  },
)
export const MappingNeeded = declareError(
  'screening.mapping_needed',
  422,
  /*i18n*/ {
    id: 'screening.error.mapping_needed',
    message: 'Say in which column or field the number and the name stand.',
  },
)
export const VersionBeingRead = declareError(
  'screening.version_being_read',
  409,
  /*i18n*/ { id: 'screening.error.version_being_read', message: 'A version of this list is being read. Wait for it.' },
)
export const SameVersion = declareError(
  'screening.same_version',
  409,
  /*i18n*/ { id: 'screening.error.same_version', message: 'This is the very file that is in use already.' },
)
