// Runs tests on an installed PostgreSQL instead of the embedded one: node scripts/test-on-postgres.ts [words of scripts/test.ts]
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseAccount } from '../server/core/database/embedded-binaries.ts'
import { testUrlVariable } from '../server/core/database/test-server.ts'

/** The oldest version that Concord promises to run on; it is preferred, because newer ones are tried all the time. */
const oldest = 15

/** Folders with programs of PostgreSQL, the oldest supported version first. */
function findPrograms(): string | undefined {
  const folders = [...globSync('/usr/lib/postgresql/*/bin'), ...globSync('/usr/pgsql-*/bin'), '/usr/local/pgsql/bin']
  return folders
    .filter(folder => existsSync(join(folder, 'initdb')))
    .map(folder => ({ folder, major: majorOf(folder) }))
    .filter(({ major }) => major >= oldest)
    .sort((a, b) => a.major - b.major)[0]?.folder
}

const majorOf = (folder: string): number =>
  Number(/ (\d+)/.exec(spawnSync(join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout)?.[1] ?? 0)

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

const options = [
  '-c listen_addresses=127.0.0.1',
  ...['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off', '-c max_connections=200'],
].join(' ')

async function runOn(programs: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-postgres-'))
  const cluster = join(folder, 'data')
  // PostgreSQL does not run as root, so root lends it an ordinary account.
  const account = chooseAccount(cluster, folder)
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid)
  chmodSync(folder, 0o700)
  const program = (name: string, args: string[]) =>
    spawnSync(join(programs, name), ['-D', cluster, ...args], { ...account, cwd: '/', encoding: 'utf8', stdio: 'pipe' })
  const must = (name: string, args: string[]) => {
    const { status, stdout, stderr } = program(name, args)
    if (status !== 0) throw new Error(`${name} failed: ${stdout}${stderr}`)
  }
  const port = await freePort()
  try {
    must('initdb', ['-U', 'concord_test', '--auth=trust', '-E', 'UTF8', '--locale=C'])
    const log = ['-l', join(folder, 'log')]
    must('pg_ctl', ['start', '-w', '-s', ...log, '-o', `${options} -p ${port} -k ${folder}`])
    const env = { ...process.env, [testUrlVariable]: `postgres://concord_test@127.0.0.1:${port}/postgres` }
    const args = [join(import.meta.dirname, 'test.ts'), ...process.argv.slice(2)]
    const tests = spawn(process.execPath, args, { stdio: 'inherit', env })
    return await new Promise(resolve => tests.on('exit', code => resolve(code ?? 1)))
  } finally {
    program('pg_ctl', ['stop', '-m', 'immediate', '-s'])
    rmSync(folder, { recursive: true, force: true })
  }
}

const programs = findPrograms()
if (programs === undefined) {
  console.log(`No PostgreSQL ${oldest} or newer is installed here, so nothing was tried on one.`)
  console.log('\n0 passed, 0 failed, 1 skipped')
} else {
  process.exitCode = await runOn(programs)
}
