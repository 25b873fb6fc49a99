// Who acts by an API token: its owner, cut down to what the token may do.
import type { Db } from '../../database/connect.ts'
import { Refusal } from '../../errors.ts'
import type { Actor } from '../actor.ts'
import { TokenMayNot, TokenNotValid } from '../identity.errors.ts'
import { type Power, powers } from '../roles.terms.ts'
import { findActor } from '../session.ts'
import { tokenHash } from '../sign-in/sessions.ts'
import { findToken, markTokenUsed } from './tokens.store.ts'

/** Tells tokens from other secrets, for people and for programs that look for leaked ones. */
export const tokenPrefix = 'concord_'

/** The token of an Authorization header, or undefined when it carries none of ours. */
export function tokenFromHeader(header: string | undefined): string | undefined {
  const [, token] = /^Bearer (concord_\S+)$/i.exec(header ?? '') ?? []
  return token
}

const nowhere: ReadonlySet<string> = new Set()

/** The same person with less power. */
export function restrictedTo(actor: Actor, scopes: readonly Power[]): Actor {
  const may = (power: Power) => scopes.includes(power)
  return {
    ...actor,
    tokenScopes: scopes,
    reads: may('read') ? actor.reads : nowhere,
    writes: may('write') ? actor.writes : nowhere,
    administers: may('administer') && actor.administers,
    powers: Object.fromEntries(powers.map(power => [power, may(power) ? (actor.powers?.[power] ?? nowhere) : nowhere])),
  }
}

/** @throws Refusal 401 when the token is unknown, over, revoked, or its owner's account is closed. */
export async function actorOfToken(db: Db, token: string, today: string, from: string): Promise<Actor> {
  const found = await findToken(db, tokenHash(token), today)
  const owner = found && (await findActor(db, found.userId, today))
  if (!found || !owner) throw new Refusal(TokenNotValid)
  if (found.isStale) await markTokenUsed(db, found.id, from)
  const actor = restrictedTo(owner, found.scopes)
  return { ...actor, name: `${owner.name} (${found.name})` }
}

const looking: ReadonlySet<Power> = new Set(['read', 'confidential', 'audit'])

/** A token that may only look writes nothing at all, and none changes how its owner signs in. @throws Refusal 403 */
export function checkTokenUse(actor: Actor, method: string, path: string): void {
  if (!actor.tokenScopes) return
  const isWrite = method !== 'GET' && method !== 'HEAD'
  const onlyLooks = actor.tokenScopes.every(scope => looking.has(scope))
  const isOwnAccount = path.startsWith('/api/session/') || path.startsWith('/api/deputies')
  if (isOwnAccount || (isWrite && onlyLooks)) throw new Refusal(TokenMayNot)
}
