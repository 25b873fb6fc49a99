// One's own account over HTTP; guessing the present password is slowed down like signing in.
import { Refusal, TooManyRequests } from '../errors.ts'
import { handle, type RequestContext, type RouteRegistration } from '../module.ts'
import { found } from '../policy.ts'
import { listAccounts } from './accounts.ts'
import { changeOwnAccount, changeOwnPassword } from './actions/change-own-account.ts'
import { WrongPassword } from './identity.errors.ts'
import * as contract from './own-account.contract.ts'
import { preferencesOf, presentSession } from './session-state.ts'
import { mayTry } from './sign-in/access-log.ts'
import { callerOf, noteFailure } from './sign-in/open-session.ts'

type PasswordRequest = RequestContext<unknown, unknown, { current: string; password: string }>

async function changePassword(request: PasswordRequest): Promise<{ sessionsEnded: number }> {
  const { actor, body, db, run } = request
  const caller = callerOf(request)
  const failure = { email: actor.email!, userId: actor.id, method: 'password', caller } as const
  if (!(await mayTry(db, failure.email, caller.ip))) {
    await run(noteFailure, { ...failure, paused: true })
    throw new Refusal(TooManyRequests)
  }
  try {
    return { sessionsEnded: await run(changeOwnPassword, body) }
  } catch (error) {
    if (error instanceof Refusal && error.declaration === WrongPassword) await run(noteFailure, failure)
    throw error
  }
}

export const ownAccountRoutes: RouteRegistration[] = [
  handle(contract.getOwnAccount, async ({ actor, db }) => {
    const { name, email, language, invited } = found((await listAccounts(db, actor.id ?? ''))[0])
    return { name, email, language, hasPassword: !invited }
  }),
  handle(contract.changeOwnAccount, async request => {
    await request.run(changeOwnAccount, request.body)
    const actor = { ...request.actor, name: request.body.name.trim() }
    return presentSession(request, actor, await preferencesOf(request, actor))
  }),
  handle(contract.changeOwnPassword, changePassword),
]
