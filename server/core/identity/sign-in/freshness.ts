// A stolen session must not become a lasting one: what opens the account later is changed soon after signing in.
import { Refusal } from '../../errors.ts'
import type { Actor } from '../actor.ts'
import { SignInAgain } from '../identity.errors.ts'

const hour = 3_600_000

/** @throws Refusal 403 when the person signed in more than an hour ago, or acts by a token. */
export function mustBeFresh(actor: Actor): void {
  if (!actor.signedInAt || Date.now() - Date.parse(actor.signedInAt) > hour) throw new Refusal(SignInAgain)
}
