// A second step at sign-in by one-time codes, with recovery codes for a lost telephone, and passkeys.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
alter table access_log drop constraint access_log_kind_check;
alter table access_log add constraint access_log_kind_check
  check (kind in ('signed_in', 'failed', 'paused', 'asked', 'signed_out', 'ended'));
create index access_log_asked on access_log (ip_address, at) where kind = 'asked';

create table one_time_code (
  user_id text primary key references auth_user on delete cascade,
  -- Sealed with the secret of the installation.
  sealed_secret text not null,
  -- Empty until the first code proved that the app has the secret.
  confirmed_at timestamptz,
  -- The half minute of the last code that was taken: no code works twice.
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);
create table recovery_code (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  code_hash text not null,
  used_at timestamptz,
  unique (user_id, code_hash)
);
create table passkey (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  credential_id text not null unique,
  public_key text not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_user on passkey (user_id);
`)
    .execute(db)
}
