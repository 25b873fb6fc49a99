// The door of guests: what other modules may use.
export { GuestDisputed, GuestInvited, GuestOpened, GuestSuppliedFile } from './guest.events.ts'
