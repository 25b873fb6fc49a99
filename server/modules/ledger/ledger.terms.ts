// The lists of words the ledger knows (kinds, units, comparators, periods, states ...), each with its English label.

/** A text of the interface: the key in the catalogue and the English wording (ICU). */
export type Term = { readonly id: string; readonly message: string }

/** Kinds of commitments and entries that come with the product; an installation may add its own. */
export const kindTerms = {
  student_mobility: /*i18n*/ { id: 'ledger.kind.student_mobility', message: 'Student mobility' },
  staff_mobility: /*i18n*/ { id: 'ledger.kind.staff_mobility', message: 'Staff mobility' },
  joint_project: /*i18n*/ { id: 'ledger.kind.joint_project', message: 'Joint project' },
  event: /*i18n*/ { id: 'ledger.kind.event', message: 'Event' },
  publication: /*i18n*/ { id: 'ledger.kind.publication', message: 'Publication' },
  joint_degree: /*i18n*/ { id: 'ledger.kind.joint_degree', message: 'Joint degree' },
  resource_access: /*i18n*/ { id: 'ledger.kind.resource_access', message: 'Access to resources' },
  course: /*i18n*/ { id: 'ledger.kind.course', message: 'Course' },
  lectureship: /*i18n*/ { id: 'ledger.kind.lectureship', message: 'Lectureship' },
  recognition: /*i18n*/ { id: 'ledger.kind.recognition', message: 'Recognition' },
  technology_transfer: /*i18n*/ { id: 'ledger.kind.technology_transfer', message: 'Technology transfer' },
  funding: /*i18n*/ { id: 'ledger.kind.funding', message: 'Funding' },
  visit: /*i18n*/ { id: 'ledger.kind.visit', message: 'Visit' },
  governance: /*i18n*/ { id: 'ledger.kind.governance', message: 'Governance' },
  report: /*i18n*/ { id: 'ledger.kind.report', message: 'Report' },
  other: /*i18n*/ { id: 'ledger.kind.other', message: 'Other' },
} as const satisfies Record<string, Term>

export const unitTerms = {
  person: /*i18n*/ { id: 'ledger.unit.person', message: 'Persons' },
  person_month: /*i18n*/ { id: 'ledger.unit.person_month', message: 'Person-months' },
  day: /*i18n*/ { id: 'ledger.unit.day', message: 'Days' },
  event: /*i18n*/ { id: 'ledger.unit.event', message: 'Events' },
  project: /*i18n*/ { id: 'ledger.unit.project', message: 'Projects' },
  publication: /*i18n*/ { id: 'ledger.unit.publication', message: 'Publications' },
  course: /*i18n*/ { id: 'ledger.unit.course', message: 'Courses' },
  hour: /*i18n*/ { id: 'ledger.unit.hour', message: 'Hours' },
  learner: /*i18n*/ { id: 'ledger.unit.learner', message: 'Learners' },
  place: /*i18n*/ { id: 'ledger.unit.place', message: 'Places' },
  decision: /*i18n*/ { id: 'ledger.unit.decision', message: 'Decisions' },
  deal: /*i18n*/ { id: 'ledger.unit.deal', message: 'Deals' },
  document: /*i18n*/ { id: 'ledger.unit.document', message: 'Documents' },
  money: /*i18n*/ { id: 'ledger.unit.money', message: 'Money' },
} as const satisfies Record<string, Term>

