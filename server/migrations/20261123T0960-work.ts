// The day: what people put off, turns given to colleagues, and the indexes that find the turns of one reader.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table work_snooze (
  user_id text not null references auth_user on delete cascade,
  subject_type text not null,
  subject_id uuid not null,
  until date not null,
  primary key (user_id, subject_id)
);

-- Holds as long as the case stays in the state in which it was given.
create table work_delegation (
  subject_id uuid primary key,
  subject_type text not null,
  state text not null,
  to_id text not null references auth_user on delete cascade,
  by_id text references auth_user on delete set null,
  note text,
  given_at timestamptz not null default now()
);
create index work_delegation_to on work_delegation (to_id);
create index work_delegation_by on work_delegation (by_id);

create index turn_due on turn (due_on) where due_on is not null;
create index turn_home_due on turn (home_id, due_on) where due_on is not null;
create index turn_unit on turn (unit_id, due_on) where unit_id is not null;
create index turn_since on turn (since) where holder = 'home';
create index turn_outside_since on turn (since) where holder = 'partner' or state = 'external_clearance';
create index turn_free_due on turn (due_on) where owner_id is null and due_on is not null;
create index turn_free_since on turn (since) where owner_id is null and holder = 'home';
create index turn_free_outside on turn (since) where owner_id is null and (holder = 'partner' or state = 'external_clearance');

create index entry_planned on entry ((coalesce(ends_on, starts_on)))
  where status = 'planned' and reverses_id is null and reversed_by_id is null;
create index commitment_proposed on commitment (created_at) where state = 'proposed';
`)
    .execute(db)
}
