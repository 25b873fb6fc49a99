// Makes the folder of the embedded database once, whole or not at all, and knows where its socket is.
import { spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Account, type Binaries, EmbeddedDatabaseError, serverEnvironment } from './embedded-binaries.ts'

export const databaseUser = 'concord'

/**
 * Path of the cluster as its own server must name it. Under root the server is another account, for which the
 * folders above may be closed; its own working directory is open to it all the same, so the cluster can stay in
 * DATA_DIR wherever that is.
 */
export function pathForServer(cluster: string, account: Account): string {
  return 'uid' in account ? '/proc/self/cwd' : cluster
}

/** Creates the cluster when there is none. A first try that was cut off leaves nothing that counts. */
export function ensureCluster(cluster: string, binaries: Binaries, account: Account, sync: boolean): void {
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    checkVersion(cluster, binaries)
    checkOwner(cluster, account)
    ensureLease(cluster, account)
    return
  }
  if (existsSync(cluster) && readdirSync(cluster).length > 0) {
    throw new EmbeddedDatabaseError(
      `${cluster} is not empty but holds no PostgreSQL database. Move it away, or choose another DATA_DIR.`,
    )
  }
  const temporary = mkdtempSync(`${cluster}.new-${process.pid}-`)
  try {
    initialise(temporary, binaries, account, sync)
    ensureLease(temporary, account)
    renameSync(temporary, cluster)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    // Another process that started at the same time was first; its cluster is as good.
    if (!existsSync(join(cluster, 'PG_VERSION'))) throw explain(error, cluster)
  }
  removeAbandoned(cluster)
}

function initialise(folder: string, binaries: Binaries, account: Account, sync: boolean): void {
  if ('uid' in account) chownSync(folder, account.uid, account.gid)
  const options = ['-U', databaseUser, '-A', 'trust', '-E', 'UTF8', '--locale=C']
  // Built-in rules keep the order of indexes independent of the machine's libc and ICU.
  options.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8')
  if (!sync) options.push('--no-sync')
  const run = spawnSync(
    join(binaries.home, 'bin', 'initdb'),
    ['-D', pathForServer(folder, account), '--no-instructions', ...options],
    { ...account, cwd: folder, env: serverEnvironment, encoding: 'utf8' },
  )
  if (run.error) throw run.error
  if (run.status !== 0) throw new Error(run.stderr.trim() || `initdb ended with ${run.signal ?? run.status}`)
}

function explain(error: unknown, cluster: string): EmbeddedDatabaseError {
  const message = error instanceof Error ? error.message : String(error)
  if (/No space left on device|ENOSPC|Disk quota/.test(message)) {
    return new EmbeddedDatabaseError(
      `There is no room on the disk for the database at ${cluster} (it needs about 60 MB to begin). Make room, or set DATA_DIR to a larger disk.`,
    )
  }
  if (message.includes('could not look up effective user ID')) {
    return new EmbeddedDatabaseError(
      'The embedded database needs an account with an entry in /etc/passwd. Start Concord as such a user, or set DATABASE_URL to a PostgreSQL server.',
    )
  }
  return new EmbeddedDatabaseError(`The database at ${cluster} could not be created: ${message}`)
}

function checkVersion(cluster: string, binaries: Binaries): void {
  const found = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10)
  if (found === binaries.major) return
  throw new EmbeddedDatabaseError(
    `The database at ${cluster} was made by PostgreSQL ${found}, and this release of Concord brings PostgreSQL ${binaries.major}. ` +
      'Start the release that made it once more, write a backup with it, and restore that backup into an empty DATA_DIR with this one.',
  )
}

function checkOwner(cluster: string, account: Account): void {
  const { uid } = statSync(cluster)
  const own = process.getuid?.()
  if (own !== 0 && uid !== own) {
    throw new EmbeddedDatabaseError(
      `The database at ${cluster} belongs to the user with id ${uid}, and this process runs as ${own}. Start Concord as that user, or choose another DATA_DIR.`,
    )
  }
  // A copy restored by root belongs to root, whom PostgreSQL refuses.
  if ('uid' in account && uid === 0) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, cluster])
}

/** The named pipe that every process using the server holds open; see embedded.ts. */
export function leasePath(cluster: string): string {
  return join(cluster, 'concord.lease')
}

function ensureLease(cluster: string, account: Account): void {
  const path = leasePath(cluster)
  if (existsSync(path)) return
  const run = spawnSync('mkfifo', ['-m', '600', basename(path)], { ...account, cwd: cluster, encoding: 'utf8' })
  if (existsSync(path)) return
  throw new EmbeddedDatabaseError(
    `The file system at ${cluster} has no named pipes (${run.error?.message ?? run.stderr.trim()}). Choose another DATA_DIR, or set DATABASE_URL to a PostgreSQL server.`,
  )
}

// What an initdb left that was killed: its folder carries the id of the process that made it.
function removeAbandoned(cluster: string): void {
  const parent = join(cluster, '..')
  const prefix = `${cluster.slice(parent.length + 1)}.new-`
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    const pid = Number.parseInt(name.slice(prefix.length), 10)
    if (!isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true })
  }
}

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const hostOfCluster = new Map<string, string>()

/**
 * Folder under which clients find the socket, which always lies in the cluster (0700, swept by nobody).
 * A path of more than about 100 bytes does not fit a socket address; such a folder gets a short second name.
 */
export function socketFolder(cluster: string): string {
  if (Buffer.byteLength(cluster) <= 80) return cluster
  const known = hostOfCluster.get(cluster)
  if (known) return known
  const host = shortName(cluster)
  hostOfCluster.set(cluster, host)
  return host
}

function shortName(cluster: string): string {
  if (process.platform === 'linux') return `/proc/${process.pid}/fd/${openSync(cluster, 'r')}`
  const link = join(mkdtempSync(join(tmpdir(), 'concord-')), 'pg')
  symlinkSync(cluster, link)
  return link
}

/** Creates DATA_DIR; refuses with a sentence where that is impossible. */
export function ensureDataDir(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `DATA_DIR ${dataDir} cannot be created: ${(error as Error).message}. Choose a folder that this user may write.`,
    )
  }
}
