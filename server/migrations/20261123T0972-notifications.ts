// Notifications: what a person is told of, each event once, how it is mailed, and the mails that wait, went, or came back.
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
create index notification_unmailed on notification (user_id) where mailed_at is null and read_at is null;

create table notification_preference (
  user_id text primary key references auth_user on delete cascade,
  -- kind -> how it is mailed; kinds that are missing follow the usual
  modes jsonb not null default '{}',
  time_zone text,
  -- the hour and, for the weekly digest, the day of the week (1 is Monday) in that zone
  hour integer check (hour between 0 and 23),
  weekday integer check (weekday between 1 and 7)
);

create table mail_outbox (
  id uuid primary key,
  user_id text not null references auth_user on delete cascade,
  stream text not null,
  -- one digest a person and day, however often its job runs
  key text not null,
  to_address text not null,
  language text not null,
  subject text not null,
  text text not null,
  html text not null,
  headers jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  tries integer not null default 0,
  -- what the mail server said last
  answer text,
  queued_at timestamptz not null,
  next_try_at timestamptz not null,
  sent_at timestamptz,
  unique (user_id, key)
);
create index mail_outbox_due on mail_outbox (next_try_at) where state = 'queued';
create index mail_outbox_latest on mail_outbox (queued_at desc);
create index mail_outbox_person on mail_outbox (user_id, queued_at desc);

-- Holidays of countries are data of the installation; who brought them is told.
create table calendar_holiday (
  id uuid primary key,
  country text not null check (country ~ '^[A-Z]{2}$'),
  on_day date not null,
  name jsonb not null,
  source text,
  unique (country, on_day)
);
-- Where it differs from the usual weekend of the country; Monday is 1.
create table calendar_weekend (
  country text primary key check (country ~ '^[A-Z]{2}$'),
  days integer[] not null
);

-- A home's own rule stands before the one for all homes (home_id null); kinds without any follow the usual.
create table reminder_rule (
  home_id uuid references organisation,
  date_kind text not null,
  days integer[] not null,
  who text[] not null,
  set_by_id text references auth_user on delete set null,
  set_at timestamptz not null,
  unique nulls not distinct (home_id, date_kind)
);
`)
    .execute(db)
}
