// Colours of what becomes of links and files of guests.
import type { GuestState, SuppliedFileState } from '#modules/guests/guest.terms.ts'
import type { Tone } from '../../kit/status-dot.tsx'

export const guestTones: Record<GuestState, Tone> = { invited: 'info', opened: 'ok', expired: 'quiet', revoked: 'bad' }

export const fileTones: Record<SuppliedFileState, Tone> = { waiting: 'info', accepted: 'ok', refused: 'warn' }
