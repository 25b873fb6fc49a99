// Documents: certificates by which organisations seal, documents that were issued, and offices’ own Word templates.
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
create table seal_certificate (
  id uuid primary key,
  home_id uuid not null references organisation,
  name text not null,
  issuer text not null,
  -- SHA-256 of the certificate.
  fingerprint text not null,
  certificate bytea not null,
  -- Those who issued it, the nearest first, one behind the other.
  chain bytea[] not null default '{}',
  key_kind text not null check (key_kind in ('rsa', 'ec')),
  -- Sealed with the secret of the installation; gone when the certificate is no longer used.
  key_sealed text,
  made_here boolean not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  added_by text references auth_user on delete set null,
  added_at timestamptz not null,
  retired_at timestamptz,
  check ((key_sealed is null) = (retired_at is not null))
);
create unique index seal_certificate_used on seal_certificate (home_id) where retired_at is null;
create index seal_certificate_fingerprint on seal_certificate (fingerprint);

create table issued_document (
  id uuid primary key,
  -- Printed on it; with a character that finds slips.
  code text not null unique,
  home_id uuid not null references organisation,
  subject text not null,
  record_id uuid not null,
  number text,
  title jsonb not null,
  version text,
  text_hash text not null,
  file_id uuid not null references file,
  file_hash text not null,
  pages integer not null,
  -- [{ fingerprint, name, at }]
  seals jsonb not null default '[]',
  issued_by text references auth_user on delete set null,
  issued_at timestamptz not null
);
create index issued_document_record on issued_document (subject, record_id);
create index issued_document_file on issued_document (file_hash);

-- Offices' own Word templates.
create table word_template (
  id uuid primary key,
  home_id uuid not null references organisation,
  name text not null,
  file_id uuid not null references file,
  tags text[] not null,
  added_by text references auth_user on delete set null,
  added_at timestamptz not null
);
create index word_template_home on word_template (home_id);
`)
    .execute(db)
}
