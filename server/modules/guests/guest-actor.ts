// Who a guest is to the rest of the app: somebody who sees the home of the one record, and whose name says whose guest.

import type { Translator } from '#core/i18n.ts'
import { type Actor, systemActor } from '#core/identity/actor.ts'
import type { Term } from '#core/terms.ts'
import type { GuestRow } from './guest.store.ts'

const guestName: Term = /*i18n*/ { id: 'guests.actor', message: '{name} (guest of {organisation})' }

/** The name under which the trail keeps what a guest does; in the language of the installation, as names are. */
export const nameInTrail = (t: Translator, guest: Pick<GuestRow, 'name' | 'organisation_name'>): string =>
  t(guestName, { name: guest.name, organisation: guest.organisation_name })

/** Reads and writes for a guest, within what the calling action has decided; never given to a request. */
export function actorFor(guest: Pick<GuestRow, 'id' | 'home_id' | 'language'>, name: string): Actor {
  const home = new Set([guest.home_id])
  return {
    ...systemActor(name),
    ...{ kind: 'guest', language: guest.language, guestId: guest.id },
    ...{ reads: home, writes: home, administers: false },
  }
}
