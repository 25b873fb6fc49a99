// Core tables: settings, accounts and grants, events with their chains, turns, files, saved views, private links.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create extension if not exists pg_trgm;

create table setting (
  key text primary key,
  value jsonb not null,
  updated_at timestamptz not null default now()
);

create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  language text not null default 'en',
  preferences jsonb not null default '{}',
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table auth_session (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_user on delete cascade,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_session_user on auth_session (user_id);
create table auth_account (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_user on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index auth_account_user on auth_account (user_id);
create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_identifier on auth_verification (identifier);

create table role_grant (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  role text not null check (role in ('administrator', 'officer', 'viewer')),
  scope_id uuid,
  valid_from date,
  valid_until date,
  created_at timestamptz not null default now()
);
create index role_grant_user on role_grant (user_id);

create table one_time_link (
  id uuid primary key,
  purpose text not null,
  token_hash text not null unique,
  details jsonb not null default '{}',
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table event_chain (
  chain text primary key,
  position bigint not null,
  hash text not null
);
create table event (
  id uuid primary key,
  chain text not null,
  position bigint not null,
  type text not null,
  subject_type text not null,
  subject_id uuid not null,
  home_id uuid,
  actor_id text,
  actor_name text not null,
  on_behalf_of text,
  at timestamptz not null,
  request_id text not null,
  reason text,
  data jsonb not null,
  changes jsonb,
  hash text not null,
  unique (chain, position)
);
create index event_subject on event (subject_type, subject_id, id desc);
create index event_home on event (home_id, id desc);
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

create table turn (
  id uuid primary key,
  workflow text not null,
  subject_type text not null,
  subject_id uuid not null,
  home_id uuid not null,
  unit_id uuid,
  state text not null,
  holder text not null check (holder in ('home', 'partner', 'nobody')),
  owner_id text references auth_user,
  since timestamptz not null,
  due_on date,
  due_source jsonb,
  unique (subject_type, subject_id, workflow)
);
create index turn_owner on turn (owner_id, due_on);
create index turn_home on turn (home_id, due_on) where holder = 'home';

create table file (
  id uuid primary key,
  sha256 text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  uploaded_by text references auth_user,
  uploaded_at timestamptz not null default now()
);
create index file_sha256 on file (sha256);
create table file_link (
  id uuid primary key,
  file_id uuid not null references file,
  subject_type text not null,
  subject_id uuid not null,
  purpose text not null default 'document',
  language text,
  note text,
  -- The link whose file this one is a newer version of.
  replaces_id uuid references file_link,
  linked_at timestamptz not null default now(),
  unlinked_at timestamptz
);
create unique index file_link_replaces on file_link (replaces_id) where unlinked_at is null;
create index file_link_subject on file_link (subject_type, subject_id);
create index file_link_file on file_link (file_id);

create table saved_view (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  page text not null,
  name text not null,
  query jsonb not null,
  shared boolean not null default false,
  created_at timestamptz not null default now()
);
create index saved_view_user on saved_view (user_id, page);

create table private_feed (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  kind text not null,
  token_hash text not null unique,
  query jsonb not null default '{}',
  language text not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index private_feed_user on private_feed (user_id);
`)
    .execute(db)
}
