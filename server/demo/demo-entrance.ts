// The way into the demo: fresh passwords for its guests at every start, and links that sign one of them in once.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { runAction } from '#core/actions.ts'
import { findAccountByEmail } from '#core/identity/accounts.ts'
import { makePasswordLink } from '#core/identity/actions/change-account.ts'
import { choosePassword } from '#core/identity/actions/choose-password.ts'
import { anonymous, systemActor } from '#core/identity/actor.ts'
import { sessionCookieName } from '#core/identity/session.ts'
import { openSession } from '#core/identity/sign-in/open-session.ts'
import { signedCookie } from '#core/identity/sign-in/sessions.ts'
import type { Services } from '#core/services.ts'
import { guests } from './home-organisation.ts'

export interface Entrance {
  role: string
  name: string
  email: string
  password: string
  /** Signs in once. */
  link: string
}

const secret = (bytes: number) => randomBytes(bytes).toString('base64url')

/** Gives every guest a new password; older ones and their sessions end. */
async function renewGuest(
  services: Services,
  guest: (typeof guests)[number],
): Promise<{ id: string; password: string }> {
  const account = await findAccountByEmail(services.db, guest.email)
  if (!account) throw new Error(`the demo has no ${guest.role}`)
  const password = secret(9)
  const { token } = await runAction(services, systemActor(), makePasswordLink, { id: account.id })
  await runAction(services, systemActor(), choosePassword, { token, password })
  return { id: account.id, password }
}

/** Adds the address of the links to an app that does not listen yet. */
export async function openEntrances(app: FastifyInstance, services: Services): Promise<Entrance[]> {
  const keys = new Map<string, Entrance & { id: string }>()
  for (const guest of guests) {
    const { id, password } = await renewGuest(services, guest)
    const key = secret(24)
    keys.set(key, { ...guest, id, password, link: `${services.config.publicUrl}/demo/enter?key=${key}` })
  }
  app.get('/demo/enter', { schema: { hide: true } }, async (request, reply) => {
    const { key = '' } = request.query as { key?: string }
    const guest = keys.get(key)
    keys.delete(key)
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer')
    if (!guest) return reply.redirect('/sign-in')
    const caller = { ip: request.ip, agent: String(request.headers['user-agent'] ?? '').slice(0, 300) }
    const { token } = await runAction(services, anonymous('en'), openSession, {
      ...{ userId: guest.id, method: 'invitation', caller, life: services.config },
    })
    const name = sessionCookieName(services.config.publicUrl.startsWith('https:'))
    reply.header('set-cookie', signedCookie(services.config, name, token, 86_400))
    return reply.redirect('/')
  })
  return [...keys.values()].map(({ id: _id, ...entrance }) => entrance)
}
