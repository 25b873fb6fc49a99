// What a backup archive holds and under which names; docs/reference/backup-format.md tells the same to people.
import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#core/config.ts'

export const backupFormat = { format: 'concord-backup', version: 1 } as const

export interface BackedTable {
  /** With its schema: `public.agreement`. */
  name: string
  columns: string[]
}

/** The first part of an archive. */
export interface BackupManifest {
  format: string
  version: number
  createdAt: string
  /** Version of Concord that wrote it. */
  concord: string
  /** Version of the PostgreSQL it was read from. */
  postgres: string
  /** Migrations that had run, oldest first. */
  migrations: string[]
  tables: BackedTable[]
  /** Tells whether another installation has the same secret, without telling the secret. */
  secretMark: string
}

/** The part after the last table. */
export interface BackupCounts {
  rows: Record<string, number>
  /** Last value that was given, by the name of the sequence; null when none was. */
  sequences: Record<string, number | null>
}

export const memberNames = {
  manifest: 'manifest.json',
  secret: 'secret',
  counts: 'database/counts.json',
  file: (hash: string) => `files/${hash}`,
  outbox: (name: string) => `outbox/${name}`,
  block: (table: string, number: number) => `database/${table}/${String(number).padStart(6, '0')}.copy.zst`,
} as const

/** Table of a member with rows, or undefined. */
export const tableOfMember = (name: string): string | undefined =>
  /^database\/([a-z_0-9]+\.[a-z_0-9]+)\/\d+\.copy\.zst$/.exec(name)?.[1]

/** Jobs that have not been done yet; done ones are not kept. */
export const jobsTable = 'jobs.job'

export const secretMark = (secret: string): string =>
  createHmac('sha256', secret).update('concord-backup').digest('hex').slice(0, 16)

export const concordVersion: string = (
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
).version

/** How values are written so that every PostgreSQL reads them the same. */
export const plainValues = `set client_encoding = 'UTF8'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
set timezone = 'UTC'; set extra_float_digits = 3; set bytea_output = 'hex'; set statement_timeout = 0;
set idle_in_transaction_session_timeout = 0; set lock_timeout = 0`

/** A name as SQL takes it: `"public"."agreement"`. */
export const quoted = (name: string): string =>
  name
    .split('.')
    .map(part => `"${part.replaceAll('"', '""')}"`)
    .join('.')

/** What is told while an archive is written or read. */
export type Progress = (step: { text: string; done: number; total: number }) => void
