// What the import says to people: meanings of columns, reasons, phases, questions.
import type { Terms } from '#core/terms.ts'
import type { ColumnMeaning } from './meaning/column-meanings.ts'

export const meaningGroupTerms = {
  partner: /*i18n*/ { id: 'imports.meaning_group.partner', message: 'Partner' },
  agreement: /*i18n*/ { id: 'imports.meaning_group.agreement', message: 'Agreement' },
  dates: /*i18n*/ { id: 'imports.meaning_group.dates', message: 'Dates and term' },
  content: /*i18n*/ { id: 'imports.meaning_group.content', message: 'Content' },
  people: /*i18n*/ { id: 'imports.meaning_group.people', message: 'People' },
  other: /*i18n*/ { id: 'imports.meaning_group.other', message: 'Other' },
} as const

export type MeaningGroup = keyof typeof meaningGroupTerms

interface MeaningTerms {
  group: MeaningGroup
  label: { id: string; message: string }
  help: { id: string; message: string }
}

export const meaningTerms: Readonly<Record<ColumnMeaning, MeaningTerms>> = {
  partner: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner', message: 'Partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner', message: 'The organisation on the other side' },
  },
  partner_country: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_country', message: 'Country of the partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_country', message: 'Name or code of its country' },
  },
  partner_city: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_city', message: 'City of the partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_city', message: 'Its city' },
  },
  partner_unit: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_unit', message: 'Unit of the partner' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.partner_unit',
      message: 'Faculty, department or institute of the partner',
    },
  },
  'partner_identifier:ror': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_ror', message: 'ROR id' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.partner_identifier_ror',
      message: 'Identifier in the Research Organization Registry',
    },
  },
  'partner_identifier:erasmus_code': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_erasmus_code', message: 'Erasmus code' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_identifier_erasmus_code', message: 'Such as D BERLIN01' },
  },
  'partner_identifier:pic': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_pic', message: 'PIC' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.partner_identifier_pic',
      message: 'Participant identification code, nine digits',
    },
  },
  'partner_identifier:oid': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_oid', message: 'OID' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.partner_identifier_oid',
      message: 'Organisation identifier of European programmes',
    },
  },
  'partner_identifier:schac': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_schac', message: 'SCHAC code' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_identifier_schac', message: 'Home domain of the organisation' },
  },
  'partner_identifier:isni': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_isni', message: 'ISNI' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.partner_identifier_isni',
      message: 'International standard name identifier',
    },
  },
  'partner_identifier:wikidata': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_wikidata', message: 'Wikidata id' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_identifier_wikidata', message: 'Such as Q1234' },
  },
  'partner_identifier:national': {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_identifier_national', message: 'National identifier' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_identifier_national', message: 'Number in a national register' },
  },
  partner_website: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.partner_website', message: 'Website of the partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.partner_website', message: 'Web address' },
  },
  latitude: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.latitude', message: 'Latitude' },
    help: /*i18n*/ { id: 'imports.meaning_help.latitude', message: 'Degrees north' },
  },
  longitude: {
    group: 'partner',
    label: /*i18n*/ { id: 'imports.meaning.longitude', message: 'Longitude' },
    help: /*i18n*/ { id: 'imports.meaning_help.longitude', message: 'Degrees east' },
  },
  home_unit: {
    group: 'agreement',
    label: /*i18n*/ { id: 'imports.meaning.home_unit', message: 'Our unit' },
    help: /*i18n*/ { id: 'imports.meaning_help.home_unit', message: 'Our faculty or department' },
  },
  number: {
    group: 'agreement',
    label: /*i18n*/ { id: 'imports.meaning.number', message: 'Number' },
    help: /*i18n*/ { id: 'imports.meaning_help.number', message: 'Number or reference of the agreement' },
  },
  title: {
    group: 'agreement',
    label: /*i18n*/ { id: 'imports.meaning.title', message: 'Title' },
    help: /*i18n*/ { id: 'imports.meaning_help.title', message: 'What the agreement is called' },
  },
  kind: {
    group: 'agreement',
    label: /*i18n*/ { id: 'imports.meaning.kind', message: 'Kind' },
    help: /*i18n*/ { id: 'imports.meaning_help.kind', message: 'Memorandum, exchange agreement, protocol …' },
  },
  status: {
    group: 'agreement',
    label: /*i18n*/ { id: 'imports.meaning.status', message: 'Status' },
    help: /*i18n*/ { id: 'imports.meaning_help.status', message: 'In force, expired, in preparation …' },
  },
  signed_on: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.signed_on', message: 'Signed on' },
    help: /*i18n*/ { id: 'imports.meaning_help.signed_on', message: 'Date of signature' },
  },
  in_force_on: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.in_force_on', message: 'In force since' },
    help: /*i18n*/ { id: 'imports.meaning_help.in_force_on', message: 'Date of entry into force' },
  },
  approved_on: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.approved_on', message: 'Approved on' },
    help: /*i18n*/ { id: 'imports.meaning_help.approved_on', message: 'Date of approval' },
  },
  expires_on: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.expires_on', message: 'Expires on' },
    help: /*i18n*/ { id: 'imports.meaning_help.expires_on', message: 'Last day' },
  },
  review_due_on: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.review_due_on', message: 'Review due on' },
    help: /*i18n*/ { id: 'imports.meaning_help.review_due_on', message: 'Date of review' },
  },
  term: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.term', message: 'Term from and to' },
    help: /*i18n*/ { id: 'imports.meaning_help.term', message: 'Both dates in one cell' },
  },
  duration: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.duration', message: 'Duration' },
    help: /*i18n*/ { id: 'imports.meaning_help.duration', message: 'Length such as 5 years' },
  },
  renewal: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.renewal', message: 'Renewal' },
    help: /*i18n*/ { id: 'imports.meaning_help.renewal', message: 'Automatic, by consent, none' },
  },
  notice: {
    group: 'dates',
    label: /*i18n*/ { id: 'imports.meaning.notice', message: 'Notice period' },
    help: /*i18n*/ { id: 'imports.meaning_help.notice', message: 'How long before the end notice must be given' },
  },
  scope: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.scope', message: 'Scope' },
    help: /*i18n*/ {
      id: 'imports.meaning_help.scope',
      message: 'What the sides promise; commitments are proposed from it',
    },
  },
  quota: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.quota', message: 'Quota' },
    help: /*i18n*/ { id: 'imports.meaning_help.quota', message: 'Number of places or people' },
  },
  field_of_science: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.field_of_science', message: 'Field of science' },
    help: /*i18n*/ { id: 'imports.meaning_help.field_of_science', message: 'Subject area' },
  },
  languages: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.languages', message: 'Languages' },
    help: /*i18n*/ { id: 'imports.meaning_help.languages', message: 'Languages of the text' },
  },
  coordinator_home: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.coordinator_home', message: 'Our coordinator' },
    help: /*i18n*/ { id: 'imports.meaning_help.coordinator_home', message: 'Person responsible on our side' },
  },
  coordinator_partner: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.coordinator_partner', message: 'Coordinator at the partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.coordinator_partner', message: 'Person responsible at the partner' },
  },
  contact_email: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.contact_email', message: 'E-mail of a contact' },
    help: /*i18n*/ { id: 'imports.meaning_help.contact_email', message: 'E-mail address' },
  },
  contact_phone: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.contact_phone', message: 'Telephone of a contact' },
    help: /*i18n*/ { id: 'imports.meaning_help.contact_phone', message: 'Telephone number' },
  },
  signatory_home: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.signatory_home', message: 'Our signatory' },
    help: /*i18n*/ { id: 'imports.meaning_help.signatory_home', message: 'Who signed for us' },
  },
  signatory_partner: {
    group: 'people',
    label: /*i18n*/ { id: 'imports.meaning.signatory_partner', message: 'Signatory of the partner' },
    help: /*i18n*/ { id: 'imports.meaning_help.signatory_partner', message: 'Who signed for the partner' },
  },
  remarks: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.remarks', message: 'Remarks' },
    help: /*i18n*/ { id: 'imports.meaning_help.remarks', message: 'Free text' },
  },
  document_link: {
    group: 'content',
    label: /*i18n*/ { id: 'imports.meaning.document_link', message: 'Link to the document' },
    help: /*i18n*/ { id: 'imports.meaning_help.document_link', message: 'Web address of the text' },
  },
  kept: {
    group: 'other',
    label: /*i18n*/ { id: 'imports.meaning.kept', message: 'Only keep the original' },
    help: /*i18n*/ { id: 'imports.meaning_help.kept', message: 'Kept on the record as it is, without a meaning' },
  },
  ignored: {
    group: 'other',
    label: /*i18n*/ { id: 'imports.meaning.ignored', message: 'Empty' },
    help: /*i18n*/ { id: 'imports.meaning_help.ignored', message: 'Nothing in it' },
  },
}

