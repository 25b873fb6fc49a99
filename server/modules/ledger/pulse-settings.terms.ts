// The sentence that explains each number by which the pulse is judged, in the order of the rules.
import type { Term } from '#modules/ledger/ledger.terms.ts'
import type { PulseSettings } from './pulse.settings.ts'

/** What each setting means; `value` is its number. */
export const pulseSettingTerms = {
  endedAfterMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.ended_after_months',
    message:
      'Ended: no agreement is in force and there was no entry within {value, plural, one {# month} other {# months}}.',
  },
  brokenPeriods: /*i18n*/ {
    id: 'ledger.pulse_setting.broken_periods',
    message:
      'At risk: a commitment was broken in {value, plural, one {its last period} other {each of its last # periods}}.',
  },
  recentEntriesMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.recent_entries_months',
    message:
      'An agreement that runs out is a risk when it had entries in the last {value, plural, one {# month} other {# months}}.',
  },
  endsWithinMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.ends_within_months',
    message:
      'At risk: such an agreement ends within {value, plural, one {# month} other {# months}} and no renewal has begun.',
  },
  balanceTolerance: /*i18n*/ {
    id: 'ledger.pulse_setting.balance_tolerance',
    message: 'At risk: a balance is more than {value} away from zero, unless the agreement sets another tolerance.',
  },
  balanceMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.balance_months',
    message: 'The balance is that of the last {value, plural, one {# month} other {# months}}.',
  },
  dormantAfterMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.dormant_after_months',
    message: 'Sleeping: there was no confirmed entry in the last {value, plural, one {# month} other {# months}} ...',
  },
  plannedAheadMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.planned_ahead_months',
    message: '... none is planned in the next {value, plural, one {# month} other {# months}} ...',
  },
  settledAfterMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.settled_after_months',
    message: '... and an agreement has been in force for more than {value, plural, one {# month} other {# months}}.',
  },
  fadingAfterMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.fading_after_months',
    message: 'Fading: there was no confirmed entry in the last {value, plural, one {# month} other {# months}} ...',
  },
  fadingBaselineMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.fading_baseline_months',
    message: '... or fewer than usual, compared with the {value, plural, one {# month} other {# months}} before ...',
  },
  fadingShare: /*i18n*/ {
    id: 'ledger.pulse_setting.fading_share',
    message: '... that is, fewer than {value, number, percent} of their yearly mean.',
  },
  newWithinMonths: /*i18n*/ {
    id: 'ledger.pulse_setting.new_within_months',
    message:
      'New: an agreement has been in force for less than {value, plural, one {# month} other {# months}} and there is no confirmed entry yet.',
  },
} as const satisfies Record<keyof PulseSettings, Term>
