// Builds the Fastify app: limits, headers, identity, contracts, problems, health, the web's files.
import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import fastifySwagger from '@fastify/swagger'
import { Ajv } from 'ajv'
import addFormatsModule from 'ajv-formats'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { sql } from 'kysely'
import { runAction } from '../actions.ts'
import type { Access, RouteContract } from '../contract.ts'
import { CrossSite, Forbidden, GuestLinkNeeded, NotFound, NotReady, Refusal, SignInNeeded } from '../errors.ts'
import { isLanguage, languageFrom, translator } from '../i18n.ts'
import { type Actor, anonymous } from '../identity/actor.ts'
import { findSession, parseCookies, prolongSession, sessionCookieName, tokenFromCookie } from '../identity/session.ts'
import { actorOfToken, checkTokenUse, tokenFromHeader } from '../identity/tokens/token-actor.ts'
import type { ModuleDefinition, RequestContext, RouteRegistration } from '../module.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../time.ts'
import { limitRequests, limitUpload, routeLimit } from './limits.ts'
import { serveMetrics } from './metrics.ts'
import { sendProblem } from './problems.ts'
import { followRequests, requestIdFrom } from './request-scope.ts'
import { keepStorable } from './storable.ts'
import { takeUpgrades } from './upgrades.ts'

export interface HttpOptions {
  services: Services
  modules: readonly ModuleDefinition[]
  /** Folder of the built web, or undefined when this process serves no pages. */
  webFolder?: string | undefined
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor
  }
}

const accesses: readonly Access[] = ['public', 'session', 'administrator', 'guest']

/** Guests reach nothing but what is below this, and here nobody else is known. */
const guestPath = '/api/guest/'

export async function createHttp({ services, modules, webFolder }: HttpOptions): Promise<FastifyInstance> {
  const { config } = services
  const limits = { upload: `${config.uploadLimitMb} MB` }
  const app = Fastify({
    loggerInstance: services.log as FastifyBaseLogger,
    genReqId: request => requestIdFrom(request.headers, config.trustProxy !== false),
    trustProxy: trustedProxies(config.trustProxy),
    bodyLimit: 2 * 1024 * 1024,
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: 300_000,
    // Addresses that the router cannot read are answered like everything else.
    frameworkErrors: (error, request, reply) => {
      // No hook runs for them.
      reply.headers({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' })
      sendProblem(error, request, reply, translator(languageFrom(request.headers['accept-language'])), limits)
    },
  })
  app.setValidatorCompiler(validatorCompiler())
  app.decorateRequest('actor', null as never)
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, translatorOf(request), limits))
  followRequests(app)
  takeUpgrades(app)
  await protect(app, services)
  takeForms(app)
  await describeApi(app)
  identify(app, services, modules)
  keepStorable(app)
  await limitRequests(app, config.requestLimit)
  addHealth(app, services)
  serveMetrics(app, services)
  app.after(() => {
    for (const module of modules) for (const registration of module.routes ?? []) addRoute(app, services, registration)
  })
  await addWeb(app, webFolder)
  for (const module of modules) if (module.closing) app.addHook('preClose', () => module.closing!(services))
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return
    const level = reply.statusCode >= 500 ? 'error' : 'info'
    request.log[level](
      {
        method: request.method,
        path: request.routeOptions.url ?? request.url.split('?')[0],
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        person: request.actor?.id ?? undefined,
      },
      'request',
    )
  })
  return app
}

/** A number means so many proxies in a row. */
const trustedProxies = (trust: boolean | number | string[]) =>
  typeof trust === 'number' ? (_address: string, hop: number) => hop <= trust : trust

