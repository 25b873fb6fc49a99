// Keeps what was read out of stored files, by content, as long as a record has such a file.
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'

export interface UnreadFile {
  sha256: string
  name: string
  bytes: number
}

/** A stored file whose text was not read yet; undefined when it was, or when no record has it. */
export async function findUnread(db: Db, sha256: string): Promise<UnreadFile | undefined> {
  const { rows } = await sql<UnreadFile>`
    select f.sha256, f.name, f.bytes from file f join file_link k on k.file_id = f.id and k.unlinked_at is null
    where f.sha256 = ${sha256} and not exists (select 1 from search_file_text t where t.sha256 = f.sha256) limit 1`.execute(
    db,
  )
  return rows[0]
}

/** Keeps the text, and has the documents of all files with this content made anew. */
export async function keepText(db: Db, sha256: string, body: string, problem: string | null): Promise<void> {
  await sql`
    insert into search_file_text (sha256, body, problem) values (${sha256}, ${body}, ${problem})
    on conflict (sha256) do update set body = excluded.body, problem = excluded.problem, read_at = now()`.execute(db)
  await sql`insert into search_pending (kind, subject_id)
    select 'file', k.id from file_link k join file f on f.id = k.file_id where f.sha256 = ${sha256} and k.unlinked_at is null`.execute(
    db,
  )
}

/** Texts of files that no record has any more. */
export async function forgetTexts(db: Db): Promise<void> {
  await sql`delete from search_file_text t where not exists (
    select 1 from file f join file_link k on k.file_id = f.id where f.sha256 = t.sha256 and k.unlinked_at is null)`.execute(
    db,
  )
}
