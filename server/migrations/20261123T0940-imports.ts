// Import tables: a file's run with its mapping and answers, every original row, and remembered mappings.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table import_run (
  id uuid primary key,
  home_id uuid not null references organisation,
  list_kind text not null default 'agreements' check (list_kind in ('agreements', 'organisations')),
  state text not null check (state in ('reading', 'mapping', 'planning', 'planned', 'writing', 'written', 'undone', 'failed', 'cancelled')),
  file_id uuid references file,
  file_name text not null,
  sha256 text not null,
  sheet text,
  sheets jsonb not null default '[]',
  header jsonb not null default '{}',
  columns jsonb not null default '[]',
  options jsonb not null default '{}',
  notices jsonb not null default '[]',
  totals jsonb not null default '{}',
  progress jsonb not null default '{}',
  failure jsonb,
  -- the run of an earlier version of the same list, for showing only the differences
  previous_id uuid references import_run,
  created_by text references auth_user,
  -- who asked for the writing
  asked_by text references auth_user,
  created_at timestamptz not null default now(),
  written_at timestamptz,
  undone_at timestamptz,
  version integer not null default 1
);
create index import_run_home on import_run (home_id, created_at desc);
create index import_run_sha256 on import_run (home_id, sha256);

create table import_row (
  run_id uuid not null references import_run on delete cascade,
  row integer not null,
  cells jsonb not null,
  fingerprint text,
  understood jsonb,
  status text not null default 'ready' check (status in ('ready', 'doubtful', 'error', 'skipped')),
  -- what writing does: create, update, same, skip
  outcome text,
  existing_id uuid,
  decisions jsonb not null default '{}',
  agreement_id uuid,
  organisation_id uuid,
  -- the record as it was before the writing changed it, with the version that the change gave it
  before jsonb,
  primary key (run_id, row)
);
create index import_row_status on import_row (run_id, status);
create index import_row_agreement on import_row (agreement_id) where agreement_id is not null;
create index import_row_fingerprint on import_row (run_id, fingerprint);

-- Each distinct partner text of a run, resolved once, decided once for all its rows.
create table import_partner (
  run_id uuid not null references import_run on delete cascade,
  key text not null,
  written text not null,
  country text,
  city text,
  hints jsonb not null default '{}',
  rows integer[] not null,
  outcome text not null,
  organisation_id uuid references organisation,
  candidates jsonb not null default '[]',
  evidence jsonb not null default '[]',
  decision text check (decision in ('matched', 'new', 'split', 'ignored')),
  decided_by text,
  created_organisation_id uuid references organisation,
  primary key (run_id, key)
);

create table import_mapping (
  id uuid primary key,
  home_id uuid not null references organisation,
  signature text not null,
  list_kind text not null,
  columns jsonb not null,
  options jsonb not null default '{}',
  used_at timestamptz not null default now(),
  unique (home_id, signature)
);
`)
    .execute(db)
}
