// Single sign-on over HTTP: off to the provider, and back with an open session or a reason.
import { handleRaw, type RequestContext, type RouteRegistration } from '../../module.ts'
import { found } from '../../policy.ts'
import { keep, takeKept } from './kept-between.ts'
import { callerOf, enter, noteFailure } from './open-session.ts'
import * as contract from './sign-in.contract.ts'
import type { SignOnProblem } from './sign-on.terms.ts'
import { acceptSignOn, arrive, type Departure, depart } from './sign-on.ts'

/** A page of this installation and nothing else: `//elsewhere` and `/\elsewhere` lead away. */
const safeReturn = (wanted: string | undefined): string =>
  wanted !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(wanted) ? wanted : '/'

const back = (request: Pick<RequestContext<unknown, unknown, unknown>, 'reply'>, problem: SignOnProblem) =>
  request.reply.redirect(`/sign-in?problem=${problem}`)

export const signOnRoutes: RouteRegistration[] = [
  handleRaw(contract.beginSignOn, async request => {
    const { services, params, query, raw, reply } = request
    const provider = found(services.config.signOn.find(one => one.id === params.provider))
    // A foreign page must not sign people in behind their backs; here they press the button themselves.
    if (raw.headers['sec-fetch-site'] === 'cross-site') return reply.redirect('/sign-in')
    try {
      const { address, departure } = await depart(provider, services.config.publicUrl, safeReturn(query.return))
      await keep(request, 'sign_on', departure)
      return await reply.redirect(address)
    } catch (error) {
      services.log.warn({ err: error, provider: provider.id }, 'sign-on provider not reached')
      return back(request, 'unreachable')
    }
  }),
  handleRaw(contract.finishSignOn, async request => {
    const { services, params, raw, run, reply } = request
    const provider = found(services.config.signOn.find(one => one.id === params.provider))
    const departure = (await takeKept(request, 'sign_on')) as Departure | undefined
    if (departure?.provider !== provider.id) return back(request, 'broken_off')
    const address = new URL(raw.url, services.config.publicUrl)
    const vouched = await arrive(provider, address, departure).catch((error: unknown) => {
      services.log.warn({ err: error, provider: provider.id }, 'sign-on not accepted')
      return undefined
    })
    if (!vouched) return back(request, 'broken_off')
    const outcome = await run(acceptSignOn, { provider, vouched })
    if ('problem' in outcome) {
      const email = outcome.email ?? `${vouched.subject} (${provider.id})`
      await run(noteFailure, { email, userId: null, method: 'sign_on', caller: callerOf(request) })
      return back(request, outcome.problem)
    }
    await enter(request, outcome.userId, 'sign_on')
    return reply.redirect(departure.returnTo)
  }),
]
