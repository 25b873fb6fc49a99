// The door of the ledger: what other modules may use.
export { confirmByPartner } from './actions/confirm-by-partner.ts'
export { commitmentRows, writeCommitments } from './actions/record-commitments.ts'
export { removeCommitments } from './actions/remove-commitments.ts'
export { presentBalance } from './balance.view.ts'
export {
  listCommitments,
  listCommitmentsSince,
  type NewCommitment,
  type StoredCommitment,
} from './commitment.store.ts'
export { activityIdsOf, listEntries } from './entry.store.ts'
export type { Fulfilment } from './fulfilment.ts'
export { isBrokenLately } from './kept-share.ts'
export {
  CommitmentChanged,
  CommitmentMoved,
  CommitmentRecorded,
  EntriesAllocated,
  EntriesPosted,
  EntriesReleased,
  EntriesReversed,
  EvidenceAdded,
  PeriodWaived,
  PulseSettingsChanged,
} from './ledger.events.ts'
export { ledgerFieldTerms } from './ledger.fields.ts'
export { canPostEntry, entryVisible } from './ledger.policy.ts'
export { pulseNextStepTerms, pulseReasonTerms } from './ledger.sentences.ts'
export { type Judged, judgeCommitments, presentCommitments, presentEntries, summarise } from './ledger.views.ts'
export { type LedgerSource, writeSources } from './ledger-source.store.ts'
export { periodsOf } from './periods.ts'
export { postLines } from './posting-lines.ts'
export type { PulseAgreement, PulseFacts } from './pulse.facts.ts'
export type { PulseSettings } from './pulse.settings.ts'
export { type Pulse, pulse } from './pulse.ts'
export { readPulseSettings } from './pulse-settings.store.ts'
export { displayQuantity, toBaseQuantity } from './quantity.ts'
export { sumBalance } from './totals.store.ts'
