// Limits of requests: a person or an address that asks too often is told to wait, before anything is worked out.
import fastifyRateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContract } from '../contract.ts'
import { Refusal, TooLarge, TooManyRequests } from '../errors.ts'

/** Requests a minute of one person, or of one address where nobody is signed in. */
export interface RequestLimits {
  /** Every call of the API together; 0 sets no limits at all. */
  all: number
  /** Calls without a session: signing in, links, calendars. */
  unknown: number
  /** Downloads and uploads together. */
  transfers: number
}

/** The limits that follow from the one setting. */
export const limitsFrom = (perMinute: number): RequestLimits => ({
  all: perMinute,
  unknown: Math.ceil(perMinute / 10),
  transfers: Math.ceil(perMinute / 10),
})

const keyOf = (request: FastifyRequest): string => request.actor.id ?? addressOf(request.ip)

/** One household or office has a whole /64 network of IPv6 addresses. */
export function addressOf(ip: string): string {
  if (!ip.includes(':') || ip.startsWith('::ffff:')) return ip.replace('::ffff:', '')
  const [head = '', tail] = ip.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  return [...groups, ...Array<string>(missing).fill('0')].slice(0, 4).join(':')
}

/** Counts are kept in each process; several processes behind one address allow as many times more. */
export async function limitRequests(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return
  await app.register(fastifyRateLimit, {
    global: true,
    hook: 'preHandler',
    // The files of the pages cost nothing, and one page is made of a hundred of them.
    allowList: request => !/^\/(?:api|feeds)\//.test(request.url),
    max: request => (request.actor.id === null ? limitsFrom(perMinute).unknown : perMinute),
    timeWindow: 60_000,
    keyGenerator: keyOf,
    cache: 20_000,
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: () => new Refusal(TooManyRequests),
  })
}

const transfersGroup = 'transfers'

/** What the options of a route say of its limit. */
export function routeLimit(contract: Pick<RouteContract, 'transfer'>, perMinute: number): object {
  if (perMinute === 0 || contract.transfer === undefined) return {}
  const { transfers, unknown } = limitsFrom(perMinute)
  const max = (request: FastifyRequest) => (request.actor.id === null ? unknown : transfers)
  return { rateLimit: { groupId: transfersGroup, max, timeWindow: 60_000 } }
}

// Boundaries and heads of the parts of a form come on top of the file.
const formBytes = 65_536

/**
 * The options of a route that takes a file. What says at the beginning that it is too large is refused before it is
 * sent, and the connection is closed, as nobody reads the rest.
 */
export function limitUpload(megabytes: number): object {
  const bodyLimit = megabytes * 1024 * 1024 + formBytes
  const onRequest = async (request: FastifyRequest, reply: FastifyReply) => {
    if (Number(request.headers['content-length'] ?? 0) <= bodyLimit) return
    reply.header('connection', 'close')
    throw new Refusal(TooLarge, { limit: `${megabytes} MB` })
  }
  return { bodyLimit, onRequest }
}
