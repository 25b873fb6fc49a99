// Guests: personal links of people outside to one record, their visits, what they answered and which files they supplied.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table guest (
  id uuid primary key,
  home_id uuid not null references organisation,
  agreement_id uuid not null references agreement,
  name text not null,
  email text,
  organisation_id uuid not null references organisation,
  organisation_name text not null,
  language text not null,
  rights text[] not null,
  message text,
  token_hash text not null unique,
  email_proof boolean not null,
  -- The record was confidential when somebody who may write it gave the link; else the link rests while it is.
  for_confidential boolean not null,
  expires_on date not null,
  revoked_at timestamptz,
  invited_by text references auth_user on delete set null,
  invited_at timestamptz not null default now(),
  mailed_at timestamptz,
  opened integer not null default 0,
  first_opened_at timestamptz,
  last_used_at timestamptz,
  code_hash text,
  code_expires_at timestamptz,
  code_tries integer not null default 0,
  codes_sent integer not null default 0,
  codes_since timestamptz
);
create index guest_agreement on guest (agreement_id);
create index guest_invited on guest (invited_at desc, id);

create table guest_visit (
  id uuid primary key,
  guest_id uuid not null references guest on delete cascade,
  token_hash text not null unique,
  proved boolean not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index guest_visit_guest on guest_visit (guest_id);

create table guest_answer (
  id uuid primary key,
  guest_id uuid not null references guest,
  entry_id uuid not null references entry,
  happened boolean not null,
  reason text,
  proved boolean not null,
  answered_at timestamptz not null,
  unique (guest_id, entry_id)
);
create index guest_answer_entry on guest_answer (entry_id);

create table guest_file (
  id uuid primary key,
  guest_id uuid not null references guest,
  file_id uuid not null references file,
  note text,
  state text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused')),
  reason text,
  supplied_at timestamptz not null,
  decided_by text references auth_user on delete set null,
  decided_at timestamptz
);
create index guest_file_guest on guest_file (guest_id);
create index guest_file_file on guest_file (file_id);

-- Evidence that somebody gave who has no account.
alter table entry_evidence add column added_by_name text;
`)
    .execute(db)
}
