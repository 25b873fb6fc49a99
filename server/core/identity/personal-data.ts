// Every field that tells about a person: why it is there, how long it stays, and what an erasure does to it.

export interface PersonalTable {
  table: string
  columns: readonly string[]
  why: string
  kept: string
  erasure: string
  /** Columns with the id of the account that a row is about; such rows are part of the export of one's own data. */
  account?: readonly string[]
  /** Columns with the id of the contact that a row is about. */
  contact?: string
  /** Columns that nobody is given, the person neither: hashes and keys. */
  secret?: readonly string[]
  /** What an erasure does to the rows: they go, or these columns get a new value. */
  erase?: 'delete' | Readonly<Record<string, 'pseudonym' | 'address' | 'empty' | 'nothing'>>
}

const withAccount = 'As long as the account'
const gone = 'Deleted'
const own = (
  table: string,
  columns: readonly string[],
  why: string,
  more: Partial<PersonalTable> = {},
): PersonalTable => ({
  ...{ table, columns, why, kept: withAccount, erasure: gone, account: ['user_id'], erase: 'delete' },
  ...more,
})

export const personalTables: readonly PersonalTable[] = [
  {
    table: 'auth_user',
    columns: ['name', 'email', 'image', 'preferences'],
    why: 'To sign in, to be named as owner and author, to get mail in one’s language',
    kept: 'Until an administrator erases it; a closed account stays, because records name it',
    erasure: 'Name and address become a pseudonym, preferences are emptied, the account is closed',
    account: ['id'],
    erase: { name: 'pseudonym', email: 'address', image: 'nothing', preferences: 'empty' },
  },
  own('auth_session', ['ip_address', 'user_agent'], 'To show and end open sessions', {
    kept: 'Until the session ends; cleared every night',
    secret: ['token_hash'],
  }),
  own('auth_account', ['account_id', 'password'], 'Ways to sign in: password hash, provider of single sign-on', {
    secret: ['password', 'access_token', 'refresh_token', 'id_token'],
  }),
  own('access_log', ['email', 'ip_address', 'user_agent'], 'To see misuse of accounts: sign-ins, good and bad', {
    kept: 'As many months as the retention rules say',
  }),
  own('role_grant', [], 'What the person may do', { erasure: 'Deleted; events keep that there were such roles' }),
  own('passkey', ['name'], 'To sign in without a password', { secret: ['credential_id', 'public_key'] }),
  own('one_time_code', [], 'The second step of signing in', { secret: ['sealed_secret'] }),
  own('recovery_code', [], 'The second step of signing in', { secret: ['code_hash'] }),
  own('api_token', ['name', 'last_used_from'], 'Programs that act for the person', { secret: ['token_hash'] }),
  own('deputy', ['note'], 'Who stands in during an absence', { account: ['person_id', 'deputy_id'] }),
  own('private_feed', [], 'Private calendar links', { secret: ['token_hash'] }),
  {
    table: 'saved_view',
    columns: ['name'],
    why: 'Filters that the person saved',
    kept: withAccount,
    erasure: 'Private ones are deleted; shared ones stay with the office',
    account: ['user_id'],
  },
  own('agreement_reader', [], 'Which confidential agreements the person reads by name', { account: ['person_id'] }),
  own('record_watch', [], 'Which records the person wants to be told of'),
  own('notification', [], 'What the person was told', { kept: 'As many months as the retention rules say once read' }),
  own('notification_preference', [], 'How the person wants to be told'),
  own('notification_mark', [], 'How far the person has read'),
  own('mail_outbox', ['to_address', 'subject', 'text'], 'Mail to the person on its way, and proof that it went', {
    kept: 'As many months as the retention rules say once sent',
    secret: ['headers'],
  }),
  own('work_snooze', [], 'What the person put off'),
  {
    table: 'one_time_link',
    columns: ['details'],
    why: 'Invitations and links by mail, once each',
    kept: 'As many days as the retention rules say after they are over',
    erasure: 'Links of the account are deleted',
  },
  {
    table: 'hand_over',
    columns: ['by_name'],
    why: 'To prove what passed from whom to whom',
    kept: 'As long as the records',
    erasure: 'The name becomes the pseudonym',
    account: ['from_id', 'to_id'],
  },
  {
    table: 'task',
    columns: ['body', 'owner_id'],
    why: 'Work about a record',
    kept: 'As long as the record',
    erasure: 'Stays: open ones must be handed over first; done ones name the pseudonym',
    account: ['owner_id', 'created_by_id'],
  },
  {
    table: 'record_comment',
    columns: ['body', 'author_name'],
    why: 'What was said about a record and by whom',
    kept: 'As long as the record',
    erasure: 'The words stay, the author is the pseudonym; what names a person by itself is removed by hand',
    account: ['author_id'],
  },
  {
    table: 'record_comment_version',
    columns: ['body'],
    why: 'What a comment said before it was changed',
    kept: 'As long as the comment',
    erasure: 'Stays with the comment',
  },
  {
    table: 'work_delegation',
    columns: ['note'],
    why: 'Turns that were given to a colleague',
    kept: 'Until the agreement moves on',
    erasure: 'Deleted',
    account: ['to_id', 'by_id'],
    erase: 'delete',
  },
  {
    table: 'person',
    columns: ['name', 'names', 'folded', 'position', 'email', 'phone', 'orcid'],
    why: 'To reach the people of a partner and to know who signed',
    kept: 'Until somebody deletes the contact or an administrator erases it',
    erasure: 'The name becomes a pseudonym, everything else is emptied',
    account: ['user_id'],
    contact: 'id',
    erase: {
      name: 'pseudonym',
      names: 'empty',
      folded: 'pseudonym',
      position: 'nothing',
      email: 'nothing',
      phone: 'nothing',
      orcid: 'nothing',
    },
  },
  {
    table: 'agreement_contact',
    columns: ['name', 'email', 'phone'],
    why: 'Whom to ask about an agreement',
    kept: 'As long as the agreement names them',
    erasure: 'The name becomes the pseudonym, address and telephone go',
    contact: 'person_id',
    erase: { name: 'pseudonym', email: 'nothing', phone: 'nothing' },
  },
  {
    table: 'agreement_party',
    columns: ['signatory_name', 'signatory_title'],
    why: 'Who signed: part of the instrument itself',
    kept: 'As long as the agreement',
    erasure: 'Stays: the instrument is kept as evidence',
  },
  {
    table: 'commitment',
    columns: ['partner_owner', 'note'],
    why: 'Who looks after a promise at the partner',
    kept: 'As long as the commitment',
    erasure: 'A partner’s owner of the same name becomes the pseudonym',
  },
  {
    table: 'guest',
    columns: ['name', 'email'],
    why: 'To give somebody outside a personal link to one record',
    kept: 'As long as the record, as the trail of what they did',
    erasure:
      'Guests with the address of an erased contact: the name becomes the pseudonym, the address goes, the link is revoked',
  },
  {
    table: 'screening_party',
    columns: ['name', 'facts'],
    why: 'Who was compared with lists, and by what',
    kept: 'As long as the check, as its evidence',
    erasure: 'Of a contact: the name becomes the pseudonym, the rest is emptied; signatories stay with the instrument',
    contact: 'person_id',
    erase: { name: 'pseudonym', facts: 'empty' },
  },
  {
    table: 'screening_party_fact',
    columns: ['names', 'birth_dates', 'countries', 'identifiers'],
    why: 'To tell somebody from people on lists who have the same name',
    kept: 'As long as somebody is checked',
    erasure: 'Of a contact: deleted',
    contact: 'person_id',
    erase: 'delete',
  },
  {
    table: 'screening_verdict',
    columns: ['facts', 'reason'],
    why: 'What was decided about a match, and why',
    kept: 'As long as the check, as its evidence',
    erasure: 'Of a contact: what was compared is emptied, the reason stays; who decided is the pseudonym',
    account: ['decided_by'],
    contact: 'person_id',
    erase: { facts: 'empty' },
  },
  {
    table: 'screening_check',
    columns: ['rating_note'],
    why: 'Who looks after a check, and why the risk was rated so',
    kept: 'As long as the record',
    erasure: 'Stays: open ones are handed over first; done ones name the pseudonym',
    account: ['owner_id', 'created_by', 'escalated_by', 'concluded_by'],
  },
  {
    table: 'screening_entry',
    columns: ['names', 'content'],
    why: 'What a published list says of people and organisations, to compare with',
    kept: 'As long as the list is used',
    erasure: 'Stays: it is the publisher’s word, and nobody’s account or contact',
  },
  {
    table: 'screening_match',
    columns: ['name', 'entry'],
    why: 'Which entry of a list somebody may be',
    kept: 'As long as the check, as its evidence',
    erasure: 'Stays: the words are the list’s',
  },
  {
    table: 'screening_answer',
    columns: ['answers'],
    why: 'Answers to the questionnaire of a check',
    kept: 'As long as the check, as its evidence',
    erasure: 'Stays: who answered is the pseudonym',
    account: ['answered_by'],
  },
  {
    table: 'entry_evidence',
    columns: ['added_by_name', 'note'],
    why: 'Who gave the proof',
    kept: 'As long as the entry',
    erasure: 'The name becomes the pseudonym',
  },
  {
    table: 'sealed_value',
    columns: ['value'],
    why: 'Names, addresses and telephones in the trail of events; the events hold only their seals',
    kept: 'As long as the events; those of unknown addresses as long as the log of sign-ins',
    erasure: 'Deleted with their salt; the chain of hashes holds all the same',
  },
  {
    table: 'search_document',
    columns: ['title', 'body', 'words'],
    why: 'To find records',
    kept: 'Follows the records',
    erasure: 'Follows the records within minutes',
  },
  {
    table: 'search_file_text',
    columns: ['body'],
    why: 'To find the words of files',
    kept: 'As long as the file',
    erasure: 'Stays with the file; files that name a person are taken off by hand',
  },
  {
    table: 'import_row',
    columns: ['cells', 'understood'],
    why: 'The rows of a list as they came, so that nothing is lost',
    kept: 'As long as the import',
    erasure: 'Stays: the list is the office’s own document',
  },
]

