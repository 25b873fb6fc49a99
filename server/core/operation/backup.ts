// Writes everything an installation must keep into one archive, as it was at one moment, while people go on working.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import pg from 'pg'
import { type Connection, poolConfig } from '#core/database/connect.ts'
import { FileMissing, type FileStorage } from '#core/files/files.ts'
import { openFileSink } from './archive/byte-sink.ts'
import { sealingSink } from './archive/sealing.ts'
import { createTar, type TarWriter } from './archive/tar-writer.ts'
import {
  type BackedTable,
  type BackupCounts,
  type BackupManifest,
  backupFormat,
  concordVersion,
  jobsTable,
  memberNames,
  type Progress,
  plainValues,
  quoted,
  secretMark,
} from './backup-format.ts'
import { copyOut } from './copy-stream.ts'

export interface BackupInput {
  target: string | Connection
  files: FileStorage
  dataDir: string
  secret: string
  /** Where the archive is written. */
  path: string
  /** Seals the archive; only then is the secret of the installation in it. */
  passphrase?: string | undefined
  now: Temporal.Instant
  progress?: Progress
}

export interface BackupReport {
  /** Of the archive. */
  bytes: number
  rows: number
  tables: number
  files: number
}

const compress = promisify(zstdCompress)
const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }

/** @throws any error of the database, the storage or the disk; then no archive is left. */
export async function writeBackup(input: BackupInput): Promise<BackupReport> {
  const sink = await openFileSink(input.path)
  const client = new pg.Client({ ...poolConfig(input.target), application_name: 'concord backup' })
  // A broken connection is told by the query that runs.
  client.on('error', () => {})
  try {
    const tar = createTar(input.passphrase === undefined ? sink : await sealingSink(sink, input.passphrase), input.now)
    await client.connect()
    await client.query(plainValues)
    await client.query('begin isolation level repeatable read read only')
    const report = await writeAll(client, tar, input)
    await client.query('commit')
    return { ...report, bytes: await tar.end() }
  } finally {
    await sink.abandon()
    await client.end()
  }
}

async function writeAll(client: pg.Client, tar: TarWriter, input: BackupInput): Promise<Omit<BackupReport, 'bytes'>> {
  const manifest = await describeBackup(client, input)
  await tar.add(memberNames.manifest, `${JSON.stringify(manifest, null, 2)}\n`)
  if (input.passphrase !== undefined) await tar.add(memberNames.secret, input.secret)
  const files = await writeFiles(tar, input)
  await writeOutbox(tar, join(input.dataDir, 'outbox'))
  const counts = await writeTables(client, tar, manifest.tables, input.progress)
  await tar.add(memberNames.counts, `${JSON.stringify(counts, null, 2)}\n`)
  const rows = Object.values(counts.rows).reduce((sum, count) => sum + count, 0)
  return { rows, tables: manifest.tables.length, files }
}

async function describeBackup(client: pg.Client, input: BackupInput): Promise<BackupManifest> {
  const { rows: tables } = await client.query<BackedTable>(`
    select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where (n.nspname in ('public', 'past') and c.relkind in ('r', 'p') and not c.relispartition and c.relname not like 'kysely\\_%')
       or (n.nspname || '.' || c.relname = '${jobsTable}')
    group by 1 order by 1`)
  const { rows: migrations } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  const { rows: version } = await client.query<{ server_version: string }>('show server_version')
  return {
    ...backupFormat,
    createdAt: input.now.toString(),
    concord: concordVersion,
    postgres: version[0]!.server_version,
    migrations: migrations.map(row => row.name),
    tables,
    secretMark: secretMark(input.secret),
  }
}

// The list is made after the snapshot of the database: every file that a row of it names was stored before the row.
async function writeFiles(tar: TarWriter, { files, progress }: BackupInput): Promise<number> {
  const hashes = (await Array.fromAsync(files.list())).sort()
  let written = 0
  for (const [index, hash] of hashes.entries()) {
    progress?.({ text: 'files', done: index, total: hashes.length })
    const opened = await openStored(files, hash)
    if (!opened) continue
    await tar.addStream(memberNames.file(hash), opened.size, opened.content)
    written += 1
  }
  progress?.({ text: 'files', done: hashes.length, total: hashes.length })
  return written
}

/** Reads the first bytes, so that a file which was just removed is found out before its name is written. */
async function openStored(files: FileStorage, hash: string) {
  try {
    const size = await files.size(hash)
    const iterator = (await files.read(hash))[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    const first = await iterator.next()
    const content = async function* () {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value
    }
    return { size, content: content() }
  } catch (error) {
    if (error instanceof FileMissing || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

async function writeOutbox(tar: TarWriter, folder: string): Promise<void> {
  const names = await readdir(folder).catch(error => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  })
  for (const name of names.filter(one => /^[\w-]{1,80}\.eml$/.test(one)).sort())
    await tar.add(memberNames.outbox(name), await readFile(join(folder, name)))
}

async function writeTables(
  client: pg.Client,
  tar: TarWriter,
  tables: BackedTable[],
  progress: Progress | undefined,
): Promise<BackupCounts> {
  const { rows: sizes } = await client.query<{ name: string; bytes: number }>(
    'select name, pg_table_size(name::regclass) as bytes from unnest($1::text[]) as t(name)',
    [tables.map(table => quoted(table.name))],
  )
  const bytesOf = new Map(sizes.map(row => [row.name, row.bytes]))
  const total = sizes.reduce((sum, row) => sum + row.bytes, 0)
  const rows: Record<string, number> = {}
  let done = 0
  for (const table of tables) {
    progress?.({ text: `database ${table.name.replace('public.', '')}`, done, total })
    rows[table.name] = await writeTable(client, tar, table)
    done += bytesOf.get(quoted(table.name)) ?? 0
  }
  progress?.({ text: 'database', done: total, total })
  // Sequences know no snapshot: read last, they are never behind a row of the archive.
  const { rows: sequences } = await client.query<{ name: string; last: number | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by 1`,
  )
  return { rows, sequences: Object.fromEntries(sequences.map(row => [row.name, row.last])) }
}

const blocksAtOnce = 3

/** Blocks are compressed beside the reading, and written in their order. */
async function writeTable(client: pg.Client, tar: TarWriter, table: BackedTable): Promise<number> {
  const columns = table.columns.map(quoted).join(', ')
  const undone =
    table.name === jobsTable
      ? ` where state in ('created', 'retry', 'active') or (name = 'parked' and state <> 'completed')`
      : ''
  const { blocks, rows } = copyOut(client, `copy (select ${columns} from ${quoted(table.name)}${undone}) to stdout`)
  const compressing: Promise<Buffer>[] = []
  let number = 0
  const writeNext = async () => {
    number += 1
    await tar.add(memberNames.block(table.name, number), await compressing.shift()!)
  }
  for await (const block of blocks) {
    const packed = compress(block, level)
    packed.catch(() => {})
    compressing.push(packed)
    if (compressing.length === blocksAtOnce) await writeNext()
  }
  while (compressing.length > 0) await writeNext()
  return rows()
}
