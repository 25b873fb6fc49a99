// Making and revoking API tokens.
import { randomBytes } from 'node:crypto'
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import { newId } from '../../ids.ts'
import { found } from '../../policy.ts'
import { reachesNothing, reachOf } from '../actor.ts'
import { TokenTimeWrong, TokenTooMuch } from '../identity.errors.ts'
import { TokenMade, TokensRevoked } from '../identity.events.ts'
import type { Power } from '../roles.terms.ts'
import { tokenHash } from '../sign-in/sessions.ts'
import { tokenPrefix } from './token-actor.ts'
import { insertToken, revokeTokens } from './tokens.store.ts'

const longestDays = 366

export const makeToken = defineAction({
  name: 'make-token',
  async run(ctx: ActionContext, input: { name: string; scopes: Power[]; expiresOn: string }): Promise<string> {
    const { actor, today } = ctx
    const latest = today.add({ days: longestDays }).toString()
    if (input.expiresOn < today.toString() || input.expiresOn > latest) throw new Refusal(TokenTimeWrong)
    const has = (power: Power) => (power === 'administer' ? actor.administers : !reachesNothing(reachOf(actor, power)))
    if (!input.scopes.every(has)) throw new Refusal(TokenTooMuch)
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
    const { name, scopes, expiresOn } = input
    await insertToken(ctx.db, { id: newId(), userId: actor.id!, name, hash: tokenHash(token), scopes, expiresOn })
    ctx.record(TokenMade, { subjectId: actor.id!, data: { name: actor.name, token: name, scopes, expiresOn } })
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
