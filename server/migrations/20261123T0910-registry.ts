// Registry tables: organisations (units among them) with names, identifiers, links, relations, sources; persons.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- A unit (faculty, department) is an organisation with unit_of. The columns here hold what is shown; edited_fields names
-- what a person decided otherwise than the source, whose word is kept in organisation_statement.
-- Merging moves no row: merged_into says what was done, canonical_id (null unless merged) the organisation that counts.
create table organisation (
  id uuid primary key,
  status text not null default 'active' check (status in ('active', 'inactive', 'withdrawn', 'unverified', 'merged')),
  home boolean not null default false,
  unit_of uuid references organisation,
  merged_into uuid references organisation,
  canonical_id uuid references organisation,
  name text not null,
  names jsonb not null default '{}',
  types text[] not null default '{}',
  country text,
  region text,
  city text,
  latitude double precision,
  longitude double precision,
  established integer,
  website text,
  website_domain text,
  source text not null default 'manual',
  source_version text,
  source_hash text,
  edited_fields text[] not null default '{}',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organisation_unit_of on organisation (unit_of) where unit_of is not null;
create index organisation_country on organisation (country);
create index organisation_merged_into on organisation (merged_into) where merged_into is not null;
create index organisation_canonical on organisation (canonical_id) where canonical_id is not null;
create index organisation_domain on organisation (website_domain text_pattern_ops);
create index organisation_updated on organisation (updated_at);
create index organisation_home on organisation (id) where home;

-- words: the folded words, the country as a word of its own (@ir), and what follows each letter of scripts without blanks.
create table organisation_name (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisation on delete cascade,
  text text not null,
  folded text not null,
  words text not null,
  language text,
  script text,
  kind text not null check (kind in ('label', 'alias', 'acronym', 'former')),
  source text not null,
  said_on date
);
create index organisation_name_organisation on organisation_name (organisation_id);
create index organisation_name_prefix on organisation_name (folded text_pattern_ops);
create index organisation_name_country on organisation_name (right(words, 3), folded text_pattern_ops);
create index organisation_name_words on organisation_name using gin (array_to_tsvector(string_to_array(words, ' ')));

-- Every word of the names with the number of names: for words cut off, misspelt or too frequent to search by.
-- latin is the word in Latin letters: trigrams of other letters depend on the locale of the database.
create table registry_word (
  word text primary key,
  names integer not null,
  latin text
);
create index registry_word_prefix on registry_word (word text_pattern_ops);
create index registry_word_trigram on registry_word using gin (latin gin_trgm_ops);

create table organisation_identifier (
  organisation_id uuid not null references organisation on delete cascade,
  scheme text not null check (scheme in ('ror', 'schac', 'erasmus', 'pic', 'oid', 'isni', 'wikidata', 'grid', 'fundref', 'national', 'domain')),
  value text not null,
  folded text not null,
  preferred boolean not null default false,
  source text not null,
  said_on date,
  primary key (organisation_id, scheme, value)
);
create unique index organisation_identifier_ror on organisation_identifier (value) where scheme = 'ror';
create index organisation_identifier_folded on organisation_identifier (folded text_pattern_ops);

create table organisation_link (
  organisation_id uuid not null references organisation on delete cascade,
  kind text not null,
  url text not null,
  source text not null,
  primary key (organisation_id, kind, url)
);

create table organisation_relation (
  organisation_id uuid not null references organisation on delete cascade,
  kind text not null check (kind in ('parent', 'child', 'related', 'successor', 'predecessor')),
  other_id uuid references organisation on delete cascade,
  other_ror text,
  label text,
  source text not null
);
create index organisation_relation_organisation on organisation_relation (organisation_id, kind);
create index organisation_relation_other on organisation_relation (other_id);
create index organisation_relation_ror on organisation_relation (other_ror) where other_id is null;

-- What a source says of a field where a person decided otherwise: both are shown.
create table organisation_statement (
  organisation_id uuid not null references organisation on delete cascade,
  field text not null,
  source text not null,
  value jsonb not null,
  said_on date,
  primary key (organisation_id, field, source)
);

create table person (
  id uuid primary key,
  home_id uuid references organisation,
  organisation_id uuid references organisation,
  unit_id uuid references organisation,
  name text not null,
  names jsonb not null default '{}',
  folded text not null,
  position text,
  email text,
  phone text,
  orcid text,
  user_id text references auth_user,
  source text not null default 'manual',
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index person_organisation on person (organisation_id);
create index person_home on person (home_id);
create index person_folded on person using gin (folded gin_trgm_ops);

-- An import of an official list: taken up again where it stopped when the same file comes again.
create table registry_run (
  id uuid primary key,
  kind text not null check (kind in ('ror', 'charter')),
  file_name text not null,
  sha256 text not null,
  -- The uploaded file in the file storage; null when it was read from a path.
  stored_hash text,
  options jsonb not null default '{}',
  dump_version text,
  requested_by text references auth_user,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  progress_at timestamptz,
  finished_at timestamptz,
  error text,
  records_done bigint not null default 0,
  records_total bigint not null default 0,
  report jsonb not null default '{}',
  doubts jsonb not null default '[]'
);
create index registry_run_sha256 on registry_run (sha256);

-- A person's decision which organisation a text means; it wins over the resolver.
create table name_decision (
  id uuid primary key,
  home_id uuid not null references organisation,
  folded text not null,
  country text not null default '',
  written text not null,
  organisation_id uuid references organisation,
  decided_by text references auth_user,
  decided_at timestamptz not null default now(),
  unique (home_id, folded, country)
);
create index name_decision_organisation on name_decision (organisation_id);
`)
    .execute(db)
}
