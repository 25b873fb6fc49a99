// Ends sessions: one's own here or elsewhere, or all of a person by an administrator.
import { type ActionContext, defineAction } from '../../actions.ts'
import { found } from '../../policy.ts'
import { SessionsEnded, SignedOut } from '../identity.events.ts'
import { type Caller, noteAccess } from './access-log.ts'
import { deleteSessions } from './sessions.ts'

interface Ending {
  userId: string
  caller: Caller
  only?: string | undefined
  except?: string | null | undefined
}

export const endSessions = defineAction({
  name: 'end-sessions',
  async run(ctx: ActionContext, { userId, caller, ...which }: Ending): Promise<number> {
    const person = found(
      await ctx.db.selectFrom('auth_user').select(['name', 'email']).where('id', '=', userId).executeTakeFirst(),
    )
    const ended = await deleteSessions(ctx.db, userId, which)
    if (ended === 0) {
      ctx.unchanged()
      return 0
    }
    await noteAccess(ctx.db, { kind: 'ended', method: null, userId, email: person.email, caller })
    ctx.record(SessionsEnded, { subjectId: userId, data: { ...person, sessions: ended } })
    return ended
  },
})

export const signOut = defineAction({
  name: 'sign-out',
  async run(ctx: ActionContext, { sessionId, caller }: { sessionId: string; caller: Caller }): Promise<void> {
    const { id, name, email } = ctx.actor
    if ((await deleteSessions(ctx.db, id!, { only: sessionId })) === 0) return ctx.unchanged()
    await noteAccess(ctx.db, { kind: 'signed_out', method: null, userId: id, email: email!, caller })
    ctx.record(SignedOut, { subjectId: id!, data: { name, email: email! } })
  },
})
