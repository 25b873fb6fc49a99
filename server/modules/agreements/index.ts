// The door of the agreements: what other modules may use.
export { attachFile, keepFile } from './actions/add-file.ts'
export { type RecordInput, recordAgreements } from './actions/record-agreements.ts'
export { removeAgreements } from './actions/remove-agreements.ts'
export { type Revised, type ReviseInput, reviseAgreements } from './actions/revise-agreements.ts'
export type { AgreementInput, OriginalRow } from './agreement.contract.ts'
export {
  AgreementChanged,
  AgreementFileAdded,
  AgreementFileRemoved,
  AgreementFileReplaced,
  AgreementMoved,
  AgreementRecorded,
  AgreementRemoved,
} from './agreement.events.ts'
export { canStep as canStepAgreement, visibleAgreement } from './agreement.policy.ts'
export { agreementTitles, presentAgreement } from './agreement.presenter.ts'
export { type AgreementState, agreementStates, agreementStateTerms } from './agreement.states.ts'
export {
  type AgreementKind,
  agreementKinds,
  agreementKindTerms,
  endKindTerms,
  type FilePurpose,
  type Renewal,
  renewalTerms,
} from './agreement.terms.ts'
export { agreementFieldTerms } from './agreement-changes.ts'
export { findRecord as findAgreement, listVisible as listVisibleAgreements } from './agreement-record.store.ts'
export { originalsOf, versionsOf } from './agreement-versions.store.ts'
export { readOwnBorders } from './map-borders.ts'
export { organisationsInUse } from './parties-in-use.store.ts'
export { lineOrNull, plainLine, plainText, textOrNull } from './plain-text.ts'
export {
  addedColumns,
  type ExportRequest,
  exportPortfolioTable,
  type PortfolioTable,
  writeJson,
} from './portfolio/portfolio-export.ts'
export { exportRoute } from './portfolio.routes.ts'
export { AgreementReaderNamed, AgreementReaderRemoved } from './readers/reader.events.ts'
export type { SimilarMatch, SimilarProbe } from './similar.store.ts'
export { similarAgreements } from './similar.ts'
export { isBuiltOn } from './standing.store.ts'
export { refreshStandings } from './standing.ts'
export { type TakenFile, takeUpload } from './uploads.ts'
