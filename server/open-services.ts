// Opens what a process needs (database, jobs, files, mail) and closes it in the right order.

import type { Config } from './core/config.ts'
import { type Connection, openPool } from './core/database/connect.ts'
import { startEmbedded } from './core/database/embedded.ts'
import { migrateToLatest } from './core/database/migrate.ts'
import { createFileStorage } from './core/files/storage.ts'
import { currentRequestId } from './core/http/request-scope.ts'
import { createJobs } from './core/jobs/jobs.ts'
import type { Log } from './core/log.ts'
import { createMail } from './core/mail/mail.ts'
import type { ModuleDefinition } from './core/module.ts'
import { awaitDatabase } from './core/operation/await-database.ts'
import type { Services } from './core/services.ts'
import { type Clock, systemClock } from './core/time.ts'

export interface OpenServices {
  services: Services
  close(): Promise<void>
}

/** Starts or reaches the database, migrates it, and opens everything around it. */
export async function openServices(input: {
  config: Config
  log: Log
  modules: readonly ModuleDefinition[]
  clock?: Clock
  /** A database that is reached already; who reached it lets go of it. */
  connection?: string | Connection
}): Promise<OpenServices> {
  const { config, log, modules } = input
  const closers: (() => Promise<unknown>)[] = []
  const target = input.connection ?? (await reachDatabase(config, log, closers))
  // Migrations are slow by nature.
  let ready = false
  const onSlow = (text: string, ms: number) =>
    ready && log.warn({ sql: shortened(text), ms: Math.round(ms), reqId: currentRequestId() }, 'slow query')
  const db = openPool(target, { onSlow, slowMs: config.slowQueryMs, maximum: config.databaseConnections })
  closers.push(() => db.destroy())
  try {
    const ran = await migrateToLatest(db)
    if (ran.length > 0) log.info({ migrations: ran }, 'database brought up to date')
    ready = true
    const jobs = await createJobs({ target, log, timeZone: config.timeZone })
    closers.push(() => jobs.stop())
    const subscribers = subscriptionsOf(modules)
    const takingMany = new Set(
      modules.flatMap(module => module.jobs ?? []).flatMap(job => (job.takesMany ? [job.name] : [])),
    )
    const services: Services = {
      config,
      log,
      db,
      clock: input.clock ?? systemClock,
      timeZone: config.timeZone,
      files: createFileStorage(config),
      jobs,
      mail: createMail(config, log),
      enqueueAll: (tx, queued) => jobs.enqueueAll(tx, queued),
      subscribersOf: type => subscribers.get(type) ?? [],
      takesMany: job => takingMany.has(job),
    }
    for (const definition of modules.flatMap(module => module.jobs ?? []))
      await jobs.define(definition.name, definition, (payload, job) => definition.run(payload, { services, ...job }))
    return { services, close: () => closeAll(closers) }
  } catch (error) {
    await closeAll(closers)
    throw error
  }
}

/** Where the database is: the server of the settings, waited for, or our own, started or joined until `closers` run. */
export async function reachDatabase(
  config: Config,
  log: Log,
  closers: (() => Promise<unknown>)[],
): Promise<string | Connection> {
  if (config.databaseUrl) {
    await awaitDatabase(config.databaseUrl, {
      seconds: config.databaseWaitSeconds,
      onWait: reason => log.warn({ reason }, 'waiting for the database'),
    })
    return config.databaseUrl
  }
  const server = await startEmbedded({
    dataDir: config.dataDir,
    sharedBuffersMb: config.databaseMemoryMb,
    log: message => log.info(message),
  })
  closers.push(() => server.stop())
  return server.connection
}

const shortened = (text: string) => text.replace(/\s+/g, ' ').slice(0, 1000)

function subscriptionsOf(modules: readonly ModuleDefinition[]): Map<string, string[]> {
  const byEvent = new Map<string, string[]>()
  for (const { event, job } of modules.flatMap(module => module.subscriptions ?? []))
    byEvent.set(event.type, [...(byEvent.get(event.type) ?? []), job])
  return byEvent
}

/** Closes what was opened last first. */
export async function closeAll(closers: (() => Promise<unknown>)[]): Promise<void> {
  for (const close of closers.reverse()) await close()
}
