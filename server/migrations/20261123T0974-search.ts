// Search: one document for each thing that can be found, its words indexed; what waits to be read again; known words; texts of files.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
-- Who may see the record stands in the row. It follows the record in the transaction that changes it (triggers below),
-- so that what is found, and how much, never lags behind; the words follow a moment later by a job.
create table search_document (
  id bigint generated always as identity primary key,
  kind text not null,
  subject_id uuid not null,
  -- the record on whose page it stands, and whose readers may find it
  record_type text not null,
  record_id uuid not null,
  home_id uuid,
  unit_id uuid,
  confidential boolean not null default false,
  owner_id text,
  title jsonb not null default '{}',
  -- a word of a closed list that says more: the kind of a promise
  label text,
  body text,
  -- folded words; those of the title and the number once more behind a caret, home and unit behind an @
  words tsvector not null,
  said_at timestamptz not null,
  unique (kind, subject_id)
);
create index search_document_words on search_document using gin (words) with (fastupdate = off);
create index search_document_record on search_document (record_id);
create index search_document_home on search_document (home_id, said_at desc);
create index search_document_unit on search_document (unit_id, said_at desc) where unit_id is not null;
create index search_document_newest on search_document (said_at desc);

-- What changed and is not read again yet; written by the triggers, without a key, so that nobody waits for anybody.
create table search_pending (
  id bigint generated always as identity primary key,
  kind text not null,
  subject_id uuid not null
);

-- Words of all documents: how many hold one (roughly, counted anew every night), its letters in Latin, its consonants.
create table search_word (
  word text primary key,
  documents integer not null,
  latin text not null,
  consonants text not null,
  script text not null
);
create index search_word_prefix on search_word (word text_pattern_ops);
create index search_word_consonants on search_word (consonants text_pattern_ops) where length(consonants) >= 3;
create index search_word_trigram on search_word using gin (latin gin_trgm_ops);

-- What was read out of stored files, by content: the same file is read once.
create table search_file_text (
  sha256 text primary key,
  body text not null,
  -- null when it was read; else why it could not be
  problem text,
  read_at timestamptz not null default now()
);

-- Changes are looked at row by row, and only where they matter: joining the old rows of a long update with its new ones
-- takes time with the square of their number.
create function search_agreement_inserted() returns trigger language plpgsql as $$
begin
  insert into search_pending (kind, subject_id) select 'agreement', id from new_rows;
  return null;
end $$;
create trigger search_agreement_inserted after insert on agreement
  referencing new table as new_rows for each statement execute function search_agreement_inserted();

create function search_agreement_readers() returns trigger language plpgsql as $$
begin
  update search_document set home_id = new.home_id, unit_id = new.unit_id, owner_id = new.owner_id,
    confidential = new.confidentiality = 'confidential' where record_id = new.id;
  if (new.home_id, new.unit_id) is distinct from (old.home_id, old.unit_id) then
    insert into search_pending (kind, subject_id) select kind, subject_id from search_document where record_id = new.id;
  end if;
  return null;
end $$;
create trigger search_agreement_readers after update on agreement for each row
  when ((new.home_id, new.unit_id, new.owner_id, new.confidentiality) is distinct from (old.home_id, old.unit_id, old.owner_id, old.confidentiality))
  execute function search_agreement_readers();

create function search_agreement_updated() returns trigger language plpgsql as $$
begin
  insert into search_pending (kind, subject_id) values ('agreement', new.id);
  if new.removed_at is not null then
    delete from search_document where record_id = new.id;
  elsif old.removed_at is not null then
    insert into search_pending (kind, subject_id)
      select 'commitment', id from commitment where source_type = 'agreement' and source_id = new.id
      union all select 'file', id from file_link where subject_type = 'agreement' and subject_id = new.id
      union all select 'activity', activity_id from entry where agreement_id = new.id
      union all select 'comment', id from record_comment where subject_id = new.id
        or subject_id in (select id from commitment where source_type = 'agreement' and source_id = new.id)
        or subject_id in (select id from entry where agreement_id = new.id);
  end if;
  return null;
end $$;
create trigger search_agreement_updated after update on agreement for each row
  when ((new.number, new.kind, new.kinds, new.title, new.fields, new.scope, new.remarks, new.removed_at)
    is distinct from (old.number, old.kind, old.kinds, old.title, old.fields, old.scope, old.remarks, old.removed_at))
  execute function search_agreement_updated();

create function search_agreement_part_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    insert into search_pending (kind, subject_id) select distinct 'agreement', agreement_id from old_rows;
  else
    insert into search_pending (kind, subject_id) select distinct 'agreement', agreement_id from new_rows;
  end if;
  return null;
end $$;
create trigger search_party_inserted after insert on agreement_party
  referencing new table as new_rows for each statement execute function search_agreement_part_written();
create trigger search_party_updated after update on agreement_party
  referencing new table as new_rows for each statement execute function search_agreement_part_written();
create trigger search_party_deleted after delete on agreement_party
  referencing old table as old_rows for each statement execute function search_agreement_part_written();
create trigger search_contact_inserted after insert on agreement_contact
  referencing new table as new_rows for each statement execute function search_agreement_part_written();
