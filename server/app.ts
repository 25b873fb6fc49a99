// Core and modules put together into one Fastify app; tests and processes start from here.
import type { FastifyInstance } from 'fastify'
import { createHttp } from './core/http/server.ts'
import type { Services } from './core/services.ts'
import { readOwnBorders } from './modules/agreements/index.ts'
import { modules } from './modules.ts'

/** The app over open services; `webFolder` holds the built pages. */
export async function createApp(services: Services, webFolder?: string): Promise<FastifyInstance> {
  // So that a file of borders that cannot be used is told at the start, not when someone opens the map.
  await readOwnBorders(services.config, services.log)
  return createHttp({ services, modules, webFolder })
}
