// The export of one's own data: one file of JSON for each table that tells about the person, and their events, in a zip.
import { strToU8, zipSync } from 'fflate'
import type { Db } from '../../database/connect.ts'
import { findEvents, type RecordedEvent } from '../../events.ts'
import { personalTables } from '../personal-data.ts'
import { eventIdsOf, rowsAbout } from './personal.store.ts'

const page = 2000

async function eventsOf(db: Db, accountId: string): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = []
  for (let after: string | null = null; ; after = events.at(-1)!.id) {
    const ids = await eventIdsOf(db, accountId, after, page)
    events.push(...(await findEvents(db, ids)))
    if (ids.length < page) return events
  }
}

const asJson = (value: unknown) => strToU8(`${JSON.stringify(value, null, 1)}\n`)

/** Why each table is kept, for readers of the archive. */
const contents = (names: readonly string[], at: string): string => {
  const lines = personalTables
    .filter(one => names.includes(one.table))
    .map(one => `${one.table}.json\n  ${one.why}.\n  Kept: ${one.kept}.`)
  return `Personal data kept by this installation of Concord about one account, ${at}\n\n${lines.join('\n')}\nevents.json\n  What the person did, and what was done to the account: the trail of the installation.\n`
}

/** The zip as bytes. */
export async function exportOwnData(db: Db, accountId: string, at: string): Promise<Buffer> {
  const tables = await rowsAbout(db, accountId)
  const filled = [...tables].filter(([, rows]) => rows.length > 0)
  const files = Object.fromEntries(filled.map(([table, rows]) => [`${table}.json`, asJson(rows)]))
  files['events.json'] = asJson(await eventsOf(db, accountId))
  files['contents.txt'] = strToU8(
    contents(
      filled.map(([table]) => table),
      at,
    ),
  )
  return Buffer.from(zipSync(files))
}
