// Words of checks that server and pages share: who is checked, what was decided, how risky it is, why.
import { keysOf } from '#core/terms.ts'

export const partyRoleTerms = {
  party: /*i18n*/ { id: 'screening.role.party', message: 'Partner' },
  parent: /*i18n*/ { id: 'screening.role.parent', message: 'Parent organisation' },
  unit: /*i18n*/ { id: 'screening.role.unit', message: 'Unit of the partner' },
  signatory: /*i18n*/ { id: 'screening.role.signatory', message: 'Signatory' },
  contact: /*i18n*/ { id: 'screening.role.contact', message: 'Contact' },
  owner: /*i18n*/ { id: 'screening.role.owner', message: 'Looks after a promise at the partner' },
} as const
export type PartyRole = keyof typeof partyRoleTerms
export const partyRoles = keysOf<PartyRole>(partyRoleTerms)

export const verdictTerms = {
  false_positive: /*i18n*/ { id: 'screening.verdict.false_positive', message: 'Not the same' },
  true_match: /*i18n*/ { id: 'screening.verdict.true_match', message: 'The same as on the list' },
  escalated: /*i18n*/ { id: 'screening.verdict.escalated', message: 'Let somebody else decide' },
} as const
export type Verdict = keyof typeof verdictTerms
export const verdicts = keysOf<Verdict>(verdictTerms)

export const levelTerms = {
  low: /*i18n*/ { id: 'screening.level.low', message: 'Low' },
  medium: /*i18n*/ { id: 'screening.level.medium', message: 'Medium' },
  high: /*i18n*/ { id: 'screening.level.high', message: 'High' },
} as const
export type Level = keyof typeof levelTerms
export const levels = keysOf<Level>(levelTerms)

/** What facts besides the name say; the words about names are the registry's. */
export const factEvidenceTerms = {
  identifier_same: /*i18n*/ {
    id: 'screening.evidence.identifier_same',
    message: 'The same number of a paper: {listed}',
  },
  birth_date_same: /*i18n*/ { id: 'screening.evidence.birth_date_same', message: 'The same date of birth: {listed}' },
  birth_year_same: /*i18n*/ {
    id: 'screening.evidence.birth_year_same',
    message: 'The dates of birth agree as far as they are known: {own}; listed: {listed}',
  },
  birth_date_differs: /*i18n*/ {
    id: 'screening.evidence.birth_date_differs',
    message: 'Another date of birth: {own}; listed: {listed}',
  },
  country_same: /*i18n*/ { id: 'screening.evidence.country_same', message: 'The same country: {listed}' },
  country_other: /*i18n*/ {
    id: 'screening.evidence.country_other',
    message: 'Another country: {own}; listed: {listed}',
  },
  kind_other: /*i18n*/ {
    id: 'screening.evidence.kind_other',
    message: 'The list names something of another kind',
  },
} as const
export type FactEvidenceCode = keyof typeof factEvidenceTerms

/** Why a check waits for somebody again. */
export const newsTerms = {
  new_match: /*i18n*/ {
    id: 'screening.news.new_match',
    message: '{count, plural, one {# new possible match} other {# new possible matches}}',
  },
  changed_entry: /*i18n*/ {
    id: 'screening.news.changed_entry',
    message:
      '{count, plural, one {# decided match where} other {# decided matches where}} the list or the partner changed',
  },
  verdict_expired: /*i18n*/ {
    id: 'screening.news.verdict_expired',
    message: '{count, plural, one {# decision has} other {# decisions have}} run out',
  },
  parties_changed: /*i18n*/ {
    id: 'screening.news.parties_changed',
    message: 'Who takes part, or their names, changed',
  },
  validity_over: /*i18n*/ { id: 'screening.news.validity_over', message: 'It was valid until {until}' },
} as const
export type NewsCode = keyof typeof newsTerms

/** Where the rating comes from besides answers. */
export const ratingReasonTerms = {
  true_match: /*i18n*/ { id: 'screening.rating_reason.true_match', message: '{name} stands on the list {list}' },
  country: /*i18n*/ { id: 'screening.rating_reason.country', message: '{country}: {why}' },
  nothing: /*i18n*/ {
    id: 'screening.rating_reason.nothing',
    message: 'No match was confirmed and no answer speaks for a risk',
  },
} as const

export const dueTerms = {
  recheck: /*i18n*/ { id: 'screening.due.recheck', message: 'End of the validity of the check' },
} as const
