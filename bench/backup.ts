// How fast an installation is backed up, checked and restored, per GB of its database and of its files.
// Usage: node bench/backup.ts [agreements] [entries] [MB of files]
// Beside it, in the same run: a bare COPY of the same tables to nowhere, and a bare COPY into tables without any index.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import pg from 'pg'
import { openPool, poolConfig } from '#core/database/connect.ts'
import { startEmbedded } from '#core/database/embedded.ts'
import { migrateToLatest } from '#core/database/migrate.ts'
import { createFolderStorage } from '#core/files/folder-storage.ts'
import { createJobs } from '#core/jobs/jobs.ts'
import { silentLog } from '#core/log.ts'
import { writeBackup } from '#core/operation/backup.ts'
import { copyIn, copyOut } from '#core/operation/copy-stream.ts'
import { checkArchive, restoreArchive } from '#core/operation/restore.ts'
import { makePortfolio } from './_portfolio.ts'

const [agreements = 10_000, entries = 100_000, fileMb = 100] = process.argv.slice(2).map(Number)
const runs = 3
const folder = mkdtempSync(join(tmpdir(), 'concord-bench-backup-'))
const today = Temporal.PlainDate.from('2026-11-23')
const now = Temporal.Instant.from('2026-11-23T09:00:00Z')

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

/** Median seconds of several runs. */
async function time(work: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = []
  for (let nth = 0; nth < runs; nth += 1) {
    const began = performance.now()
    await work()
    seconds.push((performance.now() - began) / 1000)
  }
  return median(seconds)
}

async function install(name: string) {
  const server = await startEmbedded({ dataDir: join(folder, name), sharedBuffersMb: 64 })
  const db = openPool(server.connection, { statementTimeoutMs: 900_000 })
  await migrateToLatest(db)
  const jobs = await createJobs({ target: server.connection, log: silentLog() })
  await jobs.stop()
  const files = createFolderStorage(join(folder, name, 'files'))
  const close = async () => {
    await db.destroy()
    await server.stop()
  }
  return { connection: server.connection, db, files, dataDir: join(folder, name), close }
}

type Place = Awaited<ReturnType<typeof install>>

async function withClient<T>(place: Place, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(poolConfig(place.connection))
  await client.connect()
  return work(client).finally(() => client.end())
}

const largest = ['entry', 'event', 'activity', 'agreement', 'commitment', 'agreement_party', 'ledger_total']

/** Bytes of the largest tables as COPY gives them. */
async function bareOut(place: Place): Promise<void> {
  await withClient(place, async client => {
    for (const table of largest) for await (const _ of copyOut(client, `copy ${table} to stdout`).blocks);
  })
}

async function bareIn(from: Place, to: Place): Promise<void> {
  await withClient(from, source =>
    withClient(to, async client => {
      for (const table of largest) {
        await client.query(`create table bare (like ${table})`)
        await copyIn(client, 'copy bare from stdin', copyOut(source, `copy ${table} to stdout`).blocks)
        await client.query('drop table bare')
      }
    }),
  )
}

function show(name: string, seconds: number, bytes: number, baseline?: number): void {
  const ratio = baseline === undefined ? '' : `  x ${(seconds / baseline).toFixed(1)} of the bare COPY`
  const perGb = `${((seconds / bytes) * 1e9).toFixed(1)} s per GB`
  console.log(`${name.padEnd(38)}${seconds.toFixed(2).padStart(8)} s  ${perGb.padStart(16)}${ratio}`)
}

async function main(): Promise<void> {
  const source = await install('source')
  await makePortfolio(source.db, { agreements, entries, partners: Math.ceil(agreements / 10) }, today)
  await sql`vacuum analyze`.execute(source.db)
  for (let n = 0; n < fileMb; n += 1) await source.files.write(Readable.from([randomBytes(1_000_000)]))
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(source.db)
  const bytes = rows[0]!.bytes
  console.log(
    `${agreements} agreements, ${entries} entries: ${(bytes / 1e6).toFixed(0)} MB of database, ${fileMb} MB of files; ` +
      `load ${loadavg()[0]!.toFixed(1)}`,
  )
  const noFiles = createFolderStorage(join(folder, 'none'))
  let nth = 0
  const backUp = (files: Place['files'], passphrase?: string) => async () => {
    nth += 1
    const path = join(folder, `${nth}.backup`)
    const { connection: target, dataDir } = source
    return { path, ...(await writeBackup({ target, files, dataDir, secret: 'x'.repeat(32), path, passphrase, now })) }
  }
  const out = await time(() => bareOut(source))
  show('bare COPY out', out, bytes)
  show('backup, database only', await time(backUp(noFiles)), bytes, out)
  show('backup with files', await time(backUp(source.files)), bytes + fileMb * 1e6)
  show('the same, encrypted', await time(backUp(source.files, 'four quiet words here')), bytes + fileMb * 1e6)
  const database = await backUp(noFiles)()
  const whole = await backUp(source.files)()
  console.log(
    `archives: ${(database.bytes / 1e6).toFixed(0)} MB without files, ${(whole.bytes / 1e6).toFixed(0)} MB with`,
  )
  show('check of the archive', await time(() => checkArchive(whole.path)), bytes + fileMb * 1e6)
  const target = await install('target')
  const into = await time(() => bareIn(source, target))
  show('bare COPY out and in, no index', into, bytes)
  const archive = await checkArchive(database.path)
  const { connection, dataDir, files } = target
  const restore = () => restoreArchive({ archive, target: connection, files, dataDir, keepSecret: async () => {} })
  show('restore, database only', await time(restore), bytes, into)
  console.log(`memory at its highest: ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`)
  await target.close()
  await source.close()
}

try {
  await main()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
