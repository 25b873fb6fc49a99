// Screening: lists with their versions and entries, checks of records with parties and matches, verdicts, questionnaires.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table screening_list (
  id uuid primary key,
  name text not null,
  publisher text,
  format text not null,
  -- Where fields stand in a file of no known format.
  mapping jsonb not null default '{}',
  active boolean not null default true,
  current_version_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  removed_at timestamptz
);

create table screening_list_version (
  id uuid primary key,
  list_id uuid not null references screening_list,
  number integer not null,
  file_name text not null,
  sha256 text not null,
  -- The uploaded file in the file storage; kept, so that a version can be proved.
  stored_hash text not null,
  published_on date,
  state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
  entries integer not null default 0,
  added integer not null default 0,
  changed integer not null default 0,
  gone integer not null default 0,
  not_understood integer not null default 0,
  -- The first of them: [{ place, problem }].
  problems jsonb not null default '[]',
  error text,
  loaded_by text references auth_user on delete set null,
  requested_at timestamptz not null default now(),
  loaded_at timestamptz,
  unique (list_id, number)
);
alter table screening_list add foreign key (current_version_id) references screening_list_version;

-- What a list says of one person or organisation, as its present version has it. hash: over the content.
create table screening_entry (
  id uuid primary key,
  list_id uuid not null references screening_list,
  external_id text not null,
  kind text not null check (kind in ('person', 'organisation', 'other')),
  names text[] not null,
  content jsonb not null,
  hash text not null,
  first_version_id uuid not null references screening_list_version,
  changed_version_id uuid not null references screening_list_version,
  seen_version_id uuid not null references screening_list_version,
  gone_version_id uuid references screening_list_version,
  unique (list_id, external_id)
);
create index screening_entry_changed on screening_entry (changed_version_id);
create index screening_entry_gone on screening_entry (gone_version_id) where gone_version_id is not null;

create table screening_questionnaire (
  id uuid primary key,
  number integer not null unique,
  content jsonb not null,
  made_by text references auth_user on delete set null,
  made_at timestamptz not null
);

-- A check of one record. lists: which version of which list it was compared with the last time.
create table screening_check (
  id uuid primary key,
  home_id uuid not null references organisation,
  unit_id uuid references organisation,
  subject text not null,
  subject_id uuid not null,
  state text not null,
  state_since timestamptz not null,
  owner_id text references auth_user,
  screened_at timestamptz,
  lists jsonb not null default '[]',
  open_matches integer not null default 0,
  rating text,
  rating_reasons jsonb not null default '[]',
  rating_note text,
  conditions text,
  valid_to date,
  escalated_by text references auth_user on delete set null,
  concluded_by text references auth_user on delete set null,
  concluded_at timestamptz,
  -- Why it waits again: [{ code, values }].
  news jsonb not null default '[]',
  version integer not null default 1,
  created_by text references auth_user on delete set null,
  created_at timestamptz not null default now(),
  unique (subject, subject_id)
);
create index screening_check_home on screening_check (home_id, state);
create index screening_check_valid on screening_check (valid_to) where valid_to is not null;

-- Who is checked: an organisation, a contact or only a name. facts: what they were compared by; hash: over it.
create table screening_party (
  id uuid primary key,
  check_id uuid not null references screening_check on delete cascade,
  party_key text not null,
  kind text not null check (kind in ('person', 'organisation')),
  role text not null,
  organisation_id uuid references organisation,
  person_id uuid,
  name text not null,
  facts jsonb not null,
  hash text not null,
  left_at timestamptz,
  unique (check_id, party_key)
);
create index screening_party_key on screening_party (party_key);

-- What people know of a party besides the registry: dates of birth, countries, numbers of papers, other names.
create table screening_party_fact (
  home_id uuid not null references organisation,
  party_key text not null,
  person_id uuid,
  names text[] not null default '{}',
  birth_dates text[] not null default '{}',
  countries text[] not null default '{}',
  identifiers text[] not null default '{}',
  updated_by text references auth_user on delete set null,
  updated_at timestamptz not null,
  primary key (home_id, party_key)
);

-- What a person decided about a party and an entry of a list, for every record of a home organisation.
create table screening_verdict (
  id uuid primary key,
  home_id uuid not null references organisation,
  party_key text not null,
  entry_id uuid not null references screening_entry,
  -- Of a contact.
  person_id uuid,
  entry_hash text not null,
  party_hash text not null,
  -- What was compared when it was decided.
  entry jsonb not null,
  facts jsonb not null,
  verdict text not null check (verdict in ('false_positive', 'true_match', 'escalated')),
  reason text not null,
  mitigations text,
  decided_by text references auth_user on delete set null,
  decided_at timestamptz not null,
  expires_on date not null,
  -- A later one stands in its place.
  replaced_at timestamptz
);
create unique index screening_verdict_current on screening_verdict (home_id, party_key, entry_id) where replaced_at is null;
create index screening_verdict_expires on screening_verdict (expires_on) where replaced_at is null;

-- entry: the content that was compared, kept for the evidence.
create table screening_match (
  id uuid primary key,
  check_id uuid not null references screening_check on delete cascade,
  party_id uuid not null references screening_party on delete cascade,
  list_id uuid not null references screening_list,
  entry_id uuid not null references screening_entry,
  entry_hash text not null,
  entry jsonb not null,
  name text not null,
  score numeric not null,
  evidence jsonb not null,
  verdict_id uuid references screening_verdict,
  -- What is different from when it was decided: [{ of, field, from, to }].
  changes jsonb not null default '[]',
  found_at timestamptz not null,
  gone_at timestamptz,
  unique (check_id, party_id, entry_id)
);
create index screening_match_entry on screening_match (entry_id);

-- Answers to the questionnaire, the last one counts. content: the questions as they were put.
create table screening_answer (
  id uuid primary key,
  check_id uuid not null references screening_check on delete cascade,
  questionnaire integer not null,
  content jsonb not null,
  answers jsonb not null,
  answered_by text references auth_user on delete set null,
  answered_at timestamptz not null
);
create index screening_answer_check on screening_answer (check_id, answered_at desc);
`)
    .execute(db)
}
