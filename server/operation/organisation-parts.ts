// What belongs to one home organisation: each part of its archive with the rows it takes and a sentence for readers.
import { below, ofHome, type Part } from './archive-part.ts'
import { paperParts } from './organisation-papers.ts'

/** The organisation and its units. */
export const ownOrganisations = `
create temp table own_organisation on commit drop as
with recursive own as (
  select id from organisation where id = $1 union select o.id from organisation o join own on o.unit_of = own.id
)
select id from own`

/** Those, and all that its records name. */
export const wantedOrganisations = `
create temp table wanted_organisation on commit drop as
with named as (
  select id from own_organisation
  union select p.organisation_id from agreement_party p join agreement a on a.id = p.agreement_id where a.home_id = $1
  union select p.unit_id from agreement_party p join agreement a on a.id = p.agreement_id where a.home_id = $1
  union select c.organisation_id from agreement_contact c join agreement a on a.id = c.agreement_id where a.home_id = $1
  union select unnest(array[promisor_id, promisor_unit_id, beneficiary_id, beneficiary_unit_id]) from commitment where home_id = $1
  union select unnest(array[from_id, from_unit_id, to_id, to_unit_id]) from entry where home_id = $1
  union select unnest(array[organisation_id, unit_id]) from person where home_id = $1
  union select organisation_id from name_decision where home_id = $1
  union select unnest(array[p.organisation_id, p.created_organisation_id]) from import_partner p
    join import_run r on r.id = p.run_id where r.home_id = $1
)
select distinct id from named where id is not null`

export const wantedAccounts = `
create temp table wanted_account on commit drop as
select distinct id from (
  select owner_id as id from agreement where home_id = $1
  union select owner_id from commitment where home_id = $1
  union select owner_id from turn where home_id = $1
  union select actor_id from event where home_id = $1
  union select on_behalf_of from event where home_id = $1
  union select user_id from person where home_id = $1
  union select author_id from record_comment where home_id = $1
  union select person_id from agreement_reader r join agreement a on a.id = r.agreement_id where a.home_id = $1
  union select owner_id from task where home_id = $1
  union select owner_id from screening_check where home_id = $1
  union select e.person_id from draft_edit e join draft d on d.agreement_id = e.agreement_id where d.home_id = $1
  union select user_id from role_grant where scope_id in (select id from own_organisation)
) as named where id is not null`

export const wantedFiles = `
create temp table wanted_file on commit drop as
select distinct file_id as id from (
  select file_id from file_link l where l.subject_id in (
    select id from agreement where home_id = $1 union select id from commitment where home_id = $1
    union select id from entry where home_id = $1 union select id from activity where home_id = $1
    union select id from import_run where home_id = $1)
  union select k.file_id from guest_file k join guest g on g.id = k.guest_id where g.home_id = $1
  union select e.file_id from entry_evidence e join entry n on n.id = e.entry_id where n.home_id = $1
  union select file_id from import_run where home_id = $1
  union select file_id from issued_document where home_id = $1
  union select file_id from word_template where home_id = $1
) as named where file_id is not null`

