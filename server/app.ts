// Core and modules put together into one Fastify app; tests and processes start from here.
import type { FastifyInstance } from 'fastify'
import { createHttp } from './core/http/server.ts'
import type { Services } from './core/services.ts'
import { modules } from './modules.ts'

/** The app over open services; `webFolder` holds the built pages. */
export function createApp(services: Services, webFolder?: string): Promise<FastifyInstance> {
  return createHttp({ services, modules, webFolder })
}
