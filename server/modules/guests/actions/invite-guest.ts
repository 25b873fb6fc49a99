// Invites somebody at a partner, gives a new link, revokes it.
import { type ActionContext, defineAction } from '#core/actions.ts'
import { Refusal } from '#core/errors.ts'
import { newId } from '#core/ids.ts'
import { ensure, found } from '#core/policy.ts'
import { findRecord } from '#core/records.ts'
import { findAgreement, plainLine, textOrNull } from '#modules/agreements/index.ts'
import { canonicalIds } from '#modules/registry/index.ts'
import type { GuestInput } from '../guest.contract.ts'
import { GuestOrganisationStrange, GuestProofImpossible, GuestTimeWrong } from '../guest.errors.ts'
import { GuestInvited, GuestRenewed, GuestRevoked } from '../guest.events.ts'
import { canInvite, canRevoke } from '../guest.policy.ts'
import { type GuestRow, insertGuest, lockGuest, markRevoked, renewLink } from '../guest.store.ts'
import { sendGuestLink } from '../jobs/send-guest-mail.ts'
import { endVisits } from '../visit.store.ts'

/** The secret of a link: its hash, and the sealed form for the message; null when no message is sent. */
export interface LinkSecret {
  hash: string
  sealed: string
}

const usualDays = 30
const longestDays = 366

function lastDay({ today }: ActionContext, wanted: string | undefined): string {
  const day = wanted ?? today.add({ days: usualDays }).toString()
  if (day < today.toString() || day > today.add({ days: longestDays }).toString()) throw new Refusal(GuestTimeWrong)
  return day
}

function proofFor(wanted: boolean | undefined, email: string | null, sendsMail: boolean): boolean {
  const isPossible = email !== null && sendsMail
  if (wanted && !isPossible) throw new Refusal(GuestProofImpossible)
  return wanted ?? isPossible
}

const about = (guest: Pick<GuestRow, 'id' | 'name' | 'organisation_name'>) => ({
  guestId: guest.id,
  guest: guest.name,
  organisation: guest.organisation_name,
})

interface Inviting {
  agreementId: string
  input: GuestInput
  link: LinkSecret
  sendsMail: boolean
}

export const inviteGuest = defineAction({
  name: 'guest.invite',
  async run(ctx, { agreementId, input, link, sendsMail }: Inviting): Promise<{ id: string }> {
    const { db, actor } = ctx
    const record = found(await findRecord(db, actor, { subject: 'agreement', id: agreementId }))
    ensure(canInvite(actor, record))
    const agreement = found(await findAgreement(db, actor, agreementId))
    const wanted = await canonicalIds(db, [input.organisationId])
    const party = agreement.parties.find(
      one => one.side === 'partner' && one.organisation.id === wanted.get(input.organisationId),
    )
    if (!party) {
      const fields = [{ path: 'organisationId', message: GuestOrganisationStrange.text }]
      throw new Refusal(GuestOrganisationStrange, {}, { fields })
    }
    const email = input.email?.trim().toLowerCase() || null
    const expiresOn = lastDay(ctx, input.expiresOn)
    const guest = { id: newId(), name: plainLine(input.name) || '–', organisation_name: party.organisation.name }
    await insertGuest(db, {
      ...{ id: guest.id, homeId: agreement.home_id, agreementId, name: guest.name, email },
      ...{ organisationId: party.organisation.id, organisationName: guest.organisation_name },
      ...{ language: input.language, rights: [...new Set(['read' as const, ...input.rights])] },
      ...{ message: textOrNull(input.message), tokenHash: link.hash, expiresOn, invitedBy: actor.id },
      emailProof: proofFor(input.emailProof, email, sendsMail),
      forConfidential: record.confidential,
    })
    if (email && sendsMail) ctx.enqueue(sendGuestLink.name, { guestId: guest.id, sealed: link.sealed })
    const data = {
      ...about(guest),
      rights: ['read', ...input.rights.filter(right => right !== 'read')],
      until: expiresOn,
    }
    ctx.record(GuestInvited, { subjectId: agreementId, homeId: agreement.home_id, data })
    return { id: guest.id }
  },
})

interface Renewing {
  id: string
  expiresOn?: string | undefined
  link: LinkSecret
  sendsMail: boolean
}

/** The former link and all visits by it end. */
export const renewGuest = defineAction({
  name: 'guest.renew',
  async run(ctx, { id, expiresOn: wanted, link, sendsMail }: Renewing): Promise<void> {
    const guest = found(await lockGuest(ctx.db, id))
    const record = found(await findRecord(ctx.db, ctx.actor, { subject: 'agreement', id: guest.agreement_id }))
    ensure(canInvite(ctx.actor, record))
    const expiresOn = lastDay(ctx, wanted)
    // A code that can no longer be sent would lock the guest out.
    const emailProof = guest.email_proof && sendsMail
    await renewLink(ctx.db, id, { tokenHash: link.hash, expiresOn, forConfidential: record.confidential, emailProof })
    await endVisits(ctx.db, id)
    if (guest.email && sendsMail) ctx.enqueue(sendGuestLink.name, { guestId: id, sealed: link.sealed })
    const data = { ...about(guest), until: expiresOn }
    ctx.record(GuestRenewed, { subjectId: guest.agreement_id, homeId: guest.home_id, data })
  },
})

export const revokeGuest = defineAction({
  name: 'guest.revoke',
  async run(ctx, { id }: { id: string }): Promise<void> {
    const guest = found(await lockGuest(ctx.db, id))
    const record = found(await findRecord(ctx.db, ctx.actor, { subject: 'agreement', id: guest.agreement_id }))
    ensure(canRevoke(ctx.actor, record))
    if (guest.revoked_at !== null) return ctx.unchanged()
    await markRevoked(ctx.db, id, new Date(ctx.now.epochMilliseconds).toISOString())
    await endVisits(ctx.db, id)
    ctx.record(GuestRevoked, { subjectId: guest.agreement_id, homeId: guest.home_id, data: about(guest) })
  },
})
