// Table types, made from the migrated database by `npm run generate`; do not edit.
import type { ColumnType, GeneratedAlways, RawBuilder } from 'kysely'

/** A column that has a default. */
type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
/** jsonb: anything that JSON can hold, written with `json(…)`; stores know the shape. */
export type Json = ColumnType<unknown, RawBuilder<unknown>, RawBuilder<unknown>>
/** numeric: decimal text when read. */
export type Numeric = ColumnType<string, string | number, string | number>

export interface AccessLogTable {
  id: string
  kind: string
  method: string | null
  user_id: string | null
  email: string
  ip_address: string
  user_agent: string
  at: Generated<string>
}

export interface ActivityTable {
  id: string
  module: string
  home_id: string
  kind: string
  title: string | null
  note: string | null
  created_at: Generated<string>
}

export interface AgreementTable {
  id: string
  home_id: string
  unit_id: string | null
  number: string | null
  kind: string
  kinds: Generated<string[]>
  title: Json
  state: string
  state_since: Generated<string>
  state_reason: string | null
  approved_on: string | null
  approved_precision: string | null
  signed_on: string | null
  signed_precision: string | null
  in_force_on: string | null
  in_force_precision: string | null
  review_due_on: string | null
  review_due_precision: string | null
  expires_on: string | null
  expires_precision: string | null
  end_kind: Generated<string>
  dates_written: Generated<Json>
  renewal: Generated<string>
  renewal_months: number | null
  renewal_begun_on: string | null
  notice_amount: number | null
  notice_unit: string | null
  may_end: Generated<string>
  ended_on: string | null
  parent_id: string | null
  amends_id: string | null
  supersedes_id: string | null
  fields: Generated<string[]>
  languages: Generated<string[]>
  confidentiality: Generated<string>
  owner_id: string | null
  scope: Generated<Json>
  remarks: string | null
  exchange_weights: Json | null
  original: Json | null
  import_id: string | null
  search: Generated<string>
  pulse: string | null
  pulse_details: Json | null
  pulse_on: string | null
  last_entry_on: string | null
  commitment_count: Generated<number>
  kept_count: Generated<number>
  partly_kept_count: Generated<number>
  broken_count: Generated<number>
  file_count: Generated<number>
  version: Generated<number>
  created_by: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  removed_at: string | null
  revision: Generated<number>
  reader_ids: Generated<string[]>
  since: Generated<string>
}

export interface AgreementContactTable {
  id: string
  agreement_id: string
  organisation_id: string | null
  person_id: string | null
  side: string
  role: Generated<string>
  name: string
  email: string | null
  phone: string | null
  since: Generated<string>
}

export interface AgreementLinkTable {
  id: string
  agreement_id: string
  url: string
  label: string | null
  since: Generated<string>
}

export interface AgreementPartyTable {
  id: string
  agreement_id: string
  organisation_id: string
  unit_id: string | null
  side: string
  role: Generated<string>
  position: Generated<number>
  signed_on: string | null
  signatory_name: string | null
  signatory_title: string | null
  since: Generated<string>
}

export interface AgreementReaderTable {
  agreement_id: string
  person_id: string
  since: string
  by_id: string | null
}

export interface ApiTokenTable {
  id: string
  user_id: string
  name: string
  token_hash: string
  scopes: string[]
  expires_on: string
  created_at: Generated<string>
  last_used_at: string | null
  last_used_from: string | null
  revoked_at: string | null
}