/** "1 person", "1.47 person-months": `quantity` is the displayed number; money adds `currency`. */
export const unitQuantityTerms = {
  person: /*i18n*/ { id: 'ledger.quantity.person', message: '{quantity, plural, one {# person} other {# persons}}' },
  person_month: /*i18n*/ {
    id: 'ledger.quantity.person_month',
    message: '{quantity, plural, one {# person-month} other {# person-months}}',
  },
  day: /*i18n*/ { id: 'ledger.quantity.day', message: '{quantity, plural, one {# day} other {# days}}' },
  event: /*i18n*/ { id: 'ledger.quantity.event', message: '{quantity, plural, one {# event} other {# events}}' },
  project: /*i18n*/ {
    id: 'ledger.quantity.project',
    message: '{quantity, plural, one {# project} other {# projects}}',
  },
  publication: /*i18n*/ {
    id: 'ledger.quantity.publication',
    message: '{quantity, plural, one {# publication} other {# publications}}',
  },
  course: /*i18n*/ { id: 'ledger.quantity.course', message: '{quantity, plural, one {# course} other {# courses}}' },
  hour: /*i18n*/ { id: 'ledger.quantity.hour', message: '{quantity, plural, one {# hour} other {# hours}}' },
  learner: /*i18n*/ {
    id: 'ledger.quantity.learner',
    message: '{quantity, plural, one {# learner} other {# learners}}',
  },
  place: /*i18n*/ { id: 'ledger.quantity.place', message: '{quantity, plural, one {# place} other {# places}}' },
  decision: /*i18n*/ {
    id: 'ledger.quantity.decision',
    message: '{quantity, plural, one {# decision} other {# decisions}}',
  },
  deal: /*i18n*/ { id: 'ledger.quantity.deal', message: '{quantity, plural, one {# deal} other {# deals}}' },
  document: /*i18n*/ {
    id: 'ledger.quantity.document',
    message: '{quantity, plural, one {# document} other {# documents}}',
  },
  money: /*i18n*/ { id: 'ledger.quantity.money', message: '{quantity, number} {currency}' },
} as const satisfies Record<Unit, Term>

export const comparatorTerms = {
  at_least: /*i18n*/ { id: 'ledger.comparator.at_least', message: 'At least' },
  at_most: /*i18n*/ { id: 'ledger.comparator.at_most', message: 'At most' },
  exactly: /*i18n*/ { id: 'ledger.comparator.exactly', message: 'Exactly' },
} as const satisfies Record<string, Term>

export const periodTerms = {
  once: /*i18n*/ { id: 'ledger.period.once', message: 'Once' },
  per_calendar_year: /*i18n*/ { id: 'ledger.period.per_calendar_year', message: 'Every calendar year' },
  per_academic_year: /*i18n*/ { id: 'ledger.period.per_academic_year', message: 'Every academic year' },
  per_semester: /*i18n*/ { id: 'ledger.period.per_semester', message: 'Every semester' },
  every_n_years: /*i18n*/ {
    id: 'ledger.period.every_n_years',
    message: '{years, plural, one {Every year since the start} other {Every # years}}',
  },
  whole_term: /*i18n*/ { id: 'ledger.period.whole_term', message: 'Over the whole term' },
} as const satisfies Record<string, Term>

export const carryTerms = {
  none: /*i18n*/ { id: 'ledger.carry.none', message: 'Nothing is carried over' },
  deficit: /*i18n*/ { id: 'ledger.carry.deficit', message: 'What is missing is carried over' },
  surplus: /*i18n*/ { id: 'ledger.carry.surplus', message: 'What is too much is carried over' },
  both: /*i18n*/ { id: 'ledger.carry.both', message: 'What is missing or too much is carried over' },
} as const satisfies Record<string, Term>

export const conditionTerms = {
  none: /*i18n*/ { id: 'ledger.condition.none', message: 'Without condition' },
  subject_to_funds: /*i18n*/ { id: 'ledger.condition.subject_to_funds', message: 'Subject to funds' },
  subject_to_separate_agreement: /*i18n*/ {
    id: 'ledger.condition.subject_to_separate_agreement',
    message: 'Subject to a separate agreement',
  },
  on_request: /*i18n*/ { id: 'ledger.condition.on_request', message: 'On request' },
} as const satisfies Record<string, Term>

export const commitmentStateTerms = {
  proposed: /*i18n*/ { id: 'ledger.commitment_state.proposed', message: 'Proposed' },
  active: /*i18n*/ { id: 'ledger.commitment_state.active', message: 'Active' },
  suspended: /*i18n*/ { id: 'ledger.commitment_state.suspended', message: 'Suspended' },
  ended: /*i18n*/ { id: 'ledger.commitment_state.ended', message: 'Ended' },
} as const satisfies Record<string, Term>

/** How an ended commitment ended. */
export const endingTerms = {
  kept: /*i18n*/ { id: 'ledger.ending.kept', message: 'Kept' },
  lapsed: /*i18n*/ { id: 'ledger.ending.lapsed', message: 'Lapsed' },
  waived: /*i18n*/ { id: 'ledger.ending.waived', message: 'Waived' },
  superseded: /*i18n*/ { id: 'ledger.ending.superseded', message: 'Superseded' },
} as const satisfies Record<string, Term>

