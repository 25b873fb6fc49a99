// Agreement tables: the instrument, its parties, contacts, and the facts that the portfolio filters by.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table agreement (
  id uuid primary key,
  home_id uuid not null references organisation,
  unit_id uuid references organisation,
  number text,
  kind text not null,
  kinds text[] not null default '{}',
  title jsonb not null,
  state text not null,
  state_since timestamptz not null default now(),
  state_reason text,
  approved_on date,
  approved_precision text,
  signed_on date,
  signed_precision text,
  in_force_on date,
  in_force_precision text,
  review_due_on date,
  review_due_precision text,
  expires_on date,
  expires_precision text,
  -- 'known', 'none' (no end date) or 'unknown': unknown is kept apart from none
  end_kind text not null default 'unknown' check (end_kind in ('known', 'none', 'unknown')),
  dates_written jsonb not null default '{}',
  renewal text not null default 'unknown' check (renewal in ('none', 'automatic', 'by_consent', 'unknown')),
  renewal_months integer,
  renewal_begun_on date,
  notice_amount integer,
  notice_unit text check (notice_unit in ('day', 'month')),
  -- who may end it before its time
  may_end text not null default 'unknown' check (may_end in ('either', 'together', 'home', 'partner', 'unknown')),
  ended_on date,
  parent_id uuid references agreement,
  amends_id uuid references agreement,
  supersedes_id uuid references agreement,
  fields text[] not null default '{}',
  languages text[] not null default '{}',
  confidentiality text not null default 'internal' check (confidentiality in ('open', 'internal', 'confidential')),
  owner_id text references auth_user,
  scope jsonb not null default '{}',
  remarks text,
  exchange_weights jsonb,
  original jsonb,
  import_id uuid,
  -- folded number, titles and scope; names of partners are searched in the registry
  search text not null default '',
  -- what the ledger says of it, kept by the module: see standing.store.ts
  pulse text,
  pulse_details jsonb,
  pulse_on date,
  last_entry_on date,
  commitment_count integer not null default 0,
  kept_count integer not null default 0,
  partly_kept_count integer not null default 0,
  broken_count integer not null default 0,
  file_count integer not null default 0,
  version integer not null default 1,
  created_by text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- set when an import is undone: nobody sees the record any more, its trail stays
  removed_at timestamptz,
  -- the transaction that wrote the row last: what the portfolio in memory reads again
  revision bigint not null default (pg_current_xact_id()::text)::bigint
);
create index agreement_revision on agreement (revision);
create index agreement_home_expires on agreement (home_id, expires_on);
create index agreement_unit on agreement (unit_id) where unit_id is not null;
create index agreement_owner on agreement (owner_id) where owner_id is not null;
create index agreement_number on agreement (home_id, number);
create index agreement_parent on agreement (parent_id) where parent_id is not null;
create index agreement_amends on agreement (amends_id) where amends_id is not null;
create index agreement_supersedes on agreement (supersedes_id) where supersedes_id is not null;
create index agreement_import on agreement (import_id) where import_id is not null;

create function agreement_set_revision() returns trigger language plpgsql as $$
begin
  new.revision := (pg_current_xact_id()::text)::bigint;
  return new;
end $$;
create trigger agreement_revision before insert or update on agreement
  for each row execute function agreement_set_revision();

-- The last day after automatic renewals: the first end, moved on by whole terms, that is not before today.
create function agreement_whole_terms(expires date, months integer, today date)
returns integer language sql immutable parallel safe as $$
  select (((extract(year from today) - extract(year from expires)) * 12
    + extract(month from today) - extract(month from expires))::integer) / months
$$;
create function agreement_effective_end(expires date, renewal text, months integer, today date)
returns date language sql immutable parallel safe as $$
  select case
    when expires is null or expires >= today or renewal <> 'automatic' or months is null or months < 1 then expires
    when (expires + make_interval(months => agreement_whole_terms(expires, months, today) * months))::date >= today
      then (expires + make_interval(months => agreement_whole_terms(expires, months, today) * months))::date
    else (expires + make_interval(months => (agreement_whole_terms(expires, months, today) + 1) * months))::date
  end
