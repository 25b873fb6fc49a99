// API tokens over HTTP.
import { handle, type RouteRegistration } from '../../module.ts'
import { mustBeFresh } from '../sign-in/freshness.ts'
import { makeToken, revoke } from './token.actions.ts'
import * as contract from './token.contract.ts'
import { listTokens } from './tokens.store.ts'

export const tokenRoutes: RouteRegistration[] = [
  handle(contract.listOwnTokens, async ({ db, actor, today }) => ({
    items: await listTokens(db, actor.id!, today.toString()),
  })),
  handle(contract.makeToken, async ({ db, actor, body, run, today }) => {
    mustBeFresh(actor)
    const token = await run(makeToken, { ...body, name: body.name.trim() || '–' })
    return { token, items: await listTokens(db, actor.id!, today.toString()) }
  }),
  handle(contract.revokeToken, async ({ db, actor, params, run, today }) => {
    await run(revoke, { userId: actor.id!, id: params.id })
    return { items: await listTokens(db, actor.id!, today.toString()) }
  }),
  handle(contract.listAccountTokens, async ({ db, params, today }) => ({
    items: await listTokens(db, params.id, today.toString()),
  })),
  handle(contract.revokeAccountTokens, async ({ db, params, run, today }) => {
    await run(revoke, { userId: params.id })
    return { items: await listTokens(db, params.id, today.toString()) }
  }),
]
