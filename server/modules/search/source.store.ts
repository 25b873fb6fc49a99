// Reads the records that become documents, as they are now; held until the commit, so that who may see them cannot change meanwhile.
import { type RawBuilder, sql } from 'kysely'
import type { LocalisedText } from '#core/contract.ts'
import type { Db } from '#core/database/connect.ts'

/** Who may see it, and on whose page it stands. */
export interface SourceRow {
  subjectId: string
  recordType: string
  recordId: string
  homeId: string | null
  unitId: string | null
  confidential: boolean
  ownerId: string | null
  readerIds: string[]
  /** Of a comment that is not for everybody: those whom it is for. */
  onlyFor?: string[] | null
  saidAt: string
}

const ofAgreement = sql`'agreement' as "recordType", a.id as "recordId", a.home_id as "homeId", a.unit_id as "unitId",
  a.confidentiality = 'confidential' as confidential, a.owner_id as "ownerId", a.reader_ids as "readerIds"`

const among = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${[...ids]}::uuid[])`

export interface AgreementSource extends SourceRow {
  title: LocalisedText
  number: string | null
  kinds: string[]
  fields: string[]
  /** Names of the parties in every language and script, of who signed, of contacts. */
  parties: string | null
  people: string | null
  scope: LocalisedText
  remarks: string | null
}

export async function readAgreements(db: Db, ids: readonly string[]): Promise<AgreementSource[]> {
  await sql`select id from agreement where id = ${among(ids)} order by id for share`.execute(db)
  const { rows } = await sql<AgreementSource>`
    select a.id as "subjectId", ${ofAgreement}, a.updated_at as "saidAt", a.title, a.number, array_prepend(a.kind, a.kinds) as kinds, a.fields,
      (select string_agg(distinct n.text, ' · ') from agreement_party p join organisation o on o.id in (p.organisation_id, p.unit_id)
        join organisation_name n on n.organisation_id in (o.id, o.canonical_id) where p.agreement_id = a.id) as parties,
      (select string_agg(name, ' · ') from (select signatory_name as name from agreement_party where agreement_id = a.id
        union select name from agreement_contact where agreement_id = a.id) who where name is not null) as people,
      a.scope, a.remarks
    from agreement a where a.id = ${among(ids)} and a.removed_at is null`.execute(db)
  return rows
}

export interface CommitmentSource extends SourceRow {
  label: string
  clause: string | null
  words: string | null
}

export async function readCommitments(db: Db, ids: readonly string[]): Promise<CommitmentSource[]> {
  const { rows } = await sql<CommitmentSource>`
    select c.id as "subjectId", ${ofAgreement}, c.updated_at as "saidAt", c.kind as label, c.clause,
      nullif(concat_ws(' · ', c.condition_words, c.note), '') as words
    from commitment c join agreement a on c.source_type = 'agreement' and a.id = c.source_id
    where c.id = ${among(ids)} and a.removed_at is null for share of a`.execute(db)
  return rows
}

export interface ActivitySource extends SourceRow {
  label: string
  title: string | null
  note: string | null
}

/** Activities are seen where the agreement is under which their last deed stands; without one they have no page. */
export async function readActivities(db: Db, ids: readonly string[]): Promise<ActivitySource[]> {
  const { rows } = await sql<ActivitySource>`
    select v.id as "subjectId", ${ofAgreement}, v.created_at as "saidAt", v.kind as label, v.title, v.note
    from activity v join agreement a on a.id = (select e.agreement_id from entry e where e.module = v.module and e.activity_id = v.id
        and e.reverses_id is null and e.reversed_by_id is null and e.agreement_id is not null order by e.posted_at desc, e.id limit 1)
    where v.id = ${among(ids)} and (v.title is not null or v.note is not null) and a.removed_at is null for share of a`.execute(
    db,
  )
  return rows
}

export interface FileSource extends SourceRow {
  name: string
  note: string | null
  sha256: string
  mediaType: string
  bytes: number
  /** What was read out of it; null when that was not tried yet. */
  body: string | null
}

export async function readFiles(db: Db, ids: readonly string[]): Promise<FileSource[]> {
  const { rows } = await sql<FileSource>`
    select k.id as "subjectId", ${ofAgreement}, k.linked_at as "saidAt", f.name, k.note, f.sha256, f.media_type as "mediaType", f.bytes,
      (select t.body from search_file_text t where t.sha256 = f.sha256) as body
    from file_link k join file f on f.id = k.file_id join agreement a on k.subject_type = 'agreement' and a.id = k.subject_id
    where k.id = ${among(ids)} and k.unlinked_at is null and a.removed_at is null for share of a, k`.execute(db)
  return rows
}

export interface PersonSource extends SourceRow {
  name: string
  names: LocalisedText
  codes: string | null
  position: string | null
  organisation: string | null
}

export async function readPersons(db: Db, ids: readonly string[]): Promise<PersonSource[]> {
  const { rows } = await sql<PersonSource>`
    select p.id as "subjectId", 'person' as "recordType", p.id as "recordId", p.home_id as "homeId", null as "unitId", false as confidential,
      null as "ownerId", array[]::text[] as "readerIds", p.updated_at as "saidAt", p.name, p.names, nullif(concat_ws(' · ', p.email, p.orcid), '') as codes, p.position,
      (select string_agg(value, ' · ') from organisation o cross join lateral jsonb_each_text(o.names || jsonb_build_object('und', o.name))
        where o.id = p.organisation_id) as organisation
    from person p where p.id = ${among(ids)} for share of p`.execute(db)
  return rows
}

export interface AccountSource extends SourceRow {
  name: string
  email: string
}

/** Accounts are for administrators alone. */
export async function readAccounts(db: Db, ids: readonly string[]): Promise<AccountSource[]> {
  const { rows } = await sql<AccountSource>`
    select u.id as "subjectId", 'account' as "recordType", u.id as "recordId", null as "homeId", null as "unitId", false as confidential,
      null as "ownerId", array[]::text[] as "readerIds", u.updated_at as "saidAt", u.name, u.email
    from auth_user u where u.id = any(${[...ids]}::text[])`.execute(db)
  return rows
}

export interface CommentSource extends SourceRow {
  text: string
}

/** What is said of a record is seen by whoever sees the record; organisations are common ground. */
export async function readComments(db: Db, ids: readonly string[]): Promise<CommentSource[]> {
  const { rows: places } = await sql<{ id: string; agreementId: string | null; personId: string | null }>`
    select c.id, coalesce(m.source_id, e.agreement_id, case c.subject when 'agreement' then c.subject_id end) as "agreementId",
      case c.subject when 'person' then c.subject_id end as "personId"
    from record_comment c left join commitment m on c.subject = 'commitment' and m.id = c.subject_id and m.source_type = 'agreement'
      left join entry e on c.subject = 'entry' and e.id = c.subject_id
    where c.id = ${among(ids)}`.execute(db)
  const agreements = places.flatMap(place => place.agreementId ?? [])
  await sql`select id from agreement where id = ${among(agreements)} order by id for share`.execute(db)
  await sql`select id from person where id = ${among(places.flatMap(place => place.personId ?? []))} order by id for share`.execute(
    db,
  )
  const { rows } = await sql<CommentSource>`
    select c.id as "subjectId", case when a.id is null then c.subject else 'agreement' end as "recordType", coalesce(a.id, c.subject_id) as "recordId",
      coalesce(a.home_id, p.home_id) as "homeId", a.unit_id as "unitId", coalesce(a.confidentiality = 'confidential', false) as confidential,
      a.owner_id as "ownerId", coalesce(a.reader_ids, '{}') as "readerIds", c.only_for as "onlyFor", coalesce(c.edited_at, c.posted_at) as "saidAt", c.body as text
    from record_comment c
      join unnest(${places.map(place => place.id)}::uuid[], ${places.map(place => place.agreementId)}::uuid[]) as place(id, agreement_id) on place.id = c.id
      left join agreement a on a.id = place.agreement_id and a.removed_at is null
      left join person p on c.subject = 'person' and p.id = c.subject_id
    where c.removed_at is null and (a.id is not null or p.id is not null or c.subject = 'organisation')`.execute(db)
  return rows
}
