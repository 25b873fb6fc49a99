// Starts the PostgreSQL that Concord brings, shares it between processes, and ends it with the last of them.
//
// Every process that uses the server holds the write end of a named pipe in the cluster. A shell beside the server
// reads it: the kernel closes the ends of a process however it dies (kill -9 too), and when the last one is closed
// the shell stops the server. So nobody counts, nothing goes stale, and no server is left without a user.
import { closeSync, constants, openSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chooseAccount, EmbeddedDatabaseError, findBinaries, reachableBinaries } from './embedded-binaries.ts'
import { databaseUser, ensureCluster, ensureDataDir, isAlive, leasePath, socketFolder } from './embedded-cluster.ts'
import {
  type EmbeddedConnection,
  launchServer,
  openLease,
  probeServer,
  removeForeignLock,
  type Site,
  serverProcess,
  serverSettings,
} from './embedded-server.ts'

export { EmbeddedDatabaseError } from './embedded-binaries.ts'
export type { EmbeddedConnection } from './embedded-server.ts'

export interface EmbeddedOptions {
  /** Folder of the installation; the cluster lies in its subfolder `pg`. Created when missing. */
  dataDir: string
  /** Name of the database, created when missing. */
  database?: string
  /** Memory for the server's page cache, in MB. */
  sharedBuffersMb?: number
  /** False only for data that may be lost: no fsync. */
  durable?: boolean
  /** Told in a sentence when something is worth knowing, such as a restart. */
  log?: (message: string) => void
}

export interface EmbeddedServer {
  connection: EmbeddedConnection
  /** True when the server was there already, started by another process. */
  adopted: boolean
  /** Lets go of the server, which ends when nobody else holds it. Safe to call twice. */
  stop(): Promise<void>
}

interface Hold {
  lease: number
  adopted: boolean
}

/**
 * Starts the server of `dataDir`, or joins the one that another process started.
 * @throws EmbeddedDatabaseError in a sentence: platform, account, disk full, other major version, damaged files.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const site = prepareSite(options)
  let hold = await holdServer(site)
  const { adopted } = hold
  const watch = watchServer(site, renewed => {
    closeSync(hold.lease)
    hold = renewed
  })
  const stop = async () => {
    await watch.end()
    closeSync(hold.lease)
    if (!hold.adopted) await untilGoneOrShared(site)
  }
  let stopping: Promise<void> | undefined
  return {
    connection: site.connection,
    adopted,
    stop: () => {
      stopping ??= stop()
      return stopping
    },
  }
}

function prepareSite(options: EmbeddedOptions): Site {
  const durable = options.durable ?? true
  ensureDataDir(resolve(options.dataDir))
  const dataDir = realpathSync(options.dataDir)
  const cluster = join(dataDir, 'pg')
  const account = chooseAccount(cluster, dataDir)
  const binaries = reachableBinaries(findBinaries(), account)
  ensureCluster(cluster, binaries, account, durable)
  return {
    cluster,
    account,
    binaries,
    settings: serverSettings(options.sharedBuffersMb ?? 64, durable),
    connection: {
      host: socketFolder(cluster),
      port: 5432,
      user: databaseUser,
      database: options.database ?? 'concord',
    },
    log: options.log ?? (() => {}),
  }
}

const waitLimitMs = 60_000
// Time for a server that is being launched or is ending elsewhere to show which of the two it is.
const settleMs = 1500

async function holdServer(site: Site): Promise<Hold> {
  const began = Date.now()
  const waited = () => Date.now() - began
  while (waited() < waitLimitMs) {
    const lease = openLease(site.cluster)
    const state = await probeServer(site.connection)
    if (state === 'ready' && lease !== undefined) return { lease, adopted: true }
    if (lease !== undefined) closeSync(lease)
    if (state === 'ready' && waited() > 10 * settleMs) return { lease: unsupervisedLease(site), adopted: true }
    const lives = serverProcess(site.cluster) !== undefined
    if (state === 'none' && !lives && (lease === undefined || waited() > settleMs)) {
      const held = await launchAndWait(site)
      if (held) return held
    }
    await delay(30)
  }
  throw new EmbeddedDatabaseError(
    `The database at ${site.cluster} has been starting or ending for a minute. See ${join(site.cluster, '..', 'postgres.log')}.`,
  )
}

// The reader was killed by hand but its server lives on: use it, and leave it running.
function unsupervisedLease(site: Site): number {
  site.log(`The database at ${site.cluster} runs without supervision and will not be stopped.`)
  return openSync(leasePath(site.cluster), constants.O_RDWR)
}

async function launchAndWait(site: Site): Promise<Hold | undefined> {
  removeForeignLock(site.cluster)
  const { lease, ended } = launchServer(site)
  let failure: { sentence: EmbeddedDatabaseError | undefined } | undefined
  ended.then(sentence => {
    failure = { sentence }
  })
  const began = Date.now()
  let told = false
  while (!failure) {
    const state = await probeServer(site.connection)
    if (state === 'ready') return { lease, adopted: false }
    if (!told && Date.now() - began > 5000) {
      told = true
      site.log('The database is repairing itself after a sudden end; this can take some minutes.')
    }
    await delay(15)
  }
  closeSync(lease)
  if (failure.sentence) throw failure.sentence
  return undefined
}

// Brings the server back when it died under us: killed for want of memory, or ended just while we joined it.
function watchServer(site: Site, renew: (hold: Hold) => void): { end(): Promise<void> } {
  let work: Promise<void> | undefined
  const restore = async () => {
    try {
      site.log('The database server is gone; starting it again.')
      renew(await holdServer(site))
    } catch (error) {
      site.log((error as Error).message)
    } finally {
      work = undefined
    }
  }
  const timer = setInterval(() => {
    if (!work && serverProcess(site.cluster) === undefined) work = restore()
  }, 1000)
  timer.unref()
  return {
    end: async () => {
      clearInterval(timer)
      await work
    },
  }
}

// The lock file goes a moment before the process does, so it is the process that is waited for.
async function untilGoneOrShared(site: Site): Promise<void> {
  const pid = serverProcess(site.cluster)
  const began = Date.now()
  while (pid !== undefined && isAlive(pid) && Date.now() - began < 30_000) {
    await delay(20)
    const isShared = Date.now() - began > 1000 && (await probeServer(site.connection)) === 'ready'
    if (isShared) return
  }
}
