// What is recorded of checks, matches, lists and questionnaires.
import Type from 'typebox'
import { Id, IsoDate, Nullable } from '#core/contract.ts'
import { defineEvent } from '#core/events.ts'
import { screeningStateTerms } from './screening.states.ts'
import { levelTerms, verdictTerms } from './screening.terms.ts'

const subject = 'screening_check'
const About = { checkId: Id }

/** These two stand in the timeline of the record itself and tell no more than everybody there may know. */
export const CheckStarted = defineEvent({
  type: 'screening.started',
  subject,
  data: Type.Object(About),
  text: /*i18n*/ { id: 'screening.event.started', message: '{actor} started the due diligence' },
})
export const CheckConcluded = defineEvent({
  type: 'screening.concluded',
  subject,
  words: { state: screeningStateTerms },
  data: Type.Object({ ...About, state: Type.String(), until: Nullable(IsoDate) }),
  text: /*i18n*/ { id: 'screening.event.concluded', message: '{actor} concluded the due diligence: {state}' },
})

export const CheckScreened = defineEvent({
  type: 'screening.compared',
  subject,
  data: Type.Object({
    parties: Type.Integer(),
    lists: Type.Integer(),
    found: Type.Integer(),
    reused: Type.Integer(),
    open: Type.Integer(),
  }),
  text: /*i18n*/ {
    id: 'screening.event.compared',
    message:
      '{actor} compared {parties, plural, one {# party} other {# parties}} with {lists, plural, one {# list} other {# lists}}: {open, plural, one {# match to decide} other {# matches to decide}}',
  },
})
export const MatchDecided = defineEvent({
  type: 'screening.match_decided',
  subject,
  words: { verdict: verdictTerms },
  personal: { others: ['name'] },
  data: Type.Object({
    matchId: Id,
    verdictId: Id,
    name: Type.String(),
    list: Type.String(),
    verdict: Type.String(),
    until: IsoDate,
    reused: Type.Boolean(),
  }),
  text: /*i18n*/ {
    id: 'screening.event.match_decided',
    message: '{actor} decided about {name} and the list {list}: {verdict}',
  },
})
export const CheckMoved = defineEvent({
  type: 'screening.moved',
  subject,
  words: { from: screeningStateTerms, to: screeningStateTerms },
  data: Type.Object({ from: Type.String(), to: Type.String() }),
  text: /*i18n*/ { id: 'screening.event.moved', message: '{actor} moved the check from “{from}” to “{to}”' },
})
export const CheckHandedOver = defineEvent({
  type: 'screening.handed_over',
  subject,
  data: Type.Object({}),
  text: /*i18n*/ { id: 'screening.event.handed_over', message: '{actor} gave the check to another colleague' },
})
export const RiskRated = defineEvent({
  type: 'screening.rated',
  subject,
  words: { rating: levelTerms, proposed: levelTerms },
  data: Type.Object({ rating: Type.String(), proposed: Type.String() }),
  text: /*i18n*/ {
    id: 'screening.event.rated',
    message: '{actor} rated the risk: {rating} (by the rules: {proposed})',
  },
})
export const QuestionsAnswered = defineEvent({
  type: 'screening.answered',
  subject,
  data: Type.Object({ questionnaire: Type.Integer(), answers: Type.Integer() }),
  text: /*i18n*/ {
    id: 'screening.event.answered',
    message: '{actor} answered {answers, plural, one {# question} other {# questions}} of the questionnaire',
  },
})
export const PartyDescribed = defineEvent({
  type: 'screening.party_described',
  subject,
  personal: { others: ['name'] },
  data: Type.Object({ name: Type.String() }),
  text: /*i18n*/ { id: 'screening.event.party_described', message: '{actor} said what is known of {name}' },
})

const list = 'screening_list'
const Named = Type.Object({ name: Type.String() })
export const ListAdded = defineEvent({
  type: 'screening_list.added',
  subject: list,
  data: Named,
  text: /*i18n*/ { id: 'screening.event.list_added', message: '{actor} added the list {name}' },
})
export const ListChanged = defineEvent({
  type: 'screening_list.changed',
  subject: list,
  data: Named,
  text: /*i18n*/ { id: 'screening.event.list_changed', message: '{actor} changed the list {name}' },
})
export const ListRemoved = defineEvent({
  type: 'screening_list.removed',
  subject: list,
  data: Named,
  text: /*i18n*/ { id: 'screening.event.list_removed', message: '{actor} removed the list {name}' },
})
export const VersionRequested = defineEvent({
  type: 'screening_list.version_requested',
  subject: list,
  data: Type.Object({ name: Type.String(), fileName: Type.String(), sha256: Type.String() }),
  text: /*i18n*/ {
    id: 'screening.event.version_requested',
    message: '{actor} uploaded the file {fileName} for the list {name}',
  },
})
export const VersionLoaded = defineEvent({
  type: 'screening_list.version_loaded',
  subject: list,
  data: Type.Object({
    name: Type.String(),
    added: Type.Integer(),
    changed: Type.Integer(),
    gone: Type.Integer(),
    notUnderstood: Type.Integer(),
  }),
  text: /*i18n*/ {
    id: 'screening.event.version_loaded',
    message:
      'The list {name} was read: {added, number} added, {changed, number} changed, {gone, number} gone, {notUnderstood, number} not understood',
  },
})
export const VersionFailed = defineEvent({
  type: 'screening_list.version_failed',
  subject: list,
  data: Type.Object({ name: Type.String(), fileName: Type.String() }),
  text: /*i18n*/ {
    id: 'screening.event.version_failed',
    message: 'The file {fileName} of the list {name} could not be read',
  },
})
export const SettingsChanged = defineEvent({
  type: 'screening_settings.changed',
  subject: 'screening_settings',
  data: Type.Object({}),
  text: /*i18n*/ { id: 'screening.event.settings_changed', message: '{actor} changed the settings of due diligence' },
})
export const QuestionnaireChanged = defineEvent({
  type: 'screening_questionnaire.changed',
  subject: 'screening_questionnaire',
  data: Type.Object({ number: Type.Integer() }),
  text: /*i18n*/ {
    id: 'screening.event.questionnaire_changed',
    message: '{actor} changed the questionnaire of due diligence (version {number})',
  },
})
