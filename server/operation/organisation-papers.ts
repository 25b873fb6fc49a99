// Parts of the archive of an organisation: drafts, the library, documents that were issued, due diligence.
import { below, ofHome, type Part } from './archive-part.ts'

const ofDraft = 't.agreement_id in (select agreement_id from draft where home_id = $1)'

export const paperParts: readonly Part[] = [
  {
    name: 'drafts',
    table: 'draft',
    text: 'Drafts of agreements: their languages, and the shared document (Yjs) up to a certain edit.',
    where: ofHome,
    order: 't.agreement_id',
  },
  {
    name: 'draft-edits',
    table: 'draft_edit',
    text: 'Every edit of the drafts as it came (Yjs updates), by whom and when.',
    where: ofDraft,
    order: 't.agreement_id, t.seq',
  },
  {
    name: 'draft-versions',
    table: 'draft_version',
    text: 'Versions of the drafts as text, with their hash.',
    where: ofDraft,
    order: 't.agreement_id, t.number',
  },
  { name: 'draft-clauses', table: 'draft_clause', text: 'Clauses of the drafts that people spoke of.', where: ofDraft },
  {
    name: 'draft-promises',
    table: 'draft_promise',
    text: 'Which promise stands in which clause.',
    where: ofDraft,
    order: 't.commitment_id',
  },
  { name: 'library', table: 'library_item', text: 'Clauses and templates of the organisation.', where: ofHome },
  {
    name: 'library-versions',
    table: 'library_version',
    text: 'What they say, in every version.',
    where: below('library_item', 'item_id'),
    order: 't.item_id, t.version',
  },
  { name: 'word-templates', table: 'word_template', text: 'Word templates of the office.', where: ofHome },
  {
    name: 'issued-documents',
    table: 'issued_document',
    text: 'Documents that were issued: their codes, hashes and seals.',
    where: ofHome,
  },
  {
    name: 'seal-certificates',
    table: 'seal_certificate',
    text: 'Certificates by which the organisation sealed; without their keys.',
    where: ofHome,
    columns: [
      ...['id', 'home_id', 'name', 'issuer', 'fingerprint', 'certificate', 'chain', 'key_kind', 'made_here'],
      ...['valid_from', 'valid_until', 'added_by', 'added_at', 'retired_at'],
    ],
  },
  { name: 'due-diligence', table: 'screening_check', text: 'Due diligence: where each check stands.', where: ofHome },
  {
    name: 'due-diligence-parties',
    table: 'screening_party',
    text: 'Who was checked, and by what.',
    where: below('screening_check', 'check_id'),
  },
  {
    name: 'due-diligence-facts',
    table: 'screening_party_fact',
    text: 'What people know of a party besides the registry.',
    where: ofHome,
    order: 't.party_key',
  },
  {
    name: 'due-diligence-matches',
    table: 'screening_match',
    text: 'What they are like on lists, with every reason.',
    where: below('screening_check', 'check_id'),
  },
  {
    name: 'due-diligence-verdicts',
    table: 'screening_verdict',
    text: 'What people decided about that, and why.',
    where: ofHome,
  },
  {
    name: 'due-diligence-answers',
    table: 'screening_answer',
    text: 'Answers to the questionnaire, with the questions as they were put.',
    where: below('screening_check', 'check_id'),
  },
]
