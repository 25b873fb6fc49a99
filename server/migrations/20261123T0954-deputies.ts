// Deputies who act for an absent colleague, and the reports of what a leaving person handed over.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table deputy (
  id uuid primary key,
  person_id text not null references auth_user on delete cascade,
  deputy_id text not null references auth_user on delete cascade,
  valid_from date not null,
  valid_until date not null,
  note text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  check (person_id <> deputy_id),
  check (valid_until >= valid_from)
);
create index deputy_person on deputy (person_id);
create index deputy_deputy on deputy (deputy_id) where ended_at is null;

create table hand_over (
  id uuid primary key,
  from_id text not null references auth_user on delete cascade,
  to_id text not null references auth_user on delete cascade,
  by_name text not null,
  account_closed boolean not null,
  items jsonb not null,
  at timestamptz not null default now()
);
create index hand_over_from on hand_over (from_id);
`)
    .execute(db)
}
