// The whole app over a test database, with people to act as; for tests of routes.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after } from 'node:test'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { createApp } from './app.ts'
import { loadConfig } from './core/config.ts'
import type { BodyOf, ParamsOf, Problem, QueryOf, ResponseOf, RouteContract } from './core/contract.ts'
import type { Connection } from './core/database/connect.ts'
import { createAccount, setGrants } from './core/identity/accounts.ts'
import type { Actor } from './core/identity/actor.ts'
import { hashPassword } from './core/identity/authentication.ts'
import type { GivenRole } from './core/identity/roles.terms.ts'
import { findSession } from './core/identity/session.ts'
import { newId } from './core/ids.ts'
import { silentLog } from './core/log.ts'
import type { Services } from './core/services.ts'
import { createTestDatabase } from './core/testing.ts'
import { type Clock, systemClock } from './core/time.ts'
import { modules } from './modules.ts'
import { openServices } from './open-services.ts'

interface CallInput<C> {
  params?: ParamsOf<C>
  query?: QueryOf<C>
  body?: BodyOf<C>
}

export interface TestPerson {
  id: string
  actor: Actor
  /** Calls a route as this person; throws when the answer is not 200. */
  call<C extends RouteContract>(contract: C, input?: CallInput<C>): Promise<ResponseOf<C>>
  /** Calls a route that must be refused; answers the problem. */
  refused<C extends RouteContract>(contract: C, input?: CallInput<C>): Promise<Problem>
  inject(options: InjectOptions): Promise<LightMyRequestResponse>
}

export interface TestApp {
  app: FastifyInstance
  /** The database, for processes of their own. */
  connection: Connection
  services: Services
  person(role: GivenRole | null, scopeId?: string | null, language?: string): Promise<TestPerson>
  anybody: TestPerson
}

const password = 'correct horse battery'
let passwordHash: Promise<string> | undefined

/** Opens the app; it is closed after the tests of the file. */
export async function createTestApp(clock: Clock = systemClock): Promise<TestApp> {
  const { connection } = await createTestDatabase()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'concord-app-'))
  const config = loadConfig({
    DATA_DIR: dataDir,
    TIME_ZONE: 'UTC',
    PUBLIC_URL: 'http://localhost:3000',
    REQUEST_LIMIT: '0',
  })
  const { services, close } = await openServices({ config, log: silentLog(), modules, clock, connection })
  const app = await createApp(services)
  await app.ready()
  after(async () => {
    await app.close()
    await close()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return {
    app,
    connection,
    services,
    person: (role, scopeId = null, language = 'en') => makePerson(app, services, role, scopeId, language),
    anybody: callerWith(app, null as never, 'nobody', {}),
  }
}

async function makePerson(
  app: FastifyInstance,
  services: Services,
  role: GivenRole | null,
  scopeId: string | null,
  language: string,
): Promise<TestPerson> {
  passwordHash ??= hashPassword(password)
  const email = `${newId()}@example.org`
  const id = await createAccount(services.db, {
    name: `${role ?? 'Nobody'} Example`,
    email,
    language,
    passwordHash: await passwordHash,
  })
  if (role) await setGrants(services.db, id, [{ role, scopeId }])
  const response = await app.inject({
    method: 'POST',
    url: '/api/session',
    headers: { 'x-concord': '1' },
    payload: { email, password },
  })
  const cookie = String(response.headers['set-cookie']).split(';')[0]!
  const token = decodeURIComponent(cookie.split('=')[1]!).split('.')[0]!
  const session = await findSession(
    services.db,
    token,
    new Date(services.clock.now().epochMilliseconds).toISOString().slice(0, 10),
  )
  return callerWith(app, session!.actor, id, { cookie })
}

function callerWith(app: FastifyInstance, actor: Actor, id: string, headers: Record<string, string>): TestPerson {
  const send = (contract: RouteContract, input: CallInput<RouteContract> = {}) => {
    const params = (input.params ?? {}) as Record<string, unknown>
    const url = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) search.append(name, String(one))
    return app.inject({
      method: contract.method,
      url: search.size > 0 ? `${url}?${search}` : url,
      headers: { 'x-concord': '1', ...headers },
      ...(contract.method !== 'GET' && { payload: (input.body ?? {}) as object }),
    })
  }
  return {
    id,
    actor,
    async call(contract, input) {
      const response = await send(contract, input as CallInput<RouteContract>)
      if (response.statusCode !== 200)
        throw new Error(`${contract.method} ${contract.path}: ${response.statusCode} ${response.body}`)
      return response.json()
    },
    async refused(contract, input) {
      const response = await send(contract, input as CallInput<RouteContract>)
      if (response.statusCode < 400) throw new Error(`${contract.method} ${contract.path} was not refused`)
      return response.json()
    },
    inject: options => app.inject({ ...options, headers: { 'x-concord': '1', ...headers, ...options.headers } }),
  }
}
