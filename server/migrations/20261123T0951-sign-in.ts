// Sessions are kept by the hash of their token and say how they were opened; every sign-in leaves a line in a log.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Tokens were kept as they are until now: whoever was signed in signs in once more.
delete from auth_session;
alter table auth_session rename column token to token_hash;
alter table auth_session add column method text not null default 'password';

create table access_log (
  id uuid primary key,
  kind text not null check (kind in ('signed_in', 'failed', 'paused', 'signed_out', 'ended')),
  -- How one came in; empty for leaving.
  method text,
  user_id text references auth_user on delete cascade,
  -- As it was typed; also for people who have no account here.
  email text not null,
  ip_address text not null,
  user_agent text not null,
  at timestamptz not null default now()
);
create index access_log_user on access_log (user_id, id desc);
create index access_log_failures on access_log (email, at) where kind = 'failed';
`)
    .execute(db)
}
