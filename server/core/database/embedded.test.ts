// The embedded server: started once, shared, ended with its last user however that one dies, and never a puzzle.
import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { isAlive } from './embedded-cluster.ts'

// Closed to everybody else, as a home folder of root is.
const place = mkdtempSync(join(tmpdir(), 'concord-embedded-'))
const dataDir = join(place, 'data')
const start = (folder = dataDir) => startEmbedded({ dataDir: folder, durable: false })
const holder = join(import.meta.dirname, 'testing', 'hold-embedded.ts')
const children: ChildProcess[] = []

after(() => {
  for (const child of children) child.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

async function holdElsewhere(): Promise<{ child: ChildProcess; adopted: boolean }> {
  const child = fork(holder, [dataDir])
  children.push(child)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the process that holds the server ended with ${code}`)
  })
  const [adopted] = (await Promise.race([once(child, 'message'), ended])) as [boolean]
  ended.catch(() => {})
  return { child, adopted }
}

const killed = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function ask(server: EmbeddedServer, text: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return rows
}

const serverPid = () => Number.parseInt(readFileSync(join(dataDir, 'pg', 'postmaster.pid'), 'utf8'), 10)

async function untilEnded(pid: number): Promise<void> {
  while (isAlive(pid)) await delay(20)
}

test('the first start creates the database, the next finds what was written', async () => {
  const first = await start()
  assert.equal(first.adopted, false)
  await ask(first, "create table note as select 'متن' as word")
  const pid = serverPid()
  await first.stop()
  assert.equal(isAlive(pid), false)
  const second = await start()
  assert.deepEqual(await ask(second, 'select word from note'), [{ word: 'متن' }])
  await second.stop()
  await second.stop()
})

test('the cluster is closed to others, and as root belongs to another account', async () => {
  const { mode, uid } = statSync(join(dataDir, 'pg'))
  assert.equal(mode & 0o777, 0o700)
  assert.equal(uid === 0, false)
})

test('order and comparison do not depend on the machine', async () => {
  const server = await start()
  const rows = await ask(server, "select datlocprovider, datcollate from pg_database where datname = 'concord'")
  assert.deepEqual(rows, [{ datlocprovider: 'b', datcollate: 'C' }])
  await server.stop()
})

test('two processes share one server, which ends when the last is killed', async () => {
  const [one, two] = await Promise.all([holdElsewhere(), holdElsewhere()])
  // Begun in the same moment both may have launched; one server lives, and both hold the pipe that keeps it.
  assert.equal(one.adopted && two.adopted, false)
  const [launcher, guest] = one.adopted ? [two, one] : [one, two]
  const pid = serverPid()
  await killed(launcher.child)
  const third = await start()
  assert.equal(third.adopted, true)
  assert.equal(serverPid(), pid)
  assert.deepEqual(await ask(third, 'select 1 as n'), [{ n: 1 }])
  await third.stop()
  assert.equal(isAlive(pid), true)
  await killed(guest.child)
  await untilEnded(pid)
})

test('a server that is killed comes back for those who use it', async () => {
  const server = await start()
  const pid = serverPid()
  process.kill(pid, 'SIGKILL')
  await untilEnded(pid)
  for (;;) {
    try {
      assert.deepEqual(await ask(server, 'select word from note'), [{ word: 'متن' }])
      break
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error
      await delay(50)
    }
  }
  await server.stop()
})

test('a lock that names a process of another program does not stop the start', async () => {
  writeFileSync(join(dataDir, 'pg', 'postmaster.pid'), `${process.ppid}\n/x\n1\n5432\n.\n\n`)
  const server = await start()
  assert.equal(server.adopted, false)
  await server.stop()
})

test('a lock that a crash left empty does not stop the start', async () => {
  const lock = join(dataDir, 'pg', 'postmaster.pid')
  writeFileSync(lock, '')
  const crashed = new Date(Date.now() - 60_000)
  utimesSync(lock, crashed, crashed)
  const server = await start()
  assert.equal(server.adopted, false)
  await server.stop()
})

test('a path that is too long for a socket works', async () => {
  const server = await start(join(place, 'long-'.repeat(25)))
  assert.deepEqual(await ask(server, 'select 1 as n'), [{ n: 1 }])
  await server.stop()
})

test('an initialisation that was cut off leaves nothing behind', async () => {
  const folder = join(place, 'cut')
  mkdirSync(join(folder, 'pg.new-999999999-abc'), { recursive: true })
  const server = await start(folder)
  await server.stop()
  assert.deepEqual(readdirSync(folder).sort(), ['pg', 'postgres.log'])
})

test('files of another major version are left alone, with a sentence', async () => {
  const version = join(dataDir, 'pg', 'PG_VERSION')
  const own = readFileSync(version, 'utf8')
  writeFileSync(version, '12\n')
  await assert.rejects(start(), /was made by PostgreSQL 12, and this release of Concord brings PostgreSQL 18/)
  writeFileSync(version, own)
})

test('a folder with something else in it is left alone, with a sentence', async () => {
  const folder = join(place, 'other')
  mkdirSync(join(folder, 'pg'), { recursive: true })
  writeFileSync(join(folder, 'pg', 'thesis.txt'), 'mine')
  await assert.rejects(start(folder), /is not empty but holds no PostgreSQL database/)
  assert.deepEqual(readdirSync(join(folder, 'pg')), ['thesis.txt'])
})

test('damaged settings are reported in the words of the server', async () => {
  const settings = join(dataDir, 'pg', 'postgresql.conf')
  const own = readFileSync(settings, 'utf8')
  writeFileSync(settings, `${own}\nno_such_setting = 1\n`)
  await assert.rejects(start(), /does not start.*no_such_setting/s)
  writeFileSync(settings, own)
})