export const columnReasonTerms: Terms<string> = {
  header_exact: /*i18n*/ { id: 'imports.column_reason.header_exact', message: 'The header says so.' },
  header_similar: /*i18n*/ { id: 'imports.column_reason.header_similar', message: 'The header sounds like it.' },
  content_agrees: /*i18n*/ { id: 'imports.column_reason.content_agrees', message: 'The cells look like it.' },
  content_disagrees: /*i18n*/ {
    id: 'imports.column_reason.content_disagrees',
    message: 'But the cells do not look like it.',
  },
  content_only: /*i18n*/ {
    id: 'imports.column_reason.content_only',
    message: 'The cells look like it; the header does not tell.',
  },
  second_choice: /*i18n*/ {
    id: 'imports.column_reason.second_choice',
    message: 'Another column fits the first choice better.',
  },
  many_different: /*i18n*/ {
    id: 'imports.column_reason.many_different',
    message: 'The cells differ too much to tell.',
  },
  same_everywhere: /*i18n*/ {
    id: 'imports.column_reason.same_everywhere',
    message: 'It names your own side: it says the same in every row.',
  },
  row_counter: /*i18n*/ { id: 'imports.column_reason.row_counter', message: 'It counts the rows.' },
  empty: /*i18n*/ { id: 'imports.column_reason.empty', message: 'It is empty.' },
  not_recognised: /*i18n*/ { id: 'imports.column_reason.not_recognised', message: 'Neither header nor cells tell.' },
  chosen: /*i18n*/ { id: 'imports.column_reason.chosen', message: 'You chose it.' },
}

