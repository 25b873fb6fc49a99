// How long `npm start` takes until the first page, and what server and database hold in memory at rest; the setup is done before.
// Usage: node bench/start.ts [runs]
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const runs = Number(process.argv[2] ?? 5)
const root = join(import.meta.dirname, '..')
/** After this long without a request the server is at rest. */
const restMs = 10_000

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise(resolve => server.close(resolve))
  return port
}

interface Process {
  pid: number
  parent: number
  command: string
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return [{ pid: Number(name), parent, command }]
      } catch {
        return [] // It ended meanwhile.
      }
    })
}

/** A process and all that it started. */
function family(first: number, all: readonly Process[]): number[] {
  const found = [first]
  for (const pid of found) found.push(...all.filter(one => one.parent === pid).map(one => one.pid))
  return found
}

/** Memory in MB, shared pages divided among those who share them: PostgreSQL's processes share most of theirs. */
const memoryOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return sum + Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024
  }, 0)

/** Seconds of work that processes and their ended children have done; unlike the clock it does not wait for others. */
const workOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
    return sum + [11, 12, 13, 14].reduce((ticks, at) => ticks + Number(fields[at]), 0) / 100
  }, 0)

interface Start {
  /** Until the first page was answered whole, in seconds. */
  page: number
  work: number
  server: number
  database: number
}

/** The page with its first script and style, as a browser needs them. */
async function loadPage(address: string): Promise<boolean> {
  const answer = await fetch(address).catch(() => undefined)
  if (answer?.status !== 200) return false
  const html = await answer.text()
  const parts = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map(match => match[1]!)
  const answers = await Promise.all(parts.map(async part => (await fetch(new URL(part, address))).arrayBuffer()))
  return parts.length > 0 && answers.length === parts.length
}

async function startOnce(dataDir: string): Promise<Start> {
  const port = await freePort()
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: '' }
  const began = performance.now()
  const npm = spawn('npm', ['start', '--silent'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  npm.stdout.on('data', data => (said += data))
  npm.stderr.on('data', data => (said += data))
  const ended = new Promise<void>(resolve => npm.once('exit', () => resolve()))
  try {
    while (!(await loadPage(`http://127.0.0.1:${port}/`))) {
      if (npm.exitCode !== null || performance.now() - began > 120_000) throw new Error(`It did not start:\n${said}`)
      await delay(10)
    }
    const page = (performance.now() - began) / 1000
    const master = Number(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
    const then = processes()
    const work = workOf([...new Set([...family(npm.pid!, then), ...family(master, then)])])
    await delay(restMs)
    const all = processes()
    const own = family(npm.pid!, all)
    const server = all.filter(one => own.includes(one.pid) && one.command.includes('server/cli.ts'))
    if (server.length === 0) throw new Error('The process of the server was not found.')
    return { page, work, server: memoryOf(server.map(one => one.pid)), database: memoryOf(family(master, all)) }
  } finally {
    if (npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid!, 'SIGTERM')
    await ended
  }
}

async function startOften(name: string, dataDirs: readonly string[]): Promise<void> {
  const starts: Start[] = []
  for (const dataDir of dataDirs) starts.push(await startOnce(dataDir))
  const of = (value: (start: Start) => number) => starts.map(value)
  const together = of(start => start.server + start.database)
  console.log(
    `${name.padEnd(24)} first page ${median(of(start => start.page)).toFixed(2)} s ` +
      `(${of(start => start.page)
        .map(value => value.toFixed(2))
        .join(
          ', ',
        )}), work of ${median(of(start => start.work)).toFixed(1)} s; at rest ${median(together).toFixed(0)} MB: ` +
      `server ${median(of(start => start.server)).toFixed(0)} MB, database ${median(of(start => start.database)).toFixed(0)} MB`,
  )
}

const folders = Array.from({ length: runs }, () => mkdtempSync(join(tmpdir(), 'concord-bench-')))
try {
  console.log(`median of ${runs} runs, limits 3 s and 300 MB; load of the machine before: ${loadavg()[0]!.toFixed(1)}`)
  await startOften('a new installation', folders)
  await startOften('an existing one', Array<string>(runs).fill(folders[0]!))
} finally {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
