// Asking for a link by e-mail, and signing in with it.
import { type ActionContext, defineAction } from '../../actions.ts'
import { Refusal, TooManyRequests } from '../../errors.ts'
import { handle, type RouteRegistration } from '../../module.ts'
import { spendLink } from '../accounts.ts'
import { LinkNotValid } from '../identity.errors.ts'
import { type Caller, mayAskForLink, noteAccess } from './access-log.ts'
import { type LinkKind, sendLinkJob } from './mail-link.ts'
import { callerOf, proceed } from './open-session.ts'
import * as contract from './sign-in.contract.ts'

/** Takes as long for a stranger as for a colleague: whether there is an account is looked up by the job. */
const askForLink = defineAction({
  name: 'ask-for-link',
  async run(ctx: ActionContext, { email, kind, caller }: { email: string; kind: LinkKind; caller: Caller }) {
    await noteAccess(ctx.db, { kind: 'asked', method: 'mail_link', userId: null, email, caller })
    ctx.enqueue(sendLinkJob.name, { email, kind })
    ctx.unchanged()
  },
})

export const mailLinkRoutes: RouteRegistration[] = [
  handle(contract.askForLink, async request => {
    const { body, run, db } = request
    const caller = callerOf(request)
    if (!(await mayAskForLink(db, body.email, caller.ip))) throw new Refusal(TooManyRequests)
    await run(askForLink, { email: body.email, kind: body.purpose, caller })
    return {}
  }),
  handle(contract.openLink, async request => {
    const { db, body, services } = request
    const details = await spendLink(db, 'mail_link', body.token, services.clock.now())
    if (typeof details?.userId !== 'string') throw new Refusal(LinkNotValid)
    return proceed(request, details.userId, 'mail_link')
  }),
]
