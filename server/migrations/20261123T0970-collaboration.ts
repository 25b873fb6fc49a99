// Talk about records: who watches them, comments, tasks, tags, and links from one record to another.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Ids are unique over all kinds of records. What a person chose by hand stays: nothing makes them watch again.
create table record_watch (
  subject text not null,
  subject_id uuid not null,
  user_id text not null references auth_user on delete cascade,
  state text not null check (state in ('watching', 'unwatched')),
  since timestamptz not null default now(),
  primary key (subject_id, user_id)
);
create index record_watch_user on record_watch (user_id, since desc);

create table record_comment (
  id uuid primary key,
  subject text not null,
  subject_id uuid not null,
  home_id uuid references organisation,
  parent_id uuid references record_comment,
  author_id text references auth_user on delete set null,
  guest_id uuid,
  -- Of guests; people with an account are named as they are called now.
  author_name text,
  body text not null,
  mentions text[] not null default '{}',
  posted_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by_id text references auth_user on delete set null,
  version integer not null default 1
);
create index record_comment_subject on record_comment (subject_id, id);
create index record_comment_parent on record_comment (parent_id) where parent_id is not null;
create index record_comment_author on record_comment (author_id);

-- What a comment said before it was changed.
create table record_comment_version (
  comment_id uuid not null references record_comment,
  version integer not null,
  body text not null,
  written_at timestamptz not null,
  primary key (comment_id, version)
);

create table task (
  id uuid primary key,
  subject text,
  subject_id uuid,
  home_id uuid references organisation,
  body text not null,
  owner_id text not null references auth_user,
  due_on date,
  created_by_id text references auth_user on delete set null,
  created_at timestamptz not null,
  done_at timestamptz,
  done_by_id text references auth_user on delete set null,
  removed_at timestamptz,
  version integer not null default 1,
  check ((subject is null) = (subject_id is null))
);
create index task_subject on task (subject_id) where subject_id is not null and removed_at is null;
create index task_open on task (owner_id, due_on) where done_at is null and removed_at is null;
create index task_open_due on task (due_on) where done_at is null and removed_at is null;
create index task_asked on task (created_by_id, due_on) where done_at is null and removed_at is null;

create table tag (
  id uuid primary key,
  home_id uuid not null references organisation,
  name text not null,
  colour text not null,
  created_at timestamptz not null
);
create unique index tag_name on tag (home_id, lower(name));

create table record_tag (
  tag_id uuid not null references tag,
  subject text not null,
  subject_id uuid not null,
  tagged_at timestamptz not null,
  primary key (subject_id, tag_id)
);
create index record_tag_tag on record_tag (tag_id);

create table record_link (
  id uuid primary key,
  word text not null,
  from_subject text not null,
  from_id uuid not null,
  to_subject text not null,
  to_id uuid not null,
  made_by_id text references auth_user on delete set null,
  made_at timestamptz not null,
  unique (from_id, to_id, word),
  check (from_id <> to_id)
);
create index record_link_to on record_link (to_id);
`)
    .execute(db)
}
