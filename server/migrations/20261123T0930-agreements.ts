// Agreement tables: the instrument, its parties, contacts, and the facts that the portfolio filters by.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table agreement (
  id uuid primary key,
  home_id uuid not null references organisation,
  unit_id uuid references organisation,
  number text,
  kind text not null,
  kinds text[] not null default '{}',
  title jsonb not null,
  state text not null,
  state_since timestamptz not null default now(),
  state_reason text,
  approved_on date,
  approved_precision text,
  signed_on date,
  signed_precision text,
  in_force_on date,
  in_force_precision text,
  review_due_on date,
  review_due_precision text,
  expires_on date,
  expires_precision text,
  -- 'known', 'none' (no end date) or 'unknown': unknown is kept apart from none
  end_kind text not null default 'unknown' check (end_kind in ('known', 'none', 'unknown')),
  dates_written jsonb not null default '{}',
  renewal text not null default 'unknown' check (renewal in ('none', 'automatic', 'by_consent', 'unknown')),
  renewal_months integer,
  renewal_begun_on date,
  notice_days integer,
  ended_on date,
  parent_id uuid references agreement,
  amends_id uuid references agreement,
  supersedes_id uuid references agreement,
  fields text[] not null default '{}',
  languages text[] not null default '{}',
  confidentiality text not null default 'internal' check (confidentiality in ('open', 'internal', 'confidential')),
  owner_id text references auth_user,
  scope jsonb not null default '{}',
  remarks text,
  exchange_weights jsonb,
  original jsonb,
  import_id uuid,
  search text not null default '',
  pulse text,
  pulse_details jsonb,
  pulse_on date,
  last_entry_on date,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index agreement_home_state on agreement (home_id, state, expires_on);
create index agreement_home_expires on agreement (home_id, expires_on);
create index agreement_home_signed on agreement (home_id, signed_on desc nulls last, id);
create index agreement_home_updated on agreement (home_id, updated_at desc, id);
create index agreement_unit on agreement (unit_id) where unit_id is not null;
create index agreement_number on agreement (home_id, number);
create index agreement_parent on agreement (parent_id) where parent_id is not null;
create index agreement_amends on agreement (amends_id) where amends_id is not null;
create index agreement_supersedes on agreement (supersedes_id) where supersedes_id is not null;
create index agreement_import on agreement (import_id) where import_id is not null;
create index agreement_search on agreement using gin (search gin_trgm_ops);
create index agreement_fields on agreement using gin (fields);

create table agreement_party (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  organisation_id uuid not null references organisation,
  unit_id uuid references organisation,
  side text not null check (side in ('home', 'partner')),
  role text not null default 'party',
  position integer not null default 0,
  signed_on date,
  signatory_name text,
  signatory_title text,
  unique (agreement_id, organisation_id, side)
);
create index agreement_party_organisation on agreement_party (organisation_id, agreement_id);
create index agreement_party_agreement on agreement_party (agreement_id);

create table agreement_contact (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  organisation_id uuid references organisation,
  person_id uuid references person,
  side text not null check (side in ('home', 'partner')),
  role text not null default 'coordinator',
  name text not null,
  email text,
  phone text
);
create index agreement_contact_agreement on agreement_contact (agreement_id);

create table agreement_link (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  url text not null,
  label text
);
create index agreement_link_agreement on agreement_link (agreement_id);
`)
    .execute(db)
}
