// Who invites guests and decides what they supply: whoever may change the record; administrators revoke any link.
import type { Actor } from '#core/identity/actor.ts'
import { type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'
import type { GuestRight } from './guest.terms.ts'

const notYours: Term = /*i18n*/ {
  id: 'guests.policy.not_yours',
  message: 'Only those who may change the agreement invite guests to it.',
}

/** What of a record decides. */
export interface RecordStanding {
  decide(actor: Actor): { write: boolean }
}

export const canInvite = (actor: Actor, record: RecordStanding): Decision => when(record.decide(actor).write, notYours)

export const canRevoke = (actor: Actor, record: RecordStanding): Decision =>
  when(actor.administers || record.decide(actor).write, notYours)

const notInLink: Term = /*i18n*/ { id: 'guests.policy.not_in_link', message: 'Your link does not allow this.' }

export const allows = (rights: readonly string[], right: GuestRight): Decision =>
  when(right === 'read' || rights.includes(right), notInLink)
