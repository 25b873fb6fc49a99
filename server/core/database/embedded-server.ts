// One run of the embedded server: its settings, its launch under supervision, and what its log says when it fails.
import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  constants,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { type Account, type Binaries, EmbeddedDatabaseError, serverEnvironment } from './embedded-binaries.ts'
import { isAlive, leasePath, pathForServer } from './embedded-cluster.ts'

/** What a `pg` client or pool needs; `host` is the folder of the Unix socket. */
export interface EmbeddedConnection {
  host: string
  port: number
  user: string
  database: string
}

/** Everything that stays the same for one cluster while this process lives. */
export interface Site {
  cluster: string
  account: Account
  binaries: Binaries
  settings: Record<string, string | number>
  connection: EmbeddedConnection
  log: (message: string) => void
}

/** Settings of the server: small at rest, because it shares a machine with the application it serves. */
export function serverSettings(sharedBuffersMb: number, durable: boolean): Record<string, string | number> {
  const lasting: Record<string, string> = durable
    ? {}
    : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
  return {
    listen_addresses: '',
    unix_socket_directories: '.',
    unix_socket_permissions: '0700',
    max_connections: durable ? 40 : 100,
    shared_buffers: `${sharedBuffersMb}MB`,
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    jit: 'off',
    // Reading by worker processes brings nothing on a local disk of this size and costs three processes.
    io_method: 'sync',
    max_parallel_workers_per_gather: 1,
    autovacuum_max_workers: 2,
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_logical_replication_workers: 0,
    max_wal_size: '512MB',
    // Failed statements are the application's to log: here they would spill personal values into a file.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...lasting,
  }
}

export type ServerState = 'ready' | 'busy' | 'none'

/** Asks the server itself: ready, busy (starting, recovering or ending), or none. Creates a missing database. */
export async function probeServer(connection: EmbeddedConnection): Promise<ServerState> {
  try {
    await query(connection, 'select 1')
    return 'ready'
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === '3D000') {
      await createDatabase(connection)
      return 'ready'
    }
    if (code === '57P03' || code === '57P01' || code === '53300') return 'busy'
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'none'
    if (code === 'ECONNRESET' || message.includes('Connection terminated')) return 'busy'
    throw new EmbeddedDatabaseError(`The database at ${connection.host} does not answer: ${message}`)
  }
}

async function createDatabase(connection: EmbeddedConnection): Promise<void> {
  try {
    const name = pg.escapeIdentifier(connection.database)
    await query({ ...connection, database: 'postgres' }, `create database ${name}`)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    // Another process that started at the same time created it.
    if (code !== '42P04' && code !== '23505') throw error
  }
}

async function query(connection: EmbeddedConnection, text: string): Promise<void> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end().catch(() => {})
  }
}

/** Id of the living PostgreSQL server that the cluster's lock file names; undefined when there is none. */
export function serverProcess(cluster: string): number | undefined {
  const pid = lockedBy(join(cluster, 'postmaster.pid'))
  return pid !== undefined && isAlive(pid) && !isForeign(pid) ? pid : undefined
}

function lockedBy(lock: string): number | undefined {
  const pid = Number.parseInt(textOf(lock), 10)
  return pid > 0 ? pid : undefined
}

// After a restart of the machine or the container the number may belong to another program.
function isForeign(pid: number): boolean {
  if (process.platform !== 'linux') return false
  const name = textOf(`/proc/${pid}/comm`).trim()
  return name !== '' && name !== 'postgres'
}

/**
 * Removes a lock file whose process is alive but no PostgreSQL: the server would take it for one and refuse.
 * Moves it first and looks again, so that the lock of a server that just started is put back.
 */
export function removeForeignLock(cluster: string): void {
  const lock = join(cluster, 'postmaster.pid')
  removeEmptyLock(lock)
  const pid = lockedBy(lock)
  if (pid === undefined || !isAlive(pid) || !isForeign(pid)) return
  const aside = `${lock}.${process.pid}`
  try {
    renameSync(lock, aside)
  } catch {
    return
  }
  if (lockedBy(aside) === pid) rmSync(aside)
  else renameSync(aside, lock)
}