export interface AuthAccountTable {
  id: string
  account_id: string
  provider_id: string
  user_id: string
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: string | null
  refresh_token_expires_at: string | null
  scope: string | null
  password: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface AuthSessionTable {
  id: string
  token_hash: string
  user_id: string
  expires_at: string
  ip_address: string | null
  user_agent: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  method: Generated<string>
}

export interface AuthUserTable {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  language: Generated<string>
  preferences: Generated<Json>
  disabled_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface AuthVerificationTable {
  id: string
  identifier: string
  value: string
  expires_at: string
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface CalendarHolidayTable {
  id: string
  country: string
  on_day: string
  name: Json
  source: string | null
}

export interface CalendarWeekendTable {
  country: string
  days: number[]
}

export interface CommitmentTable {
  id: string
  home_id: string
  source_type: string
  source_id: string
  clause: string | null
  kind: string
  promisor_id: string
  promisor_unit_id: string | null
  beneficiary_id: string
  beneficiary_unit_id: string | null
  unit: string
  currency: string | null
  base_quantity: Numeric | null
  comparator: Generated<string>
  period: string
  period_years: number | null
  start_month: number | null
  due_on: string | null
  valid_from: string | null
  valid_from_precision: string | null
  valid_until: string | null
  valid_until_precision: string | null
  carry: Generated<string>
  condition: Generated<string>
  condition_words: string | null
  refines_id: string | null
  pair_id: string | null
  owner_id: string | null
  partner_owner: string | null
  state: Generated<string>
  ended_as: string | null
  ended_on: string | null
  suspended_from: string | null
  note: string | null
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  since: Generated<string>
}

export interface CommitmentTotalTable {
  commitment_id: string
  period_start: string
  status: string
  base_quantity: Numeric
  entries: number
  since: Generated<string>
}

export interface CommitmentWaiverTable {
  id: string
  commitment_id: string
  period_start: string
  reason: string
  waived_by: string | null
  waived_at: Generated<string>
  since: Generated<string>
}

export interface DeputyTable {
  id: string
  person_id: string
  deputy_id: string
  valid_from: string
  valid_until: string
  note: string | null
  created_at: Generated<string>
  ended_at: string | null
}

export interface DraftTable {
  agreement_id: string
  home_id: string
  languages: string[]
  prevailing: string | null
  title: Json
  seq: number
  snapshot: Buffer | null
  snapshot_seq: Generated<number>
  version: Generated<number>
  begun_by: string | null
  begun_at: string
}

export interface DraftClauseTable {
  id: string
  agreement_id: string
  settled_at: string | null
  settled_by: string | null
}

export interface DraftEditTable {
  agreement_id: string
  seq: number
  content: Buffer
  person_id: string | null
  guest_id: string | null
  clause_ids: string[]
  at: string
  told: Generated<boolean>
}

export interface DraftPromiseTable {
  commitment_id: string
  agreement_id: string
  clause_id: string
}

export interface DraftVersionTable {
  agreement_id: string
  number: number
  kind: string
  name: string | null
  content: Json
  suggested: Json | null
  hash: string
  seq: number
  made_by: string | null
  made_at: string
}

export interface EntryTable {
  id: string
  home_id: string
  kind: string
  unit: string
  currency: string | null
  base_quantity: Numeric
  from_id: string
  from_unit_id: string | null
  to_id: string
  to_unit_id: string | null
  starts_on: string
  starts_precision: Generated<string>
  ends_on: string | null
  ends_precision: string | null
  status: string
  field: string | null
  module: string
  activity_id: string
  line_key: string
  agreement_id: string | null
  commitment_id: string | null
  served_by: string
  reverses_id: string | null
  reversed_by_id: string | null
  reason: string | null
  posted_by: string | null
  event_id: string
  posted_at: Generated<string>
  since: Generated<string>
}

export interface EntryEvidenceTable {
  id: string
  entry_id: string
  kind: string
  file_id: string | null
  url: string | null
  note: string | null
  added_by: string | null
  added_at: Generated<string>
  added_by_name: string | null
  since: Generated<string>
}

export interface EventTable {
  id: string
  chain: string
  position: number
  type: string
  subject_type: string
  subject_id: string
  home_id: string | null
  actor_id: string | null
  actor_name: string
  on_behalf_of: string | null
  at: string
  request_id: string
  reason: string | null
  data: Json
  changes: Json | null
  hash: string
}

export interface EventChainTable {
  chain: string
  position: number
  hash: string
}

export interface FileTable {
  id: string
  sha256: string
  name: string
  media_type: string
  bytes: number
  uploaded_by: string | null
  uploaded_at: Generated<string>
}

export interface FileLinkTable {
  id: string
  file_id: string
  subject_type: string
  subject_id: string
  purpose: Generated<string>
  language: string | null
  note: string | null
  replaces_id: string | null
  linked_at: Generated<string>
  unlinked_at: string | null
  since: Generated<string>
}

export interface GuestTable {
  id: string
  home_id: string
  agreement_id: string
  name: string
  email: string | null
  organisation_id: string
  organisation_name: string
  language: string
  rights: string[]
  message: string | null
  token_hash: string
  email_proof: boolean
  for_confidential: boolean
  expires_on: string
  revoked_at: string | null
  invited_by: string | null
  invited_at: Generated<string>
  mailed_at: string | null
  opened: Generated<number>
  first_opened_at: string | null
  last_used_at: string | null
  code_hash: string | null
  code_expires_at: string | null
  code_tries: Generated<number>
  codes_sent: Generated<number>
  codes_since: string | null
}

export interface GuestAnswerTable {
  id: string
  guest_id: string
  entry_id: string
  happened: boolean
  reason: string | null
  proved: boolean
  answered_at: string
}

export interface GuestFileTable {
  id: string
  guest_id: string
  file_id: string
  note: string | null
  state: Generated<string>
  reason: string | null
  supplied_at: string
  decided_by: string | null
  decided_at: string | null
}

export interface GuestVisitTable {
  id: string
  guest_id: string
  token_hash: string
  proved: boolean
  created_at: Generated<string>
  expires_at: string
}

export interface HandOverTable {
  id: string
  from_id: string
  to_id: string
  by_name: string
  account_closed: boolean
  items: Json
  at: Generated<string>
}

export interface ImportMappingTable {
  id: string
  home_id: string
  signature: string
  list_kind: string
  columns: Json
  options: Generated<Json>
  used_at: Generated<string>
}

export interface ImportPartnerTable {
  run_id: string
  key: string
  written: string
  country: string | null
  city: string | null
  hints: Generated<Json>
  rows: number[]
  outcome: string
  organisation_id: string | null
  candidates: Generated<Json>
  evidence: Generated<Json>
  decision: string | null
  decided_by: string | null
  created_organisation_id: string | null
}

export interface ImportRowTable {
  run_id: string
  row: number
  cells: Json
  fingerprint: string | null
  understood: Json | null
  status: Generated<string>
  outcome: string | null
  existing_id: string | null
  decisions: Generated<Json>
  agreement_id: string | null
  organisation_id: string | null
  before: Json | null
}

export interface ImportRunTable {
  id: string
  home_id: string
  list_kind: Generated<string>
  state: string
  file_id: string | null
  file_name: string
  sha256: string
  sheet: string | null
  sheets: Generated<Json>
  header: Generated<Json>
  columns: Generated<Json>
  options: Generated<Json>
  notices: Generated<Json>
  totals: Generated<Json>
  progress: Generated<Json>
  failure: Json | null
  previous_id: string | null
  created_by: string | null
  asked_by: string | null
  created_at: Generated<string>
  written_at: string | null
  undone_at: string | null
  version: Generated<number>
}

export interface IssuedDocumentTable {
  id: string
  code: string
  home_id: string
  subject: string
  record_id: string
  number: string | null
  title: Json
  version: string | null
  text_hash: string
  file_id: string
  file_hash: string
  pages: number
  seals: Generated<Json>
  issued_by: string | null
  issued_at: string
}

export interface LedgerSourceTable {
  source_id: string
  family_id: string
  home_id: string
  unit_id: string | null
  owner_id: string | null
  confidential: Generated<boolean>
  reader_ids: Generated<string[]>
}

export interface LedgerTotalTable {
  home_id: string
  from_id: string
  from_unit_id: Generated<string>
  to_id: string
  to_unit_id: Generated<string>
  kind: string
  unit: string
  currency: Generated<string>
  agreement_id: Generated<string>
  status: string
  month: string
  base_quantity: Numeric
  entries: number
  since: Generated<string>
}

export interface LibraryItemTable {
  id: string
  kind: string
  home_id: string | null
  origin: string | null
  version: number
  approved_version: number | null
  retired_at: string | null
  retired_because: string | null
  title: Json
  words: string
  changed_at: string
  changed_by: string | null
}

export interface LibraryVersionTable {
  item_id: string
  version: number
  content: Json
  note: string | null
  written_by: string | null
  written_at: string
  approved_by: string | null
  approved_at: string | null
}

export interface MailOutboxTable {
  id: string
  user_id: string
  stream: string
  key: string
  to_address: string
  language: string
  subject: string
  text: string
  html: string
  headers: Generated<Json>
  state: Generated<string>
  tries: Generated<number>
  answer: string | null
  queued_at: string
  next_try_at: string
  sent_at: string | null
}

export interface NameDecisionTable {
  id: string
  home_id: string
  folded: string
  country: Generated<string>
  written: string
  organisation_id: string | null
  decided_by: string | null
  decided_at: Generated<string>
}

export interface NotificationTable {
  id: string
  user_id: string
  kind: string
  subject: string
  subject_id: string
  event_id: string | null
  key: string | null
  home_id: string | null
  data: Generated<Json>
  at: string
  read_at: string | null
  mailed_at: string | null
}

export interface NotificationMarkTable {
  user_id: string
  revision: number
}

export interface NotificationPreferenceTable {
  user_id: string
  modes: Generated<Json>
  time_zone: string | null
  hour: number | null
  weekday: number | null
}

export interface OneTimeCodeTable {
  user_id: string
  sealed_secret: string
  confirmed_at: string | null
  last_step: Generated<number>
  created_at: Generated<string>
}

export interface OneTimeLinkTable {
  id: string
  purpose: string
  token_hash: string
  details: Generated<Json>
  created_at: Generated<string>
  expires_at: string
  used_at: string | null
}

export interface OrganisationTable {
  id: string
  status: Generated<string>
  home: Generated<boolean>
  unit_of: string | null
  merged_into: string | null
  canonical_id: string | null
  name: string
  names: Generated<Json>
  types: Generated<string[]>
  country: string | null
  region: string | null
  city: string | null
  latitude: number | null
  longitude: number | null
  established: number | null
  website: string | null
  website_domain: string | null
  source: Generated<string>
  source_version: string | null
  source_hash: string | null
  edited_fields: Generated<string[]>
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  since: Generated<string>
}

export interface OrganisationIdentifierTable {
  organisation_id: string
  scheme: string
  value: string
  folded: string
  preferred: Generated<boolean>
  source: string
  said_on: string | null
  since: Generated<string>
}

export interface OrganisationLinkTable {
  organisation_id: string
  kind: string
  url: string
  source: string
  since: Generated<string>
}

export interface OrganisationNameTable {
  id: GeneratedAlways<number>
  organisation_id: string
  text: string
  folded: string
  words: string
  language: string | null
  script: string | null
  kind: string
  source: string
  said_on: string | null
  since: Generated<string>
}

export interface OrganisationRelationTable {
  organisation_id: string
  kind: string
  other_id: string | null
  other_ror: string | null
  label: string | null
  source: string
  since: Generated<string>
}

export interface OrganisationStatementTable {
  organisation_id: string
  field: string
  source: string
  value: Json
  said_on: string | null
  since: Generated<string>
}

export interface PasskeyTable {
  id: string
  user_id: string
  credential_id: string
  public_key: string
  counter: number
  transports: string[]
  name: string
  created_at: Generated<string>
  last_used_at: string | null
}

export interface PersonTable {
  id: string
  home_id: string | null
  organisation_id: string | null
  unit_id: string | null
  name: string
  names: Generated<Json>
  folded: string
  position: string | null
  email: string | null
  phone: string | null
  orcid: string | null
  user_id: string | null
  source: Generated<string>
  version: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
}

export interface PrivateFeedTable {
  id: string
  user_id: string
  kind: string
  token_hash: string
  query: Generated<Json>
  language: string
  created_at: Generated<string>
  revoked_at: string | null
}

export interface RecordCommentTable {
  id: string
  subject: string
  subject_id: string
  home_id: string | null
  parent_id: string | null
  author_id: string | null
  guest_id: string | null
  author_name: string | null
  body: string
  mentions: Generated<string[]>
  posted_at: string
  edited_at: string | null
  removed_at: string | null
  removed_by_id: string | null
  version: Generated<number>
  only_for: string[] | null
}

export interface RecordCommentVersionTable {
  comment_id: string
  version: number
  body: string
  written_at: string
}

export interface RecordLinkTable {
  id: string
  word: string
  from_subject: string
  from_id: string
  to_subject: string
  to_id: string
  made_by_id: string | null
  made_at: string
}

export interface RecordTagTable {
  tag_id: string
  subject: string
  subject_id: string
  tagged_at: string
}

export interface RecordWatchTable {
  subject: string
  subject_id: string
  user_id: string
  state: string
  since: Generated<string>
}

export interface RecoveryCodeTable {
  id: string
  user_id: string
  code_hash: string
  used_at: string | null
}

export interface RegistryRunTable {
  id: string
  kind: string
  file_name: string
  sha256: string
  stored_hash: string | null
  options: Generated<Json>
  dump_version: string | null
  requested_by: string | null
  created_at: Generated<string>
  started_at: string | null
  progress_at: string | null
  finished_at: string | null
  error: string | null
  records_done: Generated<number>
  records_total: Generated<number>
  report: Generated<Json>
  doubts: Generated<Json>
}

export interface RegistryWordTable {
  word: string
  names: number
  latin: string | null
}

export interface ReminderRuleTable {
  home_id: string | null
  date_kind: string
  days: number[]
  who: string[]
  set_by_id: string | null
  set_at: string
}

export interface RoleGrantTable {
  id: string
  user_id: string
  role: string
  scope_id: string | null
  valid_from: string | null
  valid_until: string | null
  created_at: Generated<string>
  source: string | null
}

export interface SavedViewTable {
  id: string
  user_id: string
  page: string
  name: string
  query: Json
  shared: Generated<boolean>
  created_at: Generated<string>
}

export interface ScreeningAnswerTable {
  id: string
  check_id: string
  questionnaire: number
  content: Json
  answers: Json
  answered_by: string | null
  answered_at: string
}

export interface ScreeningCheckTable {
  id: string
  home_id: string
  unit_id: string | null
  subject: string
  subject_id: string
  state: string
  state_since: string
  owner_id: string | null
  screened_at: string | null
  lists: Generated<Json>
  open_matches: Generated<number>
  rating: string | null
  rating_reasons: Generated<Json>
  rating_note: string | null
  conditions: string | null
  valid_to: string | null
  escalated_by: string | null
  concluded_by: string | null
  concluded_at: string | null
  news: Generated<Json>
  version: Generated<number>
  created_by: string | null
  created_at: Generated<string>
}

export interface ScreeningEntryTable {
  id: string
  list_id: string
  external_id: string
  kind: string
  names: string[]
  content: Json
  hash: string
  first_version_id: string
  changed_version_id: string
  seen_version_id: string
  gone_version_id: string | null
}

export interface ScreeningListTable {
  id: string
  name: string
  publisher: string | null
  format: string
  mapping: Generated<Json>
  active: Generated<boolean>
  current_version_id: string | null
  version: Generated<number>
  created_at: Generated<string>
  removed_at: string | null
}

export interface ScreeningListVersionTable {
  id: string
  list_id: string
  number: number
  file_name: string
  sha256: string
  stored_hash: string
  published_on: string | null
  state: Generated<string>
  entries: Generated<number>
  added: Generated<number>
  changed: Generated<number>
  gone: Generated<number>
  not_understood: Generated<number>
  problems: Generated<Json>
  error: string | null
  loaded_by: string | null
  requested_at: Generated<string>
  loaded_at: string | null
}

export interface ScreeningMatchTable {
  id: string
  check_id: string
  party_id: string
  list_id: string
  entry_id: string
  entry_hash: string
  entry: Json
  name: string
  score: Numeric
  evidence: Json
  verdict_id: string | null
  changes: Generated<Json>
  found_at: string
  gone_at: string | null
}

export interface ScreeningPartyTable {
  id: string
  check_id: string
  party_key: string
  kind: string
  role: string
  organisation_id: string | null
  person_id: string | null
  name: string
  facts: Json
  hash: string
  left_at: string | null
}

export interface ScreeningPartyFactTable {
  home_id: string
  party_key: string
  person_id: string | null
  names: Generated<string[]>
  birth_dates: Generated<string[]>
  countries: Generated<string[]>
  identifiers: Generated<string[]>
  updated_by: string | null
  updated_at: string
}

export interface ScreeningQuestionnaireTable {
  id: string
  number: number
  content: Json
  made_by: string | null
  made_at: string
}

export interface ScreeningVerdictTable {
  id: string
  home_id: string
  party_key: string
  entry_id: string
  person_id: string | null
  entry_hash: string
  party_hash: string
  entry: Json
  facts: Json
  verdict: string
  reason: string
  mitigations: string | null
  decided_by: string | null
  decided_at: string
  expires_on: string
  replaced_at: string | null
}

export interface SealCertificateTable {
  id: string
  home_id: string
  name: string
  issuer: string
  fingerprint: string
  certificate: Buffer
  chain: Generated<Buffer[]>
  key_kind: string
  key_sealed: string | null
  made_here: boolean
  valid_from: string
  valid_until: string
  added_by: string | null
  added_at: string
  retired_at: string | null
}

export interface SealedValueTable {
  seal: string
  person_id: string | null
  salt: string
  value: Json
  sealed_at: Generated<string>
}

export interface SearchDocumentTable {
  id: GeneratedAlways<number>
  kind: string
  subject_id: string
  record_type: string
  record_id: string
  home_id: string | null
  unit_id: string | null
  confidential: Generated<boolean>
  owner_id: string | null
  title: Generated<Json>
  label: string | null
  body: string | null
  words: string
  said_at: string
  reader_ids: Generated<string[]>
  only_for: string[] | null
}

export interface SearchFileTextTable {
  sha256: string
  body: string
  problem: string | null
  read_at: Generated<string>
}

export interface SearchPendingTable {
  id: GeneratedAlways<number>
  kind: string
  subject_id: string
}

export interface SearchWordTable {
  word: string
  documents: number
  latin: string
  consonants: string
  script: string
}

export interface SettingTable {
  key: string
  value: Json
  updated_at: Generated<string>
}

export interface TagTable {
  id: string
  home_id: string
  name: string
  colour: string
  created_at: string
}

export interface TaskTable {
  id: string
  subject: string | null
  subject_id: string | null
  home_id: string | null
  body: string
  owner_id: string
  due_on: string | null
  created_by_id: string | null
  created_at: string
  done_at: string | null
  done_by_id: string | null
  removed_at: string | null
  version: Generated<number>
}

export interface TurnTable {
  id: string
  workflow: string
  subject_type: string
  subject_id: string
  home_id: string
  unit_id: string | null
  state: string
  holder: string
  owner_id: string | null
  since: string
  due_on: string | null
  due_source: Json | null
  power: Generated<string>
  confidential: Generated<boolean>
  about_type: string | null
  about_id: string | null
}

export interface WebhookTable {
  id: string
  name: string
  url: string
  events: Generated<string[]>
  secret_sealed: string
  created_by: string | null
  created_at: Generated<string>
  stopped_as: string | null
  stopped_at: string | null
  failing_since: string | null
  last_success_at: string | null
}

export interface WebhookAttemptTable {
  id: string
  delivery_id: string
  at: string
  status: number | null
  milliseconds: number
  answer: string | null
  error: string | null
}

export interface WebhookDeliveryTable {
  id: string
  webhook_id: string
  message_id: string
  type: string
  state: Generated<string>
  tries: Generated<number>
  next_at: string
  claimed_until: string | null
  created_at: string
  delivered_at: string | null
}

export interface WordTemplateTable {
  id: string
  home_id: string
  name: string
  file_id: string
  tags: string[]
  added_by: string | null
  added_at: string
}

export interface WorkDelegationTable {
  subject_id: string
  subject_type: string
  state: string
  to_id: string
  by_id: string | null
  note: string | null
  given_at: Generated<string>
}

export interface WorkSnoozeTable {
  user_id: string
  subject_type: string
  subject_id: string
  until: string
}

export interface Database {
  access_log: AccessLogTable
  activity: ActivityTable
  agreement: AgreementTable
  agreement_contact: AgreementContactTable
  agreement_link: AgreementLinkTable
  agreement_party: AgreementPartyTable
  agreement_reader: AgreementReaderTable
  api_token: ApiTokenTable
  auth_account: AuthAccountTable
  auth_session: AuthSessionTable
  auth_user: AuthUserTable
  auth_verification: AuthVerificationTable
  calendar_holiday: CalendarHolidayTable
  calendar_weekend: CalendarWeekendTable
  commitment: CommitmentTable
  commitment_total: CommitmentTotalTable
  commitment_waiver: CommitmentWaiverTable
  deputy: DeputyTable
  draft: DraftTable
  draft_clause: DraftClauseTable
  draft_edit: DraftEditTable
  draft_promise: DraftPromiseTable
  draft_version: DraftVersionTable
  entry: EntryTable
  entry_evidence: EntryEvidenceTable
  event: EventTable
  event_chain: EventChainTable
  file: FileTable
  file_link: FileLinkTable
  guest: GuestTable
  guest_answer: GuestAnswerTable
  guest_file: GuestFileTable
  guest_visit: GuestVisitTable
  hand_over: HandOverTable
  import_mapping: ImportMappingTable
  import_partner: ImportPartnerTable
  import_row: ImportRowTable
  import_run: ImportRunTable
  issued_document: IssuedDocumentTable
  ledger_source: LedgerSourceTable
  ledger_total: LedgerTotalTable
  library_item: LibraryItemTable
  library_version: LibraryVersionTable
  mail_outbox: MailOutboxTable
  name_decision: NameDecisionTable
  notification: NotificationTable
  notification_mark: NotificationMarkTable
  notification_preference: NotificationPreferenceTable
  one_time_code: OneTimeCodeTable
  one_time_link: OneTimeLinkTable
  organisation: OrganisationTable
  organisation_identifier: OrganisationIdentifierTable
  organisation_link: OrganisationLinkTable
  organisation_name: OrganisationNameTable
  organisation_relation: OrganisationRelationTable
  organisation_statement: OrganisationStatementTable
  passkey: PasskeyTable
  person: PersonTable
  private_feed: PrivateFeedTable
  record_comment: RecordCommentTable
  record_comment_version: RecordCommentVersionTable
  record_link: RecordLinkTable
  record_tag: RecordTagTable
  record_watch: RecordWatchTable
  recovery_code: RecoveryCodeTable
  registry_run: RegistryRunTable
  registry_word: RegistryWordTable
  reminder_rule: ReminderRuleTable
  role_grant: RoleGrantTable
  saved_view: SavedViewTable
  screening_answer: ScreeningAnswerTable
  screening_check: ScreeningCheckTable
  screening_entry: ScreeningEntryTable
  screening_list: ScreeningListTable
  screening_list_version: ScreeningListVersionTable
  screening_match: ScreeningMatchTable
  screening_party: ScreeningPartyTable
  screening_party_fact: ScreeningPartyFactTable
  screening_questionnaire: ScreeningQuestionnaireTable
  screening_verdict: ScreeningVerdictTable
  seal_certificate: SealCertificateTable
  sealed_value: SealedValueTable
  search_document: SearchDocumentTable
  search_file_text: SearchFileTextTable
  search_pending: SearchPendingTable
  search_word: SearchWordTable
  setting: SettingTable
  tag: TagTable
  task: TaskTable
  turn: TurnTable
  webhook: WebhookTable
  webhook_attempt: WebhookAttemptTable
  webhook_delivery: WebhookDeliveryTable
  word_template: WordTemplateTable
  work_delegation: WorkDelegationTable
  work_snooze: WorkSnoozeTable
}
