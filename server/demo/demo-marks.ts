// Tells whether a folder or database holds nothing yet, a demo, or the data of a real office, which the demo never touches.
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import type { Db } from '#core/database/connect.ts'
import { readSetting } from '#core/settings.ts'

/** Keys of the table `setting`. */
export const demoSettings = { demo: 'installation.demo', finished: 'installation.demo_finished' } as const

export type Holding = 'nothing' | 'demo' | 'unfinished demo' | 'real data'

export async function holdingOf(db: Db): Promise<Holding> {
  if (await readSetting(db, demoSettings.demo, false))
    return (await readSetting<unknown>(db, demoSettings.finished, null)) === null ? 'unfinished demo' : 'demo'
  const { rows } = await sql<{
    used: boolean
  }>`select exists (select 1 from auth_user) or exists (select 1 from organisation)
    or exists (select 1 from event) as used`.execute(db)
  return rows[0]!.used ? 'real data' : 'nothing'
}

/** Empties the database of a demo for good; migrations make it anew. The caller has asked `holdingOf`. */
export async function wipeDemo(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`select nspname as name from pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'`.execute(db)
  for (const { name } of rows) await sql`drop schema ${sql.id(name)} cascade`.execute(db)
  await sql`create schema public`.execute(db)
}

const noteName = 'THIS-IS-A-DEMO.txt'
const note =
  'This folder holds the demo of Concord: invented institutions only. It may be deleted when the demo is stopped.\n'

/** Whether a folder has data that no demo made; asked before anything in it is opened. */
export const isForeignFolder = (folder: string): boolean =>
  existsSync(folder) &&
  !existsSync(path.join(folder, noteName)) &&
  ['pg', 'files', 'secret'].some(name => existsSync(path.join(folder, name)))

/** Leaves a note for whoever finds the folder. */
export const markFolder = (folder: string): void => writeFileSync(path.join(folder, noteName), note)
