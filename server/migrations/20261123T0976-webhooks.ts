// Webhooks: addresses that are told of events, what is due to them, and every try.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table webhook (
  id uuid primary key,
  name text not null,
  url text not null,
  -- Types of events; none means all of them.
  events text[] not null default '{}',
  secret_sealed text not null,
  created_by text references auth_user on delete set null,
  created_at timestamptz not null default now(),
  -- Why it rests: a person stopped it, or it failed for too long.
  stopped_as text check (stopped_as in ('person', 'failing')),
  stopped_at timestamptz,
  failing_since timestamptz,
  last_success_at timestamptz
);

create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook on delete cascade,
  -- The event, or the id of a test; what the receiver sees as webhook-id.
  message_id uuid not null,
  type text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'parked')),
  tries integer not null default 0,
  next_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  delivered_at timestamptz,
  unique (webhook_id, message_id)
);
create index webhook_delivery_due on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_newest on webhook_delivery (webhook_id, id desc);

create table webhook_attempt (
  id uuid primary key,
  delivery_id uuid not null references webhook_delivery on delete cascade,
  at timestamptz not null,
  status integer,
  milliseconds integer not null,
  -- The first kilobyte of the answer.
  answer text,
  error text
);
create index webhook_attempt_delivery on webhook_attempt (delivery_id, id);
`)
    .execute(db)
}
