// The door of due diligence: what other modules may use.
export { followRecord } from './jobs/compare-checks.ts'
export { type CheckableKind, declareCheckable, type RecordParty } from './record-parties.ts'
export { type ScreeningState, screeningStateTerms } from './screening.states.ts'
