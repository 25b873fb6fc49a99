// Events of commitments and entries.
import Type from 'typebox'
import { defineEvent } from '#core/events.ts'
import { commitmentStateTerms, kindTerms } from './ledger.terms.ts'

const words = { kind: kindTerms }

const Promise_ = Type.Object({
  kind: Type.String(),
  promisor: Type.String(),
  beneficiary: Type.String(),
  agreementId: Type.Union([Type.String(), Type.Null()]),
})

export const CommitmentRecorded = defineEvent({
  type: 'commitment.recorded',
  subject: 'commitment',
  words,
  data: Promise_,
  text: /*i18n*/ {
    id: 'ledger.event.commitment_recorded',
    message: '{actor} recorded a commitment of {promisor} to {beneficiary}: {kind}',
  },
})
export const CommitmentChanged = defineEvent({
  type: 'commitment.changed',
  subject: 'commitment',
  personal: { others: ['partnerOwner'] },
  words,
  data: Promise_,
  text: /*i18n*/ { id: 'ledger.event.commitment_changed', message: '{actor} corrected the commitment: {kind}' },
})
export const CommitmentMoved = defineEvent({
  type: 'commitment.moved',
  subject: 'commitment',
  words: { kind: kindTerms, state: commitmentStateTerms },
  data: Type.Object({
    kind: Type.String(),
    state: Type.String(),
    agreementId: Type.Union([Type.String(), Type.Null()]),
  }),
  text: /*i18n*/ { id: 'ledger.event.commitment_moved', message: '{actor} set the commitment {kind} to: {state}' },
})
export const PeriodWaived = defineEvent({
  type: 'commitment.period_waived',
  subject: 'commitment',
  words,
  data: Type.Object({ kind: Type.String(), period: Type.String() }),
  text: /*i18n*/ { id: 'ledger.event.period_waived', message: '{actor} waived the period {period} of: {kind}' },
})
export const EntriesPosted = defineEvent({
  type: 'entry.posted',
  subject: 'activity',
  words,
  data: Type.Object({
    kind: Type.String(),
    title: Type.String(),
    posted: Type.Integer(),
    reversed: Type.Integer(),
    agreementIds: Type.Array(Type.String()),
  }),
  text: /*i18n*/ {
    id: 'ledger.event.entry_posted',
    message:
      '{actor} recorded {kind} {title}{reversed, plural, =0 {} one { (one earlier entry was taken back)} other { (# earlier entries were taken back)}}',
  },
})
export const EntriesReversed = defineEvent({
  type: 'entry.reversed',
  subject: 'activity',
  words,
  data: Type.Object({
    kind: Type.String(),
    title: Type.String(),
    reversed: Type.Integer(),
    agreementIds: Type.Array(Type.String()),
  }),
  text: /*i18n*/ { id: 'ledger.event.entry_reversed', message: '{actor} took back {kind} {title}' },
})
const Allocation = Type.Object({
  kind: Type.String(),
  entries: Type.Integer(),
  entryIds: Type.Array(Type.String()),
  /** The commitment that these entries served until now. */
  formerId: Type.Union([Type.String(), Type.Null()]),
  agreementIds: Type.Array(Type.String()),
})
export const EntriesAllocated = defineEvent({
  type: 'commitment.entries_allocated',
  subject: 'commitment',
  words,
  data: Allocation,
  text: /*i18n*/ {
    id: 'ledger.event.entries_allocated',
    message:
      '{actor} made a change after which {entries, plural, one {# entry already on record serves} other {# entries already on record serve}} this commitment by the rule: {kind}',
  },
})
export const EntriesReleased = defineEvent({
  type: 'commitment.entries_released',
  subject: 'commitment',
  words,
  data: Allocation,
  text: /*i18n*/ {
    id: 'ledger.event.entries_released',
    message:
      '{actor} made a change after which {entries, plural, one {# entry no longer serves} other {# entries no longer serve}} this commitment: {kind}',
  },
})
export const EvidenceAdded = defineEvent({
  type: 'entry.evidence_added',
  subject: 'activity',
  words,
  data: Type.Object({ kind: Type.String(), evidence: Type.String() }),
  text: /*i18n*/ { id: 'ledger.event.evidence_added', message: '{actor} added evidence for {kind}: {evidence}' },
})
export const EntryConfirmedByPartner = defineEvent({
  type: 'entry.partner_confirmed',
  subject: 'activity',
  words,
  data: Type.Object({ kind: Type.String(), title: Type.String() }),
  text: /*i18n*/ {
    id: 'ledger.event.partner_confirmed',
    message: '{actor} confirmed that this happened: {kind} {title}',
  },
})
export const PulseSettingsChanged = defineEvent({
  type: 'pulse_settings.changed',
  subject: 'installation',
  words,
  data: Type.Object({}),
  text: /*i18n*/ {
    id: 'ledger.event.pulse_settings_changed',
    message: '{actor} changed the numbers by which pulse judges',
  },
})
