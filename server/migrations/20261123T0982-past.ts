// What rows said before they were changed or deleted, and the same tables as they stood at a moment.
import { type Kysely, sql } from 'kysely'

/** Tables of which the past is kept, the columns by which it is looked up, and columns that are computed and not kept. */
const kept: { table: string; by: string[]; without?: string[] }[] = [
  { table: 'organisation', by: ['id', 'unit_of', 'merged_into', 'canonical_id', 'home'] },
  { table: 'organisation_name', by: ['organisation_id'] },
  { table: 'organisation_identifier', by: ['organisation_id'] },
  { table: 'organisation_link', by: ['organisation_id'] },
  { table: 'organisation_relation', by: ['organisation_id'] },
  { table: 'organisation_statement', by: ['organisation_id'] },
  {
    table: 'agreement',
    by: ['id', 'parent_id', 'amends_id', 'supersedes_id'],
    without: [
      ...['pulse', 'pulse_details', 'pulse_on', 'last_entry_on', 'commitment_count', 'kept_count'],
      ...['partly_kept_count', 'broken_count', 'file_count', 'search', 'revision'],
    ],
  },
  { table: 'agreement_party', by: ['agreement_id'] },
  { table: 'agreement_contact', by: ['agreement_id'] },
  { table: 'agreement_link', by: ['agreement_id'] },
  { table: 'file_link', by: ['id', 'subject_id'] },
  { table: 'commitment', by: ['id', 'source_id', 'refines_id'] },
  { table: 'commitment_waiver', by: ['commitment_id'] },
  { table: 'commitment_total', by: ['commitment_id'] },
  { table: 'entry', by: ['id', 'agreement_id', 'commitment_id'] },
  { table: 'entry_evidence', by: ['entry_id'] },
  { table: 'ledger_total', by: ['agreement_id'] },
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create schema past;
create schema as_of;

-- The moment of the action that writes; of a statement by hand, now.
create function past.written_at() returns timestamptz language sql stable as $$
  select coalesce(nullif(current_setting('concord.now', true), '')::timestamptz, now())
$$;

-- Everything written before this moment is seen through the views of the schema as_of.
create function as_of.moment() returns timestamptz language sql stable as $$
  select current_setting('concord.as_of')::timestamptz
$$;

-- Events are never changed.
create view as_of.event as select * from public.event where at < as_of.moment();

-- Keeps what rows of a table said: each row knows since when it says what it says; before it changes or goes, what it
-- said is put into the table of the same name in the schema past. Called again after the table got other columns.
create function past.keep_versions(kept text, looked_up_by text[], without text[]) returns void language plpgsql as $fn$
declare
  missing record;
  reader record;
  names text[];
  one text;
begin
  execute format('alter table public.%I add column if not exists since timestamptz not null default past.written_at()', kept);
  execute format('create table if not exists past.%I (like public.%I, until timestamptz not null)', kept, kept);
  for missing in
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type from pg_attribute a
    where a.attrelid = format('public.%I', kept)::regclass and a.attnum > 0 and not a.attisdropped and not exists (
      select from pg_attribute p where p.attrelid = format('past.%I', kept)::regclass and p.attname = a.attname and not p.attisdropped)
  loop
    execute format('alter table past.%I add column %I %s', kept, missing.name, missing.type);
  end loop;
  foreach one in array looked_up_by loop
    execute format('create index if not exists %I on past.%I (%I)', kept || '_by_' || one, kept, one);
  end loop;

  select array_agg(a.attname::text order by a.attnum) into names from pg_attribute a
    where a.attrelid = format('public.%I', kept)::regclass and a.attnum > 0 and not a.attisdropped;
  execute format(
    $make$create or replace function past.%I() returns trigger language plpgsql as $body$
    declare
      moment timestamptz := past.written_at();
      forgets boolean := coalesce(current_setting('concord.forgets', true), '') = 'on';
    begin
      if moment > old.since and not forgets then
        insert into past.%I (%s, until) values (%s, moment);
      end if;
      if tg_op = 'DELETE' then return old; end if;
      new.since := case when forgets then old.since else greatest(moment, old.since) end;
      return new;
    end $body$ $make$,
    'keep_' || kept, kept,
    (select string_agg(quote_ident(n), ', ') from unnest(names) n),
    (select string_agg('old.' || quote_ident(n), ', ') from unnest(names) n));
  execute format('drop trigger if exists keep_changed on public.%I', kept);
  execute format('drop trigger if exists keep_deleted on public.%I', kept);
  execute format(
    'create trigger keep_changed before update on public.%I for each row when ((%s) is distinct from (%s)) execute function past.%I()',
    kept,
    (select string_agg('old.' || quote_ident(n), ', ') from unnest(names) n where n <> 'since' and n <> all(without)),
    (select string_agg('new.' || quote_ident(n), ', ') from unnest(names) n where n <> 'since' and n <> all(without)),
    'keep_' || kept);
  execute format('create trigger keep_deleted before delete on public.%I for each row execute function past.%I()', kept, 'keep_' || kept);

  execute format('drop view if exists as_of.%I cascade', kept);
  execute format(
    'create view as_of.%1$I as select %2$s from public.%1$I where since < as_of.moment()
     union all select %2$s from past.%1$I where since < as_of.moment() and until >= as_of.moment()',
    kept, (select string_agg(quote_ident(n), ', ') from unnest(names) n));
  -- Functions of a row of the table take rows of the view too.
  for reader in
    select p.proname as name, pg_get_function_result(p.oid) as result from pg_proc p
    join pg_type t on t.oid = p.proargtypes[0]
    where p.pronargs = 1 and t.typrelid = format('public.%I', kept)::regclass and p.pronamespace = 'public'::regnamespace
  loop
    execute format(
      'create function as_of.%1$I(whole as_of.%2$I) returns %3$s language sql stable as
       $body$ select public.%1$I(jsonb_populate_record(null::public.%2$I, to_jsonb(whole))) $body$',
      reader.name, kept, reader.result);
  end loop;
end $fn$;
`)
    .execute(db)
  for (const { table, by, without = [] } of kept)
    await sql`select past.keep_versions(${table}, ${by}::text[], ${without}::text[])`.execute(db)
}
