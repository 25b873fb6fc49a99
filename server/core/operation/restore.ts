// Reads a backup archive back: first all of it is checked, then files are stored and the database is filled in one transaction.
import { createReadStream } from 'node:fs'
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Connection, type Db, poolConfig } from '#core/database/connect.ts'
import { migrateToLatest, migrateUpTo, migrationNames } from '#core/database/migrate.ts'
import type { Database } from '#core/database/tables.generated.ts'
import type { FileStorage } from '#core/files/files.ts'
import { ArchiveProblem } from './archive/archive-problem.ts'
import { isSealed, sealedMagicLength, unseal } from './archive/sealing.ts'
import { type ArchiveMember, memberText, readTar } from './archive/tar-reader.ts'
import {
  type BackupCounts,
  type BackupManifest,
  backupFormat,
  jobsTable,
  memberNames,
  type Progress,
  plainValues,
  quoted,
  tableOfMember,
} from './backup-format.ts'
import { copyIn } from './copy-stream.ts'
import { columnsOf, emptyDatabase, openTables, runningProcesses, stateOfTarget } from './restore-target.ts'

/** Says why nothing was restored. */
export class RestoreRefused extends Error {
  override name = 'RestoreRefused'
}

const decompress = promisify(zstdDecompress)

/** Whether the archive needs a passphrase. @throws ArchiveProblem when the file cannot be read. */
export async function archiveIsSealed(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(error => {
    throw new ArchiveProblem(`The archive ${path} cannot be read: ${(error as Error).message}.`)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sealedMagicLength), 0, sealedMagicLength, 0)
    return isSealed(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function membersOf(path: string, passphrase: string | undefined): AsyncGenerator<ArchiveMember> {
  const source = createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>
  return readTar(passphrase === undefined ? source : unseal(source, passphrase))
}

/** What a checked archive says of itself. */
export interface CheckedArchive {
  path: string
  passphrase: string | undefined
  manifest: BackupManifest
  counts: BackupCounts
  members: number
  files: number
}

/**
 * Reads the archive from its first to its last byte without writing anything.
 * @throws ArchiveProblem when it is damaged, cut off, of another kind, or from a newer Concord.
 */
export async function checkArchive(
  path: string,
  passphrase?: string | undefined,
  progress?: Progress,
): Promise<CheckedArchive> {
  let manifest: string | undefined
  let counts: string | undefined
  let members = 0
  let files = 0
  for await (const member of membersOf(path, passphrase)) {
    members += 1
    if (members % 20 === 0) progress?.({ text: 'checking the archive', done: members, total: 0 })
    if (member.name === memberNames.manifest) manifest = await memberText(member)
    else if (member.name === memberNames.counts) counts = await memberText(member)
    else if (member.name.startsWith('files/')) files += 1
  }
  if (!manifest || !counts) throw new ArchiveProblem('The archive is not a backup of Concord.')
  // The checksum was right: what was written is read, and only now believed.
  const said = { manifest: await readManifest(manifest), counts: JSON.parse(counts) as BackupCounts }
  return { path, passphrase, ...said, members, files }
}

async function readManifest(text: string): Promise<BackupManifest> {
  const manifest = JSON.parse(text) as BackupManifest
  if (manifest.format !== backupFormat.format) throw new ArchiveProblem('The archive is not a backup of Concord.')
  const known = new Set((await migrationNames()).map(name => name.slice(0, -3)))
  const strange = manifest.migrations.find(name => !known.has(name))
  if (manifest.version !== backupFormat.version || strange !== undefined) {
    throw new ArchiveProblem(
      `The archive was made by Concord ${manifest.concord}, which is newer than this one. Update Concord, then restore.`,
    )
  }
  return manifest
}

/** @throws RestoreRefused when Concord runs on the database, or it holds data and `replace` is not set. */
export async function refuseUnfitTarget(target: string | Connection, replace: boolean): Promise<void> {
  await withClient(target, async client => {
    const state = await stateOfTarget(client)
    if (state === 'foreign')
      throw new RestoreRefused('The database holds tables that are not Concord’s. Give Concord a database of its own.')
    const running = await runningProcesses(client)
    if (running > 0) throw new RestoreRefused('Concord is running on this database. Stop it, then restore.')
    if (state === 'used' && !replace)
      throw new RestoreRefused(
        'The database holds an installation already. To replace everything in it by the archive, add --replace.',
      )
  })
}

async function withClient<T>(target: string | Connection, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...poolConfig(target), application_name: 'concord restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface RestoreInput {
  archive: CheckedArchive
  /** Its job queue has been opened once by this version of Concord. */
  target: string | Connection
  files: FileStorage
  dataDir: string
  /** Keeps the secret of the archive; called after the database was filled. */
  keepSecret(secret: string): Promise<void>
  progress?: Progress
}

export interface RestoreReport {
  rows: number
  files: number
  /** Migrations that ran because the archive is older than this Concord. */
  migrated: string[]
}

/** Stores the files, then fills the database in one transaction: it is as in the archive, or as it was before. */
export async function restoreArchive(input: RestoreInput): Promise<RestoreReport> {
  const { archive, progress } = input
  const members = membersOf(archive.path, archive.passphrase)
  let secret: string | undefined
  let seen = 0
  let files = 0
  const tables = async function* () {
    for await (const member of members) {
      seen += 1
      progress?.({
        text: member.name.replace(/\/[^/]*$/, '').replace('database/public.', 'database '),
        done: seen,
        total: archive.members,
      })
      if (member.name === memberNames.secret) secret = await memberText(member)
      else if (member.name.startsWith('files/')) files += await storeFile(input.files, member)
      else if (member.name.startsWith('outbox/')) await storeMessage(input.dataDir, member)
      else if (tableOfMember(member.name) !== undefined) yield member
    }
  }
  const { rows, migrated } = await withClient(input.target, async client => {
    await client.query(plainValues)
    return fillDatabase(client, archive, tables())
  })
  if (secret !== undefined) await input.keepSecret(secret)
  return { rows, files, migrated }
}

async function storeFile(files: FileStorage, member: ArchiveMember): Promise<number> {
  const hash = member.name.slice('files/'.length)
  if ((await files.exists(hash)) && (await files.size(hash)) === member.size) return 1
  const stored = await files.write(member.content())
  if (stored.hash !== hash) throw new ArchiveProblem(`The file ${hash} of the archive has another content.`)
  return 1
}

async function storeMessage(dataDir: string, member: ArchiveMember): Promise<void> {
  const name = member.name.slice('outbox/'.length)
  if (!/^[\w-]{1,80}\.eml$/.test(name)) throw new ArchiveProblem(`The archive names a strange message: ${name}.`)
  await mkdir(join(dataDir, 'outbox'), { recursive: true, mode: 0o700 })
  await writeFile(join(dataDir, 'outbox', name), Buffer.concat(await Array.fromAsync(member.content())), {
    mode: 0o600,
  })
}

/** A query builder over one connection that COPY uses between its statements. */
const builderOver = (client: pg.Client): Kysely<Database> => {
  const lent = { query: client.query.bind(client), release: () => {} }
  const pool = { connect: async () => lent, end: async () => {} }
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
}

async function fillDatabase(
  client: pg.Client,
  archive: CheckedArchive,
  members: AsyncGenerator<ArchiveMember>,
): Promise<{ rows: number; migrated: string[] }> {
  const { manifest, counts } = archive
  // The first rows come after the files: nothing of the database is touched before these are stored.
  let next = await members.next()
  const transaction = await builderOver(client).startTransaction().execute()
  try {
    const db: Db = transaction
    await emptyDatabase(client)
    await migrateUpTo(db, manifest.migrations.at(-1)!)
    const closeTables = await openTables(client)
    // Some migrations bring rows of their own; the archive has them as they were.
    const names = manifest.tables.map(table => table.name).filter(name => name !== jobsTable)
    await client.query(`truncate ${names.map(quoted).join(', ')}`)
    for (const { name, columns } of manifest.tables) {
      const rows = async function* () {
        for (; !next.done && tableOfMember(next.value.name) === name; next = await members.next())
          yield await decompress(Buffer.concat(await Array.fromAsync(next.value.content())))
      }
      const count = await (name === jobsTable ? fillJobs : fillTable)(client, name, columns, rows())
      if (count !== counts.rows[name])
        throw new ArchiveProblem(`The archive has ${count} rows of ${name}, not ${counts.rows[name]}.`)
    }
    if (!next.done) throw new ArchiveProblem(`The archive has rows in no order: ${next.value.name}.`)
    await closeTables()
    for (const [name, last] of Object.entries(counts.sequences))
      if (last !== null) await client.query('select setval($1::regclass, $2)', [quoted(`public.${name}`), last])
    const migrated = await migrateToLatest(db)
    await transaction.commit().execute()
    await client.query('analyze')
    return { rows: Object.values(counts.rows).reduce((sum, count) => sum + count, 0), migrated }
  } catch (error) {
    await transaction.rollback().execute()
    throw error
  }
}

async function fillTable(client: pg.Client, table: string, columns: string[], rows: AsyncIterable<Buffer>) {
  const known = await columnsOf(client, table)
  const strange = columns.find(column => !known.has(column))
  if (strange !== undefined)
    throw new ArchiveProblem(`The archive has a column that is not known: ${table}.${strange}.`)
  return copyIn(client, `copy ${quoted(table)} (${columns.map(quoted).join(', ')}) from stdin`, rows)
}

// The tables of the queue belong to its package and may have other columns in another version of it.
async function fillJobs(client: pg.Client, table: string, columns: string[], rows: AsyncIterable<Buffer>) {
  const known = await columnsOf(client, table)
  const common = columns.filter(column => known.has(column))
  await client.query(
    `create temp table restored_job (${columns.map(column => `${quoted(column)} text`).join(', ')}) on commit drop`,
  )
  const count = await copyIn(client, 'copy restored_job from stdin', rows)
  const value = (column: string) =>
    column === 'state'
      ? `(case state when 'active' then 'retry' else state end)::${known.get(column)}`
      : `${quoted(column)}::${known.get(column)}`
  await client.query(`delete from ${quoted(table)}`)
  await client.query(
    `insert into ${quoted(table)} (${common.map(quoted).join(', ')})
     select ${common.map(value).join(', ')} from restored_job where name in (select name from jobs.queue)`,
  )
  return count
}
