// Identity over HTTP: sign in and out, first administrator, people and their roles.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, TooManyRequests } from '../errors.ts'
import { languages } from '../i18n.ts'
import { handle, type RequestContext, type RouteRegistration } from '../module.ts'
import type { Services } from '../services.ts'
import { readSetting } from '../settings.ts'
import { dayIn } from '../time.ts'
import { findAccountByEmail, hasAdministrator, listAccounts, listColleagues } from './accounts.ts'
import { changeAccount, makePasswordLink } from './actions/change-account.ts'
import { choosePassword } from './actions/choose-password.ts'
import { createFirstAdministrator } from './actions/create-first-administrator.ts'
import { invitePerson } from './actions/invite-person.ts'
import * as actions from './actions/note-sign-in.ts'
import { type Actor, anonymous, type Power, reachesNothing, reachOf } from './actor.ts'
import * as contract from './identity.contract.ts'
import { LinkNotValid, WrongCredentials } from './identity.errors.ts'
import { findSession, tokenFromCookie } from './session.ts'
import { createThrottle } from './throttle.ts'

type AnyRequest = RequestContext<unknown, unknown, unknown>

async function presentSession(
  request: Pick<AnyRequest, 'db' | 'services' | 't'>,
  actor: Actor,
  preferences: contract.Preferences,
): Promise<contract.SessionState> {
  const { db, services } = request
  const homes = await db.selectFrom('organisation').select('id').where('home', '=', true).limit(1).execute()
  return {
    person:
      actor.kind === 'person'
        ? {
            id: actor.id!,
            name: actor.name,
            email: actor.email!,
            language: actor.language,
            preferences,
            grants: [...actor.grants],
          }
        : null,
    abilities: abilitiesOf(actor),
    installation: {
      name: await readSetting(db, 'installation.name', 'Concord'),
      languages: [...languages],
      hasAdministrator: await hasAdministrator(db),
      setUp: homes.length > 0,
      demo: await readSetting(db, 'installation.demo', false),
      today: dayIn(services.clock.now(), services.timeZone).toString(),
      timeZone: services.timeZone,
    },
  }
}

/** What decides which pages the web offers; everything else stands with each record. */
const announced = ['record', 'write', 'registry', 'import', 'share', 'audit'] as const satisfies readonly Power[]

function abilitiesOf(actor: Actor): contract.SessionState['abilities'] {
  const abilities: contract.SessionState['abilities'] = {}
  for (const power of announced) if (!reachesNothing(reachOf(actor, power))) abilities[power] = true
  if (actor.administers) abilities.administer = true
  return abilities
}

const preferencesOf = async (request: Pick<AnyRequest, 'db'>, actor: Actor): Promise<contract.Preferences> => {
  if (!actor.id) return {}
  const row = await request.db
    .selectFrom('auth_user')
    .select('preferences')
    .where('id', '=', actor.id)
    .executeTakeFirst()
  return (row?.preferences ?? {}) as contract.Preferences
}

function headersOf(raw: FastifyRequest): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'origin', 'x-forwarded-for'] as const) {
    const value = raw.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}

/** Opens a session and answers it as the next request would see it. */
async function openSession(
  request: AnyRequest,
  email: string,
  password: string,
): Promise<contract.SessionState | undefined> {
  const { services, raw, reply } = request
  const opened = await services.authentication.signIn({
    email: email.trim().toLowerCase(),
    password,
    headers: headersOf(raw),
  })
  if (!opened) return undefined
  setCookies(reply, opened.cookies)
  const cookie = opened.cookies.map(text => /session_token=([^;]+)/.exec(text)?.[1]).find(value => value !== undefined)
  const token = tokenFromCookie(cookie, services.config.secret)
  const session = token && (await findSession(request.db, token, request.today.toString()))
  if (!session) return undefined
  return presentSession(request, session.actor, session.preferences as contract.Preferences)
}

const setCookies = (reply: FastifyReply, cookies: string[]) => {
  for (const cookie of cookies) reply.header('set-cookie', cookie)
}

/** Ten failed tries per address and e-mail in ten minutes, then a pause. */
const failures = createThrottle({ limit: 10, windowMs: 600_000 })

async function signIn(request: RequestContext<unknown, unknown, { email: string; password: string }>) {
  const { body, raw, run, db } = request
  const key = `${raw.ip} ${body.email.toLowerCase()}`
  if (!failures.allows(key)) throw new Refusal(TooManyRequests)
  const state = await openSession(request, body.email, body.password)
  if (!state?.person) {
    failures.count(key)
    const account = await findAccountByEmail(db, body.email)
    if (account) await run(actions.noteFailedSignIn, { id: account.id, email: body.email })
    throw new Refusal(WrongCredentials)
  }
  failures.clear(key)
  await run(actions.noteSignIn, state.person)
  return state
}

const linkOf = (services: Services, path: string, token: string) => `${services.config.publicUrl}${path}?token=${token}`

export const identityRoutes: RouteRegistration[] = [
  handle(contract.getSession, async request =>
    presentSession(request, request.actor, await preferencesOf(request, request.actor)),
  ),
  handle(contract.signIn, signIn),
  handle(contract.signOut, async ({ services, raw, reply }) => {
    setCookies(reply, (await services.authentication.signOut(headersOf(raw))).cookies)
    return {}
  }),
  handle(contract.savePreferences, ({ run, body }) => run(actions.savePreferences, body)),
  handle(contract.createFirstAdministrator, async request => {
    await request.run(createFirstAdministrator, request.body)
    const state = await openSession(request, request.body.email, request.body.password)
    return state ?? presentSession(request, anonymous(request.t.language), {})
  }),
  handle(contract.acceptInvitation, async request => {
    const { email } = await request.run(choosePassword, request.body)
    const state = await openSession(request, email, request.body.password)
    if (!state) throw new Refusal(LinkNotValid)
    return state
  }),
  handle(contract.listAccounts, async ({ db }) => ({ items: await listAccounts(db) })),
  handle(contract.invitePerson, async ({ db, body, run, services }) => {
    const { id, token } = await run(invitePerson, body)
    const [account] = await listAccounts(db, id)
    return { account: account!, link: linkOf(services, '/invitation', token) }
  }),
  handle(contract.changeAccount, async ({ db, params, body, run }) => {
    await run(changeAccount, { id: params.id, ...body })
    return (await listAccounts(db, params.id))[0]!
  }),
  handle(contract.newPasswordLink, async ({ params, run, services }) => {
    const { token } = await run(makePasswordLink, { id: params.id })
    return { link: linkOf(services, '/invitation', token) }
  }),
  handle(contract.listColleagues, async ({ db }) => ({ items: await listColleagues(db) })),
]