/** Bodies are taken as they are; only query strings and paths, which are text by nature, are coerced. */
function validatorCompiler() {
  const options = { allErrors: true, strict: false, removeAdditional: false, useDefaults: true } as const
  const addFormats = addFormatsModule as unknown as (ajv: Ajv) => void
  const exact = new Ajv({ ...options, coerceTypes: false })
  const coercing = new Ajv({ ...options, coerceTypes: 'array' })
  for (const one of [exact, coercing]) {
    addFormats(one)
    // There was no year 0, and the database knows none.
    const isDate = one.formats.date as { validate(text: string): boolean }
    one.addFormat('date', { type: 'string', validate: text => !text.startsWith('0000') && isDate.validate(text) })
  }
  return ({ schema, httpPart }: { schema: unknown; httpPart?: string | undefined }) =>
    (httpPart === 'body' ? exact : coercing).compile(schema as object) as never
}

async function protect(app: FastifyInstance, services: Services): Promise<void> {
  const secure = services.config.publicUrl.startsWith('https:')
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // React Aria positions popovers by style attributes; attributes only, no style elements.
        styleSrc: ["'self'"],
        styleSrcElem: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  })
  // Nothing here needs a device; passkeys stay allowed to our own pages, as is the default.
  app.addHook('onRequest', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    )
  })
  await app.register(fastifyMultipart, {
    limits: { fileSize: services.config.uploadLimitMb * 1024 * 1024, files: 1, fields: 20 },
  })
}

/** Mail programs end a subscription by posting a form (RFC 8058); the API takes JSON and asks for a header that forms cannot set. */
function takeForms(app: FastifyInstance): void {
  const options = { parseAs: 'string', bodyLimit: 16_384 } as const
  app.addContentTypeParser('application/x-www-form-urlencoded', options, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  )
}

async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Concord',
        description: 'System of record for international cooperation.',
        version: '1',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'concord.session_token' },
          token: { type: 'http', scheme: 'bearer' },
          guest: { type: 'apiKey', in: 'cookie', name: 'concord.guest' },
        },
      },
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

const translatorOf = (request: FastifyRequest) => {
  const header = languageFrom(request.headers['accept-language'])
  const own = request.actor?.language
  const explicit = request.headers['x-language']
  if (typeof explicit === 'string' && isLanguage(explicit)) return translator(explicit)
  return translator(own && isLanguage(own) ? own : header)
}

const isWrite = (method: string) => method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'

function identify(app: FastifyInstance, services: Services, modules: readonly ModuleDefinition[]): void {
  const findGuest = modules.find(module => module.findGuest)?.findGuest
  const { config } = services
  const secure = config.publicUrl.startsWith('https:')
  const cookieName = sessionCookieName(secure)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    request.actor = anonymous(languageFrom(request.headers['accept-language']))
    if (!request.url.startsWith('/api/')) return
    reply.header('cache-control', 'no-store')
    const apiToken = tokenFromHeader(request.headers.authorization)
    if (apiToken !== undefined && !request.url.startsWith(guestPath)) {
      // A browser never sends this header by itself, so another site cannot make it do so.
      const today = dayIn(services.clock.now(), services.timeZone).toString()
      request.actor = await actorOfToken(services.db, apiToken, today, request.ip)
      return
    }
    if (isWrite(request.method) && apiToken === undefined) refuseCrossSite(request, services.config.publicUrl)
    const cookies = parseCookies(request.headers.cookie)
    const now = services.clock.now()
    if (request.url.startsWith(guestPath)) {
      const today = dayIn(now, services.timeZone).toString()
      const call = { db: services.db, cookies, address: request.url, now, today }
      request.actor = (await findGuest?.(call)) ?? request.actor
      return
    }
    const token = tokenFromCookie(cookies.get(cookieName), services.config.secret)
    if (token === undefined) return
    const session = await findSession(services.db, token, dayIn(now, services.timeZone).toString())
    if (!session) return
    request.actor = session.actor
    await prolongSession(services.db, session, config)
  })
}

/** Writes carry a header that a foreign page cannot set without permission, and a known origin where one is given. */
function refuseCrossSite(request: FastifyRequest, publicUrl: string): void {
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const foreign =
    request.headers['x-concord'] === undefined ||
    (typeof site === 'string' && site !== 'same-origin' && site !== 'none') ||
    (origin !== undefined &&
      site === undefined &&
      origin !== new URL(publicUrl).origin &&
      new URL(origin).host !== request.headers.host)
  if (foreign) throw new Refusal(CrossSite)
}

