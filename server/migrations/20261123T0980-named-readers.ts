// Named readers: confidential agreements, and comments meant for some only, are seen by the people named on them.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table agreement_reader (
  agreement_id uuid not null references agreement,
  person_id text not null references auth_user on delete cascade,
  since timestamptz not null,
  -- null when the installation itself named them
  by_id text references auth_user on delete set null,
  primary key (agreement_id, person_id)
);
create index agreement_reader_person on agreement_reader (person_id);

-- The same people once more in every row that is asked for visibility, so that no list joins to find them.
alter table agreement add column reader_ids text[] not null default '{}';
alter table ledger_source add column reader_ids text[] not null default '{}';
alter table search_document add column reader_ids text[] not null default '{}';

-- Null: for everybody who sees the record; else the author and those named, and nobody else.
alter table record_comment add column only_for text[];
alter table search_document add column only_for text[];
create index search_document_confided on search_document using gin ((array_append(reader_ids, owner_id))) where confidential;

create function agreement_follow_readers() returns trigger language plpgsql as $$
declare changed uuid := coalesce(new.agreement_id, old.agreement_id);
begin
  update agreement set reader_ids = array(
    select person_id from agreement_reader where agreement_id = changed order by since, person_id) where id = changed;
  return null;
end $$;
create trigger agreement_follow_readers after insert or delete on agreement_reader
  for each row execute function agreement_follow_readers();

create or replace function search_agreement_readers() returns trigger language plpgsql as $$
begin
  update search_document set home_id = new.home_id, unit_id = new.unit_id, owner_id = new.owner_id,
    confidential = new.confidentiality = 'confidential', reader_ids = new.reader_ids where record_id = new.id;
  if (new.home_id, new.unit_id, new.owner_id, new.confidentiality, new.reader_ids)
    is distinct from (old.home_id, old.unit_id, old.owner_id, old.confidentiality, old.reader_ids) then
    insert into search_pending (kind, subject_id) select kind, subject_id from search_document where record_id = new.id;
  end if;
  return null;
end $$;
drop trigger search_agreement_readers on agreement;
create trigger search_agreement_readers after update on agreement for each row
  when ((new.home_id, new.unit_id, new.owner_id, new.confidentiality, new.reader_ids)
    is distinct from (old.home_id, old.unit_id, old.owner_id, old.confidentiality, old.reader_ids))
  execute function search_agreement_readers();
`)
    .execute(db)
}
