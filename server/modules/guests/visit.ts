// A guest with the record that the link is for, or the one refusal that says nothing about why.
import type { Db } from '#core/database/connect.ts'
import { Refusal } from '#core/errors.ts'
import type { Actor } from '#core/identity/actor.ts'
import { findAgreement } from '#modules/agreements/index.ts'
import { organisationFamily } from '#modules/registry/index.ts'
import { GuestLinkNotValid } from './guest.errors.ts'
import { type GuestRow, guestState } from './guest.store.ts'
import { actorFor } from './guest-actor.ts'

export interface Visit {
  guest: GuestRow
  actor: Actor
  agreement: NonNullable<Awaited<ReturnType<typeof findAgreement>>>
  /** The guest's organisation with its units and what was merged into it. */
  family: ReadonlySet<string>
}

/** @throws Refusal when the link is over, or its record is gone, became confidential, or no longer names the partner. */
export async function visitOf(db: Db, guest: GuestRow | undefined, today: string, name: string): Promise<Visit> {
  if (!guest || ['revoked', 'expired'].includes(guestState(guest, today))) throw new Refusal(GuestLinkNotValid)
  const actor = actorFor(guest, name)
  const agreement = await findAgreement(db, actor, guest.agreement_id)
  if (!agreement || (agreement.confidentiality === 'confidential' && !guest.for_confidential))
    throw new Refusal(GuestLinkNotValid)
  const family = new Set(await organisationFamily(db, [guest.organisation_id]))
  const isParty = agreement.parties.some(party => party.side === 'partner' && family.has(party.organisation.id))
  if (!isParty) throw new Refusal(GuestLinkNotValid)
  return { guest, actor, agreement, family }
}
