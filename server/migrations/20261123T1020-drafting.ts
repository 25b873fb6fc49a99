// The draft of an agreement: every edit as it came, versions with names, and which clause a promise stands in.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table draft (
  agreement_id uuid primary key references agreement,
  home_id uuid not null references organisation,
  languages text[] not null,
  -- Null: all languages are equally authentic.
  prevailing text,
  title jsonb not null,
  -- The number of the last edit; taken by whoever writes one, so that edits become visible in their order.
  seq bigint not null,
  -- The edits up to snapshot_seq in one piece.
  snapshot bytea,
  snapshot_seq bigint not null default 0,
  version integer not null default 1,
  begun_by text references auth_user on delete set null,
  begun_at timestamptz not null
);

create table draft_edit (
  agreement_id uuid not null references draft on delete cascade,
  seq bigint not null,
  content bytea not null,
  person_id text references auth_user on delete set null,
  guest_id uuid,
  clause_ids uuid[] not null,
  at timestamptz not null,
  -- Told in the trail, with the other edits of the sitting.
  told boolean not null default false,
  primary key (agreement_id, seq)
);
create index draft_edit_untold on draft_edit (at) where not told;

create table draft_clause (
  id uuid primary key,
  agreement_id uuid not null references draft on delete cascade,
  -- Until when what is said about it was settled.
  settled_at timestamptz,
  settled_by text references auth_user on delete set null
);
create index draft_clause_agreement on draft_clause (agreement_id);

create table draft_version (
  agreement_id uuid not null references draft on delete cascade,
  number integer not null,
  kind text not null check (kind in ('named', 'start', 'handover', 'before_restoring')),
  name text,
  -- The text without suggestions, and with all of them where there were any.
  content jsonb not null,
  suggested jsonb,
  hash text not null,
  seq bigint not null,
  made_by text references auth_user on delete set null,
  made_at timestamptz not null,
  primary key (agreement_id, number)
);

create table draft_promise (
  commitment_id uuid primary key references commitment on delete cascade,
  agreement_id uuid not null references draft on delete cascade,
  clause_id uuid not null
);
create index draft_promise_agreement on draft_promise (agreement_id);
`)
    .execute(db)
}