function addHealth(app: FastifyInstance, services: Services): void {
  app.get('/healthz', { schema: { hide: true }, config: { rateLimit: false } }, async () => ({ status: 'ok' }))
  app.get('/readyz', { schema: { hide: true }, config: { rateLimit: false } }, async (_request, reply) => {
    try {
      await sql`select 1`.execute(services.db)
      return { status: 'ready' }
    } catch {
      throw new Refusal(NotReady)
    } finally {
      reply.header('cache-control', 'no-store')
    }
  })
}

function addRoute(app: FastifyInstance, services: Services, { contract, handler }: RouteRegistration): void {
  if (!accesses.includes(contract.access)) throw new Error(`route without a guard: ${contract.method} ${contract.path}`)
  if (contract.access === 'guest' && !contract.path.startsWith(`${guestPath}:`))
    throw new Error(`a route for guests outside of ${guestPath}: ${contract.method} ${contract.path}`)
  app.route({
    method: contract.method,
    url: contract.path,
    schema: schemaOf(contract),
    config: routeLimit(contract, services.config.requestLimit),
    ...(contract.transfer === 'upload' && limitUpload(services.config.uploadLimitMb)),
    handler: async (request, reply) => {
      guard(contract.access, request.actor)
      if (contract.path !== '/api/session') checkTokenUse(request.actor, contract.method, contract.path)
      const context = contextOf(services, request, reply)
      const result = await handler(context as never)
      if (contract.transfer === 'download' || reply.sent) return result ?? reply
      return result ?? {}
    },
  })
}

function schemaOf(contract: RouteContract): object {
  return {
    summary: contract.summary,
    tags: [contract.tag],
    operationId: `${contract.method.toLowerCase()}${contract.path.replace(/[^A-Za-z0-9]+(.)?/g, (_, c?: string) => (c ?? '').toUpperCase())}`,
    params: contract.params,
    querystring: contract.query,
    ...(isWrite(contract.method) && contract.transfer !== 'upload' && { body: contract.body }),
    ...(contract.transfer !== 'download' && { response: { 200: contract.response } }),
    ...(contract.access === 'guest' && { security: [{ guest: [] }] }),
    ...((contract.access === 'session' || contract.access === 'administrator') && {
      security: [{ session: [] }, { token: [] }],
    }),
  }
}

function guard(access: Access, actor: Actor): void {
  if (access === 'public') return
  if (access === 'guest') {
    if (actor.kind !== 'guest') throw new Refusal(GuestLinkNeeded)
    return
  }
  if (actor.kind !== 'person') throw new Refusal(SignInNeeded)
  if (access === 'administrator' && !actor.administers) throw new Refusal(Forbidden)
}

function contextOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): RequestContext<unknown, unknown, unknown> {
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    actor: request.actor,
    db: services.db,
    services,
    t: translatorOf(request),
    today: dayIn(services.clock.now(), services.timeZone),
    requestId: request.id,
    run: (action, input) => runAction(services, request.actor, action, input, { requestId: request.id }),
    raw: request,
    reply,
  }
}

/** Serves the built pages; every unknown address that is not an API call is the one page of the web. */
async function addWeb(app: FastifyInstance, webFolder: string | undefined): Promise<void> {
  const hasWeb = webFolder !== undefined && existsSync(path.join(webFolder, 'index.html'))
  if (hasWeb)
    await app.register(fastifyStatic, {
      root: webFolder,
      wildcard: false,
      preCompressed: true,
      setHeaders: (reply, file) => {
        reply.header(
          'cache-control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        )
      },
    })
  app.setNotFoundHandler((request, reply) => {
    if (!hasWeb || request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      return sendProblem(new Refusal(NotFound), request, reply, translatorOf(request), { upload: '' })
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}
