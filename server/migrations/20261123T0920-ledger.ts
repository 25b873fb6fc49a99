// Ledger tables: commitments, activities, append-only entries with evidence, and the running totals.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table commitment (
  id uuid primary key,
  home_id uuid not null references organisation,
  source_type text not null check (source_type in ('agreement', 'meeting', 'programme')),
  source_id uuid not null,
  clause text,
  kind text not null,
  promisor_id uuid not null references organisation,
  promisor_unit_id uuid references organisation,
  beneficiary_id uuid not null references organisation,
  beneficiary_unit_id uuid references organisation,
  unit text not null,
  currency text,
  -- in the unit's base (thirtieths of a month for person_month); null is "some"
  base_quantity numeric,
  comparator text not null default 'at_least' check (comparator in ('at_least', 'at_most', 'exactly')),
  period text not null check (period in ('once', 'per_calendar_year', 'per_academic_year', 'per_semester', 'every_n_years', 'whole_term')),
  period_years integer,
  start_month integer check (start_month between 1 and 12),
  due_on date,
  valid_from date,
  valid_from_precision text,
  valid_until date,
  valid_until_precision text,
  carry text not null default 'none' check (carry in ('none', 'deficit', 'surplus', 'both')),
  condition text not null default 'none' check (condition in ('none', 'subject_to_funds', 'subject_to_separate_agreement', 'on_request')),
  condition_words text,
  refines_id uuid references commitment,
  pair_id uuid,
  owner_id text references auth_user,
  partner_owner text,
  state text not null default 'active' check (state in ('proposed', 'active', 'suspended', 'ended')),
  ended_as text check (ended_as in ('kept', 'lapsed', 'waived', 'superseded', 'declined')),
  ended_on date,
  suspended_from date,
  note text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (base_quantity is null or base_quantity > 0)
);
create index commitment_source on commitment (source_type, source_id);
create index commitment_parties on commitment (promisor_id, beneficiary_id, kind);
create index commitment_beneficiary on commitment (beneficiary_id);
create index commitment_refines on commitment (refines_id) where refines_id is not null;
create index commitment_home on commitment (home_id);

create table commitment_waiver (
  id uuid primary key,
  commitment_id uuid not null references commitment on delete cascade,
  period_start date not null,
  reason text not null,
  waived_by text references auth_user,
  waived_at timestamptz not null default now(),
  unique (commitment_id, period_start)
);

-- The business an entry comes from. Modules bring their own activities; this table holds those recorded by hand or import.
create table activity (
  id uuid primary key,
  module text not null,
  home_id uuid not null references organisation,
  kind text not null,
  title text,
  note text,
  created_at timestamptz not null default now()
);
create index activity_home on activity (home_id);

-- What the ledger must know of an agreement: who may see it, and its family (annexes, amendments, renewals). The module
-- that owns the source keeps the row.
create table ledger_source (
  source_id uuid primary key,
  family_id uuid not null,
  home_id uuid not null,
  unit_id uuid,
  owner_id text,
  confidential boolean not null default false
);
create index ledger_source_family on ledger_source (family_id);

-- base_quantity is in the unit's base (thirtieths of a month for person_month); a reversal counts negative.
create table entry (
  id uuid primary key,
  home_id uuid not null references organisation,
  kind text not null,
  unit text not null,
  currency text,
  base_quantity numeric not null check (base_quantity > 0),
  from_id uuid not null references organisation,
  from_unit_id uuid references organisation,
  to_id uuid not null references organisation,
  to_unit_id uuid references organisation,
  starts_on date not null,
  starts_precision text not null default 'day',
  ends_on date,
  ends_precision text,
  status text not null check (status in ('planned', 'confirmed')),
  field text,
  module text not null,
  activity_id uuid not null references activity,
  line_key text not null,
  agreement_id uuid,
  commitment_id uuid references commitment,
  served_by text not null check (served_by in ('activity', 'rule', 'person', 'none')),
  reverses_id uuid references entry,
  reversed_by_id uuid,
  reason text,
  posted_by text,
  event_id uuid not null,
  posted_at timestamptz not null default now()
);
create index entry_activity on entry (module, activity_id, line_key) where reverses_id is null and reversed_by_id is null;
create index entry_commitment on entry (commitment_id, starts_on) where commitment_id is not null;
create index entry_agreement on entry (agreement_id, starts_on) where agreement_id is not null;
create index entry_from on entry (from_id, starts_on);
create index entry_to on entry (to_id, starts_on);
create index entry_home on entry (home_id, starts_on desc, id);
create unique index entry_reverses on entry (reverses_id) where reverses_id is not null;

create table entry_evidence (
  id uuid primary key,
  entry_id uuid not null references entry,
  kind text not null check (kind in ('file', 'link', 'partner_confirmation', 'credential', 'publication')),
  file_id uuid references file,
  url text,
  note text,
  added_by text,
  added_at timestamptz not null default now()
);
create index entry_evidence_entry on entry_evidence (entry_id);

-- Entries are never changed or deleted. Only the mark 'reversed by' may be set, once; and which commitment an entry
-- serves by the rule may follow the promises, as long as nobody has chosen one.
create function entry_guard() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reversed_by_id is null and new.reversed_by_id is not null
     and to_jsonb(old) - 'reversed_by_id' = to_jsonb(new) - 'reversed_by_id' then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.served_by in ('none', 'rule') and new.served_by in ('none', 'rule')
     and (new.served_by = 'none') = (new.commitment_id is null)
     and to_jsonb(old) - 'commitment_id' - 'served_by' = to_jsonb(new) - 'commitment_id' - 'served_by' then
    return new;
  end if;
  raise exception 'entries are append-only: post a reversal' using errcode = 'restrict_violation';
end $$;
create trigger entry_append_only before update or delete on entry for each row execute function entry_guard();

-- Sums per direction, kind and month of start, kept by the posting transaction.
create table ledger_total (
  home_id uuid not null,
  from_id uuid not null,
  from_unit_id uuid not null default '00000000-0000-0000-0000-000000000000',
  to_id uuid not null,
  to_unit_id uuid not null default '00000000-0000-0000-0000-000000000000',
  kind text not null,
  unit text not null,
  currency text not null default '',
  agreement_id uuid not null default '00000000-0000-0000-0000-000000000000',
  status text not null,
  month date not null,
  base_quantity numeric not null,
  entries integer not null,
  primary key (from_id, to_id, home_id, kind, unit, currency, agreement_id, status, month, from_unit_id, to_unit_id)
);
create index ledger_total_to on ledger_total (to_id, from_id);
create index ledger_total_agreement on ledger_total (agreement_id, month);
create index ledger_total_home on ledger_total (home_id, month);

-- Sums per commitment and period, over everything that serves it or refines it.
create table commitment_total (
  commitment_id uuid not null references commitment on delete cascade,
  period_start date not null,
  status text not null,
  base_quantity numeric not null,
  entries integer not null,
  primary key (commitment_id, period_start, status)
);
`)
    .execute(db)
}
