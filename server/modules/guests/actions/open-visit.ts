// The way in: a link becomes a visit of one browser, after a code by e-mail where the link asks for one.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal, TooManyRequests } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { GuestLinkNotValid } from '../guest.errors.ts'
import { GuestOpened } from '../guest.events.ts'
import { type GuestRow, lockGuest } from '../guest.store.ts'
import { sameHash } from '../guest-link.ts'
import { sendGuestCode } from '../jobs/send-guest-mail.ts'
import { countTry, keepCode, openVisit } from '../visit.store.ts'
import { visitOf } from '../visit.ts'

/** Hours of a visit; longer where the browser proved that it belongs to the mailbox. */
export const visitHours = { plain: 12, proved: 7 * 24 } as const

const codeMinutes = 10
const mostTries = 5
const mostCodes = 5
const hour = 3_600_000

export interface Entering {
  id: string
  tokenHash: string
}

/** @throws Refusal: the same for every link that does not work. */
async function guestOf(ctx: ActionContext, { id, tokenHash }: Entering): Promise<GuestRow> {
  const guest = await lockGuest(ctx.db, id)
  if (!guest || !sameHash(guest.token_hash, tokenHash)) throw new Refusal(GuestLinkNotValid)
  await visitOf(ctx.db, guest, ctx.today.toString(), ctx.actor.name)
  return guest
}

async function enter(ctx: ActionContext, guest: GuestRow, visitHash: string): Promise<void> {
  const at = ctx.now.epochMilliseconds
  const hours = guest.email_proof ? visitHours.proved : visitHours.plain
  await openVisit(ctx.db, {
    ...{ id: newId(), guestId: guest.id, tokenHash: visitHash, proved: guest.email_proof },
    ...{ now: new Date(at).toISOString(), expiresAt: new Date(at + hours * hour).toISOString() },
  })
  const data = { guestId: guest.id, proved: guest.email_proof }
  ctx.record(GuestOpened, { subjectId: guest.agreement_id, homeId: guest.home_id, data })
}

/** Opens the visit, or answers that a code is needed. */
export const openLink = defineAction({
  name: 'guest.open',
  async run(ctx, input: Entering & { visitHash: string }): Promise<GuestRow> {
    const guest = await guestOf(ctx, input)
    if (guest.email_proof) ctx.unchanged()
    else await enter(ctx, guest, input.visitHash)
    return guest
  },
})

export const askForCode = defineAction({
  name: 'guest.ask_for_code',
  async run(ctx, input: Entering & { code: { hash: string; sealed: string } }): Promise<GuestRow> {
    const guest = await guestOf(ctx, input)
    ctx.unchanged()
    if (!guest.email_proof) return guest
    const now = ctx.now.epochMilliseconds
    const isNewHour = guest.codes_since === null || Date.parse(guest.codes_since) < now - hour
    if (!isNewHour && guest.codes_sent >= mostCodes) throw new Refusal(TooManyRequests)
    const { hash, sealed } = input.code
    await keepCode(ctx.db, guest.id, {
      ...{ hash, expiresAt: new Date(now + codeMinutes * 60_000).toISOString() },
      sent: isNewHour ? 1 : guest.codes_sent + 1,
      since: isNewHour ? new Date(now).toISOString() : guest.codes_since!,
    })
    ctx.enqueue(sendGuestCode.name, { guestId: guest.id, hash, sealed })
    return guest
  },
})

/** False when the code was wrong, too old, or tried too often; the try is counted. */
export const proveMailbox = defineAction({
  name: 'guest.prove',
  async run(
    ctx,
    input: Entering & { visitHash: string; codeHash: string },
  ): Promise<{ guest: GuestRow; fits: boolean }> {
    const guest = await guestOf(ctx, input)
    const isAlive =
      guest.code_hash !== null &&
      guest.code_tries < mostTries &&
      Date.parse(guest.code_expires_at ?? '') > ctx.now.epochMilliseconds
    if (!isAlive || !sameHash(guest.code_hash!, input.codeHash)) {
      await countTry(ctx.db, guest.id)
      ctx.unchanged()
      return { guest, fits: false }
    }
    await enter(ctx, guest, input.visitHash)
    return { guest, fits: true }
  },
})
