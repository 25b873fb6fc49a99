// Making and revoking API tokens.
import { randomBytes } from 'node:crypto'
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { found } from '../../policy.ts'
import { type Actor, reachesNothing, reachOf } from '../actor.ts'
import { TokenTimeWrong, TokenTooMuch } from '../identity.errors.ts'
import { TokenGiven, TokenMade, TokensRevoked } from '../identity.events.ts'
import type { Power } from '../roles.terms.ts'
import { findActor } from '../session.ts'
import { tokenHash } from '../sign-in/sessions.ts'
import { tokenPrefix } from './token-actor.ts'
import { insertToken, revokeTokens } from './tokens.store.ts'

const longestDays = 366

interface TokenInput {
  name: string
  scopes: Power[]
  expiresOn: string
}

/** @throws Refusal 422 for a time out of bounds, and for powers that the owner has not. */
async function issue({ db, today }: ActionContext, owner: Actor, input: TokenInput): Promise<string> {
  const latest = today.add({ days: longestDays }).toString()
  if (input.expiresOn < today.toString() || input.expiresOn > latest) throw new Refusal(TokenTimeWrong)
  const has = (power: Power) => {
    if (power === 'administer') return owner.administers
    // Whoever has a role may be named as a reader, and says whether the token is to see that.
    return !reachesNothing(reachOf(owner, power === 'confidential' ? 'read' : power))
  }
  if (!input.scopes.every(has)) throw new Refusal(TokenTooMuch)
  const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
  await insertToken(db, { ...input, id: newId(), userId: owner.id!, hash: tokenHash(token) })
  return token
}

export const makeToken = defineAction({
  name: 'make-token',
  async run(ctx: ActionContext, { name, scopes, expiresOn }: TokenInput): Promise<string> {
    const token = await issue(ctx, ctx.actor, { name, scopes, expiresOn })
    const data = { name: ctx.actor.name, token: name, scopes, expiresOn }
    ctx.record(TokenMade, { subjectId: ctx.actor.id!, data })
    return token
  },
})

/** A token for somebody else, by whoever runs the installation. */
export const giveToken = defineAction({
  name: 'give-token',
  async run(ctx: ActionContext, { ownerId, ...input }: TokenInput & { ownerId: string }): Promise<string> {
    const owner = found(await findActor(ctx.db, ownerId, ctx.today.toString()))
    const token = await issue(ctx, owner, input)
    const data = { name: owner.name, token: input.name, scopes: input.scopes, expiresOn: input.expiresOn }
    ctx.record(TokenGiven, { subjectId: ownerId, data })
    return token
  },
})

/** One token of a person, or all of them. */
export const revoke = defineAction({
  name: 'revoke-tokens',
  async run(ctx: ActionContext, { userId, id }: { userId: string; id?: string }): Promise<void> {
    const person = found(
      await ctx.db.selectFrom('auth_user').select('name').where('id', '=', userId).executeTakeFirst(),
    )
    const names = await revokeTokens(ctx.db, userId, id)
    if (id !== undefined) found(names[0])
    if (names.length === 0) return ctx.unchanged()
    ctx.record(TokensRevoked, { subjectId: userId, data: { name: person.name, tokens: names } })
  },
})
