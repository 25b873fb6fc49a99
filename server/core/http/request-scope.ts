// The id of the request that is being worked on, for whoever logs far from it.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance } from 'fastify'
import { newId } from '../ids.ts'

const scope = new AsyncLocalStorage<{ requestId: string }>()

/** Undefined outside of a request. */
export const currentRequestId = (): string | undefined => scope.getStore()?.requestId

/** An id that a trusted proxy gave is kept, so that both logs speak of the same request. */
export function requestIdFrom(headers: Record<string, unknown>, trustsProxy: boolean): string {
  const given = headers['x-request-id']
  return trustsProxy && typeof given === 'string' && /^[\w.-]{8,100}$/.test(given) ? given : newId()
}

/** Everything after this hook runs inside the request. */
export function followRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => scope.run({ requestId: request.id }, done))
}
