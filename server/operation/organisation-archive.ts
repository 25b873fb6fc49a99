// Writes everything of one home organisation into an open archive: a README, JSON lines, and the files.
import { createReadStream, createWriteStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { type Connection, poolConfig } from '#core/database/connect.ts'
import { FileMissing, type FileStorage } from '#core/files/files.ts'
import { openFileSink } from '#core/operation/archive/byte-sink.ts'
import { createTar, type TarWriter } from '#core/operation/archive/tar-writer.ts'
import { concordVersion, type Progress, plainValues, quoted } from '#core/operation/backup-format.ts'
import type { Part } from './archive-part.ts'
import { ownOrganisations, parts, wantedAccounts, wantedFiles, wantedOrganisations } from './organisation-parts.ts'

export interface ArchiveInput {
  target: string | Connection
  files: FileStorage
  home: { id: string; name: string }
  path: string
  now: Temporal.Instant
  progress?: Progress
}

export interface ArchiveReport {
  bytes: number
  /** Rows by part. */
  rows: Record<string, number>
  files: number
  /** Files whose content is not stored any more. */
  missing: string[]
}

/** As it was at one moment, while people go on working. @throws any error; then no archive is left. */
export async function writeOrganisationArchive(input: ArchiveInput): Promise<ArchiveReport> {
  const sink = await openFileSink(input.path)
  const client = new pg.Client({ ...poolConfig(input.target), application_name: 'concord export' })
  client.on('error', () => {})
  const draft = `${input.path}.lines`
  try {
    await client.connect()
    await client.query(plainValues)
    await client.query('begin isolation level repeatable read')
    for (const wanted of [ownOrganisations, wantedOrganisations, wantedAccounts, wantedFiles])
      await client.query(wanted.replaceAll('$1', pg.escapeLiteral(input.home.id)))
    const tar = createTar(sink, input.now)
    await tar.add('README.md', readme(input))
    const rows: Record<string, number> = {}
    for (const [index, part] of parts.entries()) {
      input.progress?.({ text: `records ${part.name}`, done: index, total: parts.length })
      rows[part.name] = await writePart(client, tar, part, input.home.id, draft)
    }
    const { files, missing } = await writeFiles(client, tar, input)
    await client.query('rollback')
    const summary = {
      format: 'concord-organisation',
      version: 1,
      home: input.home,
      at: input.now.toString(),
      rows,
      files,
      missing,
    }
    await tar.add('manifest.json', `${JSON.stringify(summary, null, 2)}\n`)
    return { bytes: await tar.end(), rows, files, missing }
  } finally {
    await sink.abandon()
    await rm(draft, { force: true })
    await client.end()
  }
}

const rowsAtOnce = 2000

/** The lines go to a file first, since an archive tells the size of a part before its content. */
async function writePart(client: pg.Client, tar: TarWriter, part: Part, homeId: string, draft: string) {
  let count = 0
  const lines = async function* () {
    for await (const line of linesOf(client, part, homeId)) {
      count += 1
      yield `${line}\n`
    }
  }
  await pipeline(lines, createWriteStream(draft, { mode: 0o600 }))
  await tar.addStream(`${part.name}.jsonl`, (await stat(draft)).size, createReadStream(draft))
  return count
}

async function* linesOf(client: pg.Client, part: Part, homeId: string): AsyncGenerator<string> {
  const row = part.columns
    ? `(select to_jsonb(r) from (select ${part.columns.map(column => `t.${quoted(column)}`).join(', ')}) r)`
    : 'to_jsonb(t)'
  const query = `select ${row}::text as line from ${quoted(`public.${part.table}`)} t where ${part.where} order by ${part.order ?? 't.id'}`
  await client.query(`declare lines no scroll cursor for ${query.replaceAll('$1', pg.escapeLiteral(homeId))}`)
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${rowsAtOnce} from lines`)
    for (const { line } of rows) yield line
    if (rows.length < rowsAtOnce) break
  }
  await client.query('close lines')
}

async function writeFiles(client: pg.Client, tar: TarWriter, { files, progress }: ArchiveInput) {
  const { rows } = await client.query<{ hash: string }>(
    'select distinct sha256 as hash from file where id in (select id from wanted_file) order by 1',
  )
  const missing: string[] = []
  for (const [index, { hash }] of rows.entries()) {
    progress?.({ text: 'files', done: index, total: rows.length })
    try {
      const size = await files.size(hash)
      await tar.addStream(`files/${hash}`, size, await files.read(hash))
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
      missing.push(hash)
    }
  }
  progress?.({ text: 'files', done: rows.length, total: rows.length })
  return { files: rows.length - missing.length, missing }
}

const readme = ({ home, now }: ArchiveInput): string => `# ${home.name}

Everything that Concord ${concordVersion} keeps for this organisation, as it was on ${now.toString()}.

Each \`.jsonl\` file is UTF-8 text with one JSON object a line; its fields are the columns of the table of the same kind.
Identifiers are UUIDs and connect the files with each other (\`agreement_id\` in agreement-parties.jsonl is \`id\` in agreements.jsonl).
Days are ISO 8601 (2026-11-23), instants are in UTC, amounts are exact decimal numbers with their currency beside them.
A text in several languages is an object with a BCP 47 tag for each language.

| File | What it holds |
| --- | --- |
${parts.map(part => `| ${part.name}.jsonl | ${part.text} |`).join('\n')}
| files/ | The content of uploaded files, each named by its SHA-256; names are in files.jsonl. |
| manifest.json | How many rows each file has, and files that were missing. |
| end.json | SHA-256 of every byte of the archive before it. |

The organisation's own id is ${home.id}. Passwords, sessions and keys are not in this archive.
`
