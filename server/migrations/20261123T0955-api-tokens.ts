// Tokens with which programs act for a person: less than the person may do, and for a time only.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table api_token (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  name text not null,
  token_hash text not null unique,
  scopes text[] not null,
  expires_on date not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz
);
create index api_token_user on api_token (user_id);
`)
    .execute(db)
}
