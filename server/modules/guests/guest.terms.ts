// Words of guests that server and pages share: what a link allows, how it stands, what became of a file.
import { keysOf } from '#core/terms.ts'

export const guestRightTerms = {
  read: /*i18n*/ { id: 'guests.right.read', message: 'Read the record' },
  confirm: /*i18n*/ { id: 'guests.right.confirm', message: 'Confirm what happened' },
  other_deeds: /*i18n*/ {
    id: 'guests.right.other_deeds',
    message: 'Confirm also what belongs to no agreement',
  },
  comment: /*i18n*/ { id: 'guests.right.comment', message: 'Comment' },
  file: /*i18n*/ { id: 'guests.right.file', message: 'Supply files' },
} as const
export type GuestRight = keyof typeof guestRightTerms
export const guestRights = keysOf<GuestRight>(guestRightTerms)

export const guestStateTerms = {
  invited: /*i18n*/ { id: 'guests.state.invited', message: 'Not opened yet' },
  opened: /*i18n*/ { id: 'guests.state.opened', message: 'Opened' },
  expired: /*i18n*/ { id: 'guests.state.expired', message: 'Expired' },
  revoked: /*i18n*/ { id: 'guests.state.revoked', message: 'Revoked' },
} as const
export type GuestState = keyof typeof guestStateTerms
export const guestStates = keysOf<GuestState>(guestStateTerms)

export const suppliedFileStateTerms = {
  waiting: /*i18n*/ { id: 'guests.file_state.waiting', message: 'Waits for the office' },
  accepted: /*i18n*/ { id: 'guests.file_state.accepted', message: 'Accepted' },
  refused: /*i18n*/ { id: 'guests.file_state.refused', message: 'Not accepted' },
} as const
export type SuppliedFileState = keyof typeof suppliedFileStateTerms
export const suppliedFileStates = keysOf<SuppliedFileState>(suppliedFileStateTerms)