/** A server writes its number at once; a lock that stays empty is left from a crash or a full disk. */
const emptyLockMs = 10_000

function removeEmptyLock(lock: string): void {
  const found = statSync(lock, { throwIfNoEntry: false })
  if (found && found.size === 0 && Date.now() - found.mtimeMs > emptyLockMs) rmSync(lock, { force: true })
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Takes a share in the running server; undefined when nobody supervises one. */
export function openLease(cluster: string): number | undefined {
  try {
    return openSync(leasePath(cluster), constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return undefined
    throw error
  }
}

// exec keeps the id, so the child that Node sees is the server. The reader is detached by a second fork, because
// PostgreSQL does not expect children that it did not make. The file check guards against a reused process id.
const supervise = `((trap '' INT TERM HUP; while read -r _; do :; done <&3
read -r p <postmaster.pid && [ "$p" = "$$" ] && kill -INT $$) >/dev/null 2>&1 &)
exec "$@" 3<&-`

export interface Launch {
  lease: number
  /** Becomes the sentence of the failure when the server ended; undefined when another one was first. */
  ended: Promise<EmbeddedDatabaseError | undefined>
}

/** Starts the server with a reader on the lease. */
export function launchServer(site: Site): Launch {
  const path = leasePath(site.cluster)
  // Opened for both first: a pipe opened for one side alone waits for the other.
  const both = openSync(path, constants.O_RDWR)
  const reader = openSync(path, constants.O_RDONLY)
  const lease = openSync(path, constants.O_WRONLY)
  const log = openLog(site)
  const options = Object.entries(site.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const program = join(site.binaries.home, 'bin', 'postgres')
  const child = spawn(
    '/bin/sh',
    ['-c', supervise, 'concord', program, '-D', pathForServer(site.cluster, site.account), ...options],
    {
      ...site.account,
      cwd: site.cluster,
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.file, log.file, reader],
    },
  )
  for (const file of [both, reader, log.file]) closeSync(file)
  child.unref()
  return { lease, ended: failureOf(child, site, log.path, log.size) }
}

function openLog({ cluster, account }: Site): { path: string; file: number; size: number } {
  const path = join(cluster, '..', 'postgres.log')
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(path, `${path}.1`)
  const file = openSync(path, 'a', 0o600)
  if ('uid' in account) fchownSync(file, account.uid, account.gid)
  return { path, file, size: size > 5_000_000 ? 0 : size }
}

function failureOf(
  child: ChildProcess,
  site: Site,
  log: string,
  from: number,
): Promise<EmbeddedDatabaseError | undefined> {
  return new Promise(resolve => {
    child.once('error', error => resolve(new EmbeddedDatabaseError(`PostgreSQL does not start: ${error.message}`)))
    child.once('exit', () => {
      // The reader of a server that never was would wait for an end that concerns it no more.
      try {
        process.kill(-(child.pid ?? Number.NaN), 'SIGKILL')
      } catch {}
      const said = readFileSync(log).subarray(from).toString('utf8').trim()
      resolve(explainLog(said, site.cluster, log))
    })
  })
}

function explainLog(said: string, cluster: string, log: string): EmbeddedDatabaseError | undefined {
  // Another one was first: its lock stands already, or it is just about to write its number into it.
  if (/lock file "postmaster.pid" (already exists|is empty)|is (already|still) in use/.test(said)) return undefined
  const last = said.split('\n').slice(-5).join('\n')
  // On a full disk the log may have found no room either.
  const { bavail, bsize } = statfsSync(cluster)
  if (/No space left on device|Disk quota exceeded/.test(said) || bavail * bsize < 1_000_000) {
    return new EmbeddedDatabaseError(
      `The disk that holds ${cluster} is full, so the database cannot start. Nothing is lost: make room and start again.\n${last}`,
    )
  }
  if (/could not map anonymous shared memory|Cannot allocate memory/.test(said)) {
    return new EmbeddedDatabaseError(`There is not enough free memory to start the database.\n${last}`)
  }
  return new EmbeddedDatabaseError(`The database at ${cluster} does not start. The last words of ${log} are:\n${last}`)
}
