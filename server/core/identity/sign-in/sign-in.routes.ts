// Signing in and out over HTTP, where one is signed in, and the log of it.
import { Refusal, TooManyRequests } from '../../errors.ts'
import { handle, type RequestContext, type RouteRegistration } from '../../module.ts'
import { ensure, when } from '../../policy.ts'
import type { Term } from '../../terms.ts'
import { type Actor, reachesNothing, reachOf } from '../actor.ts'
import { checkPassword } from '../authentication.ts'
import * as identity from '../identity.contract.ts'
import { WrongCredentials } from '../identity.errors.ts'
import { sessionCookieName } from '../session.ts'
import { listAccess, mayTry } from './access-log.ts'
import { endSessions, signOut } from './end-sessions.ts'
import { callerOf, noteFailure, proceed } from './open-session.ts'
import { clearedCookie, listSessions } from './sessions.ts'
import * as contract from './sign-in.contract.ts'

async function signIn(request: RequestContext<unknown, unknown, { email: string; password: string }>) {
  const { body, run, db } = request
  const caller = callerOf(request)
  const failure = { email: body.email, method: 'password', caller } as const
  if (!(await mayTry(db, body.email, caller.ip))) {
    await run(noteFailure, { ...failure, userId: null, paused: true })
    throw new Refusal(TooManyRequests)
  }
  const checked = await checkPassword(db, body.email, body.password)
  if (!checked.fits) {
    await run(noteFailure, { ...failure, userId: checked.userId })
    throw new Refusal(WrongCredentials)
  }
  return proceed(request, checked.userId, 'password')
}

const auditorsOnly: Term = /*i18n*/ {
  id: 'identity.policy.auditors_only',
  message: 'Only administrators and auditors may read the log of sign-ins.',
}

/** Administrators and auditors; the latter see the people of their places. */
const canReadAccessLog = (actor: Actor) => when(!reachesNothing(reachOf(actor, 'audit')), auditorsOnly)

type OwnRequest = Pick<RequestContext<unknown, unknown, unknown>, 'actor' | 'db'>
const ownSessions = async ({ actor, db }: OwnRequest) => ({
  items: await listSessions(db, actor.id!, actor.sessionId ?? null),
})

export const signInRoutes: RouteRegistration[] = [
  handle(identity.signIn, signIn),
  handle(identity.signOut, async request => {
    const { actor, services, reply, run } = request
    if (actor.sessionId) await run(signOut, { sessionId: actor.sessionId, caller: callerOf(request) })
    const name = sessionCookieName(services.config.publicUrl.startsWith('https:'))
    reply.header('set-cookie', clearedCookie(services.config, name))
    // Drafts and choices stay in the browser: they are the person's own, and nobody else's pages show them.
    reply.header('clear-site-data', '"cache"')
    return {}
  }),
  handle(contract.listOwnSessions, ownSessions),
  handle(contract.endOwnSession, async request => {
    await request.run(endSessions, { userId: request.actor.id!, caller: callerOf(request), only: request.params.id })
    return ownSessions(request)
  }),
  handle(contract.endOtherSessions, async request => {
    const { actor } = request
    await request.run(endSessions, { userId: actor.id!, caller: callerOf(request), except: actor.sessionId ?? null })
    return ownSessions(request)
  }),
  handle(contract.listOwnAccess, ({ actor, db, query }) => listAccess(db, { ...query, userId: actor.id! })),
  handle(contract.listAccountSessions, async ({ db, params }) => ({ items: await listSessions(db, params.id, null) })),
  handle(contract.endAccountSessions, async request => {
    await request.run(endSessions, { userId: request.params.id, caller: callerOf(request) })
    return { items: await listSessions(request.db, request.params.id, null) }
  }),
  handle(contract.listAccessLog, ({ actor, db, query }) => {
    ensure(canReadAccessLog(actor))
    const { personId, ...filter } = query
    return listAccess(db, { ...filter, userId: personId, within: reachOf(actor, 'audit') })
  }),
]
