// The sentences in which the ledger explains itself: periods, fulfilment, service, reasons of a pulse and next steps.

import type { FulfilmentStatus, Term } from '#modules/ledger/ledger.terms.ts'

// Counts are given as numbers. Days, quantities and years are given as text already written for the reader:
// the calendar and the digits are the reader's choice and not a property of the language.

/** Labels of periods; see `PeriodLabel`. */
export const periodLabelTerms = {
  year: /*i18n*/ { id: 'ledger.period_label.year', message: '{year}' },
  academic_year: /*i18n*/ { id: 'ledger.period_label.academic_year', message: '{year}' },
  semester: /*i18n*/ { id: 'ledger.period_label.semester', message: '{year}, semester {number}' },
  range: /*i18n*/ { id: 'ledger.period_label.range', message: '{from} to {until}' },
  until: /*i18n*/ { id: 'ledger.period_label.until', message: 'Until {until}' },
  since: /*i18n*/ { id: 'ledger.period_label.since', message: 'Since {from}' },
  open: /*i18n*/ { id: 'ledger.period_label.open', message: 'Whole term' },
} as const satisfies Record<string, Term>

/** One sentence for each status of a period; values: promised, delivered, planned. */
export const fulfilmentSentences = {
  kept: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.kept',
    message: '{delivered} delivered of {promised} promised: kept.',
  },
  exceeded: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.exceeded',
    message: '{delivered} delivered and {planned} planned, more than the {promised} agreed.',
  },
  partly_kept: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.partly_kept',
    message: 'Only {delivered} delivered of {promised} promised.',
  },
  broken: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.broken',
    message: 'Nothing delivered of {promised} promised, and the period is over.',
  },
  within: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.within',
    message: '{delivered} used and {planned} planned of at most {promised}.',
  },
  on_track: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.on_track',
    message: '{delivered} delivered and {planned} planned of {promised} promised: on track.',
  },
  at_risk: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.at_risk',
    message: '{delivered} delivered and {planned} planned of {promised} promised: too few for the time that is gone.',
  },
  not_due: /*i18n*/ { id: 'ledger.fulfilment_sentence.not_due', message: 'Nothing is due yet.' },
  waived: /*i18n*/ { id: 'ledger.fulfilment_sentence.waived', message: 'This period was waived and does not count.' },
  suspended: /*i18n*/ {
    id: 'ledger.fulfilment_sentence.suspended',
    message: 'The commitment was suspended; this period does not count.',
  },
} as const satisfies Record<FulfilmentStatus, Term>

/** Why an entry serves a commitment or none. */
export const servingSentences = {
  named: /*i18n*/ { id: 'ledger.serving.named', message: 'The activity names this commitment.' },
  named_unknown: /*i18n*/ {
    id: 'ledger.serving.named_unknown',
    message: 'The activity names a commitment that does not exist. Choose another one.',
  },
  only_one_fits: /*i18n*/ {
    id: 'ledger.serving.only_one_fits',
    message: 'By rule: it is the only active commitment that fits.',
  },
  several_fit: /*i18n*/ {
    id: 'ledger.serving.several_fit',
    message: 'More than one commitment fits. Choose the one that is served.',
  },
  none_fits: /*i18n*/ {
    id: 'ledger.serving.none_fits',
    message: 'A deed without a promise: no active commitment fits.',
  },
} as const satisfies Record<string, Term>

/** What keeps a commitment from fitting an entry. */
export const misfitSentences = {
  state: /*i18n*/ { id: 'ledger.misfit.state', message: 'The commitment is not active.' },
  kind: /*i18n*/ { id: 'ledger.misfit.kind', message: 'The commitment is about another kind of activity.' },
  unit: /*i18n*/ { id: 'ledger.misfit.unit', message: 'The commitment is counted in another unit.' },
  currency: /*i18n*/ { id: 'ledger.misfit.currency', message: 'The commitment is in another currency.' },
  direction: /*i18n*/ { id: 'ledger.misfit.direction', message: 'The commitment goes the other way.' },
  parties: /*i18n*/ { id: 'ledger.misfit.parties', message: 'The commitment is between other organisations or units.' },
  validity: /*i18n*/ { id: 'ledger.misfit.validity', message: 'The commitment was not valid on the first day.' },
  agreement: /*i18n*/ { id: 'ledger.misfit.agreement', message: 'The commitment stands in another agreement.' },
} as const satisfies Record<string, Term>