/** Columns that look like such fields by their names and are none, by table; `*` is every column of the table. */
export const notPersonal: Readonly<Record<string, readonly string[]>> = {
  activity: ['note'],
  agreement: ['owner_id'],
  auth_verification: ['value'],
  calendar_holiday: ['name'],
  commitment: ['owner_id'],
  draft_version: ['name'],
  entry_evidence: [],
  event: ['actor_name', 'on_behalf_of'],
  file: ['name'],
  file_link: ['note'],
  guest: ['organisation_name'],
  guest_file: ['note'],
  import_run: ['file_name'],
  issued_document: ['text_hash'],
  kysely_migration: ['*'],
  kysely_migration_lock: ['*'],
  ledger_source: ['owner_id'],
  library_version: ['note'],
  organisation: ['name', 'names'],
  organisation_identifier: ['value'],
  organisation_name: ['*'],
  organisation_statement: ['value'],
  record_comment: ['author_id'],
  registry_run: ['file_name'],
  registry_word: ['*'],
  screening_check: ['owner_id'],
  screening_list: ['name'],
  screening_list_version: ['file_name'],
  seal_certificate: ['name'],
  search_document: ['owner_id'],
  setting: ['value'],
  tag: ['name'],
  turn: ['owner_id'],
  webhook: ['name'],
  word_template: ['name'],
}

/** What stands for a person who was erased, the same everywhere and in every language. */
export const pseudonymOf = (id: string): string => `#${id.replaceAll('-', '').slice(-8)}`