export const questionTerms = {
  date_order: /*i18n*/ { id: 'imports.question.date_order', message: 'In which order were the dates written?' },
  dmy: /*i18n*/ { id: 'imports.question.dmy', message: 'Day, month, year' },
  mdy: /*i18n*/ { id: 'imports.question.mdy', message: 'Month, day, year' },
  ymd: /*i18n*/ { id: 'imports.question.ymd', message: 'Year, month, day' },
} as const

export const partnerReasonTerms = {
  several: /*i18n*/ {
    id: 'imports.partner_reason.several',
    message: 'The cell seems to hold {count, plural, one {# organisation} other {# organisations}}.',
  },
  doubtful: /*i18n*/ { id: 'imports.partner_reason.doubtful', message: 'More than one organisation may be meant.' },
  unknown: /*i18n*/ {
    id: 'imports.partner_reason.unknown',
    message: 'Nobody by this name is known. It will be created as an unverified organisation.',
  },
} as const

export const similarTerms = {
  same_number: /*i18n*/ { id: 'imports.similar.same_number', message: 'An agreement with the same number exists.' },
  same_partner_and_time: /*i18n*/ {
    id: 'imports.similar.same_partner_and_time',
    message: 'An agreement of this kind with the same partner and overlapping dates exists.',
  },
} as const

export const rowDoubtTerms = {
  partner_doubtful: /*i18n*/ {
    id: 'imports.row_doubt.partner_doubtful',
    message: 'Which organisation is “{partner}”? Decide it in the step Partners.',
  },
  looks_like_existing: /*i18n*/ {
    id: 'imports.row_doubt.looks_like_existing',
    message: 'It looks like an agreement that exists already: {title}.',
  },
} as const

export const failureTerms: Terms<string> = {
  unexpected: /*i18n*/ {
    id: 'imports.failure.unexpected',
    message:
      'Something went wrong on our side. Nothing was written. Try again; if it happens once more, tell your administrator.',
  },
  file_missing: /*i18n*/ {
    id: 'imports.failure.file_missing',
    message: 'The file is not there any more. Upload it again.',
  },
}

export const changedFieldTerms: Terms<string> = {
  number: /*i18n*/ { id: 'imports.changed.number', message: 'Number' },
  kinds: /*i18n*/ { id: 'imports.changed.kinds', message: 'Kinds' },
  title: /*i18n*/ { id: 'imports.changed.title', message: 'Title' },
  parties: /*i18n*/ { id: 'imports.changed.parties', message: 'Parties' },
  contacts: /*i18n*/ { id: 'imports.changed.contacts', message: 'Contacts' },
  links: /*i18n*/ { id: 'imports.changed.links', message: 'Links' },
  approvedOn: /*i18n*/ { id: 'imports.changed.approved_on', message: 'Approved on' },
  signedOn: /*i18n*/ { id: 'imports.changed.signed_on', message: 'Signed on' },
  inForceOn: /*i18n*/ { id: 'imports.changed.in_force_on', message: 'In force since' },
  reviewDueOn: /*i18n*/ { id: 'imports.changed.review_due_on', message: 'Review due on' },
  expiresOn: /*i18n*/ { id: 'imports.changed.expires_on', message: 'Expires on' },
  end: /*i18n*/ { id: 'imports.changed.end', message: 'End' },
  renewal: /*i18n*/ { id: 'imports.changed.renewal', message: 'Renewal' },
  renewalMonths: /*i18n*/ { id: 'imports.changed.renewal_months', message: 'Months of a renewal' },
  notice: /*i18n*/ { id: 'imports.changed.notice', message: 'Notice period' },
  fields: /*i18n*/ { id: 'imports.changed.fields', message: 'Fields of science' },
  languages: /*i18n*/ { id: 'imports.changed.languages', message: 'Languages' },
  remarks: /*i18n*/ { id: 'imports.changed.remarks', message: 'Remarks' },
  state: /*i18n*/ { id: 'imports.changed.state', message: 'State' },
}
