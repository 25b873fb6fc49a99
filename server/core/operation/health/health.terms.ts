// Words of the doctor: what it looks at, and what it finds.
import type { Terms } from '../../terms.ts'

export const checkNames = {
  truths: /*i18n*/ { id: 'core.health.truths', message: 'Truths of the database and chains of events' },
  database: /*i18n*/ { id: 'core.health.database', message: 'Database' },
  files: /*i18n*/ { id: 'core.health.files', message: 'Stored files' },
  storage: /*i18n*/ { id: 'core.health.storage', message: 'Storage' },
  queue: /*i18n*/ { id: 'core.health.queue', message: 'Jobs' },
  mail: /*i18n*/ { id: 'core.health.mail', message: 'Mail' },
  disk: /*i18n*/ { id: 'core.health.disk', message: 'Disk' },
  backup: /*i18n*/ { id: 'core.health.backup', message: 'Backup' },
} as const satisfies Terms<string>

export const findings = {
  unchecked: /*i18n*/ { id: 'core.health.unchecked', message: 'This could not be checked: {reason}' },
  truthsHold: /*i18n*/ {
    id: 'core.health.truths_hold',
    message: '{count, plural, one {# truth holds} other {All # truths hold}}; {events, number} events verified.',
  },
  truthBroken: /*i18n*/ { id: 'core.health.truth_broken', message: 'It does not hold that {name}: {problem}' },
  databaseFine: /*i18n*/ {
    id: 'core.health.database_fine',
    message: 'PostgreSQL {version}, {size}, {count, plural, one {# connection} other {# connections}}.',
  },
  databaseOld: /*i18n*/ {
    id: 'core.health.database_old',
    message: 'PostgreSQL {version} is too old; 15 or newer is needed.',
  },
  databaseEncoding: /*i18n*/ {
    id: 'core.health.database_encoding',
    message: 'The database is encoded in {encoding}; it must be UTF8.',
  },
  clocksDiffer: /*i18n*/ {
    id: 'core.health.clocks_differ',
    message:
      'The clocks of the database and of this machine differ by {seconds, plural, one {# second} other {# seconds}}. Let both follow a time server.',
  },
  filesFine: /*i18n*/ {
    id: 'core.health.files_fine',
    message: '{count, plural, one {# file is} other {# files are}} stored, {size}; none is missing.',
  },
  fileMissing: /*i18n*/ {
    id: 'core.health.file_missing',
    message: '“{name}” is recorded but not stored ({hash}). Bring it back from a backup.',
  },
  fileDamaged: /*i18n*/ {
    id: 'core.health.file_damaged',
    message: '“{name}” has another content or size than when it was stored ({hash}). Bring it back from a backup.',
  },
  filesUnnamed: /*i18n*/ {
    id: 'core.health.files_unnamed',
    message:
      '{count, plural, one {# stored file is} other {# stored files are}} named by no record. They do no harm but take room.',
  },
  storageFine: /*i18n*/ {
    id: 'core.health.storage_fine',
    message: 'A file was written, read and removed.',
  },
  storageFails: /*i18n*/ { id: 'core.health.storage_fails', message: 'Files cannot be written and read: {reason}' },
  queueFine: /*i18n*/ {
    id: 'core.health.queue_fine',
    message: '{waiting, plural, one {# job waits} other {# jobs wait}}, {running, number} running.',
  },
  queueParked: /*i18n*/ {
    id: 'core.health.queue_parked',
    message:
      '{count, plural, one {# job} other {# jobs}} failed for the last time and must be tried again or put away.',
  },
  queueLate: /*i18n*/ {
    id: 'core.health.queue_late',
    message:
      'A job has been waiting for {minutes, plural, one {# minute} other {# minutes}}. Does a process with the role “worker” run?',
  },
  mailFine: /*i18n*/ { id: 'core.health.mail_fine', message: 'The mail server takes our messages.' },
  mailFails: /*i18n*/ { id: 'core.health.mail_fails', message: 'The mail server does not take our messages: {reason}' },
  mailKept: /*i18n*/ {
    id: 'core.health.mail_kept',
    message:
      'No mail server is set. {count, plural, =0 {No message is} one {# message is} other {# messages are}} kept in the folder {folder}.',
  },
  backupFine: /*i18n*/ {
    id: 'core.health.backup_fine',
    message: 'The last backup was written {days, plural, =0 {today} one {# day ago} other {# days ago}}, {size}.',
  },
  backupOld: /*i18n*/ {
    id: 'core.health.backup_old',
    message:
      'The last backup was written {days, plural, one {# day} other {# days}} ago. Run “concord backup” every night.',
  },
  backupNever: /*i18n*/ {
    id: 'core.health.backup_never',
    message: 'No backup has been written yet. Run “concord backup” every night.',
  },
  diskFine: /*i18n*/ { id: 'core.health.disk_fine', message: '{free} of {total} are free in {folder}.' },
  diskLow: /*i18n*/ {
    id: 'core.health.disk_low',
    message: 'Only {free} of {total} are free in {folder}. Make room before it is full.',
  },
} as const satisfies Terms<string>
