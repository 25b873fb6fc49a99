// Personal values of events, kept beside the chain of hashes so that they can be erased without breaking it.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Events name only the seal: SHA-256 over salt and value. Without its row here nobody can tell what the value was.
create table sealed_value (
  seal text primary key,
  -- The account or contact that it is about, where that is known.
  person_id text,
  salt text not null,
  value jsonb not null,
  sealed_at timestamptz not null default now()
);
create index sealed_value_person on sealed_value (person_id, md5(value::text));
`)
    .execute(db)
}
