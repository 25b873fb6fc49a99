// What must be remembered between two requests of one sign-in: kept here, named by a signed cookie, used once.
import type { RequestContext } from '../../module.ts'
import { makeLink, peekLink, spendLink } from '../accounts.ts'
import { parseCookies, tokenFromCookie } from '../session.ts'
import { clearedCookie, signedCookie } from './sessions.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>
export type Kept = 'second_step' | 'passkey_challenge' | 'sign_on'

const minutes = 10
const cookieName = (kept: Kept, publicUrl: string) =>
  `${publicUrl.startsWith('https:') ? '__Host-' : ''}concord.${kept}`

export async function keep({ db, services, reply }: AnyRequest, kept: Kept, details: object): Promise<void> {
  const token = await makeLink(db, kept, details, minutes / 60, services.clock.now())
  reply.header(
    'set-cookie',
    signedCookie(services.config, cookieName(kept, services.config.publicUrl), token, minutes * 60),
  )
}

const tokenOf = ({ raw, services }: AnyRequest, kept: Kept) =>
  tokenFromCookie(
    parseCookies(raw.headers.cookie).get(cookieName(kept, services.config.publicUrl)),
    services.config.secret,
  )

/** What was kept, without using it up. */
export async function recall(request: AnyRequest, kept: Kept): Promise<Record<string, unknown> | undefined> {
  const token = tokenOf(request, kept)
  return token === undefined ? undefined : peekLink(request.db, kept, token, request.services.clock.now())
}

/** What was kept; it is used up and the browser forgets it. */
export async function takeKept(request: AnyRequest, kept: Kept): Promise<Record<string, unknown> | undefined> {
  const token = tokenOf(request, kept)
  const { config, clock } = request.services
  request.reply.header('set-cookie', clearedCookie(config, cookieName(kept, config.publicUrl)))
  return token === undefined ? undefined : spendLink(request.db, kept, token, clock.now())
}
