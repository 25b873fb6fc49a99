// Notifications: what a person is told of, each event once, and a counter that says that somebody's list has changed.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table notification (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  kind text not null,
  -- the record it is about: who may not see that one does not see this one
  subject text not null,
  subject_id uuid not null,
  event_id uuid,
  -- what has no event, such as a reminder, is told once for each key
  key text,
  home_id uuid,
  data jsonb not null default '{}',
  at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  check ((event_id is null) <> (key is null)),
  unique (user_id, event_id),
  unique (user_id, key)
);
create index notification_latest on notification (user_id, at desc, id desc);
create index notification_unread on notification (user_id, at desc, id desc) where read_at is null;

-- Rises with every change of a person's list, in the transaction that changes it.
create table notification_mark (
  user_id text primary key references auth_user on delete cascade,
  revision bigint not null
);
`)
    .execute(db)
}