$$;

create table agreement_party (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  organisation_id uuid not null references organisation,
  unit_id uuid references organisation,
  side text not null check (side in ('home', 'partner')),
  role text not null default 'party',
  position integer not null default 0,
  signed_on date,
  signatory_name text,
  signatory_title text,
  unique (agreement_id, organisation_id, side)
);
create index agreement_party_organisation on agreement_party (organisation_id, agreement_id);
create index agreement_party_agreement on agreement_party (agreement_id);

-- Parties keep the organisation they were recorded with; one that was merged is shown as what it was merged into.
-- A partner that is renamed, moved or merged shows at once in every portfolio.
create function agreement_follow_organisation() returns trigger language plpgsql as $$
begin
  update agreement set revision = (pg_current_xact_id()::text)::bigint where id in (
    select p.agreement_id from new_rows n join old_rows o using (id)
      cross join lateral (select n.id union all select w.id from organisation w where w.canonical_id = n.id) family(id)
      join agreement_party p on p.organisation_id = family.id
    where (n.name, n.names, n.country, n.city, n.latitude, n.longitude, n.canonical_id, n.version, n.source_hash)
      is distinct from (o.name, o.names, o.country, o.city, o.latitude, o.longitude, o.canonical_id, o.version, o.source_hash));
  return null;
end $$;
create trigger agreement_follow_organisation after update on organisation
  referencing old table as old_rows new table as new_rows
  for each statement execute function agreement_follow_organisation();

create table agreement_contact (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  organisation_id uuid references organisation,
  person_id uuid references person,
  side text not null check (side in ('home', 'partner')),
  role text not null default 'coordinator',
  name text not null,
  email text,
  phone text
);
create index agreement_contact_agreement on agreement_contact (agreement_id);

create table agreement_link (
  id uuid primary key,
  agreement_id uuid not null references agreement on delete cascade,
  url text not null,
  label text
);
create index agreement_link_agreement on agreement_link (agreement_id);

-- Parts of one agreement as one document. In PL/pgSQL, because its plans are kept for the connection.
create function agreement_organisation(wanted uuid) returns jsonb language plpgsql stable as $$
begin
  return (select jsonb_build_object('id', o.id, 'name', o.name, 'names', o.names, 'country', o.country, 'city', o.city)
    from organisation o where o.id = coalesce((select w.merged_into from organisation w where w.id = wanted), wanted));
end $$;
create function agreement_parts(a agreement) returns jsonb language plpgsql stable as $$
begin
  return jsonb_build_object(
    'home', agreement_organisation(a.home_id),
    'unit', agreement_organisation(a.unit_id),
    'owner', (select jsonb_build_object('id', u.id, 'name', u.name) from auth_user u where u.id = a.owner_id),
    'parties', coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'side', p.side, 'role', p.role, 'signed_on', p.signed_on,
        'signatory_name', p.signatory_name, 'signatory_title', p.signatory_title,
        'organisation', agreement_organisation(p.organisation_id), 'unit', agreement_organisation(p.unit_id))
        order by p.side, p.position, p.id) from agreement_party p where p.agreement_id = a.id), '[]'),
    'contacts', coalesce((select jsonb_agg(to_jsonb(c) || jsonb_build_object('organisation', agreement_organisation(c.organisation_id))
        order by c.side, c.id) from agreement_contact c where c.agreement_id = a.id), '[]'),
    'links', coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'url', l.url, 'label', l.label) order by l.id)
        from agreement_link l where l.agreement_id = a.id), '[]'),
    'files', coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', f.name, 'media_type', f.media_type, 'bytes', f.bytes,
        'purpose', k.purpose, 'language', k.language, 'note', k.note, 'replaces_id', k.replaces_id, 'linked_at', k.linked_at, 'added_by', w.name) order by k.linked_at, k.id)
        from file_link k join file f on f.id = k.file_id left join auth_user w on w.id = f.uploaded_by
        where k.subject_type = 'agreement' and k.subject_id = a.id and k.unlinked_at is null), '[]'));
end $$;
`)
    .execute(db)
}
