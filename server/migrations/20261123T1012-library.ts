// The clause library: clauses and templates, and every version of them.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table library_item (
  id uuid primary key,
  kind text not null check (kind in ('clause', 'template')),
  -- Null: the library of the whole installation.
  home_id uuid references organisation,
  -- What of the start set it was taken over from.
  origin text,
  version integer not null,
  -- The version in use.
  approved_version integer,
  retired_at timestamptz,
  retired_because text,
  title jsonb not null,
  -- Folded words of the latest version in all languages.
  words text not null,
  changed_at timestamptz not null,
  changed_by text references auth_user on delete set null
);
create unique index library_item_origin on library_item (coalesce(home_id, '00000000-0000-0000-0000-000000000000'), origin)
  where origin is not null;
create index library_item_changed on library_item (kind, changed_at desc, id);

create table library_version (
  item_id uuid not null references library_item,
  version integer not null,
  content jsonb not null,
  note text,
  written_by text references auth_user on delete set null,
  written_at timestamptz not null,
  approved_by text references auth_user on delete set null,
  approved_at timestamptz,
  primary key (item_id, version)
);
`)
    .execute(db)
}