export const parts: readonly Part[] = [
  {
    name: 'organisations',
    table: 'organisation',
    text: 'The organisation, its units, and every organisation that its records name.',
    where: 't.id in (select id from wanted_organisation)',
  },
  {
    name: 'organisation-names',
    table: 'organisation_name',
    text: 'Their names in all languages and scripts.',
    where: 't.organisation_id in (select id from wanted_organisation)',
  },
  {
    name: 'organisation-identifiers',
    table: 'organisation_identifier',
    text: 'Their identifiers: ROR, Erasmus code, PIC and others.',
    where: 't.organisation_id in (select id from wanted_organisation)',
    order: 't.organisation_id, t.scheme, t.value',
  },
  { name: 'persons', table: 'person', text: 'Contacts and signatories.', where: ofHome },
  {
    name: 'accounts',
    table: 'auth_user',
    text: 'People who sign in and whom the records name; without passwords.',
    where: 't.id in (select id from wanted_account)',
    columns: ['id', 'name', 'email', 'language', 'created_at', 'disabled_at'],
  },
  {
    name: 'roles',
    table: 'role_grant',
    text: 'Who has which role in the organisation and its units.',
    where: 't.scope_id in (select id from own_organisation)',
  },
  {
    name: 'agreement-readers',
    table: 'agreement_reader',
    text: 'Who is named as a reader of which confidential agreement.',
    where: below('agreement', 'agreement_id'),
    order: 't.agreement_id, t.person_id',
  },
  { name: 'agreements', table: 'agreement', text: 'Agreements with all their facts.', where: ofHome },
  {
    name: 'agreement-parties',
    table: 'agreement_party',
    text: 'Who is party to which agreement.',
    where: below('agreement', 'agreement_id'),
    order: 't.agreement_id',
  },
  {
    name: 'agreement-contacts',
    table: 'agreement_contact',
    text: 'Persons named with an agreement.',
    where: below('agreement', 'agreement_id'),
    order: 't.agreement_id',
  },
  {
    name: 'agreement-links',
    table: 'agreement_link',
    text: 'Addresses that belong to an agreement.',
    where: below('agreement', 'agreement_id'),
    order: 't.agreement_id',
  },
  {
    name: 'commitments',
    table: 'commitment',
    text: 'What was promised, by whom to whom, how much, until when.',
    where: ofHome,
  },
  {
    name: 'commitment-waivers',
    table: 'commitment_waiver',
    text: 'Promises that were let go, with the reason.',
    where: below('commitment', 'commitment_id'),
    order: 't.commitment_id',
  },
  {
    name: 'activities',
    table: 'activity',
    text: 'What happened: the events of cooperation behind the entries.',
    where: ofHome,
  },
  {
    name: 'entries',
    table: 'entry',
    text: 'Deeds: who gave what to whom, when, serving which promise.',
    where: ofHome,
  },
  {
    name: 'entry-evidence',
    table: 'entry_evidence',
    text: 'Proof of the deeds.',
    where: below('entry', 'entry_id'),
    order: 't.entry_id',
  },
  { name: 'turns', table: 'turn', text: 'Whose turn it is in each case.', where: ofHome },
  {
    name: 'guests',
    table: 'guest',
    text: 'People at partners who were invited to one agreement by a link; without the links.',
    where: ofHome,
    columns: [
      ...['id', 'agreement_id', 'name', 'email', 'organisation_id', 'organisation_name', 'language', 'rights'],
      ...[
        'message',
        'expires_on',
        'revoked_at',
        'invited_by',
        'invited_at',
        'opened',
        'first_opened_at',
        'last_used_at',
      ],
    ],
  },
  {
    name: 'guest-answers',
    table: 'guest_answer',
    text: 'What they said of deeds.',
    where: below('guest', 'guest_id'),
  },
  {
    name: 'guest-files',
    table: 'guest_file',
    text: 'Files that they supplied, and what became of them.',
    where: below('guest', 'guest_id'),
  },
  { name: 'comments', table: 'record_comment', text: 'What people said about records.', where: ofHome },
  {
    name: 'comment-versions',
    table: 'record_comment_version',
    text: 'What comments said before they were changed.',
    where: below('record_comment', 'comment_id'),
    order: 't.comment_id, t.version',
  },
  { name: 'tasks', table: 'task', text: 'What somebody is to do until when.', where: ofHome },
  { name: 'tags', table: 'tag', text: 'Tags of the organisation.', where: ofHome },
  {
    name: 'record-tags',
    table: 'record_tag',
    text: 'Which record has which tag.',
    where: below('tag', 'tag_id'),
    order: 't.subject_id, t.tag_id',
  },
  {
    name: 'record-links',
    table: 'record_link',
    text: 'Links from agreements to other records, and to agreements from others.',
    where: `exists (select 1 from agreement a where a.home_id = $1 and a.id in (t.from_id, t.to_id))`,
  },
  {
    name: 'reminder-rules',
    table: 'reminder_rule',
    text: 'When people are reminded of which dates.',
    where: ofHome,
    order: 't.date_kind',
  },
  ...paperParts,
  { name: 'imports', table: 'import_run', text: 'Lists that were imported.', where: ofHome },
  {
    name: 'import-rows',
    table: 'import_row',
    text: 'Each row of those lists as it was written, and what became of it.',
    where: below('import_run', 'run_id'),
    order: 't.run_id',
  },
  {
    name: 'import-partners',
    table: 'import_partner',
    text: 'Partners as those lists wrote them, and whom they were taken for.',
    where: below('import_run', 'run_id'),
    order: 't.run_id',
  },
  { name: 'import-mappings', table: 'import_mapping', text: 'What the columns of those lists mean.', where: ofHome },
  { name: 'name-decisions', table: 'name_decision', text: 'Decisions which organisation a name means.', where: ofHome },
  {
    name: 'files',
    table: 'file',
    text: 'Uploaded files: names and kinds. The content lies in files/ under its SHA-256.',
    where: 't.id in (select id from wanted_file)',
  },
  {
    name: 'file-links',
    table: 'file_link',
    text: 'Which file belongs to which record.',
    where: 't.file_id in (select id from wanted_file)',
  },
  {
    name: 'events',
    table: 'event',
    text: 'The trail: who did what and when, with every change of a field, in order. Each hash covers the one before it.',
    where: ofHome,
    order: 't.position',
  },
  {
    name: 'sealed-values',
    table: 'sealed_value',
    text: 'Names and other personal values of the events, which hold only their seals: SHA-256 over `salt` and the value as JSON.',
    where: `t.seal in (
      select actor_name from event where home_id = $1 union select on_behalf_of from event where home_id = $1
      union select found[1] from event e, regexp_matches(e.data::text || coalesce(e.changes::text, ''), 'sealed:[0-9a-f]{64}', 'g') found
      where e.home_id = $1)`,
    order: 't.seal',
  },
]

/** Tables with `home_id` that are left out, and why. */
export const leftOut: Readonly<Record<string, string>> = {
  ledger_source: 'worked out from agreements',
  notification: 'what people were told of events, which are here',
  ledger_total: 'sums of entries',
  search_document: 'made of records, comments and files',
}
