// `concord backup FILE`: everything that must be kept, in one archive, while people go on working.
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { stderr, stdout } from 'node:process'
import type { Config } from '#core/config.ts'
import { openPool } from '#core/database/connect.ts'
import { createFileStorage } from '#core/files/storage.ts'
import type { Log } from '#core/log.ts'
import { type BackupReport, writeBackup } from '#core/operation/backup.ts'
import { noteBackup } from '#core/operation/last-backup.ts'
import { sizeText } from '#core/operation/size-text.ts'
import { closeAll, reachDatabase } from '../open-services.ts'
import { CommandRefused, givenPassphrase, readArguments, showProgress } from './terminal.ts'

export const backupUsage = 'backup FILE [--encrypt] [--passphrase-file FILE]'

export async function backupCommand(args: string[], { config, log }: { config: Config; log: Log }): Promise<number> {
  const { values, positionals } = readArguments(backupUsage, args, {
    encrypt: { type: 'boolean' },
    'passphrase-file': { type: 'string' },
  })
  if (positionals.length !== 1) throw new CommandRefused(`Say where to write it.\nUsage: concord ${backupUsage}`)
  const path = resolve(positionals[0]!)
  if (existsSync(path)) throw new CommandRefused(`${path} is there already. Choose another name.`)
  if (!existsSync(dirname(path))) throw new CommandRefused(`The folder ${dirname(path)} does not exist.`)
  const sealed = values.encrypt === true || values['passphrase-file'] !== undefined
  const source = { env: process.env, file: values['passphrase-file'] }
  const passphrase = sealed ? await givenPassphrase(source, true) : undefined
  const began = performance.now()
  const report = await backUp(config, log, path, passphrase)
  stdout.write(`${sentenceOf(report, path, (performance.now() - began) / 1000)}\n`)
  if (!sealed && config.secret !== '') {
    stderr.write(
      'The archive is not encrypted, so the secret of the installation is not in it: keep a copy of DATA_DIR/secret ' +
        'apart, or use --encrypt.\n',
    )
  }
  return 0
}

/** Reaches the database without migrating it: a backup before an upgrade must not be the upgrade. */
async function backUp(config: Config, log: Log, path: string, passphrase: string | undefined): Promise<BackupReport> {
  const closers: (() => Promise<unknown>)[] = []
  try {
    const target = await reachDatabase(config, log, closers)
    const now = Temporal.Now.instant()
    const report = await writeBackup({
      target,
      files: createFileStorage(config),
      dataDir: config.dataDir,
      secret: config.secret,
      path,
      passphrase,
      now,
      progress: showProgress(),
    })
    const db = openPool(target, { maximum: 1 })
    closers.push(() => db.destroy())
    const at = new Date(now.epochMilliseconds).toISOString()
    await noteBackup(db, { at, bytes: report.bytes, isSealed: passphrase !== undefined })
    return report
  } catch (error) {
    throw sayWhy(error, path)
  } finally {
    await closeAll(closers)
  }
}

function sayWhy(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new CommandRefused(`The disk of ${path} is full. Nothing was left there.`)
  if (code === 'EACCES' || code === 'EROFS') return new CommandRefused(`${path} may not be written.`)
  if (code === '42P01') return new CommandRefused('The database holds no installation of Concord yet.')
  return error
}

const sentenceOf = (report: BackupReport, path: string, seconds: number): string =>
  `${path}: ${sizeText(report.bytes)}, ${report.rows} rows of ${report.tables} tables and ${report.files} files, ` +
  `in ${seconds.toFixed(1)} s.`
