// Tells whether a database holds nothing yet, a demo, or the data of a real office, which the demo never touches.
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
  await sql`drop schema if exists pgboss cascade`.execute(db)
  await sql`drop schema public cascade`.execute(db)
  await sql`create schema public`.execute(db)
}
