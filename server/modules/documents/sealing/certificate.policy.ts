// Who decides by which certificate an organisation seals: its administrators.
import { type Actor, reaches, reachesNothing, reachOf } from '#core/identity/actor.ts'
import { type Decision, when } from '#core/policy.ts'
import type { Term } from '#core/terms.ts'

const administratorsOnly: Term = /*i18n*/ {
  id: 'documents.policy.administrators_only',
  message: 'Only administrators of the organisation decide how it seals.',
}

export const canSeeCertificates = (actor: Actor): Decision =>
  when(!reachesNothing(reachOf(actor, 'administer')), administratorsOnly)

export const canChangeCertificate = (actor: Actor, homeId: string): Decision =>
  when(reaches(reachOf(actor, 'administer'), homeId), administratorsOnly)
