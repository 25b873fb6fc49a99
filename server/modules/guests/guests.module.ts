// Guests: people at partners who come by a personal link to one record.
import { anonymous } from '#core/identity/actor.ts'
import { defineModule, type JobDefinition } from '#core/module.ts'
import { guestRoutes } from './guest.routes.ts'
import { secretHash, visitToken } from './guest-link.ts'
import { sendGuestCode, sendGuestLink } from './jobs/send-guest-mail.ts'
import { visitRoutes } from './visit.routes.ts'
import { findVisitor, forgetOldVisits, markUsed } from './visit.store.ts'

const forgetNightly: JobDefinition = {
  name: 'guests.forget_visits',
  schedule: '25 3 * * *',
  async run(_payload, { services: { db, clock } }) {
    await forgetOldVisits(db, new Date(clock.now().epochMilliseconds).toISOString())
  },
}

export const guestsModule = defineModule({
  name: 'guests',
  routes: [...guestRoutes, ...visitRoutes],
  jobs: [sendGuestLink, sendGuestCode, forgetNightly],
  async findGuest({ db, cookies, address, now, today }) {
    const token = visitToken(cookies)
    const guestId = /^\/api\/guest\/([\da-f-]{36})(?:[/?]|$)/.exec(address)?.[1]
    if (token === undefined || guestId === undefined) return undefined
    const at = new Date(now.epochMilliseconds).toISOString()
    const visitor = await findVisitor(db, secretHash(token), guestId, at, today)
    if (!visitor) return undefined
    if (visitor.isStale) await markUsed(db, visitor.id, at)
    return { ...anonymous(visitor.language), kind: 'guest', guestId: visitor.id, name: visitor.name }
  },
})