/** Reasons of a pulse. */
export const pulseReasonTerms = {
  no_agreement: /*i18n*/ { id: 'ledger.pulse_reason.no_agreement', message: 'No agreement has been in force.' },
  agreement_ended: /*i18n*/ {
    id: 'ledger.pulse_reason.agreement_ended',
    message: 'The last agreement ended on {until}.',
  },
  no_entry_ever: /*i18n*/ { id: 'ledger.pulse_reason.no_entry_ever', message: 'Nothing has ever been recorded.' },
  no_entry_lately: /*i18n*/ {
    id: 'ledger.pulse_reason.no_entry_lately',
    message: 'Nothing was recorded within {months, plural, one {# month} other {# months}}; the last was on {last}.',
  },
  commitments_broken: /*i18n*/ {
    id: 'ledger.pulse_reason.commitments_broken',
    message:
      '{count, plural, one {# commitment was} other {# commitments were}} broken in {periods, plural, one {the last period} other {each of the last # periods}}.',
  },
  agreement_ends: /*i18n*/ {
    id: 'ledger.pulse_reason.agreement_ends',
    message: 'An agreement that is in use ends on {until} and no renewal has begun.',
  },
  balance_partner_owes: /*i18n*/ {
    id: 'ledger.pulse_reason.balance_partner_owes',
    message: 'We gave {quantity} more than we received; {tolerance} would be tolerated.',
  },
  balance_home_owes: /*i18n*/ {
    id: 'ledger.pulse_reason.balance_home_owes',
    message: 'We received {quantity} more than we gave; {tolerance} would be tolerated.',
  },
  nothing_since_in_force: /*i18n*/ {
    id: 'ledger.pulse_reason.nothing_since_in_force',
    message: 'In force since {since}, and nothing was confirmed since.',
  },
  no_confirmed_ever: /*i18n*/ {
    id: 'ledger.pulse_reason.no_confirmed_ever',
    message: 'Nothing has been confirmed so far.',
  },
  no_confirmed_lately: /*i18n*/ {
    id: 'ledger.pulse_reason.no_confirmed_lately',
    message:
      'Nothing was confirmed in the last {months, plural, one {# month} other {# months}}; the last was on {last}.',
  },
  nothing_planned: /*i18n*/ {
    id: 'ledger.pulse_reason.nothing_planned',
    message: 'Nothing is planned for the next {months, plural, one {# month} other {# months}}.',
  },
  fewer_than_usual: /*i18n*/ {
    id: 'ledger.pulse_reason.fewer_than_usual',
    message:
      '{recent, plural, one {# entry} other {# entries}} in the last {months, plural, one {# month} other {# months}}; before that it was {mean} a year.',
  },
  in_force_lately: /*i18n*/ {
    id: 'ledger.pulse_reason.in_force_lately',
    message: 'In force only since {since}; nothing has been confirmed yet.',
  },
  not_in_force_yet: /*i18n*/ {
    id: 'ledger.pulse_reason.not_in_force_yet',
    message: 'The agreement is not in force yet.',
  },
  entries_lately: /*i18n*/ {
    id: 'ledger.pulse_reason.entries_lately',
    message:
      '{count, plural, one {# confirmed entry} other {# confirmed entries}} in the last {months, plural, one {# month} other {# months}}; the last on {last}.',
  },
} as const satisfies Record<string, Term>

/** The cheapest next step. */
export const pulseNextStepTerms = {
  propose_agreement: /*i18n*/ { id: 'ledger.next_step.propose_agreement', message: 'Propose an agreement.' },
  ask_whether_to_renew: /*i18n*/ {
    id: 'ledger.next_step.ask_whether_to_renew',
    message: 'Ask the partner whether to renew, or close the file.',
  },
  begin_renewal: /*i18n*/ { id: 'ledger.next_step.begin_renewal', message: 'Begin the renewal before {until}.' },
  plan_broken: /*i18n*/ {
    id: 'ledger.next_step.plan_broken',
    message:
      'Agree with the partner how to keep {count, plural, one {the broken commitment} other {the # broken commitments}}, or waive {count, plural, one {it} other {them}}.',
  },
  invite_more: /*i18n*/ {
    id: 'ledger.next_step.invite_more',
    message: 'Invite the partner to make use of what is open.',
  },
  send_more: /*i18n*/ { id: 'ledger.next_step.send_more', message: 'Plan something in the direction of the partner.' },
  confirm_past: /*i18n*/ {
    id: 'ledger.next_step.confirm_past',
    message:
      'Say whether {count, plural, one {# planned entry that is over} other {# planned entries that are over}} took place.',
  },
  carry_out_planned: /*i18n*/ {
    id: 'ledger.next_step.carry_out_planned',
    message: 'Make sure that what is planned for {next} takes place.',
  },
  start_promised: /*i18n*/ {
    id: 'ledger.next_step.start_promised',
    message: 'Start {count, plural, one {# commitment that was} other {# commitments that were}} never started.',
  },
  write_to_partner: /*i18n*/ {
    id: 'ledger.next_step.write_to_partner',
    message: 'Write to the partner and propose one activity.',
  },
  bring_into_force: /*i18n*/ { id: 'ledger.next_step.bring_into_force', message: 'Bring the agreement into force.' },
  plan_first: /*i18n*/ { id: 'ledger.next_step.plan_first', message: 'Plan the first activity.' },
  go_on: /*i18n*/ { id: 'ledger.next_step.go_on', message: 'Go on: nothing is needed now.' },
} as const satisfies Record<string, Term>

export type PulseReasonCode = keyof typeof pulseReasonTerms
export type PulseNextStepCode = keyof typeof pulseNextStepTerms
