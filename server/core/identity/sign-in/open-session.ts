// Opens a session for a person who has proved who they are, and keeps the trail of it.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal } from '../../errors.ts'
import type { RequestContext } from '../../module.ts'
import { anonymous } from '../actor.ts'
import type { SessionState } from '../identity.contract.ts'
import { WrongCredentials } from '../identity.errors.ts'
import { SignedIn, SignInFailed } from '../identity.events.ts'
import { findSession, sessionCookieName } from '../session.ts'
import { presentSession } from '../session-state.ts'
import { type Caller, noteAccess } from './access-log.ts'
import { keep } from './kept-between.ts'
import { hasCodes } from './second-step.store.ts'
import { endSession, insertSession, type SessionLife, signedCookie } from './sessions.ts'
import type { SignInMethod } from './sign-in.terms.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

/** Whence a request comes. */
export const callerOf = ({ raw }: Pick<AnyRequest, 'raw'>): Caller => ({
  ip: raw.ip,
  agent: String(raw.headers['user-agent'] ?? '').slice(0, 300),
})

interface Opening {
  userId: string
  method: SignInMethod
  caller: Caller
  life: SessionLife
  /** The session that the browser had until now. */
  instead?: string | undefined
}

export const openSession = defineAction({
  name: 'open-session',
  async run(ctx: ActionContext, { userId, method, caller, life, instead }: Opening): Promise<{ token: string }> {
    const person = await ctx.db
      .selectFrom('auth_user')
      .select(['name', 'email'])
      .where('id', '=', userId)
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
    if (!person) throw new Refusal(WrongCredentials)
    if (instead !== undefined) await endSession(ctx.db, instead)
    const token = await insertSession(ctx.db, { userId, method, caller, life })
    await noteAccess(ctx.db, { kind: 'signed_in', method, userId, email: person.email, caller })
    ctx.record(SignedIn, { subjectId: userId, data: { ...person, method } })
    return { token }
  },
})

interface Failure {
  email: string
  userId: string | null
  method: SignInMethod
  caller: Caller
  /** Not even tried, as there were too many failures before. */
  paused?: boolean
}

export const noteFailure = defineAction({
  name: 'note-failed-sign-in',
  async run(ctx: ActionContext, { paused = false, ...failure }: Failure) {
    await noteAccess(ctx.db, { ...failure, kind: paused ? 'paused' : 'failed' })
    if (failure.userId && !paused)
      ctx.record(SignInFailed, { subjectId: failure.userId, data: { email: failure.email } })
    else ctx.unchanged()
  },
})

/** Ways in that prove one thing only; a passkey is two by itself, and a provider of single sign-on asks for its own. */
const oneStep: readonly SignInMethod[] = ['password', 'mail_link', 'invitation']

/** Opens the session, or asks for the code first where the person uses one. */
export async function proceed(request: AnyRequest, userId: string, method: SignInMethod): Promise<SessionState> {
  if (!oneStep.includes(method) || !(await hasCodes(request.db, userId))) return enter(request, userId, method)
  await keep(request, 'second_step', { userId, method })
  return { ...(await presentSession(request, anonymous(request.t.language), {})), secondStep: true }
}

/** Opens the session, hands the browser its cookie, and answers the session as the next request would see it. */
export async function enter(request: AnyRequest, userId: string, method: SignInMethod): Promise<SessionState> {
  const { services, reply, run, db, today, actor } = request
  const { token } = await run(openSession, {
    ...{ userId, method, caller: callerOf(request), life: services.config, instead: actor.sessionId },
  })
  const name = sessionCookieName(services.config.publicUrl.startsWith('https:'))
  reply.header('set-cookie', signedCookie(services.config, name, token, services.config.sessionHours * 3600))
  const session = await findSession(db, token, today.toString())
  if (!session) throw new Refusal(WrongCredentials)
  return presentSession(request, session.actor, session.preferences)
}
