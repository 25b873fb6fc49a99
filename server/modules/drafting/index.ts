// The door of drafting: what other modules may use.
export type { DraftRight, DraftText } from './draft.contract.ts'
export { DraftBegun, DraftRestored, DraftVersionKept, SuggestionsDecided } from './draft.events.ts'
export { draftRight } from './draft.policy.ts'
export { textOfVersion } from './draft.presenter.ts'
export { findDraft } from './draft.store.ts'
export { hashOf } from './draft-text.ts'
