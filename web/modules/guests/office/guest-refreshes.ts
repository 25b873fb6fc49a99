// What a change of guests makes stale.
import { getAgreement, getAgreementTimeline } from '#modules/agreements/agreement.contract.ts'
import { listAllGuests, listRecordGuests } from '#modules/guests/guest.contract.ts'

export const guestRefreshes = [listRecordGuests, listAllGuests, getAgreement, getAgreementTimeline] as const
