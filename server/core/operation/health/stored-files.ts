// Compares what the records say of files with what the storage holds.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../database/connect.ts'
import { FileMissing, type FileStorage } from '../../files/files.ts'
import { sizeText } from '../size-text.ts'
import { type Finding, found } from './finding.ts'
import { findings as say } from './health.terms.ts'

const mostFindings = 50

/** Missing and damaged files are problems, files that no record names a warning. `deep` reads every byte. */
export async function checkStoredFiles(
  { db, files }: { db: Db; files: FileStorage },
  deep: boolean,
): Promise<Finding[]> {
  const stored = new Set(await Array.fromAsync(files.list()))
  const recorded = await db
    .selectFrom('file')
    .select(['sha256', 'name', 'bytes'])
    .distinctOn('sha256')
    .orderBy('sha256')
    .execute()
  const list: Finding[] = []
  for (const { sha256, name, bytes } of recorded) {
    const values = { name, hash: sha256 }
    if (!stored.has(sha256)) list.push(found('problem', say.fileMissing, values))
    else if ((await files.size(sha256)) !== bytes || (deep && (await contentHash(files, sha256)) !== sha256))
      list.push(found('problem', say.fileDamaged, values))
    if (list.length === mostFindings) break
  }
  const named = await namedHashes(db)
  const unnamed = [...stored].filter(hash => !named.has(hash)).length
  const size = sizeText(recorded.reduce((sum, file) => sum + file.bytes, 0))
  return [
    ...(list.length === 0 ? [found('ok', say.filesFine, { count: recorded.length, size })] : list),
    ...(unnamed > 0 ? [found('warning', say.filesUnnamed, { count: unnamed })] : []),
  ]
}

async function contentHash(files: FileStorage, hash: string): Promise<string> {
  const digest = createHash('sha256')
  try {
    for await (const chunk of await files.read(hash)) digest.update(chunk as Buffer)
  } catch (error) {
    if (!(error instanceof FileMissing)) throw error
  }
  return digest.digest('hex')
}

/** Hashes in any column that names stored content: `file.sha256`, and those of runs that keep what they read. */
async function namedHashes(db: Db): Promise<Set<string>> {
  const { rows: columns } = await sql<{ table: string; column: string }>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name in ('sha256', 'stored_hash')`.execute(db)
  const parts = columns.map(one => sql`select ${sql.ref(one.column)} as hash from ${sql.table(one.table)}`)
  const { rows } = await sql<{ hash: string | null }>`${sql.join(parts, sql` union `)}`.execute(db)
  return new Set(rows.flatMap(row => row.hash ?? []))
}
