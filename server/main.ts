// Runs a process in its roles: web, worker, or both; prints how to begin; stops without losing work.
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { type Config, loadConfig } from './core/config.ts'
import { hasAdministrator, makeLink, withdrawLinks } from './core/identity/accounts.ts'
import { createLog, type Log } from './core/log.ts'
import type { Services } from './core/services.ts'
import { modules } from './modules.ts'
import { openServices } from './open-services.ts'

export const webFolder = path.join(import.meta.dirname, '..', '.runtime', 'web')

export interface RunningProcess {
  services: Services
  url: string
  stop(): Promise<void>
}

/** Starts the process and answers when it serves. */
export async function startProcess(config: Config = loadConfig(process.env)): Promise<RunningProcess> {
  const log = createLog({ level: config.logLevel, format: config.logFormat })
  const { services, close } = await openServices({ config, log, modules })
  let app: Awaited<ReturnType<typeof createApp>> | undefined
  try {
    if (config.roles.includes('worker')) await services.jobs.work()
    if (config.roles.includes('web')) {
      app = await createApp(services, webFolder)
      await app.listen({ port: config.port, host: config.host })
      await greet(services)
      warmUp(services)
    }
  } catch (error) {
    await app?.close()
    await close()
    throw error
  }
  const stop = async () => {
    if (app) await finishRequests(app, log)
    await close()
  }
  return { services, url: config.publicUrl, stop }
}

const finishLimitMs = 25_000

/** Takes no new requests and waits for those that run; one that does not end is cut off. */
export async function finishRequests(app: FastifyInstance, log: Log, limitMs = finishLimitMs): Promise<void> {
  const cut = setTimeout(() => {
    log.warn('requests were still running and are cut off')
    app.server.closeAllConnections()
  }, limitMs)
  // A connection that is kept alive after its last answer would hold the end for a minute.
  const letGo = setInterval(() => app.server.closeIdleConnections(), 50)
  await app.close()
  clearInterval(letGo)
  clearTimeout(cut)
}

/** Modules prepare in the background; a failure only means that the first reader waits. */
function warmUp(services: Services): void {
  for (const module of modules)
    module.warm?.(services).catch(error => services.log.debug({ err: error, module: module.name }, 'not warmed up'))
}

/** Tells where the page is and, as long as nobody administers it, prints a fresh one-time link. */
async function greet(services: Services): Promise<void> {
  const { config, db, clock } = services
  const lines = [`Concord is ready: ${config.publicUrl}`]
  if (!(await hasAdministrator(db))) {
    await withdrawLinks(db, 'first_administrator')
    const token = await makeLink(db, 'first_administrator', {}, 48, clock.now())
    lines.push(
      '',
      'Nobody administers it yet. Open this link once to create the first administrator:',
      `  ${config.publicUrl}/setup#token=${token}`,
      '',
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

/** Stops on SIGINT and SIGTERM; a second signal ends at once. */
export function stopOnSignals(running: RunningProcess): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(130)
    stopping = true
    running.stop().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}
