// `concord restore FILE`: an installation as it was, on this or another database, after all of the archive was checked.
import { existsSync } from 'node:fs'
import { chown, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { stderr, stdout } from 'node:process'
import type { Config } from '#core/config.ts'
import { checkInvariants } from '#core/doctor.ts'
import { createFileStorage } from '#core/files/storage.ts'
import type { Log } from '#core/log.ts'
import type { ModuleDefinition } from '#core/module.ts'
import { secretMark } from '#core/operation/backup-format.ts'
import {
  archiveIsSealed,
  type CheckedArchive,
  checkArchive,
  type RestoreReport,
  refuseUnfitTarget,
  restoreArchive,
} from '#core/operation/restore.ts'
import { closeAll, openServices, reachDatabase } from '../open-services.ts'
import { CommandRefused, givenPassphrase, readArguments, showProgress } from './terminal.ts'

export const restoreUsage = 'restore FILE [--replace] [--check] [--passphrase-file FILE]'

interface Surroundings {
  config: Config
  log: Log
  modules: readonly ModuleDefinition[]
}

export async function restoreCommand(args: string[], around: Surroundings): Promise<number> {
  const { values, positionals } = readArguments(restoreUsage, args, {
    replace: { type: 'boolean' },
    check: { type: 'boolean' },
    'passphrase-file': { type: 'string' },
  })
  if (positionals.length !== 1) throw new CommandRefused(`Say which archive.\nUsage: concord ${restoreUsage}`)
  const path = resolve(positionals[0]!)
  const source = { env: process.env, file: values['passphrase-file'] }
  const passphrase = (await archiveIsSealed(path)) ? await givenPassphrase(source, false) : undefined
  const archive = await checkArchive(path, passphrase, showProgress())
  const rows = Object.values(archive.counts.rows).reduce((sum, count) => sum + count, 0)
  const { manifest, files } = archive
  stdout.write(
    `The archive is whole: ${rows} rows and ${files} files of ${manifest.createdAt}, PostgreSQL ${manifest.postgres}.\n`,
  )
  return values.check === true ? 0 : restore(archive, values.replace ?? false, around)
}

async function restore(archive: CheckedArchive, replace: boolean, around: Surroundings): Promise<number> {
  const { config, log, modules } = around
  const closers: (() => Promise<unknown>)[] = []
  try {
    const target = await reachDatabase(config, log, closers)
    await refuseUnfitTarget(target, replace)
    // Opening once makes the queue of jobs; restoring fills it.
    const prepared = await openServices({ config, log, modules, connection: target })
    await prepared.close()
    const report = await restoreArchive({
      archive,
      target,
      files: createFileStorage(config),
      dataDir: config.dataDir,
      keepSecret: secret => keepSecret(config, secret),
      progress: showProgress(),
    })
    stdout.write(`${sentenceOf(report)}\n`)
    warnOfSecret(archive, config)
    return await verify(target, around)
  } finally {
    await closeAll(closers)
  }
}

/** The doctor's word on what was restored. */
async function verify(target: Parameters<typeof refuseUnfitTarget>[0], around: Surroundings): Promise<number> {
  const { services, close } = await openServices({ ...around, connection: target })
  try {
    const broken = (await checkInvariants(services.db, around.modules)).filter(result => result.problems.length > 0)
    for (const { name, problems } of broken) stderr.write(`BROKEN ${name}: ${problems.join('; ')}\n`)
    if (broken.length === 0) stdout.write('Every truth of the database holds.\n')
    return broken.length === 0 ? 0 : 1
  } finally {
    await close()
  }
}

const isOwnSecret = (config: Config): boolean =>
  process.env.SECRET?.trim() !== config.secret && existsSync(join(config.dataDir, 'secret'))

/** Puts the secret of the archive in the place of the one that was made here, when the settings give none. */
async function keepSecret(config: Config, secret: string): Promise<void> {
  if (!isOwnSecret(config) || secret === config.secret) return
  const path = join(config.dataDir, 'secret')
  await writeFile(`${path}.restored`, `${secret}\n`, { mode: 0o600 })
  const owner = await stat(dirname(path))
  if (process.getuid?.() === 0) await chown(`${path}.restored`, owner.uid, owner.gid)
  await rename(`${path}.restored`, path)
}

function warnOfSecret({ manifest, passphrase }: CheckedArchive, config: Config): void {
  if (manifest.secretMark === secretMark(config.secret)) return
  if (passphrase !== undefined && isOwnSecret(config)) return
  stderr.write(
    'The secret here is another one than where the archive was written: everybody signs in again, and private links ' +
      'and second factors stop working. To keep them, copy the old secret to DATA_DIR/secret, or give it by SECRET.\n',
  )
}

const sentenceOf = ({ rows, files, migrated }: RestoreReport): string =>
  `Restored: ${rows} rows and ${files} files.${migrated.length > 0 ? ` Brought up to date: ${migrated.join(', ')}.` : ''}`