create trigger search_contact_updated after update on agreement_contact
  referencing new table as new_rows for each statement execute function search_agreement_part_written();
create trigger search_contact_deleted after delete on agreement_contact
  referencing old table as old_rows for each statement execute function search_agreement_part_written();

-- Agreements and contacts are found by the names of their organisations; those that nobody uses concern nobody here.
create function search_organisation_updated() returns trigger language plpgsql as $$
begin
  insert into search_pending (kind, subject_id)
    select 'agreement', agreement_id from agreement_party where organisation_id = new.id
    union all select 'person', id from person where organisation_id = new.id;
  return null;
end $$;
create trigger search_organisation_updated after update on organisation for each row
  when ((new.name, new.names, new.canonical_id, new.version) is distinct from (old.name, old.names, old.canonical_id, old.version))
  execute function search_organisation_updated();

create function search_commitment_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_document d using old_rows o where d.kind = 'commitment' and d.subject_id = o.id;
  else
    insert into search_pending (kind, subject_id) select 'commitment', id from new_rows;
  end if;
  return null;
end $$;
create trigger search_commitment_inserted after insert on commitment
  referencing new table as new_rows for each statement execute function search_commitment_written();
create trigger search_commitment_updated after update on commitment
  referencing new table as new_rows for each statement execute function search_commitment_written();
create trigger search_commitment_deleted after delete on commitment
  referencing old table as old_rows for each statement execute function search_commitment_written();

create function search_activity_written() returns trigger language plpgsql as $$
begin
  if tg_table_name = 'entry' then
    insert into search_pending (kind, subject_id) select distinct 'activity', n.activity_id from new_rows n
      join activity a on a.id = n.activity_id where a.title is not null or a.note is not null;
  else
    insert into search_pending (kind, subject_id) select 'activity', id from new_rows where title is not null or note is not null;
  end if;
  return null;
end $$;
create trigger search_entry_inserted after insert on entry
  referencing new table as new_rows for each statement execute function search_activity_written();
create trigger search_activity_inserted after insert on activity
  referencing new table as new_rows for each statement execute function search_activity_written();
create trigger search_activity_updated after update on activity
  referencing new table as new_rows for each statement execute function search_activity_written();

create function search_file_link_written() returns trigger language plpgsql as $$
begin
  delete from search_document d using new_rows n where n.unlinked_at is not null and d.kind = 'file' and d.subject_id = n.id;
  insert into search_pending (kind, subject_id) select 'file', id from new_rows where unlinked_at is null;
  return null;
end $$;
create trigger search_file_link_inserted after insert on file_link
  referencing new table as new_rows for each statement execute function search_file_link_written();
create trigger search_file_link_updated after update on file_link
  referencing new table as new_rows for each statement execute function search_file_link_written();

create function search_comment_written() returns trigger language plpgsql as $$
begin
  delete from search_document d using new_rows n where n.removed_at is not null and d.kind = 'comment' and d.subject_id = n.id;
  insert into search_pending (kind, subject_id) select 'comment', id from new_rows where removed_at is null;
  return null;
end $$;
create trigger search_comment_inserted after insert on record_comment
  referencing new table as new_rows for each statement execute function search_comment_written();
create trigger search_comment_updated after update on record_comment
  referencing new table as new_rows for each statement execute function search_comment_written();

create function search_person_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_document d using old_rows o where d.record_type = 'person' and d.record_id = o.id;
    return null;
  end if;
  if tg_op = 'UPDATE' then
    update search_document d set home_id = n.home_id from new_rows n where d.record_id = n.id and d.home_id is distinct from n.home_id;
  end if;
  insert into search_pending (kind, subject_id) select 'person', id from new_rows;
  return null;
end $$;
create trigger search_person_inserted after insert on person
  referencing new table as new_rows for each statement execute function search_person_written();
create trigger search_person_updated after update on person
  referencing new table as new_rows for each statement execute function search_person_written();
create trigger search_person_deleted after delete on person
  referencing old table as old_rows for each statement execute function search_person_written();

create function search_account_written() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from search_document d using old_rows o where d.kind = 'account' and d.subject_id::text = o.id;
    return null;
  end if;
  insert into search_pending (kind, subject_id) select 'account', id::uuid from new_rows
    where id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
  return null;
end $$;
create trigger search_account_inserted after insert on auth_user
  referencing new table as new_rows for each statement execute function search_account_written();
create trigger search_account_updated after update on auth_user
  referencing new table as new_rows for each statement execute function search_account_written();
create trigger search_account_deleted after delete on auth_user
  referencing old table as old_rows for each statement execute function search_account_written();

-- Everything that is there already.
insert into search_pending (kind, subject_id)
  select 'agreement', id from agreement where removed_at is null
  union all select 'commitment', id from commitment
  union all select 'activity', id from activity where title is not null or note is not null
  union all select 'file', id from file_link where unlinked_at is null
  union all select 'comment', id from record_comment where removed_at is null
  union all select 'person', id from person
  union all select 'account', id::uuid from auth_user where id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';
`)
    .execute(db)
}
