// `concord export organisation`: everything of one home organisation in an open archive.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { stderr, stdout } from 'node:process'
import type { Config } from '#core/config.ts'
import type { Db } from '#core/database/connect.ts'
import { openPool } from '#core/database/connect.ts'
import { createFileStorage } from '#core/files/storage.ts'
import type { Log } from '#core/log.ts'
import { sizeText } from '#core/operation/size-text.ts'
import { closeAll, reachDatabase } from '../open-services.ts'
import { writeOrganisationArchive } from './organisation-archive.ts'
import { CommandRefused, readArguments, showProgress } from './terminal.ts'

export const exportUsage = 'export organisation [ID or name] --out FILE.tar'

export async function exportOrganisation(
  args: string[],
  { config, log }: { config: Config; log: Log },
): Promise<number> {
  const { values, positionals } = readArguments(exportUsage, args, { out: { type: 'string' } })
  if (!values.out || positionals.length > 1) throw new CommandRefused(`Usage: concord ${exportUsage}`)
  const path = resolve(values.out)
  if (existsSync(path)) throw new CommandRefused(`${path} is there already. Choose another name.`)
  const closers: (() => Promise<unknown>)[] = []
  try {
    const target = await reachDatabase(config, log, closers)
    const db = openPool(target, { maximum: 1 })
    closers.push(() => db.destroy())
    const home = await homeOf(db, positionals[0])
    const now = Temporal.Now.instant()
    const files = createFileStorage(config)
    const report = await writeOrganisationArchive({ target, files, home, path, now, progress: showProgress() })
    const rows = Object.values(report.rows).reduce((sum, count) => sum + count, 0)
    stdout.write(`${path}: ${home.name}, ${rows} records and ${report.files} files, ${sizeText(report.bytes)}.\n`)
    for (const hash of report.missing) stderr.write(`Not stored any more: file ${hash}.\n`)
    return report.missing.length > 0 ? 1 : 0
  } finally {
    await closeAll(closers)
  }
}

/** The home organisation that is meant: by id, by its name, or the only one there is. */
async function homeOf(db: Db, wanted: string | undefined): Promise<{ id: string; name: string }> {
  const homes = await db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('home', '=', true)
    .orderBy('name')
    .execute()
  const fitting = wanted === undefined ? homes : homes.filter(home => home.id === wanted || home.name === wanted)
  if (fitting.length === 1) return fitting[0]!
  const list = homes.map(home => `  ${home.id}  ${home.name}`).join('\n')
  throw new CommandRefused(
    homes.length === 0 ? 'There is no home organisation yet.' : `Say which organisation, by id or name:\n${list}`,
  )
}
