// Decisions about who may do what: plain values that carry their reason, composed with all and any.
import type { Abilities } from './contract.ts'
import { Forbidden, NotFound, Refusal } from './errors.ts'
import type { Term } from './terms.ts'

export type Decision = { allowed: true } | { allowed: false; reason: Term }

export const allow: Decision = { allowed: true }
export const deny = (reason: Term): Decision => ({ allowed: false, reason })
export const when = (condition: boolean, reason: Term): Decision => (condition ? allow : deny(reason))

/** Allowed when every decision is; otherwise the first refusal. */
export const all = (...decisions: Decision[]): Decision => decisions.find(d => !d.allowed) ?? allow

/** Allowed when one decision is; otherwise the last refusal. */
export const any = (...decisions: Decision[]): Decision =>
  decisions.find(d => d.allowed) ?? decisions.at(-1) ?? deny(nobodyMay)

const nobodyMay: Term = /*i18n*/ { id: 'core.policy.nobody', message: 'Nobody may do this.' }

/** Throws 403 with the reason unless allowed. */
export function ensure(decision: Decision): void {
  if (!decision.allowed) throw new Refusal(Forbidden, {}, { reason: decision.reason })
}

/** Throws 404 when the record is missing or not visible, so that its existence does not leak. */
export function found<T>(record: T | undefined | null): T {
  if (record === undefined || record === null) throw new Refusal(NotFound)
  return record
}

/** Decisions as they travel to the web: true or the reason in the reader's language. */
export function presentAbilities(decisions: Record<string, Decision>, translate: (term: Term) => string): Abilities {
  const abilities: Abilities = {}
  for (const [name, decision] of Object.entries(decisions))
    abilities[name] = decision.allowed ? true : { reason: translate(decision.reason) }
  return abilities
}