export const entryStateTerms = {
  planned: /*i18n*/ { id: 'ledger.entry_state.planned', message: 'Planned' },
  confirmed: /*i18n*/ { id: 'ledger.entry_state.confirmed', message: 'Confirmed' },
} as const satisfies Record<string, Term>

export const evidenceTerms = {
  file: /*i18n*/ { id: 'ledger.evidence.file', message: 'File' },
  link: /*i18n*/ { id: 'ledger.evidence.link', message: 'Link' },
  partner_confirmation: /*i18n*/ {
    id: 'ledger.evidence.partner_confirmation',
    message: 'Confirmation by the partner',
  },
  credential: /*i18n*/ { id: 'ledger.evidence.credential', message: 'Credential' },
  publication: /*i18n*/ { id: 'ledger.evidence.publication', message: 'Publication' },
} as const satisfies Record<string, Term>

export const fulfilmentTerms = {
  kept: /*i18n*/ { id: 'ledger.fulfilment.kept', message: 'Kept' },
  exceeded: /*i18n*/ { id: 'ledger.fulfilment.exceeded', message: 'Exceeded' },
  partly_kept: /*i18n*/ { id: 'ledger.fulfilment.partly_kept', message: 'Partly kept' },
  broken: /*i18n*/ { id: 'ledger.fulfilment.broken', message: 'Broken' },
  within: /*i18n*/ { id: 'ledger.fulfilment.within', message: 'Within the limit' },
  on_track: /*i18n*/ { id: 'ledger.fulfilment.on_track', message: 'On track' },
  at_risk: /*i18n*/ { id: 'ledger.fulfilment.at_risk', message: 'At risk' },
  not_due: /*i18n*/ { id: 'ledger.fulfilment.not_due', message: 'Not due' },
  waived: /*i18n*/ { id: 'ledger.fulfilment.waived', message: 'Waived' },
  suspended: /*i18n*/ { id: 'ledger.fulfilment.suspended', message: 'Suspended' },
} as const satisfies Record<string, Term>

/** Marks beside a status. */
export const fulfilmentMarkTerms = {
  never_started: /*i18n*/ { id: 'ledger.fulfilment_mark.never_started', message: 'Never started' },
  conditional: /*i18n*/ { id: 'ledger.fulfilment_mark.conditional', message: 'Conditional' },
} as const satisfies Record<string, Term>

export const pulseTerms = {
  alive: /*i18n*/ { id: 'ledger.pulse.alive', message: 'Alive' },
  new: /*i18n*/ { id: 'ledger.pulse.new', message: 'New' },
  fading: /*i18n*/ { id: 'ledger.pulse.fading', message: 'Fading' },
  dormant: /*i18n*/ { id: 'ledger.pulse.dormant', message: 'Sleeping' },
  at_risk: /*i18n*/ { id: 'ledger.pulse.at_risk', message: 'At risk' },
  ended: /*i18n*/ { id: 'ledger.pulse.ended', message: 'Ended' },
} as const satisfies Record<string, Term>

export type BuiltInKind = keyof typeof kindTerms
export type Unit = keyof typeof unitTerms
export type Comparator = keyof typeof comparatorTerms
export type PeriodKind = keyof typeof periodTerms
export type Carry = keyof typeof carryTerms
export type Condition = keyof typeof conditionTerms
export type CommitmentState = keyof typeof commitmentStateTerms
export type Ending = keyof typeof endingTerms
export type EntryState = keyof typeof entryStateTerms
export type EvidenceKind = keyof typeof evidenceTerms
export type FulfilmentStatus = keyof typeof fulfilmentTerms
export type PulseStatus = keyof typeof pulseTerms

function keysOf<T extends object>(terms: T): readonly (keyof T & string)[] {
  return Object.keys(terms) as (keyof T & string)[]
}

export const kinds = keysOf(kindTerms)
export const units = keysOf(unitTerms)
export const comparators = keysOf(comparatorTerms)
export const periodKinds = keysOf(periodTerms)
export const carries = keysOf(carryTerms)
export const conditions = keysOf(conditionTerms)
export const commitmentStates = keysOf(commitmentStateTerms)
export const endings = keysOf(endingTerms)
export const entryStates = keysOf(entryStateTerms)
export const evidenceKinds = keysOf(evidenceTerms)
export const fulfilmentStatuses = keysOf(fulfilmentTerms)
export const pulseStatuses = keysOf(pulseTerms)
