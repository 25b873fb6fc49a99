// Whether the trail is whole: every chain of events is computed again, and what lies under its seals compared.
import { sql } from 'kysely'
import type { Db } from './database/connect.ts'
import { canonicalJson, chainHash, fromRow, genesis, type RecordedEvent, sealsOf } from './events.ts'
import { openSeals } from './sealed-values.ts'

/** The first of the events with a value that is not what was sealed. */
async function findBrokenSeal(db: Db, events: readonly RecordedEvent[]): Promise<number | undefined> {
  const { broken } = await openSeals(db, sealsOf(events), canonicalJson)
  if (broken.size === 0) return undefined
  return events.findIndex(event => sealsOf([event]).some(seal => broken.has(seal)))
}

/**
 * Recomputes every chain and looks under every seal that was not erased; returns the first place where something
 * does not hold, or undefined when all does.
 */
export async function verifyChains(db: Db): Promise<{ chain: string; position: number } | undefined> {
  const heads = await db.selectFrom('event_chain').selectAll().orderBy('chain').execute()
  for (const head of heads) {
    let hash = genesis
    let position = 0
    while (position < head.position) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('chain', '=', head.chain)
        .where('position', '>', position)
        .orderBy('position')
        .limit(2000)
        .execute()
      if (rows.length === 0) return { chain: head.chain, position: position + 1 }
      for (const row of rows) {
        position += 1
        hash = chainHash(hash, position, fromRow(row))
        if (row.position !== position || row.hash !== hash) return { chain: head.chain, position }
      }
      const wrong = await findBrokenSeal(db, rows.map(fromRow))
      if (wrong !== undefined) return { chain: head.chain, position: rows[wrong]!.position }
    }
    if (hash !== head.hash) return { chain: head.chain, position }
    const beyond = await db
      .selectFrom('event')
      .select(sql<number>`count(*)`.as('count'))
      .where('chain', '=', head.chain)
      .where('position', '>', head.position)
      .executeTakeFirstOrThrow()
    if (beyond.count > 0) return { chain: head.chain, position: head.position + 1 }
  }
  return undefined
}
